import type { Client } from './client.js';
import { type Field, literal, nameOf, type SchemaType, schemaOf, type TypeRef } from './schema.js';

/** What somebody who wants to find something out could have learned elsewhere: ids of things, and words to search for. */
export interface Known {
  ids: Record<string, string>;
  words: string[];
}

/** Every answer by the way that led to it, as text. */
export type Answers = Map<string, string>;

/** How thoroughly to look. */
export interface Way {
  /** From how many places the same field of a type is followed down. */
  often: number;
  /** Whether each query is also asked with everything that it may be told, and not only with what it must be. */
  everyFilter: boolean;
}

interface Call {
  label: string;
  text: string;
  type: TypeRef;
}
interface Step {
  /** The fields from the root down, each with its arguments. */
  path: string[];
  label: string;
  type: string;
}

const DEEPEST = 7;
const IN_A_LIST = 5;
const AT_ONCE = 4;

/**
 * Asks for every field of the schema that answers somebody: every query with every id and word at hand, and from each answer
 * down every way that is not empty. Fields that need an answer of their own kind to exist are found by looking, not by a list.
 */
export class SchemaWalk {
  private constructor(
    private readonly types: Map<string, SchemaType>,
    private readonly roots: Field[],
    private readonly way: Way,
  ) {}

  static async over(client: Client, way: Way): Promise<SchemaWalk> {
    const { schema, types, fieldsOf } = await schemaOf(client);
    return new SchemaWalk(types, fieldsOf(schema.queryType.name), way);
  }

  /** `byIdOnly`: just what is asked with an id. */
  async as(client: Client, known: Known, byIdOnly = false): Promise<Answers> {
    const answers: Answers = new Map();
    const followed = new Map<string, number>();
    let steps: Step[] = this.roots
      .filter(({ args }) => !byIdOnly || args.some(({ type }) => nameOf(type) === 'ID'))
      .flatMap((field) => this.calls(field, known))
      .map(({ label, text, type }) => ({ path: [text], label, type: nameOf(type) }));
    while (steps.length > 0) {
      const found: Step[][] = [];
      let next = 0;
      const lane = async () => {
        while (next < steps.length) {
          const index = next;
          next += 1;
          const step = steps[index];
          if (step) found[index] = await this.look(client, step, answers);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
      // In the order of asking, whichever answer came first: two walks over the same things take the same ways.
      steps = found.flat().filter(({ path, type }) => {
        const way = `${type} by ${path.at(-1)} of ${path.at(-2)?.replace(/\(.*/, '')}`;
        const times = (followed.get(way) ?? 0) + 1;
        followed.set(way, times);
        return times <= this.way.often && path.length < DEEPEST;
      });
    }
    return answers;
  }

  /** A query with what it must be told, and once with each thing that it may be told. */
  private calls(field: Field, known: Known): Call[] {
    const valuesOf = (type: TypeRef): [label: string, value: string][] => {
      const named = this.types.get(nameOf(type));
      if (named?.name === 'ID') return Object.entries(known.ids).map(([label, id]) => [label, JSON.stringify(id)]);
      if (named?.name === 'String') return known.words.map((word) => [word, JSON.stringify(word)]);
      if (named?.kind === 'ENUM') return (named.enumValues ?? []).map(({ name }) => [name, name]);
      return [];
    };
    const isList = (type: TypeRef): boolean => type.kind === 'LIST' || (type.ofType !== null && isList(type.ofType));
    const must = field.args.filter(({ type, defaultValue }) => type.kind === 'NON_NULL' && defaultValue === null);
    const may = field.args.filter(
      (arg) => this.way.everyFilter && !must.includes(arg) && arg.name !== 'after' && !isList(arg.type),
    );
    // Of several ids each takes the same place in turn.
    const longest = Math.max(1, ...must.map(({ type }) => valuesOf(type).length));
    const told = Array.from({ length: longest }, (_, turn) =>
      must.map(({ name, type }) => {
        const values = isList(type) ? [] : valuesOf(type);
        const [label, value] = values[turn % Math.max(1, values.length)] ?? ['', literal(type, this.types)];
        return { label, text: `${name}: ${value}` };
      }),
    );
    const besides = may.flatMap(({ name, type }) =>
      valuesOf(type).map(([label, value]) => ({ label: `${name} ${label}`, text: `${name}: ${value}` })),
    );
    const calls = told.flatMap((needed) => [needed, ...besides.map((one) => [...needed, one])]);
    return calls.map((args) => ({
      label: [field.name, ...args.map(({ label }) => label)].join(' '),
      text: args.length > 0 ? `${field.name}(${args.map(({ text }) => text).join(', ')})` : field.name,
      type: field.type,
    }));
  }

  /** Everything that stands on one thing or on each of a list; answers the ways on from there. */
  private async look(client: Client, step: Step, answers: Answers): Promise<Step[]> {
    const type = this.types.get(step.type);
    if (!type) return [];
    if (type.kind === 'SCALAR' || type.kind === 'ENUM') {
      await this.ask(client, step, [''], answers);
      return [];
    }
    if (type.possibleTypes && type.kind !== 'OBJECT') return this.lookByKind(client, step, type, answers);
    const fields = (type.fields ?? []).map((field) => ({ field, text: this.textOf(field) }));
    const isLeaf = ({ field }: { field: Field }) =>
      ['SCALAR', 'ENUM'].includes(this.types.get(nameOf(field.type))?.kind ?? '');
    const leaves = fields.filter(isLeaf).map(({ text }) => text);
    const edges = fields.filter((each) => !isLeaf(each));
    const selection = [...leaves, ...edges.map(({ text }) => `${text} { __typename }`), '__typename'];
    const there = await this.ask(client, step, selection, answers);
    return edges
      .filter(({ field }) => there.some((each) => isThere(each[field.name])))
      .map(({ field, text }) => ({
        path: [...step.path, text],
        label: `${step.label} ${field.name}`,
        type: nameOf(field.type),
      }));
  }

  /** What something is has to be known before it can be asked for more. */
  private async lookByKind(client: Client, step: Step, type: SchemaType, answers: Answers): Promise<Step[]> {
    const there = await this.ask(client, step, ['__typename'], answers);
    const kinds = new Set(there.map((each) => String(each.__typename)));
    return (type.possibleTypes ?? [])
      .filter(({ name }) => kinds.has(name))
      .map(({ name }) => ({ path: [...step.path, `... on ${name}`], label: `${step.label} ${name}`, type: name }));
  }

  /** Asks, leaving out what is refused, and writes down what is answered. Answers the things that were reached. */
  private async ask(
    client: Client,
    { path, label }: Step,
    selection: string[],
    answers: Answers,
  ): Promise<Record<string, unknown>[]> {
    let left = selection;
    for (let tries = 0; tries < 6; tries += 1) {
      const { data, errors } = (await client.ask(documentOf(path, left))) as Answer;
      const refused = new Set((errors ?? []).map(({ path: where }) => String(where?.at(-1) ?? '')));
      for (const error of errors ?? [])
        answers.set(`${label} ! ${(error.path ?? []).join('.')}`, error.extensions?.code ?? error.message);
      const remaining = left.filter((text) => !refused.has(text.split(/[ (]/)[0] ?? ''));
      if (errors && remaining.length < left.length && remaining.length > 0) {
        left = remaining;
        continue;
      }
      const reached = under(data, path);
      write(answers, label, reached);
      return reached.filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null);
    }
    return [];
  }

  private textOf(field: Field): string {
    const must = field.args.filter(({ type, defaultValue }) => type.kind === 'NON_NULL' && defaultValue === null);
    const args = must.map(({ name, type }) => `${name}: ${literal(type, this.types)}`);
    if (field.args.some(({ name }) => name === 'first')) args.push(`first: ${IN_A_LIST}`);
    return args.length > 0 ? `${field.name}(${args.join(', ')})` : field.name;
  }
}

interface Answer {
  data: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string } }[];
}

function documentOf(path: string[], selection: string[]): string {
  const inner = selection.filter(Boolean).join(' ');
  const innermost = inner ? ` { ${inner} }` : '';
  const body = path.reduceRight((below, field, index) => {
    return index === path.length - 1 ? `${field}${below}` : `${field} { ${below} }`;
  }, innermost);
  return `query { ${body} }`;
}

/** The things at the end of a way, through every list. */
function under(data: unknown, path: string[]): unknown[] {
  let reached: unknown[] = [data];
  for (const step of path) {
    // What is of another kind has nothing of what is asked.
    if (step.startsWith('... on ')) continue;
    const name = step.split(/[ (]/)[0] ?? '';
    reached = reached.flatMap((each) => {
      const value = (each as Record<string, unknown> | null | undefined)?.[name];
      return Array.isArray(value) ? (value as unknown[]) : [value ?? null];
    });
  }
  return reached.filter((each) => each !== null && (typeof each !== 'object' || Object.keys(each).length > 0));
}

function write(answers: Answers, label: string, reached: unknown[]): void {
  answers.set(`${label} #`, String(reached.length));
  for (const [index, each] of reached.entries())
    if (typeof each === 'object' && each !== null)
      for (const [name, value] of Object.entries(each)) answers.set(`${label} ${index} ${name}`, shown(value));
    else answers.set(`${label} ${index}`, shown(each));
}

/** Of things only that they are there: what they hold is asked of each. */
function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

function isThere(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'object' && value !== null;
}
