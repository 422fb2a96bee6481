/** One goal of speed, as measured in this run. `null` where nothing honest can be put beside it here. */
export interface Measured {
  goal: string;
  what: string;
  ours: number;
  peer: number | null;
  floor: number | null;
  unit: string;
  /** What must hold, in words, and whether it did. */
  gate: string;
  ok: boolean;
}

/** Two figures' ratio, or null where there is no second one. */
export function ratio(ours: number, other: number | null): number | null {
  return other === null || other === 0 ? null : ours / other;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
