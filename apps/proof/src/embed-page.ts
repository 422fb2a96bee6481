import type { JsonObject, Verification } from '@assay/credential';
import { factsOf } from './facts.js';
import { toneOf, verdictMark } from './findings-view.js';
import { type Html, html, svgMarkup } from './html.js';
import { type Language, type MessageKey, say } from './messages.js';
import { type ProofAssets, renderBare } from './page.js';

/** What an embedded badge is made of. */
export interface EmbedData {
  readonly document: JsonObject;
  readonly verification: Verification;
  readonly badge: string;
  /** Where the proof page is. */
  readonly address: string;
  readonly assets: ProofAssets;
}

const WORDS: Record<Verification['verdict'], MessageKey> = {
  'genuine-and-current': 'embedGenuine',
  expired: 'embedEnded',
  'not-yet-valid': 'embedNotYet',
  revoked: 'embedWithdrawn',
  suspended: 'embedSuspended',
  'unknown-issuer': 'embedUnknown',
  'could-not-check': 'embedUnknown',
  broken: 'titleBroken',
};

/** A badge for other people's pages: no script, one link to the proof, and how it stands now. */
export function renderEmbed({ document, verification, badge, address, assets }: EmbedData, language: Language): string {
  const { verdict } = verification;
  const facts = factsOf(document);
  const tone = toneOf(verdict);
  const picture = verdict === 'broken' ? '' : html`<span class="badge">${svgMarkup(badge)}</span>`;
  const named: Html =
    verdict === 'broken' ? html`` : html`<b>${facts.name}</b><span class="of">${facts.holder}, ${facts.issuer}</span>`;
  const body = html`<a class="embed ${tone}" href="${address}" target="_blank" rel="noopener noreferrer">${picture}<span class="words">${named}<span class="stands">${verdictMark(tone)}${say(language, WORDS[verdict])}</span></span></a>`;
  return renderBare(facts.name, body, assets, language);
}

/** What stands in an embedded badge's place when its link shows nothing any more. */
export function renderEmptyEmbed(assets: ProofAssets, language: Language): string {
  return renderBare(
    say(language, 'notFound'),
    html`<p class="embed">${say(language, 'notFound')}</p>`,
    assets,
    language,
  );
}
