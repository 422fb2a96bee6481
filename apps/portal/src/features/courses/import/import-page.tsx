import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '../../../components/button.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { COURSE_IMPORT } from './import.documents.js';
import { ImportView } from './import-view.js';

const LOOK_AGAIN = 800;

/** One import, wherever it stands. The address has its id, so one may leave and come back. */
export function CourseImportPage() {
  const { t } = useTranslation('courses');
  const { id = '' } = useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(COURSE_IMPORT, { variables: { id } });
  const found = data?.courseImport;
  const underWay = found?.state === 'APPLYING';
  useEffect(() => {
    if (!underWay) return;
    startPolling(LOOK_AGAIN);
    return stopPolling;
  }, [underWay, startPolling, stopPolling]);
  return (
    <Page title={t('import.title')} width="reading" record={found?.id}>
      {!found && <PageHeader title={t('import.title')} />}
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={10} />}
      {data && !found && (
        <EmptyState
          title={t('import.gone')}
          act={<LinkButton to="/programme/courses/import">{t('import.another')}</LinkButton>}
        >
          {t('import.goneBody')}
        </EmptyState>
      )}
      {found && <ImportView key={found.id} found={found} />}
    </Page>
  );
}
