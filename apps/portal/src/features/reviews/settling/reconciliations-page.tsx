import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { StatusWord } from '../../../components/chip.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { RECONCILIATIONS } from './reconciliation.documents.js';
import styles from '../settled.module.css';

type Row = ResultOf<typeof RECONCILIATIONS>['reconciliations'][number];
const LOOK_AGAIN = 30_000;

/** Marks that differ and wait to become one. */
export function ReconciliationsPage() {
  const { t } = useTranslation('reviews');
  const navigate = useNavigate();
  const { day } = useFormat();
  const { data, error, refetch } = useQuery(RECONCILIATIONS, { pollInterval: LOOK_AGAIN });
  // t('reviews:reconcile.state.OPEN') t('reviews:reconcile.state.THIRD_MARK') t('reviews:reconcile.state.ADJUDICATION')
  // t('reviews:reconcile.state.SETTLED')
  const columns: Column<Row>[] = [
    {
      id: 'what',
      head: t('column.achievement'),
      phone: true,
      cell: (row) => <TextLink to={`/reviews/reconcile/${row.submissionId}`}>{row.achievementVersion?.name}</TextLink>,
    },
    {
      id: 'state',
      head: t('column.state'),
      phone: true,
      cell: (row) => <StatusWord tone="amber">{t(`reconcile.state.${row.state}`)}</StatusWord>,
    },
    { id: 'since', head: t('reconcile.since'), cell: (row) => day(row.openedAt) },
    { id: 'waits', head: t('reconcile.waits'), cell: (row) => waitsFor(row) },
  ];
  const waitsFor = (row: Row) => {
    if (!row.viewerCan.includes('settle'))
      return row.viewerCan.includes('adjudicate') ? t('reconcile.waitsLead') : t('reconcile.waitsOthers');
    const signed = row.viewerIsFirst ? row.firstAgreedAt : row.secondAgreedAt;
    return signed ? t('reconcile.waitsOther') : t('reconcile.waitsYou');
  };
  return (
    <Page title={t('reconcile.title')}>
      <PageHeader title={t('reconcile.title')} below={t('reconcile.lead')} />
      <div className={styles.full}>
        <DataTable
          label={t('reconcile.title')}
          columns={columns}
          rows={data?.reconciliations}
          rowId={(row) => row.id}
          onOpen={(row) => void navigate(`/reviews/reconcile/${row.submissionId}`)}
          keys={false}
          error={error && !data && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.padded}>
              <EmptyState title={t('reconcile.empty')}>{t('reconcile.emptyBody')}</EmptyState>
            </div>
          }
        />
      </div>
    </Page>
  );
}
