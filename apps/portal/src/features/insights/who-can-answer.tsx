import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.js';
import { FilterBar, FilterToggle } from '../../components/filter-bar.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { ShowMore } from '../../components/show-more.js';
import { NameLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { type WhoCan, WHO_CAN } from './asking.documents.js';
import styles from './insights.module.css';
import { Proofs } from './proofs.js';
import type { useAsking } from './use-asking.js';

/** People who can do it, with where each level comes from and how long they are there. */
export function WhoCanAnswer({ asking }: { asking: ReturnType<typeof useAsking> }) {
  const { t } = useTranslation('insights');
  const { date } = useFormat();
  const { needs, unitId, from, any } = asking;
  const { data, previousData, error, refetch, fetchMore } = useQuery(WHO_CAN, {
    variables: { requirements: needs, unitId, from: from || null, any },
  });
  const list = (data ?? previousData)?.whoCan;
  const columns: Column<WhoCan>[] = [
    {
      id: 'person',
      head: t('ask.person'),
      phone: true,
      width: 260,
      cell: ({ personId, name, jobTitle, unitName }) => (
        <>
          <NameLink to={`/growth/colleagues/${personId}`}>{name}</NameLink>
          <small className={styles.sub}>{[jobTitle, unitName].filter(Boolean).join(' · ')}</small>
        </>
      ),
    },
    { id: 'proofs', head: t('ask.proofs'), phone: true, cell: ({ proofs }) => <Proofs proofs={proofs} /> },
    {
      id: 'until',
      head: t('ask.there'),
      width: 160,
      cell: ({ lastDay }) => (lastDay ? t('ask.leaves', { day: date(lastDay) }) : t('ask.stays')),
    },
  ];
  return (
    <>
      {needs.length > 1 && (
        <FilterBar>
          <FilterToggle active={any} onToggle={() => asking.set('any', any ? '' : 'yes')}>
            {t('ask.any')}
          </FilterToggle>
        </FilterBar>
      )}
      <output className={styles.quiet}>{list && t('ask.found', { count: list.totalCount })}</output>
      <DataTable
        label={t('ask.people')}
        columns={columns}
        rows={list?.edges.map(({ node }) => node)}
        rowId={({ personId }) => personId}
        density="tall"
        keys={false}
        error={error && !list && <ErrorState onRetry={() => void refetch()} />}
        empty={<EmptyState title={t('ask.none')}>{t('ask.noneBody')}</EmptyState>}
      />
      <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
    </>
  );
}
