import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { FrozenCopy } from '../../../components/frozen-copy.js';
import { PageHeader, Section, WithRail } from '../../../components/page.js';
import { EmptyState, Note, RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { achievementTitle } from '../coverage.rules.js';
import { useSubmissionWords } from '../submission-words.js';
import type { FullSubmission } from '../submission.types.js';
import { START_AGAIN } from '../submissions.documents.js';
import { WithdrawAct } from '../withdraw-act.js';
import styles from './handed-in-view.module.css';
import { AppealSection } from './appeal-section.js';
import { OutcomeSection } from './outcome-section.js';
import { SubmissionOpenings } from './submission-openings.js';
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
  const [startAgain, restart] = useResultMutation(START_AGAIN);
  const released = Boolean(submission.decision?.releasedAt);
  const hold = submission.state === 'ON_HOLD' ? submission.timeline.findLast(({ state }) => state === 'ON_HOLD') : null;
  const mayTryAgain = submission.state === 'WITHDRAWN' || (released && submission.decision?.outcome !== 'PASS');

  const again = async () => {
    const outcome = await startAgain({
      achievementVersionId: submission.achievementVersion.id,
      route: submission.route,
    });
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
            <WithdrawAct submission={submission} onWithdrawn={onChanged} />
            {mayTryAgain && (
              <Button variant="primary" size="large" busy={restart.loading} onClick={() => void again()}>
                {t('handedIn.again')}
              </Button>
            )}
          </>
        }
      />
      {restart.refusal && !('submissionId' in restart.refusal) && <RefusalNote>{restart.refusal.message}</RefusalNote>}
      {restart.failed && <RefusalNote>{t('handedIn.againFailed')}</RefusalNote>}
      <div className={styles.body}>
        <WithRail
          rail={
            <>
              <Section title={t('timeline.title')}>
                <div className={styles.timeline}>
                  <SubmissionTimeline submission={submission} />
                </div>
              </Section>
              <SubmissionOpenings submissionId={submission.id} />
            </>
          }
        >
          {hold && (
            <div className={styles.held}>
              <Note tone="amber">
                {t('handedIn.onHold', { when: format.dayAndTime(hold.at) })} {hold.note}
              </Note>
            </div>
          )}
          {released && submission.decision && (
            <OutcomeSection
              decision={submission.decision}
              replaced={submission.replacedDecisions}
              award={submission.award}
              version={submission.achievementVersion}
            />
          )}
          <AppealSection submission={submission} />
          {submission.snapshot ? (
            <FrozenCopy snapshot={submission.snapshot} />
          ) : (
            <EmptyState title={t('frozen.none')}>{t('frozen.noneBody')}</EmptyState>
          )}
        </WithRail>
      </div>
    </div>
  );
}
