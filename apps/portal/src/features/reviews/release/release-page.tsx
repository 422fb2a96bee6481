import { useQuery } from '@apollo/client/react';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Button } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { FilterBar, FilterToggle } from '../../../components/filter-bar.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState, ErrorState } from '../../../components/states.js';
import { ShowMore } from '../../../components/show-more.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { ASSESSMENT_CASES } from './release.documents.js';
import { useOutcomeWords } from '../marking/use-outcome-words.js';
import styles from '../settled.module.css';
import { PlannedReleases } from './planned-releases.js';
import { ReleaseActs } from './release-acts.js';
import { CASE_STATES, type CaseState, useCaseWords } from './use-case-words.js';

type Row = ResultOf<typeof ASSESSMENT_CASES>['assessmentCases']['edges'][number]['node'];
const LOOK_AGAIN = 30_000;

/** Everything under assessment that this person leads, and what of it waits to be released. */
export function ReleasePage() {
  const { t } = useTranslation('reviews');
  const navigate = useNavigate();
  const words = useCaseWords();
  const outcome = useOutcomeWords();
  const { day } = useFormat();
  const [params, setParams] = useSearchParams();
  const state: CaseState = CASE_STATES.find((each) => each === params.get('state')) ?? 'READY_FOR_RELEASE';
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { data, previousData, error, refetch, fetchMore } = useQuery(ASSESSMENT_CASES, {
    variables: { state },
    pollInterval: LOOK_AGAIN,
  });
  const shown = data ?? previousData;
  const rows = shown?.assessmentCases.edges.map((edge) => edge.node);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const releasable = rows?.filter((row) => row.notReleasable === null) ?? [];
  const columns: Column<Row>[] = [
    {
      id: 'choose',
      head: <span className="visually-hidden">{t('release.choose')}</span>,
      width: 44,
      phone: true,
      cell: (row) =>
        row.notReleasable === null && (
          <Checkbox
            aria-label={t('release.chooseOne', { code: row.candidateCode ?? '' })}
            checked={chosen.has(row.id)}
            onChange={() => toggle(row.id)}
          />
        ),
    },
    {
      id: 'code',
      head: t('column.candidate'),
      phone: true,
      width: 120,
      cell: (row) => <TextLink to={`/reviews/release/${row.id}`}>{row.candidateCode}</TextLink>,
    },
    { id: 'what', head: t('column.achievement'), phone: true, cell: (row) => row.achievementVersion?.name },
    {
      id: 'outcome',
      head: t('release.outcome'),
      cell: (row) => row.decision && `${outcome(row.decision.outcome)}, ${Math.round(row.decision.score * 100)} %`,
    },
    {
      id: 'state',
      head: t('column.state'),
      cell: (row) => <StatusWord tone={row.malpractice ? 'red' : 'plain'}>{words(row.state)}</StatusWord>,
    },
    { id: 'due', head: t('column.due'), cell: (row) => row.dueAt && day(row.dueAt) },
  ];
  return (
    <Page title={t('places.release')}>
      <PageHeader
        title={t('places.release')}
        below={t('release.lead')}
        acts={
          <ReleaseActs
            chosen={[...chosen].filter((id) => releasable.some((row) => row.id === id))}
            rows={releasable}
            onDone={() => {
              setChosen(new Set());
              void refetch();
            }}
          />
        }
      />
      <FilterBar>
        {CASE_STATES.map((each) => (
          <FilterToggle
            key={each}
            active={each === state}
            onToggle={() => setParams({ state: each }, { replace: true })}
          >
            {words(each)}
          </FilterToggle>
        ))}
        {releasable.length > 1 && (
          <Button size="small" onClick={() => setChosen(new Set(releasable.map(({ id }) => id)))}>
            {t('release.all', { count: releasable.length })}
          </Button>
        )}
      </FilterBar>
      <div className={styles.full}>
        <DataTable
          label={t('places.release')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          onOpen={(row) => void navigate(`/reviews/release/${row.id}`)}
          keys={false}
          error={error && !shown && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.padded}>
              <EmptyState title={t('release.empty')}>{t('release.emptyBody')}</EmptyState>
            </div>
          }
        />
      </div>
      <ShowMore
        className={styles.padded}
        list={shown?.assessmentCases}
        onMore={(after) => fetchMore({ variables: { state, after } })}
      />
      <PlannedReleases batches={shown?.releaseBatches ?? []} onChanged={() => void refetch()} />
    </Page>
  );
}
