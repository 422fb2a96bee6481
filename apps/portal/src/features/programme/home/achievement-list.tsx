import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { FilterBar, FilterToggle, SearchBox } from '../../../components/filter-bar.js';
import { LevelTile } from '../../../components/level-tile.js';
import { OpenNumber } from '../../../components/open-number.js';
import { EmptyState, ErrorState, FilteredState } from '../../../components/states.js';
import { ShowMore } from '../../../components/show-more.js';
import { NameLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useViewer } from '../../../lib/viewer.js';
import { lastAddress } from '../designer/last-section.js';
import { StateWord } from '../state-word.js';
import { useAddress, useSearchWords } from '../../../lib/use-address.js';
import { PROGRAMME_ACHIEVEMENTS } from './programme-home.documents.js';
import styles from './programme-home-page.module.css';

type Row = ResultOf<typeof PROGRAMME_ACHIEVEMENTS>['achievements']['edges'][number]['node'];

const STATES = ['DRAFT', 'PUBLISHED', 'RETIRED'] as const;

/** Every achievement with what still stands between a draft and publishing. */
export function AchievementList({ onCreate }: { onCreate?: () => void }) {
  const { t } = useTranslation('programme');
  const navigate = useNavigate();
  const { search, typed, type } = useSearchWords();
  const [chosen, choose] = useAddress('state');
  // Only where J and K are; not in the address, which a click on the row's link is about to change.
  const [selected, select] = useState<string | null>(null);
  const state = STATES.find((each) => each === chosen) ?? null;
  const { data, previousData, error, refetch, fetchMore } = useQuery(PROGRAMME_ACHIEVEMENTS, {
    variables: { search: search || null, state },
  });
  const list = (data ?? previousData)?.achievements;
  const filters = Number(Boolean(search)) + Number(state !== null);
  const clear = () => {
    type('');
    choose('');
  };

  // t('programme:states.DRAFT') t('programme:states.PUBLISHED') t('programme:states.RETIRED')
  return (
    <div className={styles.list}>
      <FilterBar>
        <SearchBox label={t('home.search')} value={typed} onChange={type} />
        {STATES.map((each) => (
          <FilterToggle key={each} active={state === each} onToggle={() => choose(state === each ? '' : each)}>
            {t(`states.${each}`)}
          </FilterToggle>
        ))}
      </FilterBar>
      <DataTable
        label={t('home.achievements')}
        columns={useColumns()}
        rows={list?.edges.map((edge) => edge.node)}
        rowId={(row) => row.id}
        selectedId={selected}
        onSelect={(row) => select(row.id)}
        onOpen={(row) => void navigate(lastAddress(row.id))}
        error={error && !list && <ErrorState onRetry={() => void refetch()} />}
        empty={
          filters > 0 ? (
            <Filtered filters={filters} onClear={clear} />
          ) : (
            <EmptyState
              title={t('home.empty.title')}
              act={
                onCreate && (
                  <Button variant="accent" onClick={onCreate}>
                    {t('home.create')}
                  </Button>
                )
              }
            >
              {onCreate ? t('home.empty.body') : t('home.empty.publishFirst')}
            </EmptyState>
          )
        }
      />
      <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
    </div>
  );
}

function Filtered({ filters, onClear }: { filters: number; onClear: () => void }) {
  const { data } = useQuery(PROGRAMME_ACHIEVEMENTS, { variables: { search: null, state: null } });
  return <FilteredState filters={filters} without={data?.achievements.totalCount ?? 0} onClear={onClear} />;
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('programme');
  const { dayAndTime } = useFormat();
  const { may } = useViewer();
  const opens = may('insights.read') && may('people.read');
  return [
    {
      id: 'name',
      head: t('home.columns.name'),
      phone: true,
      cell: (row) => (
        <NameLink className={styles.name} to={lastAddress(row.id)}>
          {row.name}
        </NameLink>
      ),
    },
    {
      id: 'state',
      head: t('home.columns.state'),
      phone: true,
      width: 150,
      cell: (row) => <StateWord state={row.state} />,
    },
    { id: 'skill', head: t('home.columns.skill'), cell: (row) => row.skill?.name ?? <None /> },
    {
      id: 'level',
      head: t('home.columns.level'),
      width: 170,
      cell: (row) =>
        row.level ? (
          <span className={styles.level}>
            <LevelTile level={row.level.ordinal} size="small" /> {row.level.label}
          </span>
        ) : (
          <None />
        ),
    },
    {
      id: 'open',
      head: t('home.columns.open'),
      width: 140,
      cell: (row) =>
        row.state === 'DRAFT' && row.openPoints.length > 0 ? (
          <StatusWord tone="gilt">{t('home.open', { count: row.openPoints.length })}</StatusWord>
        ) : (
          <None />
        ),
    },
    {
      id: 'saved',
      head: t('home.columns.saved'),
      width: 190,
      cell: (row) =>
        row.state === 'DRAFT' && row.savedAt ? (
          <span className={styles.quiet}>
            {row.savedBy
              ? t('home.savedBy', { name: row.savedBy.displayName, when: dayAndTime(row.savedAt) })
              : dayAndTime(row.savedAt)}
          </span>
        ) : (
          <None />
        ),
    },
    { id: 'version', head: t('home.columns.version'), width: 80, align: 'end', cell: (row) => row.number },
    {
      id: 'holders',
      head: t('home.columns.holders'),
      width: 90,
      align: 'end',
      cell: (row) => (
        <OpenNumber
          count={row.holders ?? 0}
          to={
            opens
              ? `/insights/rows/HOLDERS?${new URLSearchParams({ version: row.id, name: row.name }).toString()}`
              : null
          }
          label={`${row.name}, ${t('home.columns.holders')}`}
        />
      ),
    },
  ];
}

function None() {
  return <span className={styles.quiet}>–</span>;
}
