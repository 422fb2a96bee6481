interface Attempt {
  award: {
    state: string;
    credential: { id: string; status: string; expired: boolean } | null;
  } | null;
}

/** What came of an attempt: a badge that counts, one on its way, one that no longer counts, or none. */
export function badgeOf({ award }: Attempt): 'held' | 'signing' | 'ended' | 'none' {
  if (!award || award.state === 'CANCELLED') return 'none';
  if (!award.credential) return 'signing';
  return award.credential.status === 'ACTIVE' && !award.credential.expired ? 'held' : 'ended';
}
