import type { Verification } from '@assay/credential';
import type { ProofFacts } from './facts.js';
import { type Html, html } from './html.js';
import { type Language, say } from './messages.js';

/** Size of the picture that other sites show of a link. */
export const CARD_SIZE = { width: 1_200, height: 630 } as const;

/**
 * What other sites show of the link. It says what is claimed and where to check it, and no verdict:
 * they keep it for weeks, and a verdict is of today.
 */
export function previewTags(
  { address }: { readonly address: string; readonly verification: Verification },
  facts: ProofFacts,
  language: Language,
): Html {
  const title = `${facts.name}: ${facts.holder}`;
  const words = say(language, 'previewText', { issuer: facts.issuer });
  const tags: [string, string][] = [
    ['og:type', 'website'],
    ['og:site_name', 'Assay'],
    ['og:title', title],
    ['og:description', words],
    ['og:url', address],
    ['og:image', `${address}/card.png`],
    ['og:image:width', String(CARD_SIZE.width)],
    ['og:image:height', String(CARD_SIZE.height)],
    ['og:image:alt', title],
  ];
  return html`<meta name="description" content="${words}"><meta name="twitter:card" content="summary_large_image">${tags.map(([property, content]) => html`<meta property="${property}" content="${content}">`)}<link rel="alternate" type="application/vc+ld+json" href="${address}.json">`;
}
