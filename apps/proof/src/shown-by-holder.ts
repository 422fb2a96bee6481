import type { EvidenceFact, ProofFacts } from './facts.js';
import { type Html, html } from './html.js';
import { type Language, say, sayDay } from './messages.js';

/** More words than this are no longer read on a page about somebody else. */
const MOST_WORDS = 2_000;

/** Which of several credentials under one link this is, what each is called, and the address of the first. */
export interface Among {
  readonly nth: number;
  readonly names: readonly string[];
  readonly base: string;
}

/** A piece of evidence as its holder shows it. */
export interface ShownEvidence {
  /** Its number in the credential, from 1. */
  readonly nth: number;
  readonly title: string;
  readonly words: string | null;
  readonly url: string | null;
  /** Addresses of pictures of its pages. */
  readonly pictures: readonly string[];
}

/** The way to the other credentials under the same link. */
export function amongOthers({ among }: { readonly among?: Among }, language: Language): Html | '' {
  if (!among) return '';
  const { nth, names, base } = among;
  const of = String(names.length);
  const links = names.map((called, index) => {
    const here = index + 1;
    const name = called || say(language, 'nthCredential', { nth: String(here) });
    return here === nth
      ? html`<li aria-current="page">${name}</li>`
      : html`<li><a href="${here === 1 ? base : `${base}/${here}`}">${name}</a></li>`;
  });
  return html`<nav class="among" aria-label="${say(language, 'among', { of })}"><span>${say(language, 'among', { of })}</span><ol>${links}</ol></nav>`;
}

/** Evidence behind a credential: what the holder shows, and of the rest that it is there. */
export function evidenceSection(
  { evidence: items }: ProofFacts,
  shown: readonly ShownEvidence[],
  language: Language,
): Html | '' {
  if (items.length === 0) return '';
  const rows = items.map((item, index) =>
    piece(
      item,
      shown.find(({ nth }) => nth === index + 1),
      language,
    ),
  );
  return html`<section><h2>${say(language, shown.length > 0 ? 'evidenceShown' : 'evidence')}</h2><ul class="evidence">${rows}</ul></section>`;
}

function piece(
  { kind, description, digest }: EvidenceFact,
  shown: ShownEvidence | undefined,
  language: Language,
): Html {
  const day = /\d{4}-\d{2}-\d{2}/.exec(description)?.[0];
  const head = day ? say(language, 'evidenceItem', { kind, date: sayDay(language, day) }) : kind;
  if (!shown) return html`<li><b>${head}</b><p>${say(language, 'evidenceNote', { digest })}</p></li>`;
  const { title, words, url, pictures } = shown;
  const text = words && words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
  const pages = pictures.map(
    (address, index) => html`<a href="${address}">${say(language, 'evidencePage', { page: String(index + 1) })}</a> `,
  );
  return html`<li class="shown"><b>${title || head}</b>${title && html`<p>${head}</p>`}${!!text && html`<blockquote>${text}</blockquote>`}${!!url && html`<p><a href="${safeAddress(url)}" rel="nofollow noopener noreferrer">${url}</a></p>`}${pages.length > 0 && html`<p>${pages}</p>`}<p class="hint">${say(language, 'evidenceSame', { digest })}</p></li>`;
}

/** People paste what they like; only the web is linked to. */
function safeAddress(url: string): string {
  return /^https?:\/\//i.test(url) ? url : '#';
}
