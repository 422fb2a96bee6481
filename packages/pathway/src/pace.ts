const WEEKS_A_MONTH = 52 / 12;

/** How long so many hours take at so many a week. Null where no hours a week are given: it would never end. */
export function monthsAtPace(hours: number, hoursAWeek: number): number | null {
  if (hours <= 0) return 0;
  return hoursAWeek > 0 ? hours / hoursAWeek / WEEKS_A_MONTH : null;
}

/** Something that has to be renewed to stay in date. */
export interface Kept {
  /** Hours, or money, of one renewal. */
  renewalCost: number;
  /** Null: it does not end. */
  validMonths: number | null;
}

/** What it costs a year to keep all that a plan earns in date. */
export function runningCost(kept: readonly Kept[]): number {
  return kept.reduce(
    (sum, { renewalCost, validMonths }) => sum + (validMonths ? (renewalCost * 12) / validMonths : 0),
    0,
  );
}
