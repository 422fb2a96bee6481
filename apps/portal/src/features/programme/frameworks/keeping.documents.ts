import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const NAME_STEWARD = graphql(`
  mutation NameSteward($frameworkId: ID!, $personId: ID!) {
    nameSteward(frameworkId: $frameworkId, personId: $personId) {
      __typename
      ... on SkillFramework {
        id
        stewards {
          id
          displayName
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REMOVE_STEWARD = graphql(`
  mutation RemoveSteward($frameworkId: ID!, $personId: ID!) {
    removeSteward(frameworkId: $frameworkId, personId: $personId) {
      __typename
      ... on SkillFramework {
        id
        stewards {
          id
          displayName
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const PROPOSE_SKILL = graphql(`
  mutation ProposeSkill($input: ProposeSkillInput!) {
    proposeSkill(input: $input) {
      __typename
      ... on SkillProposal {
        id
        state
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

export const SKILL_PROPOSALS = graphql(`
  query SkillProposals($state: SkillProposalState, $after: String) {
    skillProposals(state: $state, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          name
          why
          evidence
          proposedAt
          state
          reason
          viewerCan
          proposedBy {
            id
            displayName
          }
          decidedBy {
            id
            displayName
          }
          skill {
            id
            revisionId
            name
          }
          framework {
            id
            title
          }
        }
      }
    }
  }
`);

export const ACCEPT_PROPOSAL = graphql(`
  mutation AcceptSkillProposal($id: ID!) {
    acceptSkillProposal(id: $id) {
      __typename
      ... on SkillProposal {
        id
        state
        framework {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const REFUSE_PROPOSAL = graphql(`
  mutation RefuseSkillProposal($id: ID!, $reason: String!) {
    refuseSkillProposal(id: $id, reason: $reason) {
      __typename
      ... on SkillProposal {
        id
        state
        reason
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const POINT_PROPOSAL = graphql(`
  mutation PointSkillProposal($id: ID!, $skillId: ID!) {
    pointSkillProposal(id: $id, skillId: $skillId) {
      __typename
      ... on SkillProposal {
        id
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const RETIRE_SKILL = graphql(`
  mutation RetireSkill($skillId: ID!, $retiresOn: Date!, $reason: String!) {
    retireSkill(skillId: $skillId, retiresOn: $retiresOn, reason: $reason) {
      __typename
      ... on Skill {
        id
        revisionId
        retirement {
          retiresOn
          reason
        }
      }
      ... on StillBuiltUpon {
        impact {
          area
          count
          touched
          happens
          examples {
            name
            path
          }
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const BRING_BACK_SKILL = graphql(`
  mutation BringBackSkill($skillId: ID!) {
    bringBackSkill(skillId: $skillId) {
      __typename
      ... on Skill {
        id
        revisionId
        retirement {
          retiresOn
          reason
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SKILL_LIFE = graphql(`
  query SkillLife($id: ID!) {
    skill(id: $id) {
      id
      revisionId
      kind
      category
      synonyms
      coding
      notes
      retirement {
        retiresOn
        reason
      }
      replacement {
        id
        revisionId
        name
      }
      myConversions {
        id
        fromOrdinal
        toOrdinal
        acceptedAt
      }
      builtOn {
        area
        count
        touched
        happens
        examples {
          name
          path
        }
      }
      ancestors {
        id
        revisionId
        name
      }
      relations {
        id
        type
        targetUri
        targetTitle
        origin {
          id
          revisionId
          name
          framework {
            id
            title
          }
        }
        target {
          id
          revisionId
          name
          framework {
            id
            title
          }
        }
      }
    }
  }
`);

export const ACCEPT_CONVERSION = graphql(`
  mutation AcceptConversion($fromSkillId: ID!, $fromOrdinal: Int!) {
    acceptConversion(fromSkillId: $fromSkillId, fromOrdinal: $fromOrdinal) {
      __typename
      ... on Skill {
        id
        revisionId
        myConversions {
          id
          fromOrdinal
          toOrdinal
          acceptedAt
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const MY_STANDINGS = graphql(`
  query MyStandings($personId: ID!) {
    person(id: $personId) {
      id
      standings {
        skill {
          id
        }
        level {
          id
          ordinal
        }
        state
      }
    }
  }
`);

export const OFFERED_LEVEL = graphql(`
  query OfferedLevel($skillId: ID!, $ordinal: Int!) {
    skill(id: $skillId) {
      id
      revisionId
      offeredLevel(ordinal: $ordinal)
    }
  }
`);

export type Proposal = ResultOf<typeof SKILL_PROPOSALS>['skillProposals']['edges'][number]['node'];
export type SkillLife = NonNullable<ResultOf<typeof SKILL_LIFE>['skill']>;

export const WAITING_DRAFTS = graphql(`
  query WaitingDrafts {
    frameworks {
      id
      title
      version
      state
      stewards {
        id
        displayName
      }
    }
  }
`);
