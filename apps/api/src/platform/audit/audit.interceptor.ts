import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { mergeMap, type Observable } from 'rxjs';
import { accessOf } from '../access/current-viewer.js';
import { isId } from '../database/id.js';
import { Refusal } from '../graphql/refusal.js';
import { audit, withoutContents } from './audit.js';

/** Every mutation leaves exactly one row, in its own transaction, whether it was done or refused. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<GqlContextType>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(context);
    const info = graphql.getInfo<GraphQLResolveInfo>();
    if (info.parentType.name !== 'Mutation') return next.handle();
    const args = graphql.getArgs<Record<string, unknown>>();
    return next.handle().pipe(
      mergeMap(async (result: unknown) => {
        const refused = result instanceof Refusal ? result.constructor.name : null;
        await audit(accessOf(context).current, {
          operation: info.fieldName,
          target: idOf(result) ?? idOf(args) ?? null,
          detail: { arguments: withoutContents(args), ...(refused ? { refused } : {}) },
        });
        return result;
      }),
    );
  }
}

function idOf(value: unknown): string | null {
  if (value === null || typeof value !== 'object') return null;
  const { id } = value as { id?: unknown };
  // Anything may be sent as an id; the log keeps no text of it.
  return typeof id === 'string' && isId(id) ? id : null;
}
