import { ApolloClient, type ApolloLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import possibleTypes from '../config/possible-types.json' with { type: 'json' };
import { toTheApi } from './links.js';

/** A cache that knows which types are refusals and pages lists by cursor. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          viewer: { merge: true },
          reviewQueue: relayStylePagination(['scope', 'order', 'search']),
          people: relayStylePagination(['search', 'unitId', 'unitAndBelow', 'role', 'managerId', 'state']),
          peopleImports: relayStylePagination(),
          skills: relayStylePagination(['search']),
          frameworkDifferences: relayStylePagination(['fromId', 'toId', 'subject', 'change', 'search']),
          skillNeeds: relayStylePagination(['search', 'frameworkId', 'proof', 'noted', 'order']),
          skillProposals: relayStylePagination(['state']),
          achievements: relayStylePagination(['search', 'state']),
          myEvidence: relayStylePagination(['search', 'tag', 'skillId', 'toLink']),
          mySubmissions: relayStylePagination(),
          issuances: relayStylePagination(['state']),
          notifications: relayStylePagination(),
          searchHits: relayStylePagination(['words', 'kind', 'sourceId']),
          auditEntries: relayStylePagination(['search']),
        },
      },
      Person: { fields: { reports: relayStylePagination() } },
      PeopleImport: { fields: { rows: relayStylePagination(['outcome']) } },
      FrameworkImport: {
        fields: {
          findings: relayStylePagination(['severity', 'kind']),
          rows: relayStylePagination(['object', 'outcome']),
        },
      },
      SkillFramework: {
        fields: { skills: relayStylePagination(['search']), tree: relayStylePagination(['parentId']) },
      },
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
