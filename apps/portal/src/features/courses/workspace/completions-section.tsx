import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { DataTable } from '../../../components/data-table.js';
import { Section } from '../../../components/page.js';
import { ErrorState } from '../../../components/states.js';
import { ShowMore } from '../../../components/show-more.js';
import { NameLink, TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../courses.module.css';
import { type CompletionRow, COURSE_COMPLETIONS, type KeptCourse, WITHDRAW_COMPLETION } from './course.documents.js';
import { RecordDialog } from './record-dialog.js';

/** Who finished it: recorded one by one here, or many from a file. */
export function CompletionsSection({ course }: { course: KeptCourse }) {
  const { t } = useTranslation('courses');
  const { date } = useFormat();
  const [recording, record] = useState(false);
  const [taking, take] = useState<CompletionRow | null>(null);
  const { data, error, refetch, fetchMore } = useQuery(COURSE_COMPLETIONS, {
    variables: { id: course.id },
    fetchPolicy: 'cache-and-network',
  });
  const list = data?.courseCompletions;
  return (
    <Section
      title={t('completion.title')}
      aside={
        <>
          {list !== undefined && list.totalCount > 0 && (
            <a className={styles.take} href={`/courses/${course.id}/completions.csv`} download>
              {t('completion.take')}
            </a>
          )}
          <Button variant="quiet" size="small" onClick={() => record(true)}>
            {t('completion.record')}
          </Button>
        </>
      }
    >
      <DataTable
        label={t('completion.title')}
        density="compact"
        keys={false}
        rows={list?.edges.map(({ node }) => node)}
        rowId={(row) => row.id}
        error={error && !list && <ErrorState onRetry={() => void refetch()} />}
        empty={
          <p className={styles.hint}>
            {t('completion.nobody')}{' '}
            <TextLink to="/programme/courses/import?kind=COMPLETIONS">{t('completion.import')}</TextLink>
          </p>
        }
        columns={[
          {
            id: 'person',
            head: t('completion.person'),
            phone: true,
            cell: (row) => <NameLink to={`/growth/colleagues/${row.person.id}`}>{row.person.displayName}</NameLink>,
          },
          { id: 'day', head: t('completion.day'), width: 140, phone: true, cell: (row) => date(row.completedOn) },
          { id: 'grade', head: t('completion.grade'), width: 120, cell: (row) => row.grade || '–' },
          {
            id: 'act',
            head: '',
            width: 120,
            align: 'end',
            cell: (row) =>
              row.viewerCan.includes('withdraw') && (
                <Button variant="quiet" size="small" onClick={() => take(row)}>
                  {t('completion.withdraw')}
                </Button>
              ),
          },
        ]}
      />
      <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
      {recording && <RecordDialog course={course} onClose={() => record(false)} />}
      {taking && <Withdraw row={taking} course={course} onClose={() => take(null)} />}
    </Section>
  );
}

function Withdraw({ row, course, onClose }: { row: CompletionRow; course: KeptCourse; onClose: () => void }) {
  const { t } = useTranslation('courses');
  const [withdraw, { loading, refusal, failed }] = useResultMutation(WITHDRAW_COMPLETION, {
    refetch: ['CourseCompletions'],
  });
  return (
    <ConfirmDialog
      open
      danger
      title={t('completion.withdrawTitle', { name: row.person.displayName, course: course.title })}
      act={t('completion.withdraw')}
      reasonLabel={t('completion.reason')}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
      onClose={onClose}
      onConfirm={(reason) => void withdraw({ id: row.id, reason }).then(({ ok }) => ok && onClose())}
    >
      <p>{t('completion.withdrawBody')}</p>
    </ConfirmDialog>
  );
}
