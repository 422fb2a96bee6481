import type { Socket } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifySession from '@fastify/session';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import connectPg from 'connect-pg-simple';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { RequestAccess } from '../access/request-access.js';
import { SignInSource } from '../access/sign-in-source.js';
import { ViewerSource } from '../access/viewer-source.js';
import { Config } from '../config/config.js';
import { named } from '../database/named-statements.js';
import { limitRequests } from '../limits/limit-requests.js';
import { RateLimits } from '../limits/rate-limits.js';
import { Uploads } from '../storage/uploads.js';
import { requestSeconds } from '../telemetry/metrics.controller.js';
import { KeptSessions, type SessionStore } from './kept-sessions.js';
import { nonceOf, securityHeaders } from './security-headers.js';

const HOUR_MS = 60 * 60 * 1_000;
/** Containers are ended the hard way after ten seconds. */
const LAST_ANSWERS_MS = 8_000;

/** Everything HTTP around the features: sessions, origin check, headers, each request's access, uploads and the portal's files. */
export async function prepareWeb(app: NestFastifyApplication): Promise<void> {
  const config = app.get(Config);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await sessions(fastify, config);
  await securityHeaders(fastify, config);
  perRequest(fastify, app, config);
  limitRequests(fastify, app.get(RateLimits));
  await app.get(Uploads).mount(fastify);
  await portal(fastify, config);
  endWithTheLastAnswer(fastify);
}

/**
 * An answer under way keeps its connection open for more, and browsers open connections that they may never use: at the end
 * either would hold the server for over a minute. What is still answered after a while is cut off.
 */
function endWithTheLastAnswer(fastify: FastifyInstance): void {
  let ending = false;
  const unused = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  fastify.addHook('onRequest', async ({ raw }) => {
    unused.delete(raw.socket);
  });
  fastify.addHook('preClose', async () => {
    ending = true;
    for (const socket of unused) socket.destroy();
    setTimeout(() => fastify.server.closeAllConnections(), LAST_ANSWERS_MS).unref();
  });
  fastify.addHook('onResponse', async () => {
    if (ending) fastify.server.closeIdleConnections();
  });
}

async function sessions(fastify: FastifyInstance, config: Config): Promise<void> {
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 2 });
  pool.on('error', () => undefined);
  fastify.addHook('onClose', () => pool.end());
  const Store = connectPg(fastifySession as never);
  // By name: read and planned once for each connection.
  const asked = { query: (text: string, values: unknown[]) => pool.query(named(text) as string, values) };
  const store = new Store({
    pool: asked as unknown as pg.Pool,
    tableName: 'session',
    createTableIfMissing: false,
    pruneSessionInterval: 900,
  });
  fastify.addHook('onClose', () => (store as unknown as { close(): Promise<void> }).close());
  await fastify.register(fastifyCookie);
  await fastify.register(fastifySession, {
    secret: config.sessionSecret,
    // The prefix makes browsers refuse the cookie from anywhere but this host over https.
    cookieName: config.secure ? '__Host-assay_session' : 'assay_session',
    saveUninitialized: false,
    // Saved when it changed and only then: a request under way must not bring back a session that just ended.
    rolling: false,
    store: new KeptSessions(store as unknown as SessionStore) as never,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: config.secure,
      path: '/',
      // How long one may be idle is kept with the sign-in.
      maxAge: config.sessionHours.most * HOUR_MS,
    },
  });
}

function perRequest(fastify: FastifyInstance, app: NestFastifyApplication, config: Config): void {
  const dataSource = app.get(DataSource);
  const people = app.get(ViewerSource);
  const signIns = app.get(SignInSource);
  fastify.decorateRequest('access', null as never);
  fastify.addHook('onRequest', async (request, reply) => {
    if (!sameOrigin(request, config))
      return reply.status(403).send({ message: 'This request came from another site and was refused.' });
    if (!asOurPagesAsk(request))
      return reply.status(415).send({ message: 'With a session, GraphQL is asked by POST of application/json.' });
    const signInOf = () => {
      const { personId, signInId } = request.session ?? {};
      return personId && signInId ? { id: signInId, personId } : null;
    };
    request.access = new RequestAccess(dataSource, people, () => signInOf()?.personId ?? null, { signIns, signInOf });
  });
  // A request that broke off in the middle must not keep its transaction.
  fastify.addHook('onResponse', async (request, reply) => {
    await request.access?.finish(false);
    requestSeconds
      .labels(request.method, request.routeOptions.url ?? 'none', String(reply.statusCode))
      .observe(reply.elapsedTime / 1_000);
  });
}

/** What a form or a link of another site can send is not taken together with a session: no browser lets it send JSON. */
function asOurPagesAsk(request: FastifyRequest): boolean {
  if (request.routeOptions.url !== '/graphql' || !request.session?.personId) return true;
  return request.method === 'POST' && /^application\/json\b/i.test(request.headers['content-type'] ?? '');
}

/** Cookies are sent along by browsers whoever asks; a changing request must come from our own pages (or from no browser at all). */
function sameOrigin(request: FastifyRequest, config: Config): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true;
  const { origin } = request.headers;
  if (!origin)
    return request.headers['sec-fetch-site'] === undefined || request.headers['sec-fetch-site'] === 'same-origin';
  if (!URL.canParse(origin)) return false;
  if (new URL(origin).origin === new URL(config.publicUrl).origin) return true;
  // Behind the one public address there is no other; without, the product answers on any address of its machine.
  return !config.production && new URL(origin).host === request.headers.host;
}

/** The portal: files with a hash in their name for ever, the page itself never; any other address is a page of the portal. */
async function portal(fastify: FastifyInstance, config: Config): Promise<void> {
  const index = join(config.portalDir, 'index.html');
  if (!existsSync(index)) return;
  const page = readFileSync(index, 'utf8');
  await fastify.register(fastifyStatic, {
    root: join(config.portalDir, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    decorateReply: false,
    index: false,
    preCompressed: true,
  });
  const show = (_request: FastifyRequest, reply: FastifyReply) =>
    reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('CSP_NONCE', nonceOf(reply)));
  for (const path of PORTAL_PATHS) {
    fastify.get(path, show);
    if (path !== '/') fastify.get(`${path}/*`, show);
  }
  // A wrong address is told by the portal's own page, to whoever reads pages.
  fastify.get('/*', (request, reply) => {
    void reply.status(404);
    return request.headers.accept?.includes('text/html')
      ? show(request, reply)
      : reply.send({ message: `There is nothing at ${request.url.split('?')[0]}.` });
  });
  fastify.get('/favicon.svg', (_request, reply) =>
    reply.type('image/svg+xml').send(readFileSync(join(config.portalDir, 'favicon.svg'))),
  );
}

/** First words of the portal's own addresses; everything else that is not an API answers 404. */
const PORTAL_PATHS = [
  '/',
  '/sign-in',
  '/growth',
  '/reviews',
  '/team',
  '/programme',
  '/insights',
  '/admin',
  '/inbox',
  '/search',
  '/account',
  '/claim',
  '/w',
  '/e',
];
