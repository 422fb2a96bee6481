import { Global, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DocumentNode, Kind } from 'graphql';
import type { GraphqlContext } from '../access/current-viewer.js';
import { StoredFileType } from '../storage/stored-file.type.js';
import { DateScalar, DateTimeScalar } from './date.scalar.js';
import { refuseOddDocument, refuseWideDocument } from './document-size.js';
import { shownErrors } from './errors.js';
import { NodeFinders, NodeResolver } from './node.js';
import { refuseUnstorableText } from './storable-text.js';

/** What one operation carries from before its execution to its end. */
interface Operation extends GraphqlContext {
  changes?: boolean;
}

const isMutation = (document: DocumentNode) =>
  document.definitions.some((each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === 'mutation');

/** Mercurius with compiled queries. The request's transaction ends here, before the answer leaves. */
@Global()
@Module({
  imports: [
    GraphQLModule.forRoot<MercuriusDriverConfig>({
      driver: MercuriusDriver,
      autoSchemaFile: true,
      sortSchema: true,
      buildSchemaOptions: { orphanedTypes: [StoredFileType] },
      graphiql: false,
      jit: 1,
      queryDepth: 14,
      context: (request: FastifyRequest, reply: FastifyReply): GraphqlContext & { reply: FastifyReply } => ({
        request,
        reply,
      }),
      errorFormatter: (execution, context) => {
        const { request } = context as unknown as GraphqlContext;
        return shownErrors(execution as never, String(request.id), (error) => request.log.error(error));
      },
      hooks: {
        preParsing: async (_schema, source) => refuseOddDocument(source),
        preExecution: async (_schema, document, context, variables) => {
          refuseWideDocument(document);
          refuseUnstorableText(document, variables);
          (context as unknown as Operation).changes = isMutation(document);
        },
        onResolution: async (execution, context) => {
          const { request, changes } = context as unknown as Operation;
          const failed = Boolean(execution.errors?.length);
          await request.access.finish(!failed);
          // Several mutations of one document stand or fall together; none may look done when all were taken back.
          if (failed && changes) execution.data = null;
        },
      },
    }),
  ],
  providers: [DateScalar, DateTimeScalar, NodeFinders, NodeResolver],
  exports: [NodeFinders],
})
export class GraphqlPlatformModule {}
