import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { forget } from './unsent-mark.js';

/**
 * What was marked was a check, and is over. The place it stood in for waits again: nothing that was written or read about the
 * check may turn up there.
 */
export function useCheckEnds(slotId: string): (checkId: string) => void {
  const client = useApolloClient();
  const navigate = useNavigate();
  return useCallback(
    (checkId) => {
      forget(slotId);
      void navigate(`/reviews/checks/${checkId}`, { replace: true });
      // After the page has gone, so that nothing asks again for what is let go of here.
      setTimeout(() => {
        client.cache.evict({ id: client.cache.identify({ __typename: 'MarkingSlot', id: slotId }) });
        client.cache.gc();
      });
    },
    [client, navigate, slotId],
  );
}
