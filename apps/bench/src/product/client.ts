import { Upload } from 'tus-js-client';

/** An answer that is not the thing asked for: an error, or a refusal with its reason. */
export class Refused extends Error {
  constructor(
    operation: string,
    readonly kind: string,
    message: string,
  ) {
    super(`${operation}: ${kind}: ${message}`);
  }
}

interface Answer {
  data: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** One person's way in: the public API, as anybody could write a client for it. */
export class Client {
  private constructor(
    readonly baseUrl: string,
    readonly cookie: string,
  ) {}

  static stranger(baseUrl: string): Client {
    return new Client(baseUrl, '');
  }

  static async signIn(baseUrl: string, personId: string): Promise<Client> {
    const response = await fetch(`${baseUrl}/auth/demo/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId }),
    });
    if (!response.ok) throw new Refused('sign-in', String(response.status), await response.text());
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    return new Client(baseUrl, cookie);
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.baseUrl}${path}`, {
      ...init,
      headers: { ...(this.cookie ? { cookie: this.cookie } : {}), ...(init.headers as Record<string, string>) },
    });
  }

  /** Data and errors as they came. */
  async ask(query: string, variables: object = {}): Promise<Answer> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }

  /** The one field of a query. */
  async query<T>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.ask(query, variables);
    const [name, value] = Object.entries(data ?? {})[0] ?? ['', undefined];
    if (errors) throw new Refused(name || 'query', errors[0]?.extensions?.code ?? 'ERROR', errors[0]?.message ?? '');
    return value as T;
  }

  /** The one field of a mutation; a refusal is thrown with its reason. The document must ask for `__typename`. */
  async change<T>(mutation: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.ask(mutation, variables);
    const [name, value] = Object.entries(data ?? {})[0] ?? ['', undefined];
    if (errors) throw new Refused(name || 'mutation', errors[0]?.extensions?.code ?? 'ERROR', errors[0]?.message ?? '');
    const answer = value as { __typename: string; message?: string; problems?: object[]; openPoints?: object[] };
    const why = answer.problems ?? answer.openPoints;
    if (typeof answer.message === 'string')
      throw new Refused(name, answer.__typename, why ? `${answer.message} ${JSON.stringify(why)}` : answer.message);
    return value as T;
  }

  /** Uploads by tus, in parts, as the portal does; the id of the finished upload. */
  upload(filename: string, content: Buffer, purpose: 'evidence' | 'import'): Promise<string> {
    return new Promise((resolve, reject) => {
      const upload = new Upload(content, {
        endpoint: `${this.baseUrl}/uploads`,
        headers: this.cookie ? { cookie: this.cookie } : {},
        metadata: { filename, purpose },
        chunkSize: 256 * 1024,
        retryDelays: [],
        onError: reject,
        onSuccess: () => resolve(upload.url?.split('/').at(-1) ?? ''),
      });
      upload.start();
    });
  }
}

/** Asks again until it holds. */
export async function eventually<T>(
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
  withinMs: number,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) throw new Error(`Still not so after ${withinMs / 1_000} s: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
