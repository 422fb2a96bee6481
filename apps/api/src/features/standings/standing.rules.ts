/** Where a verified level comes from: a credential of ours, or a badge from elsewhere that is recognised. */
interface Source {
  /** Null where it is recognised from elsewhere. */
  readonly credentialId: string | null;
  readonly achievementVersionId: string | null;
  readonly externalCredentialId: string | null;
  readonly badgeName: string | null;
  readonly recognisedFrom: string | null;
}

/** A credential as far as standing cares: which skill it proves to what level, and from when until when. */
export interface HeldLevel extends Source {
  readonly personId: string;
  readonly skillId: string;
  readonly ordinal: number;
  readonly validFrom: Date;
  /** The first moment at which it no longer counts; null when it does not end. */
  readonly validUntil: Date | null;
}

export type StandingState = 'CURRENT' | 'LAPSED';

/** What one person verifiably holds of one skill on a date. */
export interface Standing extends Source {
  readonly personId: string;
  readonly skillId: string;
  readonly ordinal: number;
  readonly state: StandingState;
  readonly verifiedOn: Date;
  readonly validUntil: Date | null;
}

/**
 * Standings as of a moment, one per person and skill: the highest level that counts then, of equals the one that counts longest.
 * Where none counts any more, the one that ended last is shown as lapsed; a lapsed level is never added to anything.
 */
export function standingsAt(held: readonly HeldLevel[], asOf: Date): Standing[] {
  const best = new Map<string, HeldLevel>();
  for (const each of held) {
    if (each.validFrom > asOf) continue;
    const key = `${each.personId} ${each.skillId}`;
    const other = best.get(key);
    if (!other || isBetter(each, other, asOf)) best.set(key, each);
  }
  return [...best.values()].map(({ validFrom, ...each }) => ({
    ...each,
    verifiedOn: validFrom,
    state: counts(each, asOf) ? 'CURRENT' : 'LAPSED',
  }));
}

/** Validity ends at its end: the very moment itself no longer counts. */
function counts({ validUntil }: Pick<HeldLevel, 'validUntil'>, asOf: Date): boolean {
  return validUntil === null || validUntil > asOf;
}

function isBetter(one: HeldLevel, other: HeldLevel, asOf: Date): boolean {
  const [oneCounts, otherCounts] = [counts(one, asOf), counts(other, asOf)];
  if (oneCounts !== otherCounts) return oneCounts;
  if (oneCounts && one.ordinal !== other.ordinal) return one.ordinal > other.ordinal;
  if (endOf(one) !== endOf(other)) return endOf(one) > endOf(other);
  return one.ordinal > other.ordinal;
}

function endOf({ validUntil }: HeldLevel): number {
  return validUntil?.getTime() ?? Number.POSITIVE_INFINITY;
}
