import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import type { introspection } from '../config/graphql-env.js';
import possibleTypes from '../config/possible-types.json' with { type: 'json' };

/** Names of every expected "no" in the schema. */
export type RefusalName = introspection['types']['Refusal']['possibleTypes'];

type Answer<Data> = NonNullable<Data[keyof Data]>;
type RefusalIn<Data> = Extract<Answer<Data>, { __typename: RefusalName }>;
type ThingIn<Data> = Exclude<Answer<Data>, { __typename: RefusalName }>;

/** What came of it: the thing, a refusal of the API, or nothing because it could not be reached. */
export type Outcome<Data> =
  | { ok: ThingIn<Data>; refusal?: undefined; failed?: undefined }
  | { ok?: undefined; refusal: RefusalIn<Data>; failed?: undefined }
  | { ok?: undefined; refusal?: undefined; failed: Error };

interface Options {
  /** Names of the queries to ask again once it worked, e.g. `['ReviewQueue']`. */
  refetch?: string[];
}

const refusals: ReadonlySet<string> = new Set(possibleTypes.Refusal);

/**
 * Runs a mutation whose one field is a `…Result` union. Ask for `__typename` on the union and for `... on Refusal
 * { message }`; pages then read `{ ok }`, `{ refusal }` or `{ failed }` and never compare type names by hand.
 */
export function useResultMutation<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  options: Options = {},
) {
  const client = useApolloClient();
  const [running, setRunning] = useState(0);
  const [last, setLast] = useState<Outcome<Data> | null>(null);
  const refetch = options.refetch?.join(' ') ?? '';
  const run = useCallback(
    async (variables: Variables): Promise<Outcome<Data>> => {
      setRunning((now) => now + 1);
      const outcome = await client
        .mutate<unknown>({ mutation: document, variables, refetchQueries: refetch ? refetch.split(' ') : undefined })
        .then(
          ({ data }) => outcomeOf<Data>(data),
          (error: unknown): Outcome<Data> => ({ failed: error instanceof Error ? error : new Error(String(error)) }),
        );
      setRunning((now) => now - 1);
      setLast(outcome);
      return outcome;
    },
    [client, document, refetch],
  );
  const clear = useCallback(() => setLast(null), []);
  return [run, { loading: running > 0, refusal: last?.refusal ?? null, failed: last?.failed ?? null, clear }] as const;
}

function outcomeOf<Data>(data: unknown): Outcome<Data> {
  const answer: unknown = data ? Object.values(data)[0] : null;
  if (!isTyped(answer)) return { failed: new Error('The answer was empty.') };
  // The document's own type says what the field may be; only its name decides which of the two it is.
  return refusals.has(answer.__typename)
    ? { refusal: answer as unknown as RefusalIn<Data> }
    : { ok: answer as unknown as ThingIn<Data> };
}

function isTyped(value: unknown): value is { __typename: string } {
  return typeof value === 'object' && value !== null && '__typename' in value;
}
