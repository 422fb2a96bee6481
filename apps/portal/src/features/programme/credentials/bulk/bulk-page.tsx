import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '../../../../components/button.js';
import { Page, PageHeader } from '../../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../../components/states.js';
import { BULK_ISSUE } from './bulk.documents.js';
import { BulkView } from './bulk-view.js';

const LOOK_AGAIN = 1_000;

/** One list, wherever it stands. The address has its id, so one may leave and come back. */
export function BulkPage() {
  const { t } = useTranslation('bulk');
  const { id = '' } = useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(BULK_ISSUE, { variables: { id } });
  const found = data?.bulkIssue;
  const underWay =
    found?.state === 'AWARDING' ||
    found?.state === 'UNDOING' ||
    (found?.state === 'AWARDED' && found.standing.waiting > 0);
  useEffect(() => {
    if (!underWay) return;
    startPolling(LOOK_AGAIN);
    return stopPolling;
  }, [underWay, startPolling, stopPolling]);
  return (
    <Page title={found?.fileName ?? t('title')} width="reading" record={found?.id}>
      {!found && <PageHeader title={t('title')} />}
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={10} />}
      {data && !found && (
        <EmptyState title={t('gone')} act={<LinkButton to="/programme/credentials/bulk">{t('another')}</LinkButton>}>
          {t('goneBody')}
        </EmptyState>
      )}
      {found && <BulkView key={found.id} list={found} />}
    </Page>
  );
}
