import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, Note } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { achievementTitle } from './coverage.rules.js';
import { DraftWorkspace } from './draft/draft-workspace.js';
import { HandedInView } from './handed-in/handed-in-view.js';
import type { FullSubmission } from './submission.types.js';
import { SUBMISSION } from './submissions.documents.js';
import styles from './submission-page.module.css';

// A passed attempt's badge is signed within seconds; the page waits for it with the person.
const LOOK_AGAIN = 2_000;

/** One attempt: a place to work while it is a draft, a record afterwards. */
export function SubmissionPage() {
  const { t } = useTranslation('submissions');
  const { id = '' } = useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(SUBMISSION, { variables: { id } });
  const submission = data?.submission;
  const waits = submission ? waitsForBadge(submission) : false;
  useEffect(() => {
    if (!waits) return;
    startPolling(LOOK_AGAIN);
    return () => stopPolling();
  }, [waits, startPolling, stopPolling]);

  if (error && !data)
    return (
      <div className={styles.alone}>
        <ErrorState onRetry={() => void refetch()} />
      </div>
    );
  if (!data)
    return (
      <div className={styles.alone}>
        <LoadingRows rows={8} height={58} />
      </div>
    );
  if (!submission)
    return (
      <div className={styles.alone}>
        <EmptyState
          title={t('missing.title')}
          act={<LinkButton to="/growth/submissions">{t('missing.back')}</LinkButton>}
        >
          {t('missing.body')}
        </EmptyState>
      </div>
    );
  return (
    <Page title={achievementTitle(submission.achievementVersion)} record={submission.id}>
      {submission.renews && (
        <Note wide>
          {t('renewal.body')} <TextLink to={`/growth/badges/${submission.renews.id}`}>{t('renewal.badge')}</TextLink>
        </Note>
      )}
      {submission.state === 'DRAFT' || submission.state === 'RETURNED' ? (
        <DraftWorkspace key={submission.id} submission={submission} onSent={() => void refetch()} />
      ) : (
        <HandedInView submission={submission} onChanged={() => void refetch()} />
      )}
    </Page>
  );
}

function waitsForBadge(submission: FullSubmission): boolean {
  return (
    submission.award?.state === 'PENDING' || (submission.award?.state === 'ISSUED' && !submission.award.credential)
  );
}
