interface Dated {
  active: boolean;
  lastDay: string | null;
}

/** Where somebody stands with the organisation on a day. */
export type PersonState = 'WITH_US' | 'LEAVING' | 'LEFT' | 'OFF';

export function stateOf(person: Dated, today: string): PersonState {
  if (person.lastDay !== null && person.lastDay < today) return 'LEFT';
  if (!person.active) return 'OFF';
  return person.lastDay === null ? 'WITH_US' : 'LEAVING';
}
