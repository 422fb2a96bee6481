import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { catchError, mergeMap, type Observable } from 'rxjs';
import { accessOf } from '../access/current-viewer.js';

/** Ends the transaction of a controller's request before its answer leaves. GraphQL ends its own. */
@Injectable()
export class HttpTransactionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const access = accessOf(context);
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await access.finish(true);
        return answer;
      }),
      catchError(async (error: unknown) => {
        await access.finish(false);
        throw error;
      }),
    );
  }
}
