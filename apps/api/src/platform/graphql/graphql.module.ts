import { Global, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphqlContext } from '../access/current-viewer.js';
import { StoredFileType } from '../storage/stored-file.type.js';
import { DateScalar } from './date.scalar.js';
import { shownErrors } from './errors.js';
import { NodeFinders, NodeResolver } from './node.js';

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
        onResolution: async (execution, context) => {
          const { request } = context as unknown as GraphqlContext;
          await request.access.finish(!execution.errors?.length);
        },
      },
    }),
  ],
  providers: [DateScalar, NodeFinders, NodeResolver],
  exports: [NodeFinders],
})
export class GraphqlPlatformModule {}
