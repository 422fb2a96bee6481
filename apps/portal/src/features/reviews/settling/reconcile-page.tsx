import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { RECONCILIATION } from './reconciliation.documents.js';
import styles from '../settled.module.css';
import { ReconcileWorkspace } from './reconcile-workspace.js';

// The other writes meanwhile.
const LOOK_AGAIN = 10_000;

/** Two columns; only the criteria that differ are open. */
export function ReconcilePage() {
  const { t } = useTranslation('reviews');
  const { submissionId = '' } = useParams();
  const { data, error, refetch } = useQuery(RECONCILIATION, { variables: { submissionId }, pollInterval: LOOK_AGAIN });
  const it = data?.reconciliation;
  if (!it)
    return (
      <Page title={t('reconcile.title')}>
        {error ? (
          <ErrorState alone onRetry={() => void refetch()} />
        ) : data ? (
          <EmptyState alone title={t('reconcile.none')} />
        ) : (
          <LoadingRows />
        )}
      </Page>
    );
  // t('reviews:reconcile.settled.AGREED') t('reviews:reconcile.settled.NEAREST_PAIR') t('reviews:reconcile.settled.ADJUDICATED')
  return (
    <Page title={t('reconcile.title')}>
      <PageHeader
        title={it.achievementVersion?.name ?? ''}
        above={t('reconcile.title')}
        below={it.settledHow ? t(`reconcile.settled.${it.settledHow}`) : t(`reconcile.state.${it.state}`)}
      />
      <div className={styles.narrow}>
        <ReconcileWorkspace key={it.id} it={it} onChanged={() => void refetch()} />
      </div>
    </Page>
  );
}
