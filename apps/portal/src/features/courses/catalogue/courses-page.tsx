import { useQuery } from '@apollo/client/react';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../../components/button.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState } from '../../../components/states.js';
import { useAddress } from '../../../lib/use-address.js';
import { useViewer } from '../../../lib/viewer.js';
import { CLAIMS_WAITING } from '../claims/claims.documents.js';
import { useCourseFilter } from '../course-filter.js';
import styles from '../courses.module.css';
import { AddCourseDialog } from './add-course-dialog.js';
import { CourseTable } from './course-table.js';

/** The catalogue, for those who keep it. */
export function CoursesPage() {
  const { t } = useTranslation('courses');
  const { may } = useViewer();
  const filter = useCourseFilter();
  const [dialog, setDialog] = useAddress('dialog');
  const keeps = may('course.manage');
  return (
    <Page title={t('title')}>
      <PageHeader
        title={t('title')}
        below={t('below')}
        acts={
          keeps && (
            <>
              <ClaimsAct />
              <LinkButton to="/programme/courses/providers">{t('providers.link')}</LinkButton>
              <LinkButton to="/programme/courses/import" icon={<IconFileImport size={16} stroke={1.6} aria-hidden />}>
                {t('import.act')}
              </LinkButton>
              <Button
                variant="primary"
                size="large"
                icon={<IconPlus size={16} stroke={1.6} aria-hidden />}
                onClick={() => setDialog('new')}
              >
                {t('add.act')}
              </Button>
            </>
          )
        }
      />
      <div className={styles.list}>
        <CourseTable
          base="/programme/courses"
          filter={filter}
          facets={['state', 'provider', 'mode', 'language', 'hours']}
          empty={<EmptyState title={t('empty.title')}>{t('empty.keep')}</EmptyState>}
        />
      </div>
      {dialog === 'new' && <AddCourseDialog onClose={() => setDialog('')} />}
    </Page>
  );
}

/** The way to what people say they finished, with how many of it wait. */
function ClaimsAct() {
  const { t } = useTranslation('courses');
  const { data } = useQuery(CLAIMS_WAITING, { fetchPolicy: 'cache-and-network' });
  const waiting = data?.completionClaims.totalCount ?? 0;
  return (
    <LinkButton to="/programme/courses/claims">
      {waiting > 0 ? t('claims.waiting', { count: waiting }) : t('claims.act')}
    </LinkButton>
  );
}
