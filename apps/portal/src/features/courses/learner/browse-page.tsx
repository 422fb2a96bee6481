import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../components/button.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState } from '../../../components/states.js';
import { useViewer } from '../../../lib/viewer.js';
import { CourseTable } from '../catalogue/course-table.js';
import { useCourseFilter } from '../course-filter.js';
import styles from '../courses.module.css';
import { ClaimsSection } from './claims-section.js';
import { FinishedSection } from './finished-section.js';

/** What one can learn from, and what one finished. */
export function BrowseCoursesPage() {
  const { t } = useTranslation('courses');
  const { may } = useViewer();
  const filter = useCourseFilter();
  return (
    <Page title={t('title')} width="reading">
      <PageHeader
        title={t('title')}
        below={t('browse.below')}
        acts={may('course.manage') && <LinkButton to="/programme/courses">{t('browse.keep')}</LinkButton>}
      />
      <div className={styles.browse}>
        <CourseTable
          base="/growth/courses"
          // Retired ones are found by those who keep them.
          filter={{ ...filter, filter: { ...filter.filter, state: 'ACTIVE' } }}
          facets={['mode', 'hours', 'language', 'provider']}
          empty={<EmptyState title={t('empty.title')}>{t('empty.browse')}</EmptyState>}
        />
      </div>
      <ClaimsSection />
      <FinishedSection />
    </Page>
  );
}
