import type { DescriptorFact } from './facts.js';
import { type Html, html } from './html.js';

/** What is said by the European descriptors, each with its name. Credentials point to the ids. */
export function descriptorList(said: readonly (DescriptorFact & { readonly id?: string })[]): Html {
  const rows = said.map(({ name, value, description, id }) => {
    const words = description ? html`${value}. ${description}` : value;
    return html`<div${id ? html` id="${id}"` : ''}><dt>${name}</dt><dd>${words}</dd></div>`;
  });
  return html`<dl class="worth">${rows}</dl>`;
}
