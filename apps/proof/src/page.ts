import { type Html, html } from './html.js';
import type { Language } from './messages.js';

/** Addresses of the pages' few files, with a hash in their names. */
export interface ProofAssets {
  readonly style: string;
  readonly starter: string;
  readonly checker: string;
}

/** A whole page. No inline script or style, nothing from anywhere else, and not for search engines. */
export function renderPage(
  title: string,
  body: Html,
  assets: ProofAssets,
  language: Language,
  head: Html | '' = '',
): string {
  return html`<!doctype html>
<html lang="${language.tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><title>${title}</title>${head}<link rel="stylesheet" href="${assets.style}"><link rel="icon" href="/favicon.svg"></head><body>${body}<script type="module" src="${assets.starter}"></script></body></html>
`.toString();
}

/** A page without script and without anything around what it shows, for a frame in somebody else's page. */
export function renderBare(title: string, body: Html, assets: ProofAssets, language: Language): string {
  return html`<!doctype html>
<html lang="${language.tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="color-scheme" content="light dark"><title>${title}</title><link rel="stylesheet" href="${assets.style}"></head><body class="bare">${body}</body></html>
`.toString();
}

/** The line above the sheet: the mark, what this is, and a word at the end. */
export function topLine(what: string, end?: string): Html {
  const mark = html`<svg class="assay" viewBox="0 0 20 20" aria-hidden="true"><path d="M6 0h8l6 6v8l-6 6H6l-6-6V6z" fill="currentColor"/><path d="M6.3 14.5L10 5l3.7 9.5M7.6 11.4h4.8" fill="none" stroke="var(--canvas)" stroke-width="1.6"/></svg>`;
  return html`<header class="top">${mark}<b>Assay</b><span class="what">${what}</span>${end !== undefined && html`<span class="end">${end}</span>`}</header>`;
}
