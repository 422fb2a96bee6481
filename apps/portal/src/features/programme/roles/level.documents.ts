import { graphql, type ResultOf } from '../../../lib/graphql.js';
import { NEAR_LEVEL, STEP_IN, STEP_OUT } from './steps.documents.js';

export const LEVEL_PANEL = graphql(
  `
  query LevelPanel($id: ID!) {
    jobRoleLevel(id: $id) {
      id
      name
      order
      asks
      people
      role {
        id
        name
        revision
        levels {
          id
          name
          order
        }
      }
      stepsOut { ...StepOut @unmask }
      stepsIn { ...StepIn @unmask }
      suggestedSteps(first: 5) { ...NearLevel @unmask }
    }
  }
`,
  [STEP_OUT, STEP_IN, NEAR_LEVEL],
);

export const LEVEL_PAGE = graphql(
  `
  query LevelPage($id: ID!) {
    jobRoleLevel(id: $id) {
      id
      name
      order
      description
      responsibilities
      people
      role {
        id
        name
        description
        responsibilities
        revision
        family {
          id
          name
        }
        framework {
          id
          title
          version
          state
          attribution
          licence
          viewerCan
        }
        levels {
          id
          name
          order
        }
      }
      requirements {
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
        }
        adoptedFrom {
          id
          title
          version
        }
        provenBy {
          id
          name
          level {
            id
            ordinal
            label
          }
        }
      }
      stepsOut { ...StepOut @unmask }
      stepsIn { ...StepIn @unmask }
      suggestedSteps(first: 5) { ...NearLevel @unmask }
    }
  }
`,
  [STEP_OUT, STEP_IN, NEAR_LEVEL],
);

export type PanelLevel = NonNullable<ResultOf<typeof LEVEL_PANEL>['jobRoleLevel']>;
export type PageLevel = NonNullable<ResultOf<typeof LEVEL_PAGE>['jobRoleLevel']>;
