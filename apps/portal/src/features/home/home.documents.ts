import { graphql, type ResultOf } from '../../lib/graphql.js';
import { NEWER_VERSION } from '../../lib/newer-version.documents.js';

export const HOME = graphql(
  `
  query Home {
    myCohorts {
      id
      name
      endsOn
      programme {
        id
        name
      }
      myPlaces {
        achievementId
        state
      }
    }
    myGoal {
      ...NewerVersionFields @unmask
      id
      byDay
      shared
      chosenBy {
        id
        displayName
      }
    }
    myReadiness {
      verified
      claimed
      plan {
        outcome
        steps {
          achievementId
          hours
          hoursSaid
          after
          closes {
            skillId
            from
            to
          }
          unblocks
          achievement {
            id
            name
            level {
              id
              label
            }
          }
        }
      }
      jobRoleLevel {
        id
        name
        role {
          id
          name
        }
      }
      blockedBy {
        id
        name
      }
      rows {
        requirement {
          id
          importance
          mustHave
          level {
            id
            ordinal
            label
          }
          skill {
            id
            name
            framework {
              id
              scale {
                id
                levels {
                  id
                  ordinal
                }
              }
            }
          }
        }
        verified {
          id
          ordinal
          label
        }
        lapsedOn
        validUntil
        layers {
          verified {
            recognisedFrom
          }
          lapsed {
            validUntil
            level {
              id
              ordinal
            }
            credential {
              id
            }
          }
          observed {
            id
            seenOn
            capacity
            level {
              id
              ordinal
            }
          }
          claimed {
            id
            level {
              id
              ordinal
            }
          }
        }
        submission {
          id
          state
        }
      }
    }
    myCredentials {
      id
      validFrom
      validUntil
      status
      expired
      renewal {
        reason
        submissionId
      }
      achievementVersion {
        id
        name
        badgeUrl
        level {
          id
          label
        }
      }
      shareGrants {
        id
        views
        revokedAt
      }
    }
    mySubmissions(first: 20) {
      edges {
        node {
          id
          state
          attemptNo
          submittedAt
          savedAt
          achievementVersion {
            id
            name
            level {
              id
              label
            }
          }
          gaps {
            criterionId
            number
            kind
            blocking
          }
          decision {
            id
            outcome
            releasedAt
            criteria {
              number
              met
              comment
            }
          }
        }
      }
    }
  }
`,
  [NEWER_VERSION],
);

/** Apart from the rest: who stands on their own page is not kept waiting for what others ask. */
export const ASKED = graphql(`
  query AskedAtHome {
    askedOfMe {
      id
      state
      about
      askedAt
      owner {
        id
        displayName
      }
    }
    endorsementsAskedOfMe {
      id
      state
      viewerCan
      achievementName
      askedAt
      holder {
        id
        displayName
      }
    }
    mentoringAskedOfMe {
      submissionId
      state
      achievementName
      askedAt
      candidate {
        id
        displayName
      }
    }
  }
`);

export const START_SUBMISSION = graphql(`
  mutation StartFromHome($achievementVersionId: ID!) {
    startSubmission(achievementVersionId: $achievementVersionId) {
      __typename
      ... on Submission {
        id
      }
      ... on AttemptOpen {
        submissionId
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type Asked = ResultOf<typeof ASKED>;
export type Goal = NonNullable<Home['myGoal']>;
export type Home = ResultOf<typeof HOME>;
export type Readiness = NonNullable<Home['myReadiness']>;
export type Row = Readiness['rows'][number];
export type OwnCohort = Home['myCohorts'][number];
export type HeldCredential = Home['myCredentials'][number];
export type OwnSubmission = Home['mySubmissions']['edges'][number]['node'];
