/** What a job role level asks of one skill. */
export interface Need {
  readonly skillId: string;
  /** Null where the framework names no level: then to hold it at all is enough. */
  readonly levelOrdinal: number | null;
  /** 1 useful, 2 important, 3 essential. */
  readonly importance: number;
  readonly mustHave: boolean;
}

/** The level that is asked, as a number to compare with. */
export function neededOrdinal(need: Pick<Need, 'levelOrdinal'>): number {
  return need.levelOrdinal ?? 1;
}

/** How many levels are missing. Being above the need is no gap and makes up for none. */
export function gapOf(need: Pick<Need, 'levelOrdinal'>, have: number): number {
  return Math.max(0, neededOrdinal(need) - have);
}

/** Readiness R = Σ w·min(have, need) / Σ w·need, with w the importance; 1 where nothing is asked. */
export function readinessOf(needs: readonly Need[], have: (skillId: string) => number): number {
  let reached = 0;
  let asked = 0;
  for (const need of needs) {
    const ordinal = neededOrdinal(need);
    reached += need.importance * Math.min(have(need.skillId), ordinal);
    asked += need.importance * ordinal;
  }
  return asked === 0 ? 1 : reached / asked;
}

/** The must-haves with a gap: whatever R says, nobody is ready while there is one. */
export function blockedBy<Asked extends Need>(needs: readonly Asked[], have: (skillId: string) => number): Asked[] {
  return needs.filter((need) => need.mustHave && gapOf(need, have(need.skillId)) > 0);
}
