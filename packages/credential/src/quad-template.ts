import type { Canonicalise } from './data-integrity.js';
import { instantOf } from './instant.js';
import type { JsonObject, JsonValue } from './json.js';
import { type Group, grouped, nodesIn, type Part, type Parts, written } from './quad-lines.js';

/** A place in a document where credentials of one achievement version differ. */
export interface Slot {
  readonly holder: JsonObject;
  readonly member: string;
  readonly kind: 'iri' | 'text' | 'time';
}

/** A document to be, as far as it takes to fill the template of its shape. */
export interface Source {
  /** What is equal here differs in its slots only. */
  readonly shape: string;
  /** What stands in its slots, in their order. */
  readonly values: readonly (JsonValue | undefined)[];
  /** The document itself, of which nobody else knows; asked for where there is no template yet. */
  readonly whole: () => JsonObject;
  /** The slots of a whole document. */
  readonly slotsOf: (document: JsonObject) => readonly Slot[];
}

/** A document that was made by filling. */
export interface Filled {
  /** Its JSON text. */
  readonly text: string;
  /** Its canonical form is these two, one after the other. The first is one and the same for most documents of a shape. */
  readonly head: string;
  readonly rest: string;
  /** Whether the library should look at this one, too. */
  readonly isDue: boolean;
}

interface Template {
  /** How often it was filled. */
  times: number;
  readonly kinds: readonly Slot['kind'][];
  /** The JSON text. */
  readonly text: Parts;
  /** Lines that are the same for everybody, in their order. */
  readonly fixed: readonly string[];
  /** Some of them that follow each other, as one text, by which. */
  readonly runs: Map<number, string>;
  readonly groups: readonly Group[];
  /** For each blank node, the lines that speak of it, or their hash where nothing is filled into them. */
  readonly nodes: readonly (string | readonly Parts[])[];
}

/** Addresses that go into N-Quads letter for letter. Anything else is left to the library. */
const PLAIN_IRI = /^(?:urn:uuid:|did:web:|https?:\/\/)[\w\-.:/#%~]+$/;
/** Control characters are escaped in ways that are best left to the library, too; halves of characters are none. */
const PLAIN_TEXT = /^[^\p{Cc}\p{Cs}]*$/u;
const MARKS = /urn:assay-slot:(\d+):|_:c14n(\d+)/g;
const MARKS_IN_JSON = /"urn:assay-slot:(\d+):"/g;
/** After the first of a shape the library looks at its tenth, its hundredth, and then at one in so many. */
const LOOKED_AT = [10, 100];
const THEN_ONE_IN = 1_000;
/** How many shapes are remembered: a published version has a few, by how much evidence a badge names. */
const MOST = 500;

/**
 * Documents, and their canonical N-Quads, that differ in known places only. The library canonicalises a shape once, with
 * marks in those places; after that it is filled, its blank nodes are named, its lines put in order, and it is done. Names
 * and order are those of RDFC-1.0 for nodes that their own lines tell apart. Whatever this is not sure about gives undefined.
 */
export class QuadTemplates {
  private readonly known = new Map<string, Template | null>();

  constructor(
    private readonly canonicalise: Canonicalise,
    /** SHA-256 of a text, in lower-case hexadecimal. */
    private readonly hash: (text: string) => string,
  ) {}

  /** The document and its canonical form, or undefined where the library has to make it. */
  async fill(source: Source): Promise<Filled | undefined> {
    const known = this.known.get(source.shape);
    const template = known === undefined ? await this.learn(source) : known;
    return template ? this.filledWith(template, source.values) : undefined;
  }

  /** Called when a filled form was not what the library says: never again from this shape. */
  distrust({ shape }: Source): void {
    this.known.set(shape, null);
  }

  private async learn(source: Source): Promise<Template | null> {
    const whole = source.whole();
    const slots = source.slotsOf(whole);
    const kinds = slots.map(({ kind }) => kind);
    // What cannot be filled says nothing about its shape: the next one may.
    if (!areAllPlain(kinds, source.values)) return null;
    const made = await this.checked(await this.make(whole, slots), source);
    // The oldest goes first; what is in use comes back with its next badge.
    const oldest = this.known.keys().next().value;
    if (this.known.size >= MOST && oldest !== undefined) this.known.delete(oldest);
    this.known.set(source.shape, made);
    return made;
  }

  /** The library looks at the first badge of every shape. */
  private async checked(made: Template | null, source: Source): Promise<Template | null> {
    const filled = made && this.filledWith(made, source.values);
    if (!filled) return null;
    const document = source.whole();
    const isSame = filled.text === JSON.stringify(document);
    return isSame && filled.head + filled.rest === (await this.canonicalise(document)) ? made : null;
  }

  private async make(marked: JsonObject, slots: readonly Slot[]): Promise<Template | null> {
    for (const [nth, { holder, member }] of slots.entries()) holder[member] = `urn:assay-slot:${nth}:`;
    const text = JSON.stringify(marked);
    // A text of the badge that looks like the name of a node would be taken for one.
    if (text.includes('_:c14n')) return null;
    const lines = (await this.canonicalise(marked)).split(/(?<=\n)/).map((line) => partsOf(line, MARKS));
    const count = new Set(lines.flatMap(nodesIn)).size;
    const nodes = Array.from({ length: count }, (_, node) => {
      const about = lines.filter((line) => nodesIn(line).includes(node));
      const isFixed = about.every((line) => line.every((part) => typeof part !== 'number'));
      return isFixed ? this.hashOf(about, node, []) : about;
    });
    return {
      times: 0,
      kinds: slots.map(({ kind }) => kind),
      text: partsOf(text, MARKS_IN_JSON),
      ...grouped(lines),
      runs: new Map(),
      nodes,
    };
  }

  private filledWith(template: Template, given: Source['values']): Filled | undefined {
    if (!areAllPlain(template.kinds, given)) return undefined;
    const values = given as readonly string[];
    const escaped = values.map((value) => (/["\\]/.test(value) ? value.replace(/["\\]/g, '\\$&') : value));
    const names = this.namesOf(template, escaped);
    if (!names) return undefined;
    const write = (parts: Parts) => written(parts, escaped, (node) => names[node] ?? '');
    const canonical = merged(template, write);
    // In plain texts JSON escapes what N-Quads escape.
    const quoted = escaped.map((value) => `"${value}"`);
    if (!canonical) return undefined;
    template.times += 1;
    const isDue = LOOKED_AT.includes(template.times) || template.times % THEN_ONE_IN === 0;
    return { text: written(template.text, quoted, () => ''), ...canonical, isDue };
  }

  private namesOf({ nodes }: Template, values: readonly string[]): string[] | undefined {
    // The only one needs nothing to be told from.
    if (nodes.length === 1) return ['_:c14n0'];
    const hashes = nodes.map((about, node) => (typeof about === 'string' ? about : this.hashOf(about, node, values)));
    const order = [...hashes].sort();
    // Two nodes that their own lines do not tell apart are named by what stands around them.
    if (order.some((hash, nth) => hash === order[nth + 1])) return undefined;
    return hashes.map((hash) => `_:c14n${order.indexOf(hash)}`);
  }

  /** The first-degree hash of RDFC-1.0: everything said of a node, with itself as `_:a` and every other one as `_:z`. */
  private hashOf(about: readonly Parts[], self: number, values: readonly string[]): string {
    const lines = about.map((parts) => written(parts, values, (node) => (node === self ? '_:a' : '_:z')));
    return this.hash(lines.sort().join(''));
  }
}

function areAllPlain(kinds: Template['kinds'], values: Source['values']): boolean {
  if (values.length !== kinds.length) return false;
  for (let nth = 0; nth < kinds.length; nth += 1) if (!isPlain(values[nth], kinds[nth] ?? 'text')) return false;
  return true;
}

function isPlain(value: JsonValue | undefined, kind: Slot['kind']): boolean {
  if (typeof value !== 'string') return false;
  if (kind === 'iri') return PLAIN_IRI.test(value);
  return kind === 'time' ? instantOf(value) !== undefined : PLAIN_TEXT.test(value);
}

function partsOf(line: string, marks: RegExp): Parts {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: mark, 1: slot, 2: node, index } of line.matchAll(marks)) {
    parts.push(line.slice(from, index), slot === undefined ? { node: Number(node) } : Number(slot));
    from = index + mark.length;
  }
  return [...parts, line.slice(from)];
}

/**
 * The fixed lines and the filled ones in one order, and apart from them what stands before the first that was filled.
 * Undefined where two subjects turn out to be one.
 */
function merged(template: Template, write: (parts: Parts) => string): { head: string; rest: string } | undefined {
  const { fixed } = template;
  const groups = template.groups.map(({ subject, blocks }) => ({ subject: write(subject), blocks }));
  groups.sort((one, other) => (one.subject < other.subject ? -1 : 1));
  let at = before(fixed, groups[0]?.subject);
  const head = run(template, 0, at);
  let rest = '';
  let last = '';
  for (const { subject, blocks } of groups) {
    const next = before(fixed, subject);
    if (subject === last || fixed[next]?.startsWith(subject)) return undefined;
    rest += run(template, at, next);
    for (const block of blocks)
      rest += block.is === 'text' ? write(block.parts) : block.lines.map(write).sort().join('');
    [at, last] = [next, subject];
  }
  return { head, rest: rest + run(template, at, fixed.length) };
}

/** Fixed lines from one to before another, as one text. Most badges of a shape are filled at the same few places of them. */
function run({ fixed, runs }: Template, from: number, to: number): string {
  if (from === to) return '';
  const place = from * (fixed.length + 1) + to;
  let text = runs.get(place);
  if (text === undefined) runs.set(place, (text = fixed.slice(from, to).join('')));
  return text;
}

/** How many of the lines come before this one. */
function before(lines: readonly string[], line: string | undefined): number {
  let [low, high] = [0, line === undefined ? 0 : lines.length];
  while (line !== undefined && low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? '') < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
