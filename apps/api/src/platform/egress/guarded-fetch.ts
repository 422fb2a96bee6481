import { lookup as systemLookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** Why nothing was fetched. */
export type NotFetchedReason =
  | 'ADDRESS'
  | 'PRIVATE'
  | 'UNREACHABLE'
  | 'REDIRECTS'
  | 'REFUSED'
  | 'KIND'
  | 'TOO_LARGE'
  | 'TOO_SLOW';

/** An address was not fetched, or its answer not taken. The message may be shown to people. */
export class NotFetched extends Error {
  constructor(
    readonly reason: NotFetchedReason,
    message: string,
  ) {
    super(message);
    this.name = 'NotFetched';
  }
}

/** What an address answered. */
export interface Fetched {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  /** Media type without parameters, in lower case. */
  readonly type: string;
  readonly bytes: Buffer;
}

/** What is asked for, and how much of it is taken. */
export interface FetchOptions {
  readonly accept?: string;
  /** Media types that are taken; any other is refused. */
  readonly types?: readonly string[];
  readonly mostBytes?: number;
}

/** The rules of the way out. Tests loosen one at a time to see that each of them holds something back. */
export interface EgressRules {
  readonly isAllowed: (address: string) => boolean;
  readonly ports: readonly string[];
  readonly lookup: (host: string) => Promise<readonly { address: string; family: number }[]>;
  readonly redirects: number;
  readonly milliseconds: number;
  /** A certificate authority besides those that Node trusts. */
  readonly authority?: string;
}

/** https on its usual port, to public addresses only. */
export const STRICT: EgressRules = {
  isAllowed: isPublicAddress,
  ports: ['', '443'],
  lookup: (host) => systemLookup(host, { all: true, verbatim: true }),
  redirects: 3,
  milliseconds: 5_000,
};

const MOST_BYTES = 1_000_000;

/**
 * Fetches an address that a stranger named. The name is resolved once, every address behind it must be public, and the
 * connection goes to the address that was looked at: a name that answers differently a moment later changes nothing.
 * Each redirect is looked at as if it had been named first. Nothing of ours is sent along.
 */
export async function guardedFetch(
  address: string,
  options: FetchOptions = {},
  rules: EgressRules = STRICT,
): Promise<Fetched> {
  const limit = AbortSignal.timeout(rules.milliseconds);
  let url = mayBeAsked(address, rules);
  for (let hop = 0; hop <= rules.redirects; hop++) {
    const answer = await ask(url, await addressOf(url, rules, limit), options.accept ?? '*/*', rules, limit);
    const next = redirectOf(answer, url);
    if (next === null) return take(answer, url, options, limit);
    answer.destroy();
    url = mayBeAsked(next, rules);
  }
  throw new NotFetched('REDIRECTS', 'The address leads on to another one too often.');
}

function mayBeAsked(address: string, { ports }: EgressRules): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.protocol !== 'https:')
    throw new NotFetched('ADDRESS', 'Only addresses that begin with https:// are fetched.');
  if (url.username || url.password)
    throw new NotFetched('ADDRESS', 'An address with a user name in it is not fetched.');
  if (!ports.includes(url.port)) throw new NotFetched('ADDRESS', 'An address with a port of its own is not fetched.');
  return url;
}

async function addressOf(
  url: URL,
  rules: EgressRules,
  limit: AbortSignal,
): Promise<{ address: string; family: number }> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await within(limit, rules.lookup(host));
  const [first] = found;
  if (!first) throw new NotFetched('UNREACHABLE', `${url.host} could not be found.`);
  // One private address among public ones is a trap, not a mirror.
  if (!found.every(({ address }) => rules.isAllowed(address)))
    throw new NotFetched('PRIVATE', `${url.host} is not an address of the public internet.`);
  return first;
}

/** A look-up cannot be called off; it is left behind. */
async function within<T>(limit: AbortSignal, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    limit.addEventListener('abort', () => reject(tooSlow()), { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw error instanceof NotFetched ? error : new NotFetched('UNREACHABLE', 'The address could not be found.');
  }
}

function ask(
  url: URL,
  pinned: { address: string; family: number },
  accept: string,
  { authority }: EgressRules,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: pinned.address,
        family: pinned.family,
        port: url.port || 443,
        path: `${url.pathname}${url.search}`,
        // The certificate must be that of the name, although the connection goes to the number.
        servername: isIP(url.hostname.replace(/^\[|\]$/g, '')) ? '' : url.hostname.replace(/\.$/, ''),
        headers: { host: url.host, accept, 'accept-encoding': 'identity', 'user-agent': 'assay' },
        agent: false,
        maxHeaderSize: 16_384,
        signal,
        ...(authority && { ca: authority }),
      },
      resolve,
    );
    outgoing.on('error', () =>
      reject(signal.aborted ? tooSlow() : new NotFetched('UNREACHABLE', `${url.host} did not answer.`)),
    );
    outgoing.end();
  });
}

function redirectOf(answer: IncomingMessage, from: URL): string | null {
  const { statusCode = 0, headers } = answer;
  if (![301, 302, 303, 307, 308].includes(statusCode) || !headers.location) return null;
  return URL.canParse(headers.location, from.href) ? new URL(headers.location, from).href : headers.location;
}

async function take(answer: IncomingMessage, url: URL, options: FetchOptions, limit: AbortSignal): Promise<Fetched> {
  try {
    const { statusCode = 0, headers } = answer;
    if (statusCode !== 200) throw new NotFetched('REFUSED', `${url.host} answered ${statusCode}.`);
    const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (options.types && !options.types.includes(type))
      throw new NotFetched(
        'KIND',
        `${url.host} answered with “${type || 'nothing named'}”, which is not what was asked for.`,
      );
    // Packed answers may unpack to anything; they were not asked for.
    if (headers['content-encoding'] && headers['content-encoding'] !== 'identity')
      throw new NotFetched('KIND', `${url.host} answered in a packed form that was not asked for.`);
    return { url: url.href, type, bytes: await readAtMost(answer, options.mostBytes ?? MOST_BYTES, limit) };
  } finally {
    answer.destroy();
  }
}

async function readAtMost(answer: IncomingMessage, most: number, limit: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of answer) {
      bytes += (part as Buffer).length;
      if (bytes > most) throw new NotFetched('TOO_LARGE', 'The answer is larger than anything of its kind.');
      parts.push(part as Buffer);
    }
  } catch (error) {
    if (error instanceof NotFetched) throw error;
    throw limit.aborted ? tooSlow() : new NotFetched('UNREACHABLE', 'The answer broke off.');
  }
  return Buffer.concat(parts);
}

function tooSlow(): NotFetched {
  return new NotFetched('TOO_SLOW', 'The address took too long to answer.');
}
