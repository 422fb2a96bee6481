import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { FilterBar, FilterToggle } from '../../../components/filter-bar.js';
import { Page, PageHeader } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { ShowMore } from '../../../components/show-more.js';
import { Workspace } from '../../../components/workspace.js';
import { useResultMutation } from '../../../lib/result.js';
import { usePlace } from '../../../lib/use-place.js';
import { AllocationRail } from './allocation-rail.js';
import { ALLOCATE_WAITING, SLOTS_TO_ALLOCATE } from './allocation.documents.js';
import styles from './allocation-page.module.css';
import { AllocationTable, SCOPES, type ScopeWord } from './allocation-table.js';
import { TakersPanel } from './takers-panel.js';

const isScope = (word: string | undefined): word is ScopeWord => word !== undefined && Object.hasOwn(SCOPES, word);

/** Who has which work, and who could: for whoever leads assessment. */
export function AllocationPage() {
  const { t } = useTranslation('reviews');
  const toast = useToast();
  const [place, set] = usePlace();
  const scope: ScopeWord = isScope(place.scope) ? place.scope : 'waiting';
  const { data, previousData, error, refetch, fetchMore } = useQuery(SLOTS_TO_ALLOCATE, {
    variables: { scope: SCOPES[scope], achievementId: place.achievement ?? null, assessorId: place.assessor ?? null },
    fetchPolicy: 'cache-and-network',
  });
  const [allocate, run] = useResultMutation(ALLOCATE_WAITING, { refetch: ['SlotsToAllocate', 'AllocationRuns'] });
  const list = (data ?? previousData)?.slotsToAllocate;

  const giveOut = async () => {
    const { ok } = await allocate({});
    if (ok) toast(t('allocation.done', { given: ok.given, count: ok.places }));
  };
  const words = {
    waiting: t('allocation.waiting'),
    given: t('allocation.given'),
    held: t('allocation.held'),
    overdue: t('allocation.overdue'),
    unbegun: t('allocation.unbegun'),
    begun: t('allocation.begun'),
    hand: t('allocation.hand'),
  };
  // Figures elsewhere open with the last three; here they stand beside the first three, which part the same places.
  const shown = (Object.keys(SCOPES) as ScopeWord[]).filter(
    (word) => word === scope || !['unbegun', 'begun', 'hand'].includes(word),
  );
  const only = place.achievement
    ? (list?.edges[0]?.node.achievementVersion.name ?? t('allocation.oneAchievement'))
    : null;
  const whose = place.assessor ? (list?.edges[0]?.node.assessor?.displayName ?? t('allocation.oneAssessor')) : null;

  return (
    <Page title={t('places.allocation')}>
      <Workspace
        head={
          <>
            <PageHeader
              title={t('places.allocation')}
              below={t('allocation.about')}
              acts={
                <Button variant="primary" size="large" busy={run.loading} onClick={() => void giveOut()}>
                  {t('allocation.giveOut')}
                </Button>
              }
            />
            {(run.refusal ?? run.failed) && <RefusalNote>{run.refusal?.message ?? t('unreachable')}</RefusalNote>}
            <FilterBar>
              {shown.map((word) => (
                <FilterToggle
                  key={word}
                  active={scope === word}
                  {...(scope === word && list && { count: list.totalCount })}
                  onToggle={() => set({ scope: word === 'waiting' ? null : word, slot: null })}
                >
                  {words[word]}
                </FilterToggle>
              ))}
              {only && (
                <FilterToggle active onToggle={() => set({ achievement: null, slot: null })}>
                  {only}
                </FilterToggle>
              )}
              {whose && (
                <FilterToggle active onToggle={() => set({ assessor: null, slot: null })}>
                  {whose}
                </FilterToggle>
              )}
            </FilterBar>
          </>
        }
      >
        <section className={styles.list} aria-label={t('places.allocation')} tabIndex={0}>
          <AllocationTable
            rows={list?.edges.map(({ node }) => node)}
            scope={scope}
            selectedId={place.slot ?? null}
            failed={Boolean(error && !list)}
            onRetry={() => void refetch()}
            onSelect={(slot) => set({ slot })}
          />
          <ShowMore className={styles.more} list={list} onMore={(after) => fetchMore({ variables: { after } })} />
        </section>
        {place.slot ? (
          <TakersPanel key={place.slot} slotId={place.slot} onClose={() => set({ slot: null })} />
        ) : (
          <AllocationRail />
        )}
      </Workspace>
    </Page>
  );
}
