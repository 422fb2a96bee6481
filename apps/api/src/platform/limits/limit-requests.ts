import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimits } from './rate-limits.js';

/** Pages and files that strangers open by an address that was given to them. */
const PUBLIC_PAGES = /^\/(p|badges|status|achievements)\//;
const GUESSED = /^\/(p|auth|scim)\//;

/** Slows down who asks too much, before anything of ours runs. GraphQL is counted at its own door, by what it costs. */
export function limitRequests(fastify: FastifyInstance, limits: RateLimits): void {
  fastify.addHook('preHandler', async (request, reply) => {
    const seconds = await secondsToWait(request, limits);
    if (seconds === null) return undefined;
    return reply
      .status(429)
      .header('retry-after', String(seconds))
      .send({
        message: `Too many requests came from here. Please try again in ${seconds} seconds.`,
        code: 'RATE_LIMITED',
      });
  });
  // A token that was wrong is known only afterwards; who tries many of them is slowed down, who has the right one is not.
  fastify.addHook('onResponse', async (request, reply) => {
    if (wasAGuess(request, reply)) await limits.spend('failures', addressOf(request));
  });
}

async function secondsToWait(request: FastifyRequest, limits: RateLimits): Promise<number | null> {
  const path = request.url.split('?')[0] ?? '';
  const address = addressOf(request);
  if (GUESSED.test(path)) {
    const seconds = limits.refused('failures', address);
    if (seconds !== null) return seconds;
  }
  if (path.startsWith('/auth/')) return signIn(request, path, address, limits);
  if (path.startsWith('/scim/')) return limits.spend('scim', clientOf(request) ?? address);
  if (PUBLIC_PAGES.test(path)) return limits.spend('publicPages', address);
  if (path === '/uploads' && request.method === 'POST')
    return limits.spend('uploads', request.session?.personId ?? address);
  return null;
}

async function signIn(
  request: FastifyRequest,
  path: string,
  address: string,
  limits: RateLimits,
): Promise<number | null> {
  if (path === '/auth/sign-out' || path === '/auth/demo/people') return null;
  const account = accountOf(request.body);
  const byAddress = await limits.spend('signInsOfAddress', address);
  return byAddress ?? (account ? limits.spend('signInsOfAccount', account) : null);
}

/** Whose sign-in it is to be, where the request says so. */
function accountOf(body: unknown): string | null {
  if (!body || typeof body !== 'object') return null;
  const named = ['personId', 'email'].map((key) => (body as Record<string, unknown>)[key]);
  const account = named.find((each) => typeof each === 'string');
  return typeof account === 'string' ? account.slice(0, 200).toLowerCase() : null;
}

function wasAGuess(request: FastifyRequest, reply: FastifyReply): boolean {
  return GUESSED.test(request.url) && [400, 401, 403, 404, 410].includes(reply.statusCode);
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
