import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useAddress, useSearchWords } from '../../../lib/use-address.js';
import type { IssuanceFilters } from './issuance.documents.js';

type State = NonNullable<IssuanceFilters['state']>;
type Basis = NonNullable<IssuanceFilters['basis']>;

/** FAILING: tried in vain and not issued, whether set aside or not. */
export const STATES = ['PENDING', 'FAILING', 'QUARANTINED', 'ISSUED', 'CANCELLED'] as const;
export const BASES: readonly Basis[] = ['DECISION', 'STACK', 'COMPLETION', 'BULK', 'LEGACY'];
/** Hours since the award was made. */
export const AGES = ['1', '24', '168'] as const;

/** Which awards the console shows; all of it stands in the address. */
export function useIssuanceFilters() {
  const [, setParams] = useSearchParams();
  const { search, typed, type } = useSearchWords();
  const [stateText, setState] = useAddress('state');
  const [basisText, setBasis] = useAddress('basis');
  const [ageText, setAge] = useAddress('age');
  const [list, setList] = useAddress('list');
  // Where a figure of the head led here: tried in vain, or not yet.
  const [tried] = useAddress('tried');
  const state = STATES.find((each) => each === stateText) ?? null;
  const basis = BASES.find((each) => each === basisText) ?? null;
  const age = AGES.find((each) => each === ageText) ?? null;
  const variables: IssuanceFilters = {
    state: state === 'FAILING' ? null : (state satisfies State | null),
    failing: state === 'FAILING' || tried === 'yes' ? true : tried === 'no' ? false : null,
    basis,
    search: search || null,
    olderThanHours: age ? Number(age) : null,
    bulkIssueId: list || null,
  };
  const clear = useCallback(() => {
    type('');
    setParams({}, { replace: true });
  }, [type, setParams]);
  const count = [state, basis, age, search, list, tried].filter(Boolean).length;
  return { variables, count, clear, typed, type, state, setState, basis, setBasis, age, setAge, list, setList };
}
