import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { COURSE_TO_KEEP } from './course.documents.js';
import { CourseWorkspace } from './course-workspace.js';

/** One entry of the catalogue, for those who keep it. */
export function CourseWorkspacePage() {
  const { t } = useTranslation('courses');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(COURSE_TO_KEEP, { variables: { id } });
  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  if (!data.course)
    return (
      <EmptyState alone title={t('none.title')}>
        {t('none.body')}
      </EmptyState>
    );
  return (
    <Page title={data.course.title} width="reading" record={data.course.id}>
      <CourseWorkspace key={data.course.id} course={data.course} />
    </Page>
  );
}
