import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Column, DataTable } from '../../../components/data-table.js';
import { SearchBox } from '../../../components/filter-bar.js';
import { LevelTile } from '../../../components/level-tile.js';
import { EmptyState, ErrorState, FilteredState } from '../../../components/states.js';
import { ShowMore } from '../../../components/show-more.js';
import { NameLink } from '../../../components/text-link.js';
import { useSearchWords } from '../../../lib/use-address.js';
import { FRAMEWORK_SKILLS, type FrameworkSkill as Row } from './framework.documents.js';
import styles from './framework.module.css';

/** The skills of a framework, searched and paged. */
export function FrameworkSkills({ id }: { id: string }) {
  const { t } = useTranslation('programme');
  const navigate = useNavigate();
  const { search, typed, type } = useSearchWords();
  // Only where J and K are; not in the address, which a click on the row's link is about to change.
  const [selected, select] = useState<string | null>(null);
  const { data, previousData, error, refetch, fetchMore } = useQuery(FRAMEWORK_SKILLS, {
    variables: { id, search: search || null },
  });
  const list = (data ?? previousData)?.framework?.skills;
  const columns: Column<Row>[] = [
    {
      id: 'name',
      head: t('skills.name'),
      phone: true,
      width: 260,
      cell: (row) => <NameLink to={`/programme/skills/${row.id}`}>{row.name}</NameLink>,
    },
    {
      id: 'description',
      head: t('skills.description'),
      cell: (row) => <span className={styles.clip}>{row.description}</span>,
    },
    { id: 'levels', head: t('skills.levels'), width: 150, phone: true, cell: (row) => <Levels row={row} /> },
  ];
  return (
    <>
      <div className={styles.search}>
        <SearchBox label={t('skills.search')} value={typed} onChange={type} />
      </div>
      <div className={styles.table}>
        <DataTable
          label={t('framework.skills')}
          columns={columns}
          rows={list?.edges.map((edge) => edge.node)}
          rowId={(row) => row.id}
          selectedId={selected}
          onSelect={(row) => select(row.id)}
          onOpen={(row) => void navigate(`/programme/skills/${row.id}`)}
          error={error && !list && <ErrorState onRetry={() => void refetch()} />}
          empty={
            search ? (
              <Filtered id={id} onClear={() => type('')} />
            ) : (
              <EmptyState title={t('skills.none')}>{t('skills.noneBody')}</EmptyState>
            )
          }
        />
      </div>
      <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
    </>
  );
}

function Filtered({ id, onClear }: { id: string; onClear: () => void }) {
  const { data } = useQuery(FRAMEWORK_SKILLS, { variables: { id, search: null } });
  return <FilteredState filters={1} without={data?.framework?.skills.totalCount ?? 0} onClear={onClear} />;
}

/** The levels that the framework describes for this skill; a level without words is a dash. */
function Levels({ row }: { row: Row }) {
  const { t } = useTranslation('programme');
  const described = row.levels.filter((each) => each.descriptors.length > 0);
  if (described.length === 0) return <span className={styles.quiet}>{t('skills.withoutDescriptors')}</span>;
  return (
    <span className={styles.tiles}>
      {described.map(({ level }) => (
        <LevelTile key={level.id} level={level.ordinal} size="small" />
      ))}
    </span>
  );
}
