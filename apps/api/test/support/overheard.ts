/** One answer of the product, with who asked. */
export interface Heard {
  who: string;
  asked: string;
  status: number;
  body: string;
  /** Where it sends the browser, and addresses in other headers. */
  location: string;
  headers: string;
  sent: string;
}

/** Everything that the product says while it listens: each answer to a `fetch`, and each line of its log. */
export class Overheard {
  readonly answers: Heard[] = [];
  private readonly written: string[] = [];
  private readonly undo: (() => void)[] = [];
  /** Whom the next requests count for. */
  who = 'nobody';

  listen(isOurs: (url: string) => boolean): void {
    const { fetch: asked } = globalThis;
    globalThis.fetch = async (input, init) => {
      const response = await asked(input, init);
      const url = input instanceof Request ? input.url : String(input);
      if (isOurs(url)) await this.keep(url, init, response.clone());
      return response;
    };
    this.undo.push(() => {
      globalThis.fetch = asked;
    });
    for (const stream of [process.stdout, process.stderr]) {
      const { write } = stream;
      stream.write = ((words: string | Uint8Array, ...rest: never[]) => {
        this.written.push(typeof words === 'string' ? words : Buffer.from(words).toString('utf8'));
        // What was expected to go wrong need not be read by whoever runs the tests.
        return stream === process.stdout || write.call(stream, words, ...rest);
      }) as typeof stream.write;
      this.undo.push(() => {
        stream.write = write;
      });
    }
  }

  stop(): void {
    for (const undo of this.undo.splice(0)) undo();
  }

  get log(): string {
    return this.written.join('');
  }

  private async keep(url: string, init: RequestInit | undefined, response: Response): Promise<void> {
    const { location = '', 'set-cookie': _cookie, ...others } = Object.fromEntries(response.headers);
    this.answers.push({
      who: this.who,
      asked: `${init?.method ?? 'GET'} ${new URL(url).pathname}`,
      status: response.status,
      body: Buffer.from(await response.arrayBuffer()).toString('utf8'),
      location,
      headers: JSON.stringify(others),
      sent: `${url}\n${JSON.stringify(init?.headers ?? {})}\n${init?.body ? Buffer.from(init.body as string).toString('utf8') : ''}`,
    });
  }
}
