/** What somebody says an hour costs, how long a mark takes, and what is spent besides. */
export interface Assumptions {
  rate: number;
  minutes: number;
  fixed: number;
}

export interface Reckoned {
  /** Hours that assessing took. */
  hours: number;
  spent: number;
  perBadge: number | null;
  /** For each level of a gap that was closed. */
  perLevel: number | null;
  /** To assess again what ends within a year, at as many marks for each as now. */
  renewals: number | null;
}

/** What cannot be told is not reckoned with: null where a number that is needed is hidden. */
export function reckon(
  { marks, issued, renewals, levels }: Record<'marks' | 'issued' | 'renewals' | 'levels', number | null>,
  { rate, minutes, fixed }: Assumptions,
): Reckoned | null {
  if (marks === null) return null;
  const hours = (marks * minutes) / 60;
  const spent = hours * rate + fixed;
  const perAssessed = issued ? (hours * rate) / issued : null;
  return {
    hours,
    spent,
    perBadge: issued ? spent / issued : null,
    perLevel: levels ? spent / levels : null,
    renewals: perAssessed === null || renewals === null ? null : renewals * perAssessed,
  };
}
