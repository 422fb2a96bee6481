import type { Client } from '../../product/client.js';
import { type Writing, writingsOf } from '../../product/schema.js';

interface Answer {
  __typename: string;
  message?: string;
  problems?: { field: string; message: string }[];
  openPoints?: { field: string; message: string }[];
}

/** Writes payloads into the texts of mutations, and keeps account of which were taken where. */
export class Pen {
  /** Which payloads each text of the schema has taken. */
  readonly taken = new Map<string, Set<string>>();
  private readonly packed = new Map<string, readonly string[]>();
  private readonly places = new Map<string, number>();

  private constructor(
    private readonly payloads: readonly string[],
    private readonly writings: ReadonlyMap<string, Writing>,
  ) {}

  static async of(client: Client, payloads: readonly string[]): Promise<Pen> {
    return new Pen(payloads, await writingsOf(client));
  }

  /** Every place of the schema where a text goes in. */
  get texts(): string[] {
    return [...this.writings.values()].flatMap(({ texts }) => texts);
  }

  /**
   * As many payloads as fit, going on where this kind of text stopped before; `tail` keeps what must differ apart, and
   * `refused` are the signs that a text does not take.
   */
  text(kind: string, most: number, tail = '', refused = /$^/): string {
    const fitting = this.payloads.filter((payload) => payload.length + tail.length < most && !refused.test(payload));
    let place = this.places.get(kind) ?? 0;
    const chosen: string[] = [];
    let words = tail;
    for (let tried = 0; tried < fitting.length; tried += 1) {
      const payload = fitting[place % fitting.length] ?? '';
      if (words.length + payload.length + 1 > most && chosen.length > 0) break;
      chosen.push(payload);
      words = words ? `${payload} ${words}` : payload;
      place += 1;
    }
    this.places.set(kind, place);
    return this.issue(words, chosen);
  }

  /** A text whose format takes a payload only in part. */
  shaped(words: string, payload: string): string {
    return this.issue(words, [payload]);
  }

  /** The answer; an expected no is thrown with its reason. */
  async write<T = { id: string }>(
    client: Client,
    mutation: string,
    variables: Record<string, unknown>,
    selection = '',
  ): Promise<T> {
    const { args = [], texts = [] } = this.writings.get(mutation) ?? {};
    const problems = texts.length > 0 ? '... on InvalidInput { problems { field message } }' : '';
    const given = args.filter(({ name }) => name in variables);
    const head = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const call = given.map(({ name }) => `${name}: $${name}`).join(', ');
    const document = `mutation(${head}) { done: ${mutation}(${call}) { __typename ${selection}
      ... on Refusal { message } ${problems} } }`;
    const { data, errors } = await client.ask(document, variables);
    const answer = data?.done as Answer | undefined;
    if (!answer || answer.message !== undefined) {
      const said = errors?.[0]?.message ?? JSON.stringify(answer?.problems ?? answer?.openPoints ?? answer?.message);
      throw new Error(`${mutation}: ${said.slice(0, 400)}`);
    }
    for (const [name, value] of Object.entries(variables)) this.note(value, `${mutation}.${name}`);
    return answer as T;
  }

  /** What another way in than GraphQL has taken. */
  note(value: unknown, path: string): void {
    if (typeof value === 'string') {
      const payloads = this.packed.get(value);
      if (!payloads) return;
      const before = this.taken.get(path) ?? new Set();
      for (const payload of payloads) before.add(payload);
      this.taken.set(path, before);
    } else if (Array.isArray(value)) for (const each of value) this.note(each, path);
    else if (value && typeof value === 'object')
      for (const [name, each] of Object.entries(value)) this.note(each, `${path}.${name}`);
  }

  private issue(words: string, payloads: readonly string[]): string {
    this.packed.set(words, payloads);
    return words;
  }
}
