import { useQuery } from '@apollo/client/react';
import { IconDoorExit, IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { StatusWord, type Tone } from '../../../components/chip.js';
import { DataTable } from '../../../components/data-table.js';
import { FilterToggle } from '../../../components/filter-bar.js';
import { EmptyState, ErrorState, FilteredState } from '../../../components/states.js';
import { ShowMore } from '../../../components/show-more.js';
import { NameLink } from '../../../components/text-link.js';
import { IMPORT_ROWS, type ImportOutcome, type PeopleImport } from './import.documents.js';
import { RowDetail } from './import-row-detail.js';
import styles from './import.module.css';

const OUTCOMES = [
  ['ERROR', 'errors'],
  ['CREATE', 'create'],
  ['CHANGE', 'change'],
  ['LEAVE', 'leave'],
  ['UNCHANGED', 'unchanged'],
] as const;

const icon = { size: 14, stroke: 1.8, 'aria-hidden': true } as const;
const LOOKS: Record<ImportOutcome, { tone: Tone; icon?: ReactNode }> = {
  ERROR: { tone: 'red' },
  CREATE: { tone: 'green', icon: <IconPlus {...icon} /> },
  CHANGE: { tone: 'plain', icon: <IconPencil {...icon} /> },
  LEAVE: { tone: 'amber', icon: <IconDoorExit {...icon} /> },
  UNCHANGED: { tone: 'plain' },
};

/** Every row of the file with what would come of it; the counts are the filters. */
export function ImportRows({ found }: { found: PeopleImport }) {
  const { t } = useTranslation('people');
  const [params, setParams] = useSearchParams();
  const outcome = OUTCOMES.find(([each]) => each === params.get('outcome'))?.[0] ?? null;
  const variables = { id: found.id, outcome };
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(IMPORT_ROWS, { variables });
  const shown = (data ?? previousData)?.peopleImport?.rows;
  const show = (next: ImportOutcome | null) =>
    setParams(
      (now) => {
        const words = new URLSearchParams(now);
        if (next) words.set('outcome', next);
        else words.delete('outcome');
        return words;
      },
      { replace: true },
    );
  // Before, a nought says something; afterwards only what happened does.
  const offered = OUTCOMES.filter(([, count]) => found.state === 'PREVIEWED' || found.counts[count] > 0);
  // t('people:import.outcome.ERROR') t('people:import.outcome.CREATE') t('people:import.outcome.CHANGE')
  // t('people:import.outcome.LEAVE') t('people:import.outcome.UNCHANGED')
  return (
    <>
      <fieldset className={styles.filters}>
        <legend className="visually-hidden">{t('import.filters')}</legend>
        {offered.map(([each, count]) => (
          <FilterToggle
            key={each}
            active={each === outcome}
            count={found.counts[count]}
            onToggle={() => show(each === outcome ? null : each)}
          >
            {t(`import.outcome.${each}`)}
          </FilterToggle>
        ))}
      </fieldset>
      <div className={styles.rows}>
        <DataTable
          label={t('import.rows')}
          keys={false}
          rows={shown?.edges.map((edge) => edge.node)}
          rowId={(row) => `${row.outcome} ${row.row} ${row.personId}`}
          loading={loading}
          error={error && !shown && <ErrorState onRetry={() => void refetch()} />}
          empty={
            outcome ? (
              <FilteredState filters={1} without={found.counts.rows} onClear={() => show(null)} />
            ) : (
              <EmptyState title={t('import.noRows')} />
            )
          }
          columns={[
            { id: 'row', head: t('import.row'), align: 'end', width: 56, cell: (row) => (row.row > 0 ? row.row : '–') },
            {
              id: 'outcome',
              head: t('import.outcome.head'),
              width: 130,
              cell: (row) => <Outcome outcome={row.outcome} />,
            },
            {
              id: 'name',
              head: t('columns.name'),
              width: '24%',
              phone: true,
              cell: (row) => (
                <>
                  {row.personId && row.outcome !== 'CREATE' ? (
                    <NameLink to={`/admin/people/${row.personId}`}>{row.name}</NameLink>
                  ) : (
                    row.name
                  )}
                  <span className={styles.onPhone}>
                    <Outcome outcome={row.outcome} />
                  </span>
                </>
              ),
            },
            { id: 'what', head: t('import.what'), phone: true, cell: (row) => <RowDetail row={row} /> },
          ]}
        />
      </div>
      <ShowMore
        className={styles.below}
        list={shown}
        onMore={(after) => fetchMore({ variables: { ...variables, after } })}
      />
    </>
  );
}

function Outcome({ outcome }: { outcome: ImportOutcome }) {
  const { t } = useTranslation('people');
  return <StatusWord {...LOOKS[outcome]}>{t(`import.outcome.${outcome}`)}</StatusWord>;
}
