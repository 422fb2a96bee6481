export { type AchievementPageData, renderAchievementPage } from './achievement-page.js';
export { type EmbedData, renderEmbed, renderEmptyEmbed } from './embed-page.js';
export { factsOf, type ProofFacts } from './facts.js';
export { english, type Language } from './messages.js';
export type { ProofAssets } from './page.js';
export { type ProofPageData, renderErasedPage, renderNotFoundPage, renderProofPage } from './proof-page.js';
export { CARD_SIZE } from './preview.js';
export { renderVerifyPage } from './verify-page.js';
export type { ShownEvidence } from './shown-by-holder.js';
