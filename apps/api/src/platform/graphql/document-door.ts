import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import type { PersistedQueryProvider } from 'mercurius';
import { Config } from '../config/config.js';
import { addressOf } from '../limits/limit-requests.js';
import { type Limited, RateLimits } from '../limits/rate-limits.js';
import { costOf, MOST_COST, refuseCostlyDocument } from './document-cost.js';
import { refuseHostileShape, refuseOddDocument } from './document-limits.js';
import { refuseUnstorableText } from './storable-text.js';
import { TrustedDocuments } from './trusted-documents.js';

/** A document that is refused before it is weighed costs as much as reading it does. */
const COST_OF_READING = 25;

/** A body as a client may send it: a text, or the id of a document that the portal is known to send. */
interface Body {
  query?: unknown;
  documentId?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } } | null;
}

/** What stands between a GraphQL request and the first resolver. Whatever is refused here has asked the database nothing. */
@Injectable()
export class DocumentDoor {
  constructor(
    private readonly config: Config,
    private readonly trusted: TrustedDocuments,
    private readonly limits: RateLimits,
  ) {}

  /** For Mercurius: what stands behind an id. */
  readonly provider: Partial<PersistedQueryProvider> = {
    isPersistedQuery: (body: object) => idIn(body) !== undefined,
    getHash: (body: object) => String(idIn(body)),
    // The library answers an id without a text with the sentence below.
    getQueryFromHash: async (id: string) => this.trusted.textOf(id) ?? '',
    notFoundError: 'This server does not know the document of this id. Please load the page again.',
  };

  /** Before a text is read at all. */
  async beforeReading(source: unknown, request: FastifyRequest): Promise<void> {
    await this.spend('cost', request, COST_OF_READING);
    if (typeof source === 'string' && this.trusted.has(source)) return;
    refuseOddDocument(source);
    if (!this.config.openDocuments)
      throw new GraphQLError('This server takes only the documents of its own portal.', {
        extensions: { code: 'DOCUMENT_NOT_KNOWN' },
      });
  }

  /** Once for each text: before it is compared with the schema. */
  beforeChecking(document: DocumentNode, source: string | undefined): void {
    if (source === undefined || !this.trusted.has(source)) refuseHostileShape(document);
  }

  /** Each time: before anything runs. */
  async beforeRunning(
    schema: GraphQLSchema,
    document: DocumentNode,
    variables: unknown,
    request: FastifyRequest,
    { changes, source }: { changes: boolean; source: string | undefined },
  ): Promise<void> {
    // What the portal asks was weighed when it was built; a spec names what is dearer than anybody else may be.
    const ours = source !== undefined && this.trusted.has(source);
    const cost = ours
      ? Math.min(costOf(schema, document, variables), MOST_COST)
      : refuseCostlyDocument(schema, document, variables);
    refuseUnstorableText(document, variables);
    await this.spend('cost', request, cost);
    if (changes) await this.spend('changes', request, 1);
  }

  private async spend(what: Limited, request: FastifyRequest, points: number): Promise<void> {
    const seconds = await this.limits.spend(what, request.session?.personId ?? addressOf(request), points);
    if (seconds === null) return;
    throw new GraphQLError(`You are asking faster than this server allows. Please try again in ${seconds} seconds.`, {
      extensions: { code: 'RATE_LIMITED', retryAfterSeconds: seconds },
    });
  }
}

function idIn(body: object): unknown {
  const { documentId, query, extensions } = body as Body;
  return documentId ?? (query === undefined ? extensions?.persistedQuery?.sha256Hash : undefined);
}
