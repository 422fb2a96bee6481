import { graphql, type ResultOf } from '../../../lib/graphql.js';

export const CALIBRATION_ROUNDS = graphql(`
  query CalibrationRounds {
    calibrationRounds {
      id
      name
      needed
      tolerance
      openedAt
      closedAt
      viewerCan
      version {
        id
        name
      }
      exemplars {
        handedInAt
        isOwn
        within
        exemplar {
          id
        }
      }
      progress {
        personId
        handedIn
        within
        bias
        apart
        exact
        person {
          id
          displayName
        }
      }
    }
  }
`);

export const CALIBRATION_ROUND = graphql(`
  query CalibrationRound($id: ID!) {
    calibrationRound(id: $id) {
      id
      name
      needed
      tolerance
      closedAt
      version {
        id
        name
        rubric {
          criteria {
            id
            title
            description
            weight
            mustReach
            levels {
              id
              ordinal
              label
              descriptor
              isCompetent
            }
          }
        }
      }
      exemplars {
        revision
        handedInAt
        isOwn
        within
        criteria {
          criterionId
          level
          comment
        }
        compared {
          criterionId
          given
          definitive
          difference
          within
          reason
        }
        exemplar {
          id
          title
          items {
            letter
            title
            text
            url
          }
        }
      }
    }
  }
`);

export const SAVE_CALIBRATION = graphql(`
  mutation SaveCalibrationMark($roundId: ID!, $exemplarId: ID!, $input: CalibrationMarkInput!) {
    saveCalibrationMark(roundId: $roundId, exemplarId: $exemplarId, input: $input) {
      __typename
      ... on CalibrationRound {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const HAND_IN_CALIBRATION = graphql(`
  mutation HandInCalibrationMark($roundId: ID!, $exemplarId: ID!) {
    handInCalibrationMark(roundId: $roundId, exemplarId: $exemplarId) {
      __typename
      ... on CalibrationRound {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const CLOSE_ROUND = graphql(`
  mutation CloseCalibrationRound($id: ID!) {
    closeCalibrationRound(id: $id) {
      __typename
      ... on CalibrationRound {
        id
        closedAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const OPEN_ROUND = graphql(`
  mutation OpenCalibrationRound($input: CalibrationRoundInput!) {
    openCalibrationRound(input: $input) {
      __typename
      ... on CalibrationRound {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const EXEMPLARS = graphql(`
  query Exemplars($achievementId: ID) {
    exemplars(achievementId: $achievementId, first: 50) {
      totalCount
      edges {
        cursor
        node {
          id
          title
          achievementId
          agreedAt
          version {
            id
            name
          }
          definitive {
            exemplarId
            agreedAt
            proposedBy {
              id
              displayName
            }
            agreedBy {
              id
              displayName
            }
          }
        }
      }
    }
  }
`);

export const EXEMPLAR = graphql(`
  query Exemplar($id: ID!) {
    exemplar(id: $id) {
      id
      title
      revision
      agreedAt
      retiredAt
      liveObstacles
      viewerCan
      items {
        letter
        title
        text
        url
      }
      version {
        id
        name
        rubric {
          criteria {
            id
            title
            levels {
              id
              ordinal
              label
              descriptor
            }
          }
        }
      }
      definitive {
        exemplarId
        agreedAt
        viewerCan
        criteria {
          criterionId
          level
          reason
        }
        proposedBy {
          id
          displayName
        }
        agreedBy {
          id
          displayName
        }
      }
    }
  }
`);

export const RELEASED_WORK = graphql(`
  query ReleasedWork($achievementId: ID!) {
    releasedWork(achievementId: $achievementId) {
      submissionId
      candidateCode
      itemCount
      outcome
      releasedAt
    }
  }
`);

export const CREATE_EXEMPLAR = graphql(`
  mutation CreateExemplar($achievementId: ID!, $title: String!, $submissionId: ID) {
    createExemplar(achievementId: $achievementId, title: $title, submissionId: $submissionId) {
      __typename
      ... on Exemplar {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SAVE_EXEMPLAR = graphql(`
  mutation SaveExemplar($id: ID!, $input: ExemplarInput!) {
    saveExemplar(id: $id, input: $input) {
      __typename
      ... on Exemplar {
        id
        title
        revision
        items {
          letter
          title
          text
          url
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const PROPOSE_WORTH = graphql(`
  mutation ProposeDefinitiveMark($exemplarId: ID!, $criteria: [DefinitiveLevelInput!]!) {
    proposeDefinitiveMark(exemplarId: $exemplarId, criteria: $criteria) {
      __typename
      ... on Exemplar {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const AGREE_WORTH = graphql(`
  mutation AgreeDefinitiveMark($exemplarId: ID!) {
    agreeDefinitiveMark(exemplarId: $exemplarId) {
      __typename
      ... on Exemplar {
        id
        agreedAt
        liveObstacles
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type RoundInList = ResultOf<typeof CALIBRATION_ROUNDS>['calibrationRounds'][number];
export type Round = NonNullable<ResultOf<typeof CALIBRATION_ROUND>['calibrationRound']>;
export type RoundExemplar = Round['exemplars'][number];
export type Exemplar = NonNullable<ResultOf<typeof EXEMPLAR>['exemplar']>;
export type LiveObstacles = NonNullable<Exemplar['liveObstacles']>;
