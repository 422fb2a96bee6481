import { useQuery } from '@apollo/client/react';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Chip } from '../../../components/chip.js';
import { LinkButton } from '../../../components/button.js';
import { Page, PageHeader, Section, WithRail } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, Note } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import styles from '../courses.module.css';
import { ProviderName } from '../provider-name.js';
import { CourseFacts } from './course-facts.js';
import { COURSE, type ShownCourse } from './courses.documents.js';
import { FeedbackForm } from './feedback-form.js';
import { LeadsTo } from './leads-to.js';

/** One course as everybody sees it: what it is, what it leads to, and what happens when it is finished. */
export function CoursePage() {
  const { t } = useTranslation('courses');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(COURSE, { variables: { id }, fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  const { course } = data;
  if (!course)
    return (
      <EmptyState alone title={t('none.title')}>
        {t('none.body')}
      </EmptyState>
    );
  return (
    <Page title={course.title} width="reading" record={course.id}>
      <PageHeader
        title={course.title}
        above={
          <>
            <TextLink to="/growth/courses">{t('title')}</TextLink>
            {course.area && (
              <>
                <span aria-hidden>·</span>
                <span>{course.area}</span>
              </>
            )}
          </>
        }
        below={course.provider && <ProviderName provider={course.provider} />}
        acts={<Acts course={course} />}
      />
      {course.state === 'RETIRED' && <Note>{t('isRetired')}</Note>}
      <WithRail rail={<CourseFacts course={course} />}>
        {(course.description || course.topics.length > 0) && (
          <Section title={t('section.about')} voice="record">
            {course.description && <p className={styles.prose}>{course.description}</p>}
            <p className={styles.topics}>
              {course.topics.map((topic) => (
                <Chip key={topic}>{topic}</Chip>
              ))}
            </p>
          </Section>
        )}
        <LeadsTo course={course} />
        {(course.prerequisites || course.prerequisiteCourses.length > 0) && <Before course={course} />}
        {course.myCompletion && (
          <Section title={t('feedback.title')} voice="record">
            <FeedbackForm key={course.id} course={course} />
          </Section>
        )}
      </WithRail>
    </Page>
  );
}

function Acts({ course }: { course: ShownCourse }) {
  const { t } = useTranslation('courses');
  return (
    <>
      {course.viewerCan.includes('edit') && <LinkButton to={`/programme/courses/${course.id}`}>{t('edit')}</LinkButton>}
      {course.url && (
        <LinkButton
          to={course.url}
          variant="primary"
          size="large"
          target="_blank"
          rel="noreferrer noopener"
          icon={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
        >
          {t('open')}
        </LinkButton>
      )}
    </>
  );
}

function Before({ course }: { course: ShownCourse }) {
  const { t } = useTranslation('courses');
  // Said once: the link below says the same.
  const isNamed = course.prerequisiteCourses.some(({ title }) => title === course.prerequisites);
  return (
    <Section title={t('section.before')} voice="record">
      {course.prerequisites && !isNamed && <p className={styles.prose}>{course.prerequisites}</p>}
      {course.prerequisiteCourses.length > 0 && (
        <ul className={styles.rows}>
          {course.prerequisiteCourses.map((each) => (
            <li key={each.id}>
              <span>
                <TextLink to={`/growth/courses/${each.id}`}>{each.title}</TextLink>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
