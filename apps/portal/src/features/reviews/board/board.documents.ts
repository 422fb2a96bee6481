import { graphql, type ResultOf } from '../../../lib/graphql.js';

const ESTIMATE = graphql(`
  fragment EstimateFigures on Estimate @_unmask {
    value
    low
    high
    why
  }
`);

const AGREEMENT = graphql(
  `
    fragment AgreementFigures on Agreement @_unmask {
      units
      raters
      scale
      needed
      paradox
      prevalence
      bias
      pabak
      exact {
        ...EstimateFigures @unmask
      }
      adjacent {
        ...EstimateFigures @unmask
      }
      kappa {
        ...EstimateFigures @unmask
      }
      ac {
        ...EstimateFigures @unmask
      }
      alpha {
        ...EstimateFigures @unmask
      }
    }
  `,
  [ESTIMATE],
);

export const QUALITY_BOARD = graphql(
  `
    query QualityBoard($achievementId: ID, $from: Date, $until: Date) {
      qualityBoard(achievementId: $achievementId, from: $from, until: $until) {
        from
        until
        marks
        doubleMarked
        medianHoursToRelease
        p95HoursToRelease
        fairness {
          people
          variation
          gini
          most
        }
        queue {
          achievementId
          waiting
          beingMarked
          overdue
          oldestHours
          medianHours
          p95Hours
          achievement {
            id
            name
          }
        }
        loads {
          personId
          held
          handedIn
          capacity
          awayUntil
          person {
            id
            displayName
          }
        }
        weeks {
          week
          marks
          released
        }
        definitive {
          judgements
          units
          needed
          estimate {
            ...EstimateFigures @unmask
          }
        }
        checks {
          personId
          checks
          within
          criteria
          exact
          bias
          apart
          person {
            id
            displayName
          }
        }
        severity {
          units
          needed
          why
          p
          assessorIds
          assessors {
            assessorId
            severity
            low
            high
            units
            person {
              id
              displayName
            }
          }
        }
        rubrics {
          versionId
          name
          number
          cutScore
          marks
          passed
          decision {
            ...AgreementFigures @unmask
          }
          scores {
            ...EstimateFigures @unmask
          }
          criteria {
            criterionId
            title
            number
            discrimination
            marks
            unusedLevels
            agreement {
              ...AgreementFigures @unmask
            }
          }
          simulation {
            cutScore
            passed
            of
          }
        }
      }
    }
  `,
  [ESTIMATE, AGREEMENT],
);

export type Board = ResultOf<typeof QUALITY_BOARD>['qualityBoard'];
export type RubricOnBoard = Board['rubrics'][number];
export type AgreementOnBoard = RubricOnBoard['decision'];
export type Estimate = NonNullable<AgreementOnBoard['ac']>;
