import { useViewer } from '../../../lib/viewer.js';

/** Where the places behind a figure of the board are; null for whoever reads the board and leads nothing. */
export type OpensPlaces = (scope: 'unbegun' | 'begun' | 'overdue', achievementId?: string) => string | null;

export function useOpensPlaces(): OpensPlaces {
  const { may } = useViewer();
  return (scope, achievementId) => {
    if (!may('assessment.lead')) return null;
    const asked = new URLSearchParams({ scope, ...(achievementId && { achievement: achievementId }) });
    return `/reviews/allocation?${asked.toString()}`;
  };
}
