import type { Canonicalise } from './data-integrity.js';
import { instantOf } from './instant.js';
import { asList, isObject, type JsonObject, type JsonValue } from './json.js';

/** A place in a document where credentials of one achievement version differ. */
interface Slot {
  readonly holder: JsonObject;
  readonly member: string;
  readonly kind: 'iri' | 'text' | 'time';
}

/** Part of a line: a text, the number of a slot, or a blank node. */
type Part = string | number | { readonly node: number };
type Parts = readonly Part[];

interface Template {
  /** Lines that are the same for everybody, in their order. */
  readonly fixed: readonly string[];
  readonly filled: readonly Parts[];
  /** For each blank node, the lines that speak of it, or their hash where nothing is filled into them. */
  readonly nodes: readonly (string | readonly Parts[])[];
}

/** Addresses that go into N-Quads letter for letter. Anything else is left to the library. */
const PLAIN_IRI = /^(?:urn:uuid:|did:web:|https?:\/\/)[\w\-.:/#%~]+$/;
/** Control characters are escaped in ways that are best left to the library, too; halves of characters are none. */
const PLAIN_TEXT = /^[^\p{Cc}\p{Cs}]*$/u;
const MARKS = /urn:assay-slot:(\d+):|_:c14n(\d+)/g;
/** How many shapes are remembered: a published version has a few, by how much evidence a badge names. */
const MOST = 500;

/**
 * Canonical N-Quads of documents that differ in known places only. The library canonicalises a shape once, with marks
 * in those places; after that it is filled, its blank nodes are named, its lines put in order, and it is done. Names and
 * order are those of RDFC-1.0 for nodes that their own lines tell apart. Whatever this is not sure about gives undefined.
 */
export class QuadTemplates {
  private readonly known = new Map<string, Template | null>();

  constructor(
    private readonly canonicalise: Canonicalise,
    /** SHA-256 of a text, in lower-case hexadecimal. */
    private readonly hash: (text: string) => string,
  ) {}

  /** The canonical form, or undefined where the library has to make it. */
  async fill(document: JsonObject, slots: readonly Slot[]): Promise<string | undefined> {
    const values = slots.map(({ holder, member }) => holder[member]);
    if (!slots.every((slot, nth) => isPlain(values[nth], slot.kind))) return undefined;
    const template = await this.templateOf(document, slots, values);
    return template ? this.filledWith(template, values as string[]) : undefined;
  }

  /** Called when a filled form was not what the library says: never again from this shape. */
  distrust(document: JsonObject, slots: readonly Slot[]): void {
    const values = slots.map(({ holder, member }) => holder[member]);
    this.known.set(keyOf(document, slots, values), null);
  }

  private async templateOf(
    document: JsonObject,
    slots: readonly Slot[],
    values: readonly (JsonValue | undefined)[],
  ): Promise<Template | null> {
    const key = keyOf(document, slots, values);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = await this.checked(await this.make(JSON.parse(key) as JsonObject), document, values as string[]);
    // The oldest goes first; what is in use comes back with its next badge.
    const oldest = this.known.keys().next().value;
    if (this.known.size >= MOST && oldest !== undefined) this.known.delete(oldest);
    this.known.set(key, made);
    return made;
  }

  /** The library looks at the first badge of every shape. */
  private async checked(
    made: Template | null,
    document: JsonObject,
    values: readonly string[],
  ): Promise<Template | null> {
    if (!made) return null;
    return this.filledWith(made, values) === (await this.canonicalise(document)) ? made : null;
  }

  private async make(marked: JsonObject): Promise<Template | null> {
    const canonical = await this.canonicalise(marked);
    const lines = canonical.split(/(?<=\n)/).map(partsOf);
    const count = new Set(lines.flatMap(nodesIn)).size;
    // A text of the badge that looks like the name of a node would be taken for one.
    if (JSON.stringify(marked).includes('_:c14n')) return null;
    const nodes = Array.from({ length: count }, (_, node) => {
      const about = lines.filter((line) => nodesIn(line).includes(node));
      const isFixed = about.every((line) => line.every((part) => typeof part !== 'number'));
      return isFixed ? this.hashOf(about, node, []) : about;
    });
    return {
      fixed: lines.flatMap((line) => (line.length === 1 && typeof line[0] === 'string' ? [line[0]] : [])),
      filled: lines.filter((line) => line.length > 1),
      nodes,
    };
  }

  private filledWith({ fixed, filled, nodes }: Template, values: readonly string[]): string | undefined {
    const escaped = values.map((value) => value.replace(/["\\]/g, '\\$&'));
    const hashes = nodes.map((about, node) => (typeof about === 'string' ? about : this.hashOf(about, node, escaped)));
    const order = [...hashes].sort();
    // Two nodes that their own lines do not tell apart are named by what stands around them.
    if (order.some((hash, nth) => hash === order[nth + 1])) return undefined;
    const names = hashes.map((hash) => `_:c14n${order.indexOf(hash)}`);
    const lines = filled.map((parts) => written(parts, escaped, (node) => names[node] ?? ''));
    lines.sort();
    return merged(fixed, lines);
  }

  /** The first-degree hash of RDFC-1.0: everything said of a node, with itself as `_:a` and every other one as `_:z`. */
  private hashOf(about: readonly Parts[], self: number, values: readonly string[]): string {
    const lines = about.map((parts) => written(parts, values, (node) => (node === self ? '_:a' : '_:z')));
    return this.hash(lines.sort().join(''));
  }
}

/** Where badges of one version differ. Whoever adds a member to badges that differs by holder names it here, or is only slower. */
export function slotsOfBadge(document: JsonObject): Slot[] {
  const subject = isObject(document.credentialSubject) ? document.credentialSubject : {};
  const status = isObject(document.credentialStatus) ? document.credentialStatus : {};
  return [
    ...slotsIn(document, { id: 'iri', validFrom: 'time', validUntil: 'time' }),
    ...slotsIn(subject, { id: 'iri', narrative: 'text' }),
    ...asList(subject.identifier).flatMap((node) => slotsIn(node, { identityHash: 'text' })),
    ...asList(subject.result).flatMap((node) => slotsIn(node, { id: 'iri', achievedLevel: 'iri', value: 'text' })),
    ...asList(document.evidence).flatMap((node) =>
      slotsIn(node, { id: 'iri', name: 'text', genre: 'text', description: 'text', digestMultibase: 'text' }),
    ),
    ...slotsIn(status, { id: 'iri', statusListIndex: 'text', statusListCredential: 'iri' }),
  ];
}

/** Where the options of proofs differ. */
export function slotsOfProof(options: JsonObject): Slot[] {
  return slotsIn(options, { created: 'time', verificationMethod: 'iri' });
}

function slotsIn(node: JsonValue, members: Readonly<Record<string, Slot['kind']>>): Slot[] {
  if (!isObject(node)) return [];
  return Object.entries(members).flatMap(([member, kind]) =>
    node[member] === undefined ? [] : [{ holder: node, member, kind }],
  );
}

/** The document with a mark in every slot, as text: what is equal here is of one shape. */
function keyOf(document: JsonObject, slots: readonly Slot[], values: readonly (JsonValue | undefined)[]): string {
  for (const [nth, { holder, member }] of slots.entries()) holder[member] = `urn:assay-slot:${nth}:`;
  const key = JSON.stringify(document);
  for (const [nth, { holder, member }] of slots.entries()) holder[member] = values[nth];
  return key;
}

function isPlain(value: JsonValue | undefined, kind: Slot['kind']): boolean {
  if (typeof value !== 'string') return false;
  if (kind === 'iri') return PLAIN_IRI.test(value);
  return kind === 'time' ? instantOf(value) !== undefined : PLAIN_TEXT.test(value);
}

function partsOf(line: string): Parts {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: mark, 1: slot, 2: node, index } of line.matchAll(MARKS)) {
    parts.push(line.slice(from, index), slot === undefined ? { node: Number(node) } : Number(slot));
    from = index + mark.length;
  }
  return [...parts, line.slice(from)];
}

function nodesIn(line: Parts): number[] {
  return line.flatMap((part) => (typeof part === 'object' ? [part.node] : []));
}

function written(parts: Parts, values: readonly string[], nameOf: (node: number) => string): string {
  let line = '';
  for (const part of parts) {
    if (typeof part === 'string') line += part;
    else line += typeof part === 'number' ? values[part] : nameOf(part.node);
  }
  return line;
}

/** Two lists that are in order, as one text that is. */
function merged(first: readonly string[], second: readonly string[]): string {
  let text = '';
  let at = 0;
  for (const line of second) {
    for (let next = first[at]; next !== undefined && next < line; next = first[++at]) text += next;
    text += line;
  }
  for (; at < first.length; at++) text += first[at];
  return text;
}
