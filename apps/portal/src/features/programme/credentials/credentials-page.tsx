import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LinkButton } from '../../../components/button.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { FilterBar, FilterToggle, SearchBox } from '../../../components/filter-bar.js';
import { Figure } from '../../../components/key-values.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, FilteredState } from '../../../components/states.js';
import { ShowMore } from '../../../components/show-more.js';
import { NameLink } from '../../../components/text-link.js';
import { achievementTitle, useFormat } from '../../../lib/format.js';
import { useAddress, useSearchWords } from '../../../lib/use-address.js';
import { CredentialState } from './credential-state.js';
import styles from './credentials.module.css';
import { type Issued, ISSUED_CREDENTIALS, type Standing } from './credentials.documents.js';

const STANDINGS: readonly Standing[] = ['WAITING', 'IN_FORCE', 'ENDING', 'ENDED', 'SUSPENDED', 'REVOKED'];

/** Every badge that was issued: find one, see how it stands, open it to do something about it. */
export function CredentialsPage() {
  const { t } = useTranslation('credentials');
  const navigate = useNavigate();
  const { number } = useFormat();
  const { search, typed, type } = useSearchWords();
  const [chosen, choose] = useAddress('standing');
  const [selected, select] = useState<string | null>(null);
  const standing = STANDINGS.find((each) => each === chosen) ?? null;
  const { data, previousData, error, refetch, fetchMore } = useQuery(ISSUED_CREDENTIALS, {
    variables: { search: search || null, standing },
  });
  const list = (data ?? previousData)?.issuedCredentials;
  const filters = Number(Boolean(search)) + Number(standing !== null);
  // t('credentials:standing.WAITING') t('credentials:standing.IN_FORCE') t('credentials:standing.ENDING')
  // t('credentials:standing.ENDED') t('credentials:standing.SUSPENDED') t('credentials:standing.REVOKED')
  return (
    <Page title={t('title')}>
      <PageHeader
        title={t('title')}
        below={t('below')}
        acts={
          <>
            <LinkButton to="/programme/credentials/at-risk">{t('toAtRisk')}</LinkButton>
            <LinkButton to="/programme/credentials/reminders">{t('toReminders')}</LinkButton>
            <LinkButton to="/programme/credentials/again">{t('toAgain')}</LinkButton>
            <LinkButton to="/programme/credentials/bulk">{t('toBulk')}</LinkButton>
          </>
        }
        aside={list && <Figure value={number(list.totalCount)}>{t('shown', { count: list.totalCount })}</Figure>}
      />
      <FilterBar end={<SearchBox label={t('search')} value={typed} onChange={type} />}>
        {STANDINGS.map((each) => (
          <FilterToggle key={each} active={standing === each} onToggle={() => choose(standing === each ? '' : each)}>
            {t(`standing.${each}`)}
          </FilterToggle>
        ))}
      </FilterBar>
      <div className={styles.list}>
        <DataTable
          label={t('title')}
          columns={useColumns()}
          rows={list?.edges.map(({ node }) => node)}
          rowId={(row) => row.id}
          selectedId={selected}
          onSelect={(row) => select(row.id)}
          onOpen={(row) => void navigate(`/programme/credentials/${row.id}`)}
          error={error && !list && <ErrorState onRetry={() => void refetch()} />}
          empty={
            filters > 0 ? (
              <FilteredState
                filters={filters}
                onClear={() => {
                  type('');
                  choose('');
                }}
              />
            ) : (
              <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
            )
          }
        />
        <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
      </div>
    </Page>
  );
}

function useColumns(): Column<Issued>[] {
  const { t } = useTranslation('credentials');
  const { date } = useFormat();
  return [
    {
      id: 'holder',
      head: t('columns.holder'),
      phone: true,
      width: 220,
      cell: (row) => (
        <>
          <NameLink to={`/programme/credentials/${row.id}`}>{row.person.displayName}</NameLink>
          <span className={styles.badgeBelow}>{achievementTitle(row.achievementVersion)}</span>
        </>
      ),
    },
    { id: 'badge', head: t('columns.badge'), cell: (row) => achievementTitle(row.achievementVersion) },
    { id: 'state', head: t('columns.state'), phone: true, width: 220, cell: (row) => <CredentialState of={row} /> },
    { id: 'issued', head: t('columns.issued'), width: 130, align: 'end', cell: (row) => date(row.issuedAt) },
    {
      id: 'ends',
      head: t('columns.ends'),
      width: 130,
      align: 'end',
      cell: (row) => (row.validUntil ? date(row.validUntil) : t('noEnd')),
    },
  ];
}
