import { descriptorList } from './descriptors.js';
import type { DescriptorFact } from './facts.js';
import { html, svgMarkup } from './html.js';
import { type Language, say } from './messages.js';
import { type ProofAssets, renderPage, topLine } from './page.js';

/** What the public page of an achievement version shows. */
export interface AchievementPageData {
  readonly issuerName: string;
  readonly name: string;
  readonly description: string;
  readonly version: number;
  readonly badge: string;
  readonly outcomes: readonly string[];
  readonly criteria: readonly {
    readonly title: string;
    readonly description: string;
    readonly required?: number;
    readonly levels: readonly { readonly ordinal: number; readonly label: string; readonly descriptor: string }[];
  }[];
  /** What it says by the European descriptors; credentials point here by the id. */
  readonly descriptors: readonly (DescriptorFact & { readonly id: string })[];
  readonly assets: ProofAssets;
}

/** The page at an achievement's id: what it takes to earn it, for whoever wonders what a badge is worth. */
export function renderAchievementPage(data: AchievementPageData, language: Language): string {
  const outcomes = data.outcomes.map((outcome) => html`<li>${outcome}</li>`);
  const criteria = data.criteria.map(
    (row) =>
      html`<li><b>${row.title}</b><p>${row.description}</p><dl class="levels">${row.levels.map(
        (level) =>
          html`<div><dt>${level.ordinal} ${level.label}${level.ordinal === row.required && html` <em>${say(language, 'passes')}</em>`}</dt><dd>${level.descriptor}</dd></div>`,
      )}</dl></li>`,
  );
  const sheet = html`<article class="sheet"><div class="head"><div class="badge">${svgMarkup(data.badge)}</div><div class="who"><h1>${data.name}</h1><p class="earned">${data.description}</p><p class="hint">${say(language, 'version', { number: String(data.version) })}</p></div></div>${outcomes.length > 0 && html`<section id="criteria"><h2>${say(language, 'outcomes')}</h2><ul class="advice">${outcomes}</ul></section>`}${criteria.length > 0 && html`<section><h2>${say(language, 'rubric')}</h2><ol class="criteria">${criteria}</ol></section>`}${data.descriptors.length > 0 && html`<section><h2>${say(language, 'descriptors')}</h2>${descriptorList(data.descriptors)}</section>`}</article>`;
  return renderPage(
    data.name,
    html`${topLine(say(language, 'achievementOf', { issuer: data.issuerName }))}<main>${sheet}</main>`,
    data.assets,
    language,
  );
}
