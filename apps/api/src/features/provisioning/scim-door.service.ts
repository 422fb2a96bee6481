import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Viewer } from '../../platform/access/viewer.js';
import { AuditApart } from '../../platform/audit/audit-apart.js';
import { Config } from '../../platform/config/config.js';
import { isId, newId } from '../../platform/database/id.js';
import { Transaction } from '../../platform/database/transaction.js';
import { Logger } from '../../platform/telemetry/logger.js';
import type { ScimCall } from './scim-call.js';
import { ScimError } from './scim-error.rules.js';
import { ScimRoutesService } from './scim-routes.service.js';
import { type KnownToken, ScimTokensService } from './scim-tokens.service.js';

const MEDIA = 'application/scim+json; charset=utf-8';
/** A group of fifty thousand members is about this long. */
const MOST_BYTES = 8 * 1024 * 1024;
const KEPT_REQUESTS = 200;

/** What a request carries through its life. */
interface Visit {
  known: KnownToken;
  failure: ScimError | null;
}

const visits = new WeakMap<FastifyRequest, Visit>();

/**
 * `/scim/v2`: reads SCIM's own media type, knows clients by their token, opens the one transaction of each request and
 * says every failure as SCIM does. There is no session and no person here; what a client does, the product does.
 */
@Injectable()
export class ScimDoorService implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly routes: ScimRoutesService,
    private readonly tokens: ScimTokensService,
    private readonly config: Config,
    private readonly log: Logger,
    private readonly apart: AuditApart,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    // The worker and the command line have no HTTP door.
    const fastify = this.host.httpAdapter?.getInstance?.() as FastifyInstance | undefined;
    if (!fastify?.register) return;
    void fastify.register(async (scope) => this.open(scope), { prefix: '/scim/v2' });
  }

  private open(scope: FastifyInstance): void {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ['application/scim+json', 'application/json'],
      { parseAs: 'string', bodyLimit: MOST_BYTES },
      (_request, body, done) => {
        const read = readJson(String(body));
        if (read instanceof ScimError) done(read);
        else done(null, read);
      },
    );
    scope.addHook('onRequest', async (request, reply) => this.letIn(request, reply));
    scope.addHook('onResponse', async (request, reply) => this.keep(request, reply));
    scope.setErrorHandler((error, request, reply) => this.fail(error, request, reply));
    for (const { methods, path, answer } of this.routes.all())
      scope.route({
        method: methods,
        url: path,
        bodyLimit: MOST_BYTES,
        exposeHeadRoute: false,
        handler: async (request, reply) => {
          const said = await this.inTransaction(request, (call) => answer(call, request));
          void reply.status(said.status).headers(said.headers ?? {});
          return said.body === undefined ? reply.send() : reply.type(MEDIA).send(JSON.stringify(said.body));
        },
      });
  }

  /** Before the body is read: who has no token sends nothing in. */
  private async letIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const [, words] = /^Bearer +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
    const known = words ? await this.transaction((system) => this.tokens.know(system, words)) : null;
    if (known) {
      visits.set(request, { known, failure: null });
      return;
    }
    const why = words ? 'Bearer realm="scim", error="invalid_token"' : 'Bearer realm="scim"';
    void reply.header('www-authenticate', why);
    throw new ScimError(401, null, 'A token in force is needed: “Authorization: Bearer …”.');
  }

  private inTransaction<T>(request: FastifyRequest, work: (call: ScimCall) => Promise<T>): Promise<T> {
    const { known } = visits.get(request) ?? {};
    if (!known) throw new Error('Nobody was let in.');
    return this.transaction((viewer) =>
      work({ viewer, client: known.client, base: `${this.config.publicUrl}/scim/v2` }),
    );
  }

  private async transaction<T>(work: (system: Viewer) => Promise<T>): Promise<T> {
    const tx = await Transaction.open(this.dataSource, 'app_issuer', null);
    try {
      const result = await work(Viewer.system(tx));
      await tx.commit();
      return result;
    } catch (error) {
      await tx.rollback();
      throw error;
    }
  }

  private async fail(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const failure = asScim(error);
    if (failure.status >= 500 && !(error instanceof ScimError))
      this.log.error({ error: error instanceof Error ? error.stack : String(error) }, 'SCIM request failed');
    const visit = visits.get(request);
    if (visit) visit.failure = failure;
    await this.auditFailure(request, failure, visit);
    return reply.status(failure.status).type(MEDIA).send(JSON.stringify(failure.body));
  }

  /** What was written leaves its row where it is written. What was tried leaves one here. */
  private async auditFailure(request: FastifyRequest, failure: ScimError, visit: Visit | undefined): Promise<void> {
    if (!visit)
      return this.apart.write({ kind: 'stranger', personId: null }, [
        { operation: 'scim.enter', target: null, detail: { refused: 'UNAUTHENTICATED' } },
      ]);
    const operation = operationOf(request);
    if (!operation) return;
    const { id } = (request.params ?? {}) as { id?: string };
    const why = failure.scimType ?? String(failure.status);
    await this.apart.write({ kind: 'system', personId: null }, [
      {
        operation: `scim.${operation}`,
        target: id && isId(id) ? id : null,
        detail: {
          by: 'SCIM client',
          clientId: visit.known.client.id,
          ...(failure.status >= 500 ? { failed: why } : { refused: why }),
        },
      },
    ]);
  }

  /** For finding out what a directory does: the last requests, in a transaction of their own, after the answer has left. */
  private async keep(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const visit = visits.get(request);
    if (!visit) return;
    const { known, failure } = visit;
    const path = (request.routeOptions.url ?? '').replace(/^\/scim\/v2/, '') || '/';
    await this.transaction(async ({ tx, now }) => {
      await tx.query(
        `INSERT INTO scim_request (id, client_id, token_id, at, method, path, status, scim_type, detail, milliseconds)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          newId(),
          known.client.id,
          known.tokenId,
          now,
          request.method,
          path.slice(0, 200),
          reply.statusCode,
          failure?.scimType ?? null,
          failure?.detail.slice(0, 500) ?? null,
          Math.round(reply.elapsedTime),
        ],
      );
      await tx.query(
        `DELETE FROM scim_request WHERE client_id = $1
           AND id < (SELECT id FROM scim_request WHERE client_id = $1 ORDER BY id DESC OFFSET ${KEPT_REQUESTS} LIMIT 1)`,
        [known.client.id],
      );
    }).catch((error: unknown) => this.log.warn({ error: String(error) }, 'a SCIM request was not kept'));
  }
}

const VERBS: Record<string, string> = { POST: 'create', PUT: 'replace', PATCH: 'patch', DELETE: 'delete' };

/** The name of a write; null for everything else. */
function operationOf({ method, routeOptions }: FastifyRequest): string | null {
  const verb = VERBS[method];
  const [, type] = /^\/scim\/v2\/(user|group)s(?:\/(?::id)?)?$/i.exec(routeOptions.url ?? '') ?? [];
  return verb && type ? `${verb}${type.toLowerCase() === 'user' ? 'User' : 'Group'}` : null;
}

function readJson(body: string): unknown {
  if (body.trim().length === 0) return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return new ScimError(400, 'invalidSyntax', 'The body is not JSON.');
  }
}

const IN_WORDS: Record<number, string> = {
  413: `A request has at most ${MOST_BYTES / 1024 / 1024} MiB.`,
  415: 'The body must be application/scim+json.',
};

function asScim(error: unknown): ScimError {
  if (error instanceof ScimError) return error;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  // Two at the same moment; the database let one of them through.
  if (code === '23505') return new ScimError(409, 'uniqueness', 'Somebody has this already.');
  if (code === '40P01' || code === '40001') return new ScimError(503, null, 'Somebody else was writing. Try again.');
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new ScimError(
      statusCode,
      statusCode === 400 ? 'invalidSyntax' : null,
      IN_WORDS[statusCode] ?? 'The request cannot be read.',
    );
  return new ScimError(500, null, 'Something went wrong here. Nothing was changed.');
}
