import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.js';
import { FilterBar, FilterToggle } from '../../components/filter-bar.js';
import { Figure } from '../../components/key-values.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { ShowMore } from '../../components/show-more.js';
import { NameLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { useAddress } from '../../lib/use-address.js';
import { BroughtState, VerdictWord } from './brought-state.js';
import { ELSEWHERE_WAITING, type Waiting } from './elsewhere.documents.js';
import styles from './elsewhere.module.css';

/** Badges from elsewhere that wait to be looked at, the longest first; or those that were. */
export function WaitingPage() {
  const { t } = useTranslation('elsewhere');
  const navigate = useNavigate();
  const { number } = useFormat();
  const [shown, show] = useAddress('shown');
  const [selected, select] = useState<string | null>(null);
  const waiting = shown !== 'decided';
  const { data, previousData, error, refetch, fetchMore } = useQuery(ELSEWHERE_WAITING, {
    variables: { waiting },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.externalCredentials;
  return (
    <Page title={t('keep.title')}>
      <PageHeader
        title={t('keep.title')}
        below={t('keep.below')}
        aside={list && <Figure value={number(list.totalCount)}>{t(waiting ? 'keep.waits' : 'keep.done')}</Figure>}
      />
      <FilterBar>
        <FilterToggle active={waiting} onToggle={() => show('')}>
          {t('keep.waiting')}
        </FilterToggle>
        <FilterToggle active={!waiting} onToggle={() => show('decided')}>
          {t('keep.decided')}
        </FilterToggle>
      </FilterBar>
      <div className={styles.list}>
        <DataTable
          label={t('keep.title')}
          columns={useColumns(waiting)}
          rows={list?.edges.map(({ node }) => node)}
          rowId={(row) => row.id}
          selectedId={selected}
          onSelect={(row) => select(row.id)}
          onOpen={(row) => void navigate(`/programme/elsewhere/${row.id}`)}
          error={error && !list && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.none}>
              <EmptyState title={t('keep.emptyTitle')}>{t('keep.emptyBody')}</EmptyState>
            </div>
          }
        />
        <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
      </div>
    </Page>
  );
}

function useColumns(waiting: boolean): Column<Waiting>[] {
  const { t } = useTranslation('elsewhere');
  const { date } = useFormat();
  // t('elsewhere:columns.sent') t('elsewhere:columns.decided') t('elsewhere:keep.waits') t('elsewhere:keep.done')
  return [
    {
      id: 'holder',
      head: t('columns.holder'),
      phone: true,
      width: 220,
      cell: (row) => <NameLink to={`/programme/elsewhere/${row.id}`}>{row.person.displayName}</NameLink>,
    },
    { id: 'badge', head: t('columns.badge'), phone: true, cell: (row) => row.badge?.name || t('unnamed') },
    { id: 'issuer', head: t('says.issuer'), cell: (row) => row.badge?.issuerName || row.badge?.issuerId || '' },
    {
      id: 'state',
      head: t('columns.state'),
      width: 240,
      cell: (row) => (waiting ? <VerdictWord verdict={row.verdict} /> : <BroughtState of={row} />),
    },
    {
      id: 'at',
      head: t(waiting ? 'columns.sent' : 'columns.decided'),
      width: 130,
      align: 'end',
      cell: (row) => {
        const at = waiting ? row.sentAt : row.decidedAt;
        return at ? date(at) : '';
      },
    },
  ];
}
