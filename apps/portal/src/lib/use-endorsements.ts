import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { ENDORSEMENTS } from './endorsements.documents.js';

// The worker signs; who waits sees it happen.
const LOOK_AGAIN = 2_000;

/** What others say for a badge; asked again while something that was said waits for its signature. */
export function useEndorsements(credentialId: string) {
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ENDORSEMENTS, {
    variables: { id: credentialId },
    fetchPolicy: 'cache-and-network',
  });
  const said = data?.credential?.endorsements ?? [];
  const signing = said.some(({ state, document }) => state === 'GIVEN' && !document);
  useEffect(() => {
    if (signing) startPolling(LOOK_AGAIN);
    return stopPolling;
  }, [signing, startPolling, stopPolling]);
  return { data, error, refetch };
}
