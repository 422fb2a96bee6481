import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.js';
import { StatusWord, type Tone } from '../../components/chip.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { FilterBar, FilterToggle } from '../../components/filter-bar.js';
import { Figure } from '../../components/key-values.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { achievementTitle, useFormat } from '../../lib/format.js';
import type { VariablesOf } from '../../lib/graphql.js';
import { useResultMutation } from '../../lib/result.js';
import styles from './administration-layout.module.css';
import { ISSUANCES, RETRY_ISSUANCE, type ListedAward } from './administration.documents.js';
import table from './issuance-page.module.css';

type AwardState = NonNullable<VariablesOf<typeof ISSUANCES>['state']>;
const STATES: readonly AwardState[] = ['PENDING', 'QUARANTINED', 'ISSUED', 'CANCELLED'];

// Signing takes a moment; who watches sees it happen.
const LOOK_AGAIN = 4_000;

/** Awards on their way to a signed credential: waiting, tried, failed with the reason; retry one. */
export function IssuancePage() {
  const { t } = useTranslation('administration');
  const [params, setParams] = useSearchParams();
  const state = STATES.find((each) => each === params.get('state')) ?? null;
  const { data, previousData, error, refetch, fetchMore } = useQuery(ISSUANCES, {
    variables: { state },
    pollInterval: LOOK_AGAIN,
  });
  const shown = data ?? previousData;
  const counts = shown?.issuanceCounts;
  const page = shown?.issuances.pageInfo;
  // t('administration:awardState.PENDING') t('administration:awardState.QUARANTINED')
  // t('administration:awardState.ISSUED') t('administration:awardState.CANCELLED')
  return (
    <Page title={t('issuance.title')}>
      <PageHeader
        title={t('issuance.title')}
        below={t('issuance.lead')}
        aside={
          counts && (
            <>
              <Figure value={counts.waiting}>{t('issuance.waiting')}</Figure>
              <Figure value={counts.failed}>{t('issuance.failed')}</Figure>
              <Figure value={counts.quarantined}>{t('issuance.quarantined')}</Figure>
              <Figure value={counts.issued}>{t('issuance.issued')}</Figure>
            </>
          )
        }
      />
      <FilterBar>
        {STATES.map((each) => (
          <FilterToggle
            key={each}
            active={each === state}
            onToggle={() => setParams(each === state ? {} : { state: each }, { replace: true })}
          >
            {t(`awardState.${each}`)}
          </FilterToggle>
        ))}
      </FilterBar>
      <div className={styles.list}>
        <DataTable
          label={t('issuance.title')}
          columns={useColumns()}
          rows={shown?.issuances.edges.map((edge) => edge.node)}
          rowId={(award) => award.id}
          keys={false}
          error={error && !shown && <ErrorState onRetry={() => void refetch()} />}
          empty={
            <div className={styles.padded}>
              <EmptyState
                title={state ? t('issuance.noneInState') : t('issuance.empty')}
                act={state && <Button onClick={() => setParams({}, { replace: true })}>{t('issuance.showAll')}</Button>}
              >
                {t('issuance.emptyBody')}
              </EmptyState>
            </div>
          }
        />
        {page?.hasNextPage && (
          <div className={styles.more}>
            <Button onClick={() => void fetchMore({ variables: { state, after: page.endCursor } })}>{t('more')}</Button>
          </div>
        )}
      </div>
    </Page>
  );
}

function useColumns(): Column<ListedAward>[] {
  const { t } = useTranslation('administration');
  const { dayAndTime } = useFormat();
  return [
    { id: 'stage', head: t('issuance.stage'), phone: true, width: 150, cell: (award) => <Stage award={award} /> },
    { id: 'person', head: t('issuance.person'), phone: true, cell: (award) => award.person.displayName },
    { id: 'achievement', head: t('issuance.achievement'), cell: (award) => achievementTitle(award.achievementVersion) },
    { id: 'awarded', head: t('issuance.awarded'), cell: (award) => dayAndTime(award.createdAt) },
    {
      id: 'tried',
      head: t('issuance.tries'),
      align: 'end',
      cell: (award) => award.issuance?.attempts ?? 0,
    },
    {
      id: 'reason',
      head: t('issuance.reason'),
      width: '28%',
      cell: (award) => <span className={table.reason}>{award.issuance?.lastError}</span>,
    },
    {
      id: 'act',
      head: <span className="visually-hidden">{t('issuance.retry')}</span>,
      align: 'end',
      cell: (award) => <Retry award={award} />,
    },
  ];
}

const TONES: Record<string, Tone> = {
  WAITING: 'plain',
  TRYING: 'accent',
  FAILED: 'amber',
  QUARANTINED: 'red',
  DONE: 'green',
};

function Stage({ award }: { award: ListedAward }) {
  const { t } = useTranslation('administration');
  const stage = award.issuance?.stage ?? 'DONE';
  // t('administration:stage.WAITING') t('administration:stage.TRYING') t('administration:stage.FAILED')
  // t('administration:stage.QUARANTINED') t('administration:stage.DONE')
  return <StatusWord tone={TONES[stage] ?? 'plain'}>{t(`stage.${stage}`)}</StatusWord>;
}

function Retry({ award }: { award: ListedAward }) {
  const { t } = useTranslation('administration');
  const toast = useToast();
  const [retry, { loading, refusal, failed }] = useResultMutation(RETRY_ISSUANCE, { refetch: ['Issuances'] });
  if (!award.viewerCan.includes('retry')) return null;
  const again = async () => {
    const { ok } = await retry({ awardId: award.id });
    if (ok) toast(t('issuance.again', { name: award.person.displayName }));
  };
  return (
    <>
      <Button size="small" busy={loading} onClick={() => void again()}>
        {t('issuance.retry')}
      </Button>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </>
  );
}
