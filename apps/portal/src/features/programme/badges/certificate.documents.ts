import { graphql, type ResultOf, type VariablesOf } from '../../../lib/graphql.js';

const CERTIFICATE_FIELDS = graphql(`
  fragment Certificate on CertificateTemplate @_unmask {
    number
    state
    revision
    paper
    landscape
    language
    words {
      word
      text
    }
    showOutcomes
    showBadge
    showLogo
    showQr
    signatures {
      name
      role
    }
    versions {
      number
      state
      inUseSince
    }
  }
`);

export const CERTIFICATE = graphql(
  `
    query CertificateTemplate {
      certificateTemplate {
        ...Certificate @unmask
      }
    }
  `,
  [CERTIFICATE_FIELDS],
);

export const CERTIFICATE_VERSION = graphql(
  `
    query CertificateTemplateVersion($number: Int!) {
      certificateTemplateVersion(number: $number) {
        ...Certificate @unmask
      }
    }
  `,
  [CERTIFICATE_FIELDS],
);

export const SAVE_CERTIFICATE = graphql(
  `
    mutation SaveCertificateTemplate($expectedRevision: Int!, $input: CertificateTemplateInput!) {
      saveCertificateTemplate(expectedRevision: $expectedRevision, input: $input) {
        __typename
        ... on CertificateTemplate {
          ...Certificate @unmask
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
  [CERTIFICATE_FIELDS],
);

export const USE_CERTIFICATE = graphql(
  `
    mutation PutCertificateTemplateInUse($expectedRevision: Int!) {
      putCertificateTemplateInUse(expectedRevision: $expectedRevision) {
        __typename
        ... on CertificateTemplate {
          ...Certificate @unmask
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
  `,
  [CERTIFICATE_FIELDS],
);

export const CERTIFICATE_PREVIEW = graphql(`
  query CertificatePreview($input: CertificateTemplateInput!) {
    certificatePreview(input: $input) {
      svg
      problems
    }
  }
`);

export type Certificate = ResultOf<typeof CERTIFICATE>['certificateTemplate'];
export type CertificateInput = VariablesOf<typeof SAVE_CERTIFICATE>['input'];
