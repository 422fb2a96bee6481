import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../config/graphql-env.js';

/** Typed documents straight from the committed schema: `graphql('query … { … }')`. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { ID: string; DateTime: string; Date: string };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
