import { graphql, type ResultOf } from './graphql.js';

export const OPENING = graphql(`
  fragment Opening on EvidenceOpening @_unmask {
    id
    at
    by
    how
    itemId
    reason
    achievement
  }
`);

export type Opening = ResultOf<typeof OPENING>;
