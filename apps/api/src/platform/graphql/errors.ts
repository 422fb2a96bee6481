import type { ExecutionResult } from 'graphql';
import { GraphQLError } from 'graphql';
import { Denied } from '../access/denied.js';

const OURS =
  'Something went wrong on our side. Nothing was changed. Please try again; if it stays, give your administrator this number:';

/** What a caller may read of errors: denials and faults of the request as they are, everything else only by a number that is in the log. */
export function shownErrors(
  execution: ExecutionResult & Required<Pick<ExecutionResult, 'errors'>>,
  requestId: string,
  log: (error: Error) => void,
): { statusCode: number; response: ExecutionResult } {
  const errors = execution.errors.flatMap((error) => {
    const cause = error.originalError;
    if (!cause || cause instanceof GraphQLError) return [error];
    if (cause instanceof Denied)
      return [new GraphQLError(cause.message, { nodes: error.nodes, path: error.path, extensions: cause.extensions })];
    const faults = faultsOfTheRequest(cause);
    if (faults) return faults;
    log(cause);
    return [
      new GraphQLError(`${OURS} ${requestId}`, {
        nodes: error.nodes,
        path: error.path,
        extensions: { code: 'INTERNAL' },
      }),
    ];
  });
  return { statusCode: 200, response: { data: execution.data ?? null, errors } };
}

/** The GraphQL server's own refusals: a document that does not fit the schema, goes too deep, or changes things by GET. */
function faultsOfTheRequest(cause: Error & { code?: string; errors?: unknown }): GraphQLError[] | null {
  if (!cause.code?.startsWith('MER_ERR_') || !Array.isArray(cause.errors)) return null;
  return cause.errors.map((each: unknown) =>
    each instanceof GraphQLError ? each : new GraphQLError(each instanceof Error ? each.message : cause.message),
  );
}
