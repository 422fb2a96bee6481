import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { FilterBar, FilterMenu, FilterToggle, SearchBox } from '../../components/filter-bar.js';
import { Page, PageHeader } from '../../components/page.js';
import { EmptyState, ErrorState, FilteredState, LoadingRows } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import type { ResultOf } from '../../lib/graphql.js';
import { useAddress, useSearchWords } from '../../lib/use-address.js';
import { HitRow, PersonRow } from './hit-row.js';
import { KINDS, type Kind } from './hit-address.js';
import { SEARCH_FACETS, SEARCH_HITS } from './search.documents.js';
import styles from './search-page.module.css';

type Facets = ResultOf<typeof SEARCH_FACETS>['searchFacets'];

/** Everything published, and colleagues, by whatever words people use for them. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const { search, typed, type } = useSearchWords();
  const [chosenKind, chooseKind] = useAddress('kind');
  const [sourceId, chooseSource] = useAddress('source');
  const kind = KINDS.find((each) => each === chosenKind) ?? null;
  const facets = useQuery(SEARCH_FACETS, { variables: { words: search }, skip: !search });
  const found = facets.data ?? facets.previousData;
  const clear = () => {
    chooseKind('');
    chooseSource('');
  };
  return (
    <Page title={t('title')} width="reading">
      <PageHeader title={t('title')} below={t('below')} />
      <div className={styles.bar}>
        <FilterBar>
          <SearchBox label={t('words')} value={typed} onChange={type} />
          {search && (
            <Facet
              facets={found?.searchFacets ?? []}
              kind={kind}
              sourceId={sourceId}
              onKind={(value) => {
                chooseKind(value);
                chooseSource('');
              }}
              onSource={chooseSource}
            />
          )}
        </FilterBar>
      </div>
      {!search && <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
      {search && (
        <Hits words={search} kind={kind} sourceId={sourceId} onClear={clear} people={found?.people.totalCount ?? 0} />
      )}
      {search && !kind && !sourceId && found && found.people.edges.length > 0 && (
        <section className={styles.people}>
          <h2>{t('people', { count: found.people.totalCount })}</h2>
          <ul className={styles.list}>
            {found.people.edges.map(({ node }) => (
              <PersonRow key={node.id} person={node} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

interface FacetProps {
  facets: Facets;
  kind: Kind | null;
  sourceId: string;
  onKind: (kind: string) => void;
  onSource: (sourceId: string) => void;
}

/** Kinds with their numbers; within one kind, where its hits came from. */
function Facet({ facets, kind, sourceId, onKind, onSource }: FacetProps) {
  const { t } = useTranslation('search');
  const { number } = useFormat();
  const sources = facets.filter((facet) => facet.kind === kind && facet.source);
  return (
    <>
      {KINDS.map((each) => {
        const count = facets.filter((facet) => facet.kind === each).reduce((sum, facet) => sum + facet.count, 0);
        if (count === 0 && each !== kind) return null;
        return (
          <FilterToggle
            key={each}
            active={each === kind}
            count={count}
            onToggle={() => onKind(each === kind ? '' : each)}
          >
            {t(`shell:kinds.${each}`)}
          </FilterToggle>
        );
      })}
      {kind && kind !== 'ACHIEVEMENT' && sources.length > 1 && (
        <FilterMenu
          label={t('source')}
          value={sourceId}
          options={[
            { value: '', label: t('everySource') },
            ...sources.map((each) => ({ value: each.sourceId, label: `${each.source} (${number(each.count)})` })),
          ]}
          onChange={onSource}
        />
      )}
    </>
  );
}

interface HitsProps {
  words: string;
  kind: Kind | null;
  sourceId: string;
  people: number;
  onClear: () => void;
}

function Hits({ words, kind, sourceId, people, onClear }: HitsProps) {
  const { t } = useTranslation('search');
  const { data, previousData, error, refetch, fetchMore } = useQuery(SEARCH_HITS, {
    variables: { words, kind, sourceId: sourceId || null },
  });
  const page = (data ?? previousData)?.searchHits;
  if (!page) return error ? <ErrorState onRetry={() => void refetch()} /> : <LoadingRows rows={8} height={46} />;
  if (page.edges.length === 0) {
    if (kind || sourceId)
      return <FilteredState filters={Number(kind !== null) + Number(sourceId !== '')} onClear={onClear} />;
    return people > 0 ? null : <EmptyState title={t('nothing.title', { words })}>{t('nothing.body')}</EmptyState>;
  }
  return (
    <>
      <output className={styles.count}>
        {page.edges[0]?.node.nearly ? t('nearly', { words }) : t('count', { count: page.totalCount })}
      </output>
      <ul className={styles.list}>
        {page.edges.map(({ node }) => (
          <HitRow key={`${node.kind} ${node.id}`} hit={node} />
        ))}
      </ul>
      {page.pageInfo.hasNextPage && (
        <Button onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })}>
          {t('more', { shown: page.edges.length, total: page.totalCount })}
        </Button>
      )}
    </>
  );
}
