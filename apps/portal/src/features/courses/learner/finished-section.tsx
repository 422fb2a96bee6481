import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table.js';
import { Section } from '../../../components/page.js';
import { ShowMore } from '../../../components/show-more.js';
import { NameLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import styles from '../courses.module.css';
import { type MyCompletion, MY_COMPLETIONS } from './courses.documents.js';

/** What was recorded of oneself. Nothing here is a verified level, and it says so. */
export function FinishedSection() {
  const { t } = useTranslation('courses');
  const { date } = useFormat();
  const { data, fetchMore } = useQuery(MY_COMPLETIONS, { fetchPolicy: 'cache-and-network' });
  const list = data?.myCompletions;
  if (!list || list.edges.length === 0) return null;
  return (
    <Section title={t('finished.title')} aside={t('finished.aside')}>
      <DataTable
        label={t('finished.title')}
        density="compact"
        keys={false}
        rows={list.edges.map(({ node }) => node)}
        rowId={(row) => row.id}
        empty={null}
        columns={[
          {
            id: 'course',
            head: t('column.title'),
            phone: true,
            cell: (row) => <NameLink to={`/growth/courses/${row.course.id}`}>{row.course.title}</NameLink>,
          },
          { id: 'day', head: t('completion.day'), width: 140, phone: true, cell: (row) => date(row.completedOn) },
          { id: 'grade', head: t('completion.grade'), width: 110, cell: (row) => row.grade || '–' },
          { id: 'led', head: t('finished.led'), cell: (row) => <Led completion={row} /> },
        ]}
      />
      <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
    </Section>
  );
}

function Led({ completion }: { completion: MyCompletion }) {
  const { t } = useTranslation('courses');
  const led = completion.outcomes.filter(({ result }) => result !== 'NONE');
  if (led.length === 0) return <span className={styles.quiet}>–</span>;
  // t('courses:led.ATTACH_EVIDENCE') t('courses:led.SEND_FOR_REVIEW') t('courses:led.COMPLETE')
  return (
    <span className={styles.title}>
      {led.map(({ skill, result }) => (
        <span key={skill?.id}>
          {skill?.name} <span className={styles.quiet}>{t(`led.${result}`)}</span>
        </span>
      ))}
    </span>
  );
}
