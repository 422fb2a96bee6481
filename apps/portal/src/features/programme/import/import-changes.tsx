import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { DataTable } from '../../../components/data-table.js';
import { FilterBar, FilterMenu, FilterToggle } from '../../../components/filter-bar.js';
import { FRAMEWORK_IMPORT, type FrameworkImport } from './import.documents.js';
import styles from './import.module.css';

const FIGURE_OF = { CREATE: 'create', UPDATE: 'update', REMOVE: 'remove' } as const;
type Outcome = keyof typeof FIGURE_OF;
type Object_ = FrameworkImport['outcomes'][number]['object'];

interface Props {
  id: string;
  outcomes: FrameworkImport['outcomes'];
  /** Of a first version everything is new: the names are there for whoever wants them. */
  isFirst: boolean;
}

/** By name: what is new, what differs and in what, and what is no longer there. */
export function ImportChanges({ id, outcomes, isFirst }: Props) {
  const { t } = useTranslation('programme');
  const [shown, show] = useState(!isFirst);
  const changed = outcomes.filter((each) => each.create + each.update + each.remove > 0);
  if (changed.length === 0) return null;
  if (shown) return <Changes id={id} changed={changed} />;
  return (
    <div className={styles.changes}>
      <Button variant="quiet" size="small" onClick={() => show(true)}>
        {t('import.byName')}
      </Button>
    </div>
  );
}

function Changes({ id, changed }: { id: string; changed: FrameworkImport['outcomes'] }) {
  const { t } = useTranslation('programme');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [object, setObject] = useState<Object_ | ''>('');
  const variables = { id, outcome, object: object || null };
  const { data, previousData, fetchMore } = useQuery(FRAMEWORK_IMPORT, { variables });
  const rows = (data ?? previousData)?.frameworkImport?.rows;
  if (!rows) return null;
  const of = (each: Outcome) => changed.reduce((sum, counts) => sum + counts[FIGURE_OF[each]], 0);
  return (
    <div className={styles.changes}>
      <h3>{t('import.changes')}</h3>
      <FilterBar>
        {(Object.keys(FIGURE_OF) as Outcome[]).map(
          (each) =>
            of(each) > 0 && (
              <FilterToggle
                key={each}
                active={outcome === each}
                count={of(each)}
                onToggle={() => setOutcome(outcome === each ? null : each)}
              >
                {t(`import.outcome.${FIGURE_OF[each]}`)}
              </FilterToggle>
            ),
        )}
        <FilterMenu
          label={t('import.object')}
          value={object}
          options={[
            { value: '', label: t('import.everything') },
            ...changed.map((each) => ({ value: each.object, label: t(`object.${each.object}`) })),
          ]}
          onChange={setObject}
        />
      </FilterBar>
      <DataTable
        label={t('import.changes')}
        density="compact"
        keys={false}
        rows={rows.edges.map(({ node }, at) => ({ ...node, id: String(at) }))}
        rowId={(row) => row.id}
        empty={<p className={styles.hint}>{t('import.noneOfThese')}</p>}
        columns={[
          { id: 'object', head: t('import.object'), width: 150, cell: (row) => t(`object.${row.object}`) },
          { id: 'name', head: t('import.name'), phone: true, cell: (row) => row.name },
          {
            id: 'outcome',
            head: t('import.becomes'),
            width: 110,
            phone: true,
            cell: (row) => t(`import.outcome.${FIGURE_OF[row.outcome]}`),
          },
          { id: 'fields', head: t('import.differs'), cell: (row) => row.fields.join(', ') },
        ]}
      />
      {rows.pageInfo.hasNextPage && (
        <Button
          size="small"
          onClick={() => void fetchMore({ variables: { ...variables, rowsAfter: rows.pageInfo.endCursor } })}
        >
          {t('more', { shown: rows.edges.length, total: rows.totalCount })}
        </Button>
      )}
    </div>
  );
}
