import type { ExecutionResult } from 'graphql';
import { GraphQLError } from 'graphql';
import { Denied } from '../access/denied.js';

const OURS =
  'Something went wrong on our side. Nothing was changed. Please try again; if it stays, give your administrator this number:';

/** What the door does with what it does not show. */
interface Aside {
  log: (error: Error) => void;
  wait: (seconds: number) => void;
}

/** What a caller may read of errors: denials and faults of the request as they are, everything else only by a number that is in the log. */
export function shownErrors(
  execution: ExecutionResult & Required<Pick<ExecutionResult, 'errors'>>,
  requestId: string,
  { log, wait }: Aside,
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
  const response = { data: execution.data ?? null, errors: errors.map(withoutGuesses) };
  const seconds = waitOf(errors);
  if (typeof seconds !== 'number') return { statusCode: 200, response };
  wait(seconds);
  return { statusCode: 429, response };
}

/** Compiled documents make errors without extensions, whatever their type says. */
function waitOf(errors: readonly { extensions?: Record<string, unknown> }[]): unknown {
  return errors.find((each) => each.extensions?.code === 'RATE_LIMITED')?.extensions?.retryAfterSeconds;
}

const GUESS = / Did you mean [^?]*\?/g;

/** The library names what one may have meant: that reads the schema out, word by word. */
function withoutGuesses(error: GraphQLError): GraphQLError {
  if (!error.message.includes(' Did you mean ')) return error;
  const { nodes, path, extensions } = error;
  return new GraphQLError(error.message.replace(GUESS, ''), { nodes, path, extensions });
}

/** What was wrong before anything ran: no JSON, too much of it, or a document that does not fit the schema or goes too deep. */
function faultsOfTheRequest(cause: Error & { statusCode?: number; errors?: unknown }): GraphQLError[] | null {
  if (!cause.statusCode || cause.statusCode < 400 || cause.statusCode > 499) return null;
  const faults: unknown[] = Array.isArray(cause.errors) ? cause.errors : [cause];
  return faults.map((each) =>
    each instanceof GraphQLError
      ? each
      : new GraphQLError(each instanceof Error ? each.message : cause.message, { extensions: { code: 'BAD_REQUEST' } }),
  );
}
