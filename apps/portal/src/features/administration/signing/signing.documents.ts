import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const ISSUER_KEYS = graphql(`
  query IssuerKeys {
    issuerKeys {
      did
      documentUrl
      statusLists
      rotation {
        askedAt
        gaveUp
      }
      keys {
        publicKey
        purpose
        algorithm
        since
        until
        compromisedAt
        badges
        endorsements
      }
    }
  }
`);

export const ROTATE_ISSUER_KEYS = graphql(`
  mutation RotateIssuerKeys($current: String!, $reason: String!) {
    rotateIssuerKeys(current: $current, reason: $reason) {
      __typename
      ... on IssuerKeys {
        rotation {
          askedAt
          gaveUp
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type IssuerKeys = ResultOf<typeof ISSUER_KEYS>['issuerKeys'];
export type IssuerKey = IssuerKeys['keys'][number];

/** Whether it signs what is signed now. */
export const signsNow = ({ until, compromisedAt }: IssuerKey) => until === null && compromisedAt === null;
