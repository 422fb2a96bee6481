import { graphql, type ResultOf } from '../../lib/graphql.js';

export const MY_SKILLS = graphql(`
  query MySkills($asOf: DateTime) {
    viewer {
      person {
        id
        skillLayers(asOf: $asOf) {
          skill {
            id
            name
            myMentorOffer {
              id
            }
            framework {
              id
              scale {
                id
                levels {
                  id
                  ordinal
                  label
                }
              }
            }
          }
          verified {
            verifiedOn
            validUntil
            recognisedFrom
            badgeName
            externalCredentialId
            level {
              id
              ordinal
              label
            }
            credential {
              id
              achievementVersion {
                id
                name
              }
            }
          }
          lapsed {
            validUntil
            badgeName
            externalCredentialId
            level {
              id
              ordinal
              label
            }
            credential {
              id
              achievementVersion {
                id
                name
              }
            }
          }
          observed {
            id
            level {
              id
              ordinal
            }
          }
          observations {
            id
            capacity
            usedOnJob
            seenOn
            words
            level {
              id
              ordinal
              label
            }
            observer {
              id
              displayName
            }
          }
          claimed {
            id
            words
            claimedAt
            level {
              id
              ordinal
              label
            }
          }
        }
      }
    }
  }
`);

export const CLAIM_SKILL = graphql(`
  mutation ClaimSkill($input: ClaimSkillInput!) {
    claimSkill(input: $input) {
      __typename
      ... on SkillClaim {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const WITHDRAW_CLAIM = graphql(`
  mutation WithdrawSkillClaim($skillId: ID!) {
    withdrawSkillClaim(skillId: $skillId) {
      __typename
      ... on SkillClaim {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const OFFER_TO_MENTOR = graphql(`
  mutation OfferToMentor($skillId: ID!) {
    offerToMentor(skillId: $skillId) {
      __typename
      ... on MentorOffer {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const STOP_OFFERING_TO_MENTOR = graphql(`
  mutation StopOfferingToMentor($skillId: ID!) {
    stopOfferingToMentor(skillId: $skillId) {
      __typename
      ... on MentorOffer {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Person = NonNullable<ResultOf<typeof MY_SKILLS>['viewer']>['person'];
export type SkillRow = Person['skillLayers'][number];
