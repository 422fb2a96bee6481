import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { accessOf } from '../access/current-viewer.js';
import { Refusal } from '../graphql/refusal.js';
import { audit, withoutContents } from './audit.js';
import { idOf, mutationOf } from './audit-attempts.js';

/** Every mutation that ran leaves exactly one row, in its own transaction. What the door denied, or was thrown: `AuditApart`. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const mutation = mutationOf(context);
    if (!mutation) return next.handle();
    const { operation, args } = mutation;
    return next.handle().pipe(
      mergeMap(async (result: unknown) => {
        const refused = result instanceof Refusal ? result.constructor.name : null;
        await audit(accessOf(context).current, {
          operation,
          target: (refused ? null : idOf(result)) ?? idOf(args),
          detail: { arguments: withoutContents(args), ...(refused ? { refused } : {}) },
        });
        return result;
      }),
    );
  }
}
