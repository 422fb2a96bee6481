import type { ProofFacts } from './facts.js';
import { type Html, html } from './html.js';
import { type Language, say, sayDay } from './messages.js';

/** What somebody says for a credential, found to hold. */
export interface ShownEndorsement {
  readonly endorserName: string;
  /** In which role they know the work. */
  readonly capacity: string;
  readonly words: string;
  readonly answeredAt: Date;
  /** Where the signed endorsement is. */
  readonly documentPath: string;
}

/** What others say for it, each with the way to the signed document. */
export function endorsementSection(
  { issuer }: ProofFacts,
  endorsements: readonly ShownEndorsement[],
  language: Language,
): Html | '' {
  if (endorsements.length === 0) return '';
  const rows = endorsements.map(({ endorserName: name, capacity, words, answeredAt, documentPath }) => {
    const by = say(language, 'endorsedBy', { name, capacity, date: sayDay(language, answeredAt) });
    const label = say(language, 'endorsedDocument', { name });
    return html`<li><blockquote>${words}</blockquote><b>${by}</b><p>${say(language, 'endorsedChecked', { issuer })} <a href="${documentPath}" download="endorsement.json">${label}</a></p></li>`;
  });
  return html`<section><h2>${say(language, 'endorsed')}</h2><ul class="evidence">${rows}</ul></section>`;
}
