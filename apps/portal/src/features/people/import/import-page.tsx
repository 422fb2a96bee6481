import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { LinkButton } from '../../../components/button.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { ImportColumns } from './import-columns.js';
import { PEOPLE_IMPORT, type PeopleImport } from './import.documents.js';
import { ImportPreview } from './import-preview.js';
import { ImportProgress } from './import-progress.js';
import { ImportResult } from './import-result.js';

// Reading and writing a few hundred rows takes a moment, a hundred thousand some seconds.
const LOOK_AGAIN = 800;
const UNDER_WAY: readonly PeopleImport['state'][] = ['READING', 'APPLYING'];

/** One import, wherever it stands. The address has its id, so one may leave and come back. */
export function ImportPage() {
  const { t } = useTranslation('people');
  const { id = '' } = useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(PEOPLE_IMPORT, { variables: { id } });
  const found = data?.peopleImport;
  useWatch(Boolean(found && UNDER_WAY.includes(found.state)), startPolling, stopPolling);
  return (
    <Page title={t('import.title')} width="reading" record={found?.id}>
      {!found && <PageHeader title={t('import.title')} />}
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={10} />}
      {data && !found && (
        <EmptyState
          title={t('import.gone')}
          act={<LinkButton to="/admin/people/import">{t('import.again')}</LinkButton>}
        >
          {t('import.goneBody')}
        </EmptyState>
      )}
      {found && <Step key={found.id} found={found} />}
    </Page>
  );
}

function Step({ found }: { found: PeopleImport }) {
  const [params] = useSearchParams();
  switch (found.state) {
    case 'READING':
    case 'APPLYING':
      return <ImportProgress found={found} />;
    case 'PREVIEWED':
      return params.get('step') === 'columns' ? <ImportColumns found={found} /> : <ImportPreview found={found} />;
    case 'APPLIED':
    case 'FAILED':
    case 'CANCELLED':
      return <ImportResult found={found} />;
  }
}

function useWatch(underWay: boolean, start: (interval: number) => void, stop: () => void) {
  useEffect(() => {
    if (!underWay) return;
    start(LOOK_AGAIN);
    return stop;
  }, [underWay, start, stop]);
}
