import { graphql } from '../../lib/graphql.js';

export const MY_ADDRESS = graphql(`
  query MyPersonalAddress {
    myPersonalAddress {
      address
      provedAt
      waiting
      waitingUntil
    }
    leavingSetting {
      takesEvidence
    }
  }
`);

export const ASK_ADDRESS = graphql(`
  mutation AskPersonalAddress($address: String!) {
    askPersonalAddress(address: $address) {
      __typename
      ... on PersonalAddress {
        address
        waiting
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const FORGET_ADDRESS = graphql(`
  mutation ForgetPersonalAddress {
    forgetPersonalAddress {
      __typename
      ... on PersonalAddress {
        address
        waiting
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const PROVE_ADDRESS = graphql(`
  mutation ProvePersonalAddress($token: String!) {
    provePersonalAddress(token: $token) {
      __typename
      ... on ProvedAddress {
        hint
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const LEAVING_SETTING = graphql(`
  query LeavingSetting {
    leavingSetting {
      takesEvidence
    }
  }
`);

export const CHANGE_LEAVING_SETTING = graphql(`
  mutation ChangeLeavingSetting($takesEvidence: Boolean!) {
    changeLeavingSetting(takesEvidence: $takesEvidence) {
      __typename
      ... on LeavingSetting {
        takesEvidence
      }
      ... on Refusal {
        message
      }
    }
  }
`);
