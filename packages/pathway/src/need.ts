/** What a job asks of one skill. */
export interface Need {
  readonly skillId: string;
  /** Null where the framework names no level: then to hold it at all is enough. */
  readonly levelOrdinal: number | null;
  /** 1 useful, 2 important, 3 essential. */
  readonly importance: number;
  readonly mustHave: boolean;
}

/** The level held of a skill in one layer; 0 where none is. Layers are compared apart and never added up. */
export type Holds = (skillId: string) => number;

/** The level that is asked, as a number to compare with. */
export function neededOrdinal(need: Pick<Need, 'levelOrdinal'>): number {
  return need.levelOrdinal ?? 1;
}

/** How many levels are missing. Being above the need is no gap and makes up for none. */
export function gapOf(need: Pick<Need, 'levelOrdinal'>, have: number): number {
  return Math.max(0, neededOrdinal(need) - have);
}

/** Needs with a gap, and how large it is. */
export function gapsOf<Asked extends Need>(needs: readonly Asked[], holds: Holds): { need: Asked; gap: number }[] {
  return needs.map((need) => ({ need, gap: gapOf(need, holds(need.skillId)) })).filter(({ gap }) => gap > 0);
}

/** The must-haves with a gap: whatever the readiness says, nobody is ready while there is one. */
export function blockedBy<Asked extends Need>(needs: readonly Asked[], holds: Holds): Asked[] {
  return needs.filter((need) => need.mustHave && gapOf(need, holds(need.skillId)) > 0);
}
