import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { PageHeader, Section, WithRail } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { achievementTitle } from '../coverage.rules.js';
import { useSubmissionWords } from '../submission-words.js';
import type { FullSubmission } from '../submission.types.js';
import { START_AGAIN, WITHDRAW } from '../submissions.documents.js';
import { FrozenCopy } from './frozen-copy.js';
import styles from './handed-in-view.module.css';
import { OutcomeSection } from './outcome-section.js';
import { SubmissionTimeline } from './submission-timeline.js';

interface Props {
  submission: FullSubmission;
  onChanged: () => void;
}

/** The record of an attempt: where it stands, what came of it, and what was handed in, as it was. */
export function HandedInView({ submission, onChanged }: Props) {
  const { t } = useTranslation('submissions');
  const words = useSubmissionWords();
  const format = useFormat();
  const navigate = useNavigate();
  const [withdrawing, setWithdrawing] = useState(false);
  const [withdraw, withdrawal] = useResultMutation(WITHDRAW);
  const [startAgain, restart] = useResultMutation(START_AGAIN);
  const released = Boolean(submission.decision?.releasedAt);
  const mayTryAgain = released && submission.decision?.outcome !== 'PASS';

  const again = async () => {
    const outcome = await startAgain({ achievementVersionId: submission.achievementVersion.id });
    const open = outcome.refusal && 'submissionId' in outcome.refusal ? outcome.refusal.submissionId : null;
    const id = outcome.ok?.id ?? open;
    if (id) void navigate(`/growth/submissions/${id}`);
  };

  return (
    <div className={styles.view}>
      <PageHeader
        title={achievementTitle(submission.achievementVersion)}
        above={
          <>
            {t('kicker', { attempt: words.attempt(submission.attemptNo) })}
            <span>{words.state(submission.state)}</span>
          </>
        }
        below={
          submission.submittedAt ? t('handedIn.sentAt', { when: format.dayAndTime(submission.submittedAt) }) : null
        }
        acts={
          <>
            {submission.viewerCan.includes('withdraw') && (
              <Button onClick={() => setWithdrawing(true)}>{t('handedIn.withdraw')}</Button>
            )}
            {mayTryAgain && (
              <Button variant="primary" size="large" busy={restart.loading} onClick={() => void again()}>
                {t('handedIn.again')}
              </Button>
            )}
          </>
        }
      />
      {restart.refusal && !('submissionId' in restart.refusal) && <RefusalNote>{restart.refusal.message}</RefusalNote>}
      <div className={styles.body}>
        <WithRail
          rail={
            <Section title={t('timeline.title')}>
              <div className={styles.timeline}>
                <SubmissionTimeline submission={submission} />
              </div>
            </Section>
          }
        >
          {released && submission.decision && (
            <OutcomeSection
              decision={submission.decision}
              award={submission.award}
              version={submission.achievementVersion}
            />
          )}
          {submission.snapshot && <FrozenCopy snapshot={submission.snapshot} />}
        </WithRail>
      </div>
      <ConfirmDialog
        open={withdrawing}
        title={t('withdraw.title')}
        act={t('withdraw.act')}
        danger
        busy={withdrawal.loading}
        refusal={withdrawal.refusal?.message}
        onClose={() => setWithdrawing(false)}
        onConfirm={() => {
          void withdraw({ submissionId: submission.id }).then((outcome) => {
            if (!outcome.ok) return;
            setWithdrawing(false);
            onChanged();
          });
        }}
      >
        <p>{t('withdraw.body')}</p>
      </ConfirmDialog>
    </div>
  );
}
