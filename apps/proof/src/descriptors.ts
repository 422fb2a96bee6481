import type { DescriptorFact } from './facts.js';
import { type Html, html } from './html.js';

/** What is said by the European descriptors, each with its name. Credentials point to the ids. */
export function descriptorList(said: readonly (DescriptorFact & { readonly id?: string })[]): Html {
  const rows = said.map(({ name, value, description, id }) => {
    const begun = `${value.charAt(0).toUpperCase()}${value.slice(1)}`;
    // What is described in the words of its name is said once.
    const words = description && !sameWords(description, value) ? html`${begun}. ${description}` : begun;
    return html`<div${id ? html` id="${id}"` : ''}><dt>${name}</dt><dd>${words}</dd></div>`;
  });
  return html`<dl class="worth">${rows}</dl>`;
}

const sameWords = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
