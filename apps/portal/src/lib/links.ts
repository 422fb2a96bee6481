import { ApolloLink, HttpLink, ServerError } from '@apollo/client';
import { tap } from 'rxjs';
import { tellSlowDown } from './slow-down.js';

// The build writes them in: the name of each operation and the SHA-256 of its text. While developing there are none.
declare const DOCUMENT_IDS: Record<string, string> | undefined;

/** Sends the id of a document in place of its text: a server in production takes nothing that its portal did not bring along. */
export function trustedDocuments(ids: Record<string, string>): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const sha256Hash = ids[operation.operationName ?? ''];
    if (sha256Hash) {
      operation.extensions = { ...operation.extensions, persistedQuery: { version: 1, sha256Hash } };
      operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
    }
    return forward(operation);
  });
}

/** Whoever asked too fast is told calmly how long to wait; the screen keeps what it shows. */
export const waiting = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    tap({
      error: (error: unknown) => {
        if (ServerError.is(error) && error.statusCode === 429)
          tellSlowDown(Number(error.response.headers.get('retry-after')) || 10);
      },
    }),
  ),
);

/** From here to the API. */
export const toTheApi = ApolloLink.from([
  waiting,
  trustedDocuments(typeof DOCUMENT_IDS === 'undefined' ? {} : DOCUMENT_IDS),
  new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
]);
