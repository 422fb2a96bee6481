import { graphql, type ResultOf, type VariablesOf } from '../../lib/graphql.js';

export const AUDIT = graphql(`
  query Audit(
    $search: String
    $actorId: ID
    $operation: String
    $targetId: ID
    $from: DateTime
    $to: DateTime
    $outcome: AuditOutcome
    $kind: AuditActorKind
    $after: String
  ) {
    auditEntries(
      first: 50
      after: $after
      search: $search
      actorId: $actorId
      operation: $operation
      targetId: $targetId
      from: $from
      to: $to
      outcome: $outcome
      kind: $kind
    ) {
      edges {
        cursor
        node {
          id
          at
          actor
          actorId
          actorKind
          operation
          target
          outcome
          detail
          sequence
          digest
          chainHash
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const AUDIT_HEAD = graphql(`
  query AuditHead {
    auditHead {
      sequence
      hash
      chainedAt
      unchained
      oldestUnchained
    }
  }
`);

export const ACTORS = graphql(`
  query Actors($search: String) {
    people(first: 10, search: $search) {
      edges {
        node {
          id
          displayName
          employment {
            id
            jobTitle
          }
        }
      }
    }
  }
`);

export const ACTOR_NAME = graphql(`
  query ActorName($id: ID!) {
    person(id: $id) {
      id
      displayName
    }
  }
`);

export type AuditVariables = VariablesOf<typeof AUDIT>;
export type AuditEntry = ResultOf<typeof AUDIT>['auditEntries']['edges'][number]['node'];
