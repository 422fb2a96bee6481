import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/**
 * Stands between the product and its database and hears which statements are sent: every one, also those that begin and end
 * a transaction or say who asks. Those that functions of the database run inside are not sent, and not heard.
 */
export class WireTap {
  readonly statements: string[] = [];

  private constructor(
    readonly url: string,
    private readonly close: () => void,
  ) {}

  static async before(databaseUrl: string): Promise<WireTap> {
    const target = new URL(databaseUrl);
    const sockets = new Set<Socket>();
    const tapped: { tap: WireTap | null } = { tap: null };
    const server = createServer((client) => {
      const database = connect(Number(target.port), target.hostname);
      const ear = new Ear((statement) => tapped.tap?.statements.push(statement));
      client.on('data', (chunk) => ear.hear(chunk));
      for (const socket of [client, database]) {
        sockets.add(socket);
        socket.on('error', () => undefined);
      }
      client.pipe(database).pipe(client);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const url = new URL(databaseUrl);
    url.port = String(address !== null && typeof address === 'object' ? address.port : 0);
    tapped.tap = new WireTap(url.href, () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    return tapped.tap;
  }

  stop(): void {
    this.close();
  }
}

/** Reads what a client sends: first its greeting, which has no letter, then messages of a letter, a length and a body. */
class Ear {
  private rest = Buffer.alloc(0);
  private greeted = false;
  private readonly prepared = new Map<string, string>();
  private bound = '';

  constructor(private readonly heard: (statement: string) => void) {}

  hear(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const at = this.greeted ? 1 : 0;
      if (this.rest.length < at + 4) return;
      const end = at + this.rest.readUInt32BE(at);
      if (this.rest.length < end) return;
      if (this.greeted) this.take(String.fromCharCode(this.rest[0] ?? 0), this.rest.subarray(5, end));
      this.greeted = true;
      this.rest = this.rest.subarray(end);
    }
  }

  private take(letter: string, body: Buffer): void {
    const words = body.toString('utf8').split('\0');
    if (letter === 'Q') for (const each of (words[0] ?? '').split(';')) if (each.trim()) this.heard(each.trim());
    if (letter === 'P') this.prepared.set(words[0] ?? '', words[1] ?? '');
    if (letter === 'B') this.bound = words[1] ?? '';
    if (letter === 'E') this.heard(this.prepared.get(this.bound) ?? '?');
  }
}
