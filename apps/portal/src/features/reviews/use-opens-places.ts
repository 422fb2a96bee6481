import { useViewer } from '../../lib/viewer.js';

/** Which places of judgement are meant; what is left out narrows nothing. */
interface Wish {
  achievement?: string | undefined;
  assessor?: string | undefined;
}

/** Which marks are meant, besides. Days are calendar days. */
interface MarksWish extends Wish {
  version?: string;
  from?: string;
  until?: string;
  releasedFrom?: string;
  releasedUntil?: string;
}

export interface OpensPlaces {
  /** Where the places behind a figure are; null for whoever reads figures of assessment and leads nothing. */
  places: (scope: 'unbegun' | 'begun' | 'overdue' | 'hand', wish?: Wish) => string | null;
  /** Where the marks behind a figure are, handed in and no longer judged by anybody else. */
  marks: (scope: 'lately' | 'marked' | 'twice' | 'released', wish?: MarksWish) => string | null;
}

export function useOpensPlaces(): OpensPlaces {
  const leads = useViewer().may('assessment.lead');
  const address = (path: string, scope: string, wish: MarksWish) =>
    leads ? `${path}?${new URLSearchParams({ scope, ...given(wish) }).toString()}` : null;
  return {
    places: (scope, wish = {}) => address('/reviews/allocation', scope, wish),
    marks: (scope, wish = {}) => address('/reviews/marks', scope, wish),
  };
}

function given(wish: MarksWish): Record<string, string> {
  return Object.fromEntries(Object.entries(wish).filter((each): each is [string, string] => Boolean(each[1])));
}
