import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState, RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import { MODERATION_QUEUE } from './moderation.documents.js';
import { CLAIM_SLOT } from '../reviews.documents.js';
import styles from '../settled.module.css';

type Row = ResultOf<typeof MODERATION_QUEUE>['moderationQueue'][number];
const LOOK_AGAIN = 30_000;

/** Decisions that somebody checks who marked none of them, before anybody reads them. */
export function ModerationsPage() {
  const { t } = useTranslation('reviews');
  const navigate = useNavigate();
  const { day } = useFormat();
  const { data, error, refetch } = useQuery(MODERATION_QUEUE, { pollInterval: LOOK_AGAIN });
  const [claim, { loading }] = useResultMutation(CLAIM_SLOT);
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (row: Row) => {
    if (!row.lease?.mine) {
      const { ok, refusal } = await claim({ id: row.id });
      if (!ok) {
        setProblem(refusal?.message ?? t('unreachable'));
        void refetch();
        return;
      }
    }
    void navigate(`/reviews/moderation/${row.id}`);
  };
  const columns: Column<Row>[] = [
    { id: 'code', head: t('column.candidate'), phone: true, width: 120, cell: (row) => row.candidateCode },
    { id: 'what', head: t('column.achievement'), phone: true, cell: (row) => row.achievementVersion.name },
    { id: 'due', head: t('column.due'), cell: (row) => day(row.dueAt) },
    {
      id: 'act',
      head: <span className="visually-hidden">{t('moderation.take')}</span>,
      align: 'end',
      phone: true,
      cell: (row) => (
        <Button size="small" busy={loading} onClick={() => void open(row)}>
          {row.lease?.mine ? t('moderation.goOn') : t('moderation.take')}
        </Button>
      ),
    },
  ];
  return (
    <Page title={t('moderation.title')}>
      <PageHeader title={t('moderation.title')} below={t('moderation.lead')} />
      {problem && <RefusalNote>{problem}</RefusalNote>}
      <div className={styles.full}>
        <DataTable
          label={t('moderation.title')}
          columns={columns}
          rows={data?.moderationQueue}
          rowId={(row) => row.id}
          keys={false}
          error={
            error &&
            !data && (
              <div className={styles.padded}>
                <ErrorState onRetry={() => void refetch()} />
              </div>
            )
          }
          empty={
            <div className={styles.padded}>
              <EmptyState title={t('moderation.empty')}>{t('moderation.emptyBody')}</EmptyState>
            </div>
          }
        />
      </div>
    </Page>
  );
}
