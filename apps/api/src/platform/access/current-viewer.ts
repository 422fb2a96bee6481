import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { RequestAccess } from './request-access.js';

/** What every resolver finds in its GraphQL context. */
export interface GraphqlContext {
  request: FastifyRequest;
}

export function accessOf(context: ExecutionContext): RequestAccess {
  const request =
    context.getType<GqlContextType>() === 'graphql'
      ? GqlExecutionContext.create(context).getContext<GraphqlContext>().request
      : context.switchToHttp().getRequest<FastifyRequest>();
  return request.access;
}

/** The viewer, for resolver and controller methods: `@CurrentViewer() viewer: Viewer`. */
export const CurrentViewer = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => accessOf(context).current,
);

/** For methods that are declared with `@OpensLater()`: `@CurrentAccess() access: RequestAccess`, and `await access.viewer()` where needed. */
export const CurrentAccess = createParamDecorator((_data: unknown, context: ExecutionContext) => accessOf(context));
