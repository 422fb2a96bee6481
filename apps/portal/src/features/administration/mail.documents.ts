import { graphql, type ResultOf } from '../../lib/graphql.js';

export const MAILS = graphql(`
  query Mails($state: MailState, $after: String) {
    mailDelivery {
      isSetUp
      keptAsFiles
      from
      waiting
      failed
    }
    mails(state: $state, first: 30, after: $after) {
      edges {
        cursor
        node {
          id
          kind
          toAddress
          state
          createdAt
          sentAt
          attempts
          problem
          viewerCan
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

export const DIGEST_TIME = graphql(`
  query DigestTime {
    digestTime {
      hour
      timeZone
    }
  }
`);

export const CHANGE_DIGEST_TIME = graphql(`
  mutation ChangeDigestTime($hour: Int!, $timeZone: String!) {
    changeDigestTime(hour: $hour, timeZone: $timeZone) {
      __typename
      ... on DigestTime {
        hour
        timeZone
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SEND_TEST_MAIL = graphql(`
  mutation SendTestMail {
    sendTestMail {
      __typename
      ... on Mail {
        id
        toAddress
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SEND_MAIL_AGAIN = graphql(`
  mutation SendMailAgain($id: ID!) {
    sendMailAgain(id: $id) {
      __typename
      ... on Mail {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type ListedMail = ResultOf<typeof MAILS>['mails']['edges'][number]['node'];
