import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { Figure } from '../../../components/key-values.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState } from '../../../components/states.js';
import { ShowMore } from '../../../components/show-more.js';
import { NameLink, TextLink } from '../../../components/text-link.js';
import { achievementTitle, useFormat } from '../../../lib/format.js';
import { type AtRisk, STACKS_AT_RISK } from './at-risk.documents.js';
import styles from './credentials.module.css';
import { KeepDialog } from './keep-dialog.js';

/** Badges that were earned through others of which some count no longer: each waits for somebody to decide. */
export function AtRiskPage() {
  const { t } = useTranslation('credentials');
  const navigate = useNavigate();
  const { number } = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(STACKS_AT_RISK);
  const [selected, select] = useState<string | null>(null);
  const [keeping, keep] = useState<AtRisk | null>(null);
  const list = data?.stacksAtRisk;
  return (
    <Page title={t('atRisk.title')}>
      <PageHeader
        title={t('atRisk.title')}
        above={<TextLink to="/programme/credentials">{t('title')}</TextLink>}
        below={t('atRisk.below')}
        aside={
          list && <Figure value={number(list.totalCount)}>{t('atRisk.waiting', { count: list.totalCount })}</Figure>
        }
      />
      <div className={styles.list}>
        <DataTable
          label={t('atRisk.title')}
          columns={useColumns(keep)}
          rows={list?.edges.map(({ node }) => node)}
          rowId={(row) => row.id}
          selectedId={selected}
          onSelect={(row) => select(row.id)}
          onOpen={(row) => row.credential && void navigate(`/programme/credentials/${row.credential.id}`)}
          error={error && !list && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.more}>
              <EmptyState title={t('atRisk.empty')}>{t('atRisk.emptyBody')}</EmptyState>
            </div>
          }
        />
        <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
      </div>
      {keeping && <KeepDialog risk={keeping} onClose={() => keep(null)} />}
    </Page>
  );
}

function useColumns(onKeep: (risk: AtRisk) => void): Column<AtRisk>[] {
  const { t } = useTranslation('credentials');
  const { date } = useFormat();
  // t('credentials:atRisk.why.ENDED') t('credentials:atRisk.why.SUSPENDED') t('credentials:atRisk.why.WITHDRAWN')
  const lost = ({ lost: parts }: AtRisk) =>
    parts.map(({ name, why }) => `${name} (${t(`atRisk.why.${why}`)})`).join(', ');
  return [
    {
      id: 'holder',
      head: t('columns.holder'),
      phone: true,
      width: 220,
      cell: (row) =>
        row.credential && (
          <>
            <NameLink to={`/programme/credentials/${row.credential.id}`}>{row.credential.person.displayName}</NameLink>
            <span className={styles.badgeBelow}>{achievementTitle(row.credential.achievementVersion)}</span>
            <span className={styles.badgeBelow}>{lost(row)}</span>
          </>
        ),
    },
    {
      id: 'badge',
      head: t('columns.badge'),
      cell: (row) => row.credential && achievementTitle(row.credential.achievementVersion),
    },
    { id: 'lost', head: t('atRisk.lost'), cell: lost },
    { id: 'since', head: t('atRisk.since'), width: 130, align: 'end', cell: (row) => date(row.openedAt) },
    {
      id: 'act',
      head: '',
      phone: true,
      width: 120,
      align: 'end',
      cell: (row) =>
        row.viewerCan.includes('keep') && (
          <Button size="small" onClick={() => onKeep(row)}>
            {t('atRisk.keep')}
          </Button>
        ),
    },
  ];
}
