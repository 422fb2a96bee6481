/** VC Data Model 2.0, always the first context. */
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
/** VC Data Model 1.1: the first context of older badges, which are read and never issued. */
export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1';
/** Open Badges 3.0 in the edition we issue with. */
export const OPEN_BADGES_V3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
/** Names the validator type of `credentialSchema`, which context 3.0.3 does not know. */
export const OPEN_BADGES_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
/** The official schema that our documents name. */
export const OPEN_BADGES_SCHEMA =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

/** Any published edition of the Open Badges 3.0 context. */
export const OPEN_BADGES_CONTEXT = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/;
