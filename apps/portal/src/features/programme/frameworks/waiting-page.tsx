import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { FilterBar, FilterToggle } from '../../../components/filter-bar.js';
import { Page, PageHeader, Section } from '../../../components/page.js';
import { EmptyState, ErrorState, FilteredState, LoadingRows } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useAddress } from '../../../lib/use-address.js';
import { useViewer } from '../../../lib/viewer.js';
import { SKILL_PROPOSALS, WAITING_DRAFTS } from './keeping.documents.js';
import { CROSSWALKS } from './crosswalk.documents.js';
import { ProposalRow } from './proposal-row.js';
import styles from './waiting.module.css';

const STATES = ['WAITING', 'ACCEPTED', 'EXISTS', 'REFUSED'] as const;

/** What waits for whoever keeps frameworks; for everybody else what became of their own proposals. */
export function WaitingPage() {
  const { t } = useTranslation('frameworks');
  const keeps = useViewer().may('framework.manage');
  const [stateWord, setState] = useAddress('state');
  const state = STATES.find((each) => each === stateWord) ?? (keeps && stateWord !== 'ALL' ? 'WAITING' : null);
  const { data, previousData, error, refetch, fetchMore } = useQuery(SKILL_PROPOSALS, { variables: { state } });
  const list = (data ?? previousData)?.skillProposals;
  // t('frameworks:waiting.title') t('frameworks:waiting.own') t('frameworks:waiting.below') t('frameworks:waiting.ownBelow')
  // t('frameworks:proposal.WAITING') t('frameworks:proposal.ACCEPTED') t('frameworks:proposal.EXISTS')
  // t('frameworks:proposal.REFUSED')
  return (
    <Page title={t(keeps ? 'waiting.title' : 'waiting.own')} width="reading">
      <PageHeader
        title={t(keeps ? 'waiting.title' : 'waiting.own')}
        above={<TextLink to="/programme/frameworks">{t('waiting.back')}</TextLink>}
        below={t(keeps ? 'waiting.below' : 'waiting.ownBelow')}
      />
      <Section title={t('waiting.proposals')}>
        <div className={styles.bar}>
          <FilterBar>
            {STATES.map((each) => (
              <FilterToggle key={each} active={state === each} onToggle={() => setState(state === each ? 'ALL' : each)}>
                {t(`proposal.${each}`)}
              </FilterToggle>
            ))}
          </FilterBar>
        </div>
        {error && !list && <ErrorState onRetry={() => void refetch()} />}
        {!list && !error && <LoadingRows rows={4} />}
        {list?.edges.length === 0 &&
          (state === null || (keeps && state === 'WAITING') ? (
            <EmptyState title={t('waiting.none')}>{t('waiting.noneBody')}</EmptyState>
          ) : (
            <FilteredState filters={1} onClear={() => setState(keeps ? '' : 'ALL')} />
          ))}
        <ul className={styles.list}>
          {list?.edges.map(({ node }) => (
            <ProposalRow key={node.id} proposal={node} />
          ))}
        </ul>
        {list?.pageInfo.hasNextPage && (
          <Button onClick={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}>
            {t('differ.more', { shown: list.edges.length, total: list.totalCount })}
          </Button>
        )}
      </Section>
      {keeps && <UnderWay />}
    </Page>
  );
}

/** Drafts that are not published yet, and cross-walks that lack a second person. */
function UnderWay() {
  const { t } = useTranslation('frameworks');
  const { person } = useViewer();
  const drafts = useQuery(WAITING_DRAFTS).data?.frameworks.filter(({ state }) => state === 'DRAFT') ?? [];
  const crosswalks = useQuery(CROSSWALKS).data?.scaleCrosswalks.filter(({ state }) => state === 'DRAFT') ?? [];
  return (
    <>
      <Section title={t('waiting.drafts')}>
        {drafts.length === 0 && <p className={styles.quiet}>{t('waiting.noDrafts')}</p>}
        <ul className={styles.list}>
          {drafts.map((draft) => (
            <li key={draft.id}>
              <TextLink to={`/programme/frameworks/${draft.id}`}>
                {draft.title} {draft.version}
              </TextLink>
              <small>
                {draft.stewards.some(({ id }) => id === person.id)
                  ? t('waiting.yours')
                  : draft.stewards.map(({ displayName }) => displayName).join(', ') || t('waiting.noSteward')}
              </small>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('waiting.crosswalks')}>
        {crosswalks.length === 0 && <p className={styles.quiet}>{t('waiting.noCrosswalks')}</p>}
        <ul className={styles.list}>
          {crosswalks.map((crosswalk) => (
            <li key={crosswalk.id}>
              <TextLink to="/programme/frameworks/scales">
                {crosswalk.fromScale.name} → {crosswalk.toScale.name}
              </TextLink>
              <small>
                {crosswalk.viewerCan.includes('agree')
                  ? t('waiting.mayAgree', { name: crosswalk.writtenBy?.displayName })
                  : t('waiting.needsSecond')}
              </small>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
