import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimits } from './rate-limits.js';

/** Pages and files that strangers open by an address that was given to them. */
const PUBLIC_PAGES = /^\/(p|badges|status|achievements|ims)\//;
const GUESSED = /^\/(p|auth|scim|api)\//;

/** Slows down who asks too much, before anything of ours runs. GraphQL is counted at its own door, by what it costs. */
export function limitRequests(fastify: FastifyInstance, limits: RateLimits): void {
  // Before any door of a part looks at a token: who is turned away there was counted.
  fastify.addHook('onRequest', async (request, reply) => slow(reply, await secondsToWait(request, limits)));
  // Whose sign-in it is to be stands in the body.
  fastify.addHook('preHandler', async (request, reply) => slow(reply, await secondsOfAccount(request, limits)));
  // A token that was wrong is known only afterwards; who tries many of them is slowed down, who has the right one is not.
  fastify.addHook('onResponse', async (request, reply) => {
    if (wasAGuess(request, reply)) await limits.spend('failures', addressOf(request));
  });
}

function slow(reply: FastifyReply, seconds: number | null): FastifyReply | undefined {
  if (seconds === null) return undefined;
  return reply
    .status(429)
    .header('retry-after', String(seconds))
    .send({
      message: `Too many requests came from here. Please try again in ${seconds} seconds.`,
      code: 'RATE_LIMITED',
    });
}

async function secondsToWait(request: FastifyRequest, limits: RateLimits): Promise<number | null> {
  const path = pathOf(request);
  const address = addressOf(request);
  if (GUESSED.test(path)) {
    const seconds = limits.refused('failures', address);
    if (seconds !== null) return seconds;
  }
  if (isSignIn(path)) return limits.spend('signInsOfAddress', address);
  // Systems with a key of their own are counted by it.
  if (path.startsWith('/scim/') || path.startsWith('/api/')) return limits.spend('scim', clientOf(request) ?? address);
  if (PUBLIC_PAGES.test(path)) return limits.spend('publicPages', address);
  if (path.startsWith('/uploads') && request.method === 'POST')
    return limits.spend('uploads', request.session?.personId ?? address);
  return null;
}

async function secondsOfAccount(request: FastifyRequest, limits: RateLimits): Promise<number | null> {
  const account = isSignIn(pathOf(request)) ? accountOf(request.body) : null;
  return account ? limits.spend('signInsOfAccount', account) : null;
}

function isSignIn(path: string): boolean {
  return path.startsWith('/auth/') && path !== '/auth/sign-out' && path !== '/auth/demo/people';
}

/** Whose sign-in it is to be, where the request says so. */
function accountOf(body: unknown): string | null {
  if (!body || typeof body !== 'object') return null;
  const named = ['personId', 'email'].map((key) => (body as Record<string, unknown>)[key]);
  const account = named.find((each) => typeof each === 'string');
  return typeof account === 'string' ? account.slice(0, 200).toLowerCase() : null;
}

function wasAGuess(request: FastifyRequest, reply: FastifyReply): boolean {
  return GUESSED.test(pathOf(request)) && [400, 401, 403, 404, 410].includes(reply.statusCode);
}

/**
 * The pattern that the router matched: it reads an address decoded, so the words of the address are no way to know where it
 * leads. What leads nowhere counts as what it would have been.
 */
function pathOf(request: FastifyRequest): string {
  const { url } = request.routeOptions;
  return url === undefined || url === '/*' ? decodedPath(request.url) : url;
}

function decodedPath(url: string): string {
  const path = url.split('?')[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A machine is known by its token; what is kept of that is a digest. */
function clientOf(request: FastifyRequest): string | null {
  const { authorization } = request.headers;
  return authorization ? createHash('sha256').update(authorization).digest('base64url') : null;
}

/** Where a request comes from. A home or an office has a whole network of IPv6 addresses: it counts as one. */
export function addressOf(request: FastifyRequest): string {
  const { ip } = request;
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip;
  const [head = '', tail] = ip.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  const whole = [...groups, ...Array<string>(Math.max(0, missing)).fill('0')];
  return whole.slice(0, 4).join(':');
}
