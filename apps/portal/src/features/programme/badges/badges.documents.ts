import { graphql, type ResultOf, type VariablesOf } from '../../../lib/graphql.js';

const INKS = graphql(`
  fragment Inks on BadgeInks @_unmask {
    ground
    gilt
    line
    text
  }
`);

const KIT = graphql(
  `
    fragment Kit on BrandKit @_unmask {
      number
      state
      revision
      initials
      ground
      inks {
        ...Inks @unmask
      }
      fonts {
        role
        family
      }
      logo {
        id
        name
        kind
      }
      versions {
        number
        state
        inUseSince
      }
    }
  `,
  [INKS],
);

const SLOTS = graphql(
  `
    fragment Slots on BadgeSlots @_unmask {
      shape
      ring
      band
      centre
      icon
      type
      marks
      inks {
        ...Inks @unmask
      }
    }
  `,
  [INKS],
);

const TEMPLATE = graphql(
  `
    fragment Template on BadgeTemplate @_unmask {
      id
      name
      revision
      archivedAt
      slots {
        ...Slots @unmask
      }
      earlier {
        revision
        name
        changedAt
        slots {
          ...Slots @unmask
        }
      }
    }
  `,
  [SLOTS],
);

export const BRAND_KIT = graphql(
  `
    query BrandKit {
      brandKit {
        ...Kit @unmask
      }
      fontFamilies {
        key
        name
        roles
      }
    }
  `,
  [KIT],
);

export const KIT_VERSION = graphql(
  `
    query BrandKitVersion($number: Int!) {
      brandKitVersion(number: $number) {
        ...Kit @unmask
      }
    }
  `,
  [KIT],
);

export const SAVE_KIT = graphql(
  `
    mutation SaveBrandKit($expectedRevision: Int!, $input: BrandKitInput!) {
      saveBrandKit(expectedRevision: $expectedRevision, input: $input) {
        __typename
        ... on BrandKit {
          ...Kit @unmask
        }
        ... on Refusal {
          message
        }
        ... on InvalidInput {
          problems {
            field
            message
          }
        }
        ... on ChangedMeanwhile {
          currentRevision
        }
      }
    }
  `,
  [KIT],
);

export const USE_KIT = graphql(
  `
    mutation PutBrandKitInUse($expectedRevision: Int!) {
      putBrandKitInUse(expectedRevision: $expectedRevision) {
        __typename
        ... on BrandKit {
          ...Kit @unmask
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [KIT],
);

export const ADD_LOGO = graphql(`
  mutation AddBrandImage($name: String!, $content: String!) {
    addBrandImage(name: $name, content: $content) {
      __typename
      ... on BrandImage {
        id
        name
        kind
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
    }
  }
`);

export const BADGE_TEMPLATES = graphql(
  `
    query BadgeTemplates {
      badgeTemplates {
        ...Template @unmask
      }
    }
  `,
  [TEMPLATE],
);

export const TEMPLATES_TAKEN_OUT = graphql(`
  query BadgeTemplatesTakenOut {
    badgeTemplates(takenOut: true) {
      id
      name
      archivedAt
    }
  }
`);

export const RESTORE_TEMPLATE = graphql(`
  mutation RestoreBadgeTemplate($id: ID!) {
    restoreBadgeTemplate(id: $id) {
      __typename
      ... on BadgeTemplate {
        id
        archivedAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SAVE_TEMPLATE = graphql(
  `
    mutation SaveBadgeTemplate($id: ID, $name: String!, $slots: BadgeSlotsInput!, $expectedRevision: Int!) {
      saveBadgeTemplate(id: $id, name: $name, slots: $slots, expectedRevision: $expectedRevision) {
        __typename
        ... on BadgeTemplate {
          ...Template @unmask
        }
        ... on Refusal {
          message
        }
        ... on InvalidInput {
          problems {
            field
            message
          }
        }
        ... on ChangedMeanwhile {
          currentRevision
        }
      }
    }
  `,
  [TEMPLATE],
);

export const ARCHIVE_TEMPLATE = graphql(`
  mutation ArchiveBadgeTemplate($id: ID!) {
    archiveBadgeTemplate(id: $id) {
      __typename
      ... on BadgeTemplate {
        id
        archivedAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const BADGE_PREVIEW = graphql(`
  query BadgePreview($input: BadgePreviewInput!) {
    badgePreview(input: $input) {
      pictures {
        cut
        scale
        svg
      }
      findings {
        check
        verdict
        message
      }
    }
  }
`);

const DESIGN = graphql(
  `
    fragment Design on BadgeDesign @_unmask {
      achievementVersionId
      revision
      struckAt
      template {
        id
        name
      }
      choices {
        shape
        ring
        band
        centre
        icon
        type
        marks
        title
        inks {
          ...Inks @unmask
        }
      }
    }
  `,
  [INKS],
);

export const BADGE_DESIGN = graphql(
  `
    query BadgeDesign($id: ID!) {
      achievementVersion(id: $id) {
        id
        badgeDesign {
          ...Design @unmask
        }
      }
      badgeTemplates {
        ...Template @unmask
      }
    }
  `,
  [DESIGN, TEMPLATE],
);

export const SAVE_DESIGN = graphql(
  `
    mutation SaveBadgeDesign(
      $achievementVersionId: ID!
      $expectedRevision: Int!
      $templateId: ID
      $choices: BadgeChoicesInput!
    ) {
      saveBadgeDesign(
        achievementVersionId: $achievementVersionId
        expectedRevision: $expectedRevision
        templateId: $templateId
        choices: $choices
      ) {
        __typename
        ... on BadgeDesign {
          ...Design @unmask
        }
        ... on Refusal {
          message
        }
        ... on InvalidInput {
          problems {
            field
            message
          }
        }
        ... on ChangedMeanwhile {
          currentRevision
        }
      }
    }
  `,
  [DESIGN],
);

export type Kit = ResultOf<typeof BRAND_KIT>['brandKit'];
export type Family = ResultOf<typeof BRAND_KIT>['fontFamilies'][number];
export type KitInput = VariablesOf<typeof SAVE_KIT>['input'];
export type Template = ResultOf<typeof BADGE_TEMPLATES>['badgeTemplates'][number];
export type Slots = VariablesOf<typeof SAVE_TEMPLATE>['slots'];
export type Inks = Kit['inks'];
export type Choices = VariablesOf<typeof SAVE_DESIGN>['choices'];
export type PreviewInput = VariablesOf<typeof BADGE_PREVIEW>['input'];
export type Preview = NonNullable<ResultOf<typeof BADGE_PREVIEW>['badgePreview']>;
export type Design = NonNullable<NonNullable<ResultOf<typeof BADGE_DESIGN>['achievementVersion']>['badgeDesign']>;
