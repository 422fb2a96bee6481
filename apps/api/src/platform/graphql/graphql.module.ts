import { Global, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersistedQueryProvider } from 'mercurius';
import { type DocumentNode, Kind, NoSchemaIntrospectionCustomRule } from 'graphql';
import type { GraphqlContext } from '../access/current-viewer.js';
import { AuditApart } from '../audit/audit-apart.js';
import { Config } from '../config/config.js';
import { StoredFileType } from '../storage/stored-file.type.js';
import { answeredFirst } from './answered.js';
import { DateScalar, DateTimeScalar } from './date.scalar.js';
import { DocumentDoor } from './document-door.js';
import { shownErrors } from './errors.js';
import { NodeFinders, NodeResolver } from './node.js';
import { TrustedDocuments } from './trusted-documents.js';
import { WhereAskedDriver } from './where-asked.driver.js';

/** What one operation carries from before its execution to its end. */
interface Operation extends GraphqlContext {
  reply: FastifyReply;
  /** The text as Mercurius was given it. */
  __currentQuery?: string;
  changes?: boolean;
}

const isMutation = (document: DocumentNode) =>
  document.definitions.some((each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === 'mutation');

/** Whoever may keep documents compiled may fill the memory: the portal has about a hundred, the rest is for others. */
const DOCUMENTS_KEPT = 400;

@Global()
@Module({ providers: [DocumentDoor, TrustedDocuments], exports: [DocumentDoor] })
class DocumentsModule {}

/** Mercurius with compiled queries. The request's transaction ends here, before the answer leaves. */
@Global()
@Module({
  imports: [
    GraphQLModule.forRootAsync<MercuriusDriverConfig>({
      driver: WhereAskedDriver,
      imports: [DocumentsModule],
      inject: [DocumentDoor, Config, AuditApart],
      useFactory: (door: DocumentDoor, config: Config, apart: AuditApart) => ({
        autoSchemaFile: true,
        sortSchema: true,
        transformSchema: answeredFirst,
        // Checked whenever it is printed; asking it for all of itself again would be a fifth of every start.
        buildSchemaOptions: { orphanedTypes: [StoredFileType], skipCheck: true },
        graphiql: false,
        jit: 1,
        cache: DOCUMENTS_KEPT,
        allowBatchedQueries: false,
        graphql: { validateOptions: { maxErrors: 10, hideSuggestions: true } as never },
        // In production the schema is read from the repository, not from those who run it.
        validationRules: config.production ? [NoSchemaIntrospectionCustomRule] : [],
        persistedQueryProvider: door.provider as PersistedQueryProvider,
        context: (request: FastifyRequest, reply: FastifyReply): GraphqlContext & { reply: FastifyReply } => ({
          request,
          reply,
        }),
        errorFormatter: (execution, context) => {
          const { request, reply } = context as unknown as Operation;
          return shownErrors(execution as never, String(request.id), {
            log: (error) => request.log.error(error),
            wait: (seconds) => void reply.header('retry-after', String(seconds)),
          });
        },
        hooks: {
          preParsing: async (_schema, source, context) =>
            door.beforeReading(source, (context as unknown as Operation).request),
          preValidation: async (_schema, document, context) =>
            door.beforeChecking(document, (context as unknown as Operation).__currentQuery),
          preExecution: async (schema, document, context, variables) => {
            const operation = context as unknown as Operation;
            operation.changes = isMutation(document);
            if (!operation.changes) operation.request.access.onlyReads();
            await door.beforeRunning(schema, document, variables, operation.request, {
              changes: operation.changes,
              source: operation.__currentQuery,
            });
          },
          onResolution: async (execution, context) => {
            const { request, changes } = context as unknown as Operation;
            const failed = Boolean(execution.errors?.length);
            await request.access.finish(!failed).catch(async (error: unknown) => {
              await apart.takenBack(request.access, []);
              throw error;
            });
            // Several mutations of one document stand or fall together; none may look done when all were taken back.
            if (failed && changes) execution.data = null;
            if (failed) await apart.takenBack(request.access, execution.errors ?? []);
          },
        },
      }),
    }),
  ],
  providers: [DateScalar, DateTimeScalar, NodeFinders, NodeResolver],
  exports: [NodeFinders],
})
export class GraphqlPlatformModule {}
