export {
  BADGE_CUTS,
  BADGE_SCALES,
  type BadgeCut,
  type BadgeScale,
  escapeXml,
  renderBadgeSvg,
  scaleFor,
  titleOf,
} from './badge-art.js';
export { type BadgeFinding, checkBadge } from './badge-checks.js';
export { contrast } from './badge-contrast.js';
export * from './badge-face.js';
export { BADGE_ICONS } from './badge-icons.js';
export type { Lettering, LetterStyle, SetLine } from './badge-lettering.js';
export * from './badge-file.js';
export { BadgeShapes, badgeSource, proofSource, slotsOfBadge } from './badge-source.js';
export { isRecipient, type RecipientIdentity, recipientIdentities } from './recipient.js';
export { bakePng } from './baked-png.js';
export { bakeSvg } from './baked-svg.js';
export * from './bytes.js';
export * from './canonicalise.js';
export * from './contexts.js';
export * from './data-integrity.js';
export * from './did-web.js';
export { buildEndorsement, type PlannedEndorsement } from './endorsement.js';
export * from './findings.js';
export * from './instant.js';
export * from './issuance-plan.js';
export * from './json.js';
export { buildJwt, jwtClaims, jwtHeader, publicMembers, thumbprintOf } from './jwt.js';
export { BADGE_CONTEXTS, buildOpenBadge } from './open-badge.js';
export {
  QUALITY_WEIGHTS_VERSION,
  type QualityFinding,
  type QualityProfile,
  qualityProfile,
} from './quality-profile.js';
export type { QualityRecord } from './quality-facts.js';
export type { Provenance, QualityStatus } from './quality-rules.js';
export { QUALITY_FIELDS, QUALITY_SENTENCES, type QualityField, type QualitySentence } from './quality-words.js';
export { type Filled, QuadTemplates } from './quad-template.js';
export { canonicaliseQuickly } from './quick-canonical.js';
export * from './sentences.js';
export * from './status-list.js';
export { endorsementProblems, proseProblems, structureProblems, type StructureProblem } from './structure.js';
export { isDomain, isIssuerOf, listedAs, type TrustList } from './trust-list.js';
export {
  type BadgeVerification,
  type BroughtVerification,
  verifyBadge,
  verifyBrought,
  verifyCredential,
  verifyEndorsement,
} from './verify.js';
