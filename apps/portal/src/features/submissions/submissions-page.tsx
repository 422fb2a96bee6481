import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, LinkButton } from '../../components/button.js';
import { Chip, StatusWord } from '../../components/chip.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { FilterBar, FilterToggle } from '../../components/filter-bar.js';
import { OpenWords } from '../../components/open-number.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { NameLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import type { ResultOf } from '../../lib/graphql.js';
import { useAddress } from '../../lib/use-address.js';
import { achievementTitle } from './coverage.rules.js';
import { outcomeTone, useSubmissionWords } from './submission-words.js';
import { MY_SUBMISSIONS } from './submissions.documents.js';
import styles from './submissions-page.module.css';

type Row = ResultOf<typeof MY_SUBMISSIONS>['mySubmissions']['edges'][number]['node'];

/** One's attempts, each with where it stands. */
export function SubmissionsPage() {
  const { t } = useTranslation('submissions');
  const navigate = useNavigate();
  const [evidenceId, setEvidence] = useAddress('evidence');
  const [title] = useAddress('name');
  const { data, error, refetch, fetchMore } = useQuery(MY_SUBMISSIONS, {
    variables: { evidenceId: evidenceId || null },
  });
  const list = data?.mySubmissions;
  const columns = useColumns();
  return (
    <Page title={t('list.title')} width="reading">
      <PageHeader title={t('list.title')} below={t('list.lead')} />
      {evidenceId && (
        <FilterBar>
          <FilterToggle active onToggle={() => setEvidence('')}>
            {title ? t('list.withNamed', { title }) : t('list.with')}
          </FilterToggle>
        </FilterBar>
      )}
      <div className={styles.body}>
        <DataTable
          label={t('list.title')}
          columns={columns}
          rows={list?.edges.map((edge) => edge.node)}
          rowId={(row) => row.id}
          onOpen={(row) => void navigate(`/growth/submissions/${row.id}`)}
          density="tall"
          error={error && !list ? <ErrorState onRetry={() => void refetch()} /> : undefined}
          empty={
            <EmptyState
              title={t('list.emptyTitle')}
              act={
                <LinkButton to="/growth/achievements" variant="primary">
                  {t('list.find')}
                </LinkButton>
              }
            >
              {t('list.emptyBody')}
            </EmptyState>
          }
        />
        {list?.pageInfo.hasNextPage && (
          <Button onClick={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}>
            {t('list.more')}
          </Button>
        )}
      </div>
    </Page>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('submissions');
  const words = useSubmissionWords();
  const format = useFormat();
  return [
    {
      id: 'achievement',
      head: t('list.achievement'),
      phone: true,
      cell: (row) => (
        <div className={styles.name}>
          <NameLink to={`/growth/submissions/${row.id}`}>{achievementTitle(row.achievementVersion)}</NameLink>
          <small>{words.attempt(row.attemptNo)}</small>
        </div>
      ),
    },
    {
      id: 'state',
      head: t('list.state'),
      width: 260,
      phone: true,
      cell: (row) =>
        row.decision?.releasedAt ? (
          <StatusWord tone={outcomeTone(row.decision.outcome)}>{words.outcome(row.decision.outcome)}</StatusWord>
        ) : (
          words.state(row.state)
        ),
    },
    {
      id: 'left',
      head: t('list.left'),
      width: 220,
      cell: (row) => {
        if (row.state !== 'DRAFT')
          return row.award?.state === 'ISSUED' ? <Chip tone="accent">{t('list.issued')}</Chip> : null;
        const stoppers = row.gaps.filter((gap) => gap.blocking).length;
        const words = stoppers > 0 ? t('list.gaps', { count: stoppers }) : t('list.ready');
        return (
          <OpenWords
            count={stoppers}
            to={`/growth/submissions/${row.id}`}
            label={`${achievementTitle(row.achievementVersion)}, ${words}`}
          >
            {words}
          </OpenWords>
        );
      },
    },
    {
      id: 'date',
      head: t('list.date'),
      width: 200,
      cell: (row) => (
        <span className={styles.quiet}>
          {row.decision?.releasedAt
            ? t('list.released', { day: format.day(row.decision.releasedAt) })
            : row.submittedAt
              ? t('list.sent', { day: format.day(row.submittedAt) })
              : t('list.saved', { day: format.day(row.savedAt) })}
        </span>
      ),
    },
  ];
}
