import { useQuery } from '@apollo/client/react';
import { useViewer } from '../../lib/viewer.js';
import { SETUP } from './administration.documents.js';

/** What is still to be set up, for those who set things up. */
export function useSetup() {
  const { may } = useViewer();
  const asks = may('people.manage');
  const { data, error, refetch } = useQuery(SETUP, { skip: !asks });
  const steps = asks ? data?.setupChecklist : [];
  return { steps, open: steps?.filter((step) => !step.done).length ?? 0, error, refetch };
}
