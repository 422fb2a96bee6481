import {
  ApolloClient,
  type ApolloLink,
  type FieldMergeFunction,
  InMemoryCache,
  type TypePolicies,
} from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import pagedFields from '../config/paged-fields.json' with { type: 'json' };
import possibleTypes from '../config/possible-types.json' with { type: 'json' };
import { toTheApi } from './links.js';

/** Whatever narrows a list makes another list of it; only where a page of it begins does not. */
const keyArgs = (args: Record<string, unknown> | null) =>
  args === null
    ? undefined
    : Object.keys(args)
        .filter((name) => name !== 'after')
        .sort();

type Shown = { totalCount?: number; edges?: readonly { cursor?: string }[] };

/** Pages join to one list. When a poll brings its first page again and nothing came or went, those that follow it stay. */
function inPages() {
  const policy = relayStylePagination(keyArgs);
  const merge: FieldMergeFunction = (existing: Shown | undefined, incoming: Shown, options) => {
    const merged = (policy.merge as FieldMergeFunction)(existing, incoming, options) as Shown;
    const [before = [], first = []] = [existing?.edges, incoming?.edges];
    const end = merged?.edges?.at(-1)?.cursor;
    const isSame = existing?.totalCount !== undefined && existing.totalCount === incoming?.totalCount;
    if (options.args?.after || !isSame || !end || before[first.length - 1]?.cursor !== end) return merged;
    return {
      ...existing,
      ...merged,
      edges: [...(merged.edges ?? []), ...before.slice(first.length)],
      pageInfo: (existing as { pageInfo?: unknown }).pageInfo,
    };
  };
  return { ...policy, merge };
}

const PAGED: TypePolicies = Object.fromEntries(
  Object.entries(pagedFields).map(([type, names]) => [
    type,
    { fields: Object.fromEntries(names.map((name) => [name, inPages()])) },
  ]),
);

/** A cache that knows which types are refusals and pages lists by cursor. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      ...PAGED,
      Query: { fields: { ...PAGED.Query?.fields, viewer: { merge: true } } },
      // A draft words a skill differently from what is published: where the wording is known, it is the row.
      Skill: {
        keyFields: ({ __typename, id, revisionId }) => `${__typename}:${(revisionId ?? id) as string}`,
      },
      // Values without an identity of their own belong to what shows them.
      Viewer: { keyFields: [] },
      IssuerKeys: { keyFields: [] },
      ExemplarConsent: { keyFields: ['exemplarId'] },
      BadgeUseGroup: { keyFields: false },
      // Two thousand of them come at once, and no other answer names them: as rows of their own they took longer than drawing.
      SkillMapRow: { keyFields: false },
      FrameworkDifference: { keyFields: false },
      SubmissionCriterion: { keyFields: false },
      RubricCriterion: { keyFields: false },
      RubricCriterionLevel: { keyFields: false },
    },
  });
}

export function createClient(link: ApolloLink = toTheApi) {
  return new ApolloClient({
    // An answer on its way may be older than what was just changed: whoever asks again afterwards asks anew.
    queryDeduplication: false,
    link,
    cache: createCache(),
    dataMasking: true,
    devtools: { enabled: false },
    defaultOptions: {
      // What is on the screen may be a moment old; it is shown at once and renewed behind it.
      watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
    },
  });
}
