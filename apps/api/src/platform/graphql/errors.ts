import type { ExecutionResult } from 'graphql';
import { GraphQLError } from 'graphql';
import { Denied } from '../access/denied.js';

const OURS =
  'Something went wrong on our side. Nothing was changed. Please try again; if it stays, give your administrator this number:';

/** What a caller may read of errors: denials and faults of the document as they are, everything else only by a number that is in the log. */
export function shownErrors(
  execution: ExecutionResult & Required<Pick<ExecutionResult, 'errors'>>,
  requestId: string,
  log: (error: Error) => void,
): { statusCode: number; response: ExecutionResult } {
  const errors = execution.errors.map((error) => {
    const cause = error.originalError;
    if (!cause) return error;
    if (cause instanceof Denied)
      return new GraphQLError(cause.message, { nodes: error.nodes, path: error.path, extensions: cause.extensions });
    log(cause);
    return new GraphQLError(`${OURS} ${requestId}`, {
      nodes: error.nodes,
      path: error.path,
      extensions: { code: 'INTERNAL' },
    });
  });
  return { statusCode: 200, response: { data: execution.data ?? null, errors } };
}
