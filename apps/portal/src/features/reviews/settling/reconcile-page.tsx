import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { ReconcileWorkspace } from './reconcile-workspace.js';
import { RECONCILIATION, RECONCILIATION_EVIDENCE } from './reconciliation.documents.js';

// The other writes meanwhile.
const LOOK_AGAIN = 10_000;

/** Two columns; only the criteria that differ are open. */
export function ReconcilePage() {
  const { t } = useTranslation('reviews');
  const { submissionId = '' } = useParams();
  const { data, error, refetch } = useQuery(RECONCILIATION, { variables: { submissionId }, pollInterval: LOOK_AGAIN });
  const evidence = useQuery(RECONCILIATION_EVIDENCE, { variables: { submissionId } });
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
  return (
    <Page title={it.achievementVersion?.name ?? t('reconcile.title')} record={it.id}>
      <ReconcileWorkspace
        key={it.id}
        it={it}
        snapshot={evidence.data && (evidence.data.reconciliation?.snapshot ?? null)}
        onChanged={() => void refetch()}
      />
    </Page>
  );
}
