import { graphql, type ResultOf } from '../../lib/graphql.js';

/** What is named of a badge wherever it stands, with every skill it awards. */
const EARNED_VERSION = graphql(`
  fragment EarnedVersion on AchievementVersion @_unmask {
    id
    name
    level {
      id
      label
    }
    awardedSkills {
      skillId
      skill {
        id
        name
      }
      level {
        id
        ordinal
        label
      }
    }
  }
`);

const GRANT = graphql(`
  fragment Grant on ShareGrant @_unmask {
    id
    url
    createdAt
    expiresAt
    revokedAt
    views
    purpose
    furtherIds
    evidenceCount
    sent {
      address
      at
      letterId
      state
      problem
    }
    days {
      day
      kind
      byName
      times
    }
  }
`);

export const BADGES = graphql(
  `
  query Badges {
    myCredentials {
      id
      validFrom
      validUntil
      status
      expired
      badgeUrl
      achievementVersion {
        ...EarnedVersion @unmask
      }
      shareGrants {
        id
        views
        expiresAt
        revokedAt
      }
    }
  }
`,
  [EARNED_VERSION],
);

export const BADGE = graphql(
  `
  query Badge($id: ID!) {
    credential(id: $id) {
      id
      issuedAt
      validFrom
      validUntil
      status
      expired
      document
      digest
      badgeUrl
      certificateUrl
      tokenSigned
      viewerCan
      supersededBy
      statusChanges {
        id
        kind
        reason
        doneAt
      }
      stackRisk {
        id
        state
        reason
        openedAt
        lost {
          achievementId
          name
          why
        }
      }
      countsTowards {
        id
        name
        myStackProgress {
          toGo
        }
      }
      person {
        id
        displayName
      }
      achievementVersion {
        ...EarnedVersion @unmask
        description
        number
        outcomes
        descriptors {
          workloadHours
          ects
          eqfLevel
        }
      }
      renews {
        id
      }
      renewedBy {
        id
      }
      renewal {
        reason
        opensOn
        achievementVersionId
        submissionId
        carries
        asks {
          criterionId
          title
          because
        }
      }
      evidenceBehind {
        nth
        kind
        title
        madeOn
      }
      shareGrants {
        ...Grant @unmask
      }
      uses {
        kind
        times
      }
      useDays {
        day
        kind
        times
      }
    }
    myCredentials {
      id
      status
      expired
      achievementVersion {
        id
        name
        level {
          id
          label
        }
      }
    }
  }
`,
  [EARNED_VERSION, GRANT],
);

export const TOLD_TO_OTHERS = graphql(`
  query ToldToOthers($id: ID!) {
    credential(id: $id) {
      id
      usesToldToOthers {
        id
        name
        people
        figures {
          kind
          times
          band
        }
      }
    }
  }
`);

export const START_RENEWAL = graphql(`
  mutation StartRenewal($achievementVersionId: ID!) {
    startSubmission(achievementVersionId: $achievementVersionId) {
      __typename
      ... on Submission {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SHARE_CREDENTIAL = graphql(
  `
  mutation ShareCredential($credentialId: ID!, $expiresAt: DateTime, $scope: ShareScopeInput) {
    shareCredential(credentialId: $credentialId, expiresAt: $expiresAt, scope: $scope) {
      __typename
      ... on ShareGrant {
        ...Grant @unmask
      }
      ... on Refusal {
        message
      }
    }
  }
`,
  [GRANT],
);

export const SHARE_LETTER = graphql(`
  query ShareLetter($shareId: ID!, $words: String!) {
    shareLetter(shareId: $shareId, words: $words) {
      subject
      text
    }
  }
`);

export const SEND_SHARE_AGAIN = graphql(
  `
  mutation SendShareAgain($shareId: ID!, $letterId: ID!) {
    sendShareAgain(shareId: $shareId, letterId: $letterId) {
      __typename
      ... on ShareGrant {
        ...Grant @unmask
      }
      ... on Refusal {
        message
      }
    }
  }
`,
  [GRANT],
);

export const SEND_SHARE = graphql(
  `
  mutation SendShare($input: SendShareInput!) {
    sendShare(input: $input) {
      __typename
      ... on ShareGrant {
        ...Grant @unmask
      }
      ... on Refusal {
        message
      }
    }
  }
`,
  [GRANT],
);

export const END_SHARE = graphql(`
  mutation EndShare($id: ID!) {
    endShare(id: $id) {
      __typename
      ... on ShareGrant {
        id
        revokedAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type HeldBadge = ResultOf<typeof BADGES>['myCredentials'][number];
export type Badge = NonNullable<ResultOf<typeof BADGE>['credential']>;
export type OtherBadge = ResultOf<typeof BADGE>['myCredentials'][number];
export type Grant = Badge['shareGrants'][number];
