import { slotsOfBadge, slotsOfProof } from './badge-source.js';
import type { Canonicalise } from './data-integrity.js';
import { asList, type JsonObject } from './json.js';
import { QuadTemplates, type Slot, type Source } from './quad-template.js';

/** Canonical forms of whole documents that are kept: lists of states, and what others say of badges. */
const MOST_KEPT = 100;

/**
 * The same as the library says, sooner: badges and the options of proofs by the template of their shape, everything else again
 * where it was asked for lately, letter for letter. For documents of our own issuer: whoever sends us shapes of their making would
 * have each of them looked at twice.
 */
export function canonicaliseQuickly(library: Canonicalise, hash: (text: string) => string): Canonicalise {
  const templates = new QuadTemplates(library, hash);
  const kept = new Map<string, string>();

  async function byTemplate(document: JsonObject): Promise<string | undefined> {
    const source = sourceOf(document);
    const filled = source && (await templates.fill(source));
    if (!filled) return undefined;
    const canonical = filled.head + filled.rest;
    if (!filled.isDue || canonical === (await library(document))) return canonical;
    templates.distrust(source);
    return undefined;
  }

  async function again(document: JsonObject): Promise<string> {
    const text = JSON.stringify(document);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const canonical = await library(document);
    const oldest = kept.keys().next().value;
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(text, canonical);
    return canonical;
  }

  return async (document) => (await byTemplate(document)) ?? again(document);
}

/** Undefined for what comes in too many shapes, or as itself only. */
function sourceOf(document: JsonObject): Source | undefined {
  const types = asList(document.type);
  if (types.includes('OpenBadgeCredential')) return documentSource(document, slotsOfBadge);
  return types.includes('DataIntegrityProof') ? documentSource(document, slotsOfProof) : undefined;
}

/** Of a document that is there already: its shape is all of it but what stands in its slots. */
function documentSource(document: JsonObject, slotsOf: (document: JsonObject) => Slot[]): Source {
  const slots = slotsOf(document);
  const members = new Map<unknown, string[]>();
  for (const { holder, member } of slots) members.set(holder, [...(members.get(holder) ?? []), member]);
  // What is no text is in no slot that can be filled, so nothing that is filled is taken for this.
  const shape = JSON.stringify(document, function (this: unknown, member, value: unknown) {
    return members.get(this)?.includes(member) ? 0 : value;
  });
  const values = slots.map(({ holder, member }) => holder[member]);
  return { shape, values, whole: () => structuredClone(document), slotsOf };
}
