import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { useResultMutation } from '../../lib/result.js';
import type { FullSubmission } from './submission.types.js';
import { WITHDRAW } from './submissions.documents.js';

interface Props {
  submission: FullSubmission;
  onWithdrawn: () => void;
}

/** Takes an attempt back, as long as that may be done; says first what stays. */
export function WithdrawAct({ submission, onWithdrawn }: Props) {
  const { t } = useTranslation('submissions');
  const [asking, setAsking] = useState(false);
  const [withdraw, { loading, refusal, failed }] = useResultMutation(WITHDRAW, { refetch: ['MySubmissions', 'Home'] });
  if (!submission.viewerCan.includes('withdraw')) return null;
  const handedIn = submission.submittedAt !== null;
  const act = async () => {
    const { ok } = await withdraw({ submissionId: submission.id });
    if (!ok) return;
    setAsking(false);
    onWithdrawn();
  };
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {t('handedIn.withdraw')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={handedIn ? t('withdraw.title') : t('withdraw.titleDraft')}
        act={t('withdraw.act')}
        danger
        busy={loading}
        refusal={failed ? t('withdraw.failed') : refusal?.message}
        onClose={() => setAsking(false)}
        onConfirm={() => void act()}
      >
        <p>{handedIn ? t('withdraw.body') : t('withdraw.bodyDraft')}</p>
      </ConfirmDialog>
    </>
  );
}
