import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { StatusWord } from '../../../components/chip.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { Page, PageHeader, Section } from '../../../components/page.js';
import { EmptyState, ErrorState } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { APPEALS } from './appeals.documents.js';
import styles from '../settled.module.css';
import { RecallSection } from './recall-section.js';
import { useAppealWords } from './use-appeal-words.js';

type Row = ResultOf<typeof APPEALS>['appeals'][number];

/** What candidates object to, and what is looked at again because one of them was right. */
export function AppealsPage() {
  const { t } = useTranslation('reviews');
  const navigate = useNavigate();
  const words = useAppealWords();
  const { day } = useFormat();
  const { data, error, refetch } = useQuery(APPEALS);
  const columns: Column<Row>[] = [
    {
      id: 'what',
      head: t('column.achievement'),
      phone: true,
      cell: (row) => <TextLink to={`/reviews/appeals/${row.id}`}>{row.case?.achievementVersion?.name}</TextLink>,
    },
    { id: 'code', head: t('column.candidate'), cell: (row) => row.case?.candidateCode },
    { id: 'grounds', head: t('appeals.grounds'), cell: (row) => words.grounds(row.grounds) },
    {
      id: 'state',
      head: t('column.state'),
      phone: true,
      cell: (row) => <StatusWord tone={row.decidedAt ? 'plain' : 'amber'}>{words.state(row.state)}</StatusWord>,
    },
    { id: 'due', head: t('column.due'), cell: (row) => day(row.dueAt) },
    { id: 'decided', head: t('column.decided'), cell: (row) => (row.decidedAt ? day(row.decidedAt) : '–') },
  ];
  return (
    <Page title={t('appeals.title')}>
      <PageHeader title={t('appeals.title')} below={t('appeals.lead')} />
      <div className={styles.full}>
        <DataTable
          label={t('appeals.title')}
          columns={columns}
          rows={data?.appeals}
          rowId={(row) => row.id}
          onOpen={(row) => void navigate(`/reviews/appeals/${row.id}`)}
          keys={false}
          error={error && !data && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.padded}>
              <EmptyState title={t('appeals.empty')}>{t('appeals.emptyBody')}</EmptyState>
            </div>
          }
        />
      </div>
      {data && data.recalls.length > 0 && (
        <div className={styles.padded}>
          <Section title={t('recall.title')} voice="record">
            <p className={styles.quiet}>{t('recall.lead')}</p>
            {data.recalls.map((recall) => (
              <RecallSection key={recall.id} recall={recall} />
            ))}
          </Section>
        </div>
      )}
    </Page>
  );
}
