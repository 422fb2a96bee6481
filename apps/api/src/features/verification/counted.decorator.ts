import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isCounted } from './counted.rules.js';

/** Whether this look is counted. What the request says of itself is read here and goes no further. */
export const Counted = createParamDecorator((_: unknown, context: ExecutionContext): boolean =>
  isCounted(context.switchToHttp().getRequest<FastifyRequest>()),
);
