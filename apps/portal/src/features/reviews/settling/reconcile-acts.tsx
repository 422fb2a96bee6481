import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../settled.module.css';
import { ADJUDICATE, AGREE_RECONCILIATION, ASK_THIRD_MARK } from './reconciliation.documents.js';
import type { Reconciliation } from './reconciliation.types.js';
import type { Agreement } from './use-agreement.js';

interface Props {
  it: Reconciliation;
  agreement: Agreement;
  onChanged: () => void;
}

/** Who agrees already, and the acts that make one judgement of two. */
export function ReconcileActs({ it, agreement, onChanged }: Props) {
  const { t } = useTranslation('reviews');
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [agree, signing] = useResultMutation(AGREE_RECONCILIATION, { refetch: ['Reconciliations'] });
  const [askThird, third] = useResultMutation(ASK_THIRD_MARK, { refetch: ['Reconciliations'] });
  const [adjudicate, ruling] = useResultMutation(ADJUDICATE, { refetch: ['Reconciliations'] });
  const { submissionId } = it;
  const mine = it.viewerIsFirst ? it.firstAgreedAt : it.secondAgreedAt;
  const other = it.viewerIsFirst ? it.secondAgreedAt : it.firstAgreedAt;
  const settles = it.viewerCan.includes('settle');
  const rules = it.viewerCan.includes('adjudicate');

  const sign = async () => {
    const revision = await agreement.flush();
    if (revision === null) return;
    const { ok } = await agree({ submissionId, expectedRevision: revision });
    if (ok) toast(ok.state === 'SETTLED' ? t('reconcile.done') : t('reconcile.signed'));
    onChanged();
  };
  const rule = async () => {
    const { ok } = await adjudicate({ submissionId, input: agreement.input });
    if (ok) {
      agreement.forget();
      toast(t('reconcile.done'));
    }
    onChanged();
  };
  const leave = async () => {
    const { ok } = await askThird({ submissionId });
    setAsking(false);
    if (ok) toast(t('reconcile.thirdAsked'));
    onChanged();
  };
  const refusal = signing.refusal ?? ruling.refusal;
  return (
    <>
      <div className={styles.said}>
        {refusal ? (
          <RefusalNote>{refusal.message}</RefusalNote>
        ) : signing.failed || ruling.failed ? (
          <RefusalNote>{t('unreachable')}</RefusalNote>
        ) : (
          settles && (mine || other) && <p>{mine ? t('reconcile.youSigned') : t('reconcile.otherSigned')}</p>
        )}
      </div>
      <div className={styles.acts}>
        {it.viewerCan.includes('askThird') && <Button onClick={() => setAsking(true)}>{t('reconcile.third')}</Button>}
        {settles && !mine && (
          <Button variant="primary" size="large" busy={signing.loading} onClick={() => void sign()}>
            {t('reconcile.agree')}
          </Button>
        )}
        {rules && (
          <Button variant="primary" size="large" busy={ruling.loading} onClick={() => void rule()}>
            {t('reconcile.adjudicate')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        title={t('reconcile.thirdTitle')}
        act={t('reconcile.third')}
        busy={third.loading}
        refusal={third.failed ? t('unreachable') : third.refusal?.message}
        onClose={() => setAsking(false)}
        onConfirm={() => void leave()}
      >
        <p>{t('reconcile.thirdBody')}</p>
      </ConfirmDialog>
    </>
  );
}
