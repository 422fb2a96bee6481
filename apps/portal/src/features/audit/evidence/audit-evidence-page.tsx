import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { usePlace } from '../../../lib/use-place.js';
import { useViewer } from '../../../lib/viewer.js';
import { AUDITABLE_SUBMISSION } from './audit-evidence.documents.js';
import styles from './audit-evidence.module.css';
import { AuditedSubmission } from './audited-submission.js';
import { SubmissionLookup } from './submission-lookup.js';

/** Where an auditor opens what somebody handed in: first whose it is, then why, then for an hour what is in it. */
export function AuditEvidencePage() {
  const { t } = useTranslation('audit');
  const { may } = useViewer();
  const [place, go] = usePlace();
  const id = place.submission ?? '';
  const allowed = may('evidence.audit');
  const { data, error, refetch } = useQuery(AUDITABLE_SUBMISSION, {
    variables: { id },
    skip: !id || !allowed,
    fetchPolicy: 'network-only',
  });
  if (!allowed)
    return (
      <Page title={t('evidence.title')} width="reading">
        <EmptyState alone title={t('evidence.closed')}>
          {t('evidence.closedBody')}
        </EmptyState>
      </Page>
    );
  const found = id ? data?.auditableSubmission : undefined;
  if (found) return <AuditedSubmission submission={found} onOpened={() => void refetch()} />;
  return (
    <Page title={t('evidence.title')} width="reading">
      <PageHeader
        title={t('evidence.title')}
        above={<TextLink to="/admin/audit">{t('title')}</TextLink>}
        below={t('evidence.lead')}
      />
      <div className={styles.body}>
        <SubmissionLookup key={id} id={id} onLookUp={(submission) => go({ submission })} />
        {error && <ErrorState onRetry={() => void refetch()} />}
        {id && !error && data === undefined && <LoadingRows rows={3} />}
        {found === null && <EmptyState title={t('evidence.none')}>{t('evidence.noneBody')}</EmptyState>}
      </div>
    </Page>
  );
}
