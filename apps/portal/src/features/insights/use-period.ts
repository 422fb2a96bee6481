import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { dayText } from '../../lib/format.js';

export const PERIODS = ['YEAR', 'QUARTER', 'THIS_YEAR', 'LAST_YEAR'] as const;
export type PeriodChoice = (typeof PERIODS)[number];

/** First and last day of a choice; the API goes by whole months, and by today where the last day is left out. */
export function daysOf(choice: PeriodChoice, now: Date): { from: string | null; until: string | null } {
  const year = now.getFullYear();
  if (choice === 'QUARTER') return { from: dayText(new Date(year, now.getMonth() - 2, 1)), until: null };
  if (choice === 'THIS_YEAR') return { from: `${year}-01-01`, until: null };
  if (choice === 'LAST_YEAR') return { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` };
  return { from: null, until: null };
}

/** The period in the address, so that a figure can be shared with its days. */
export function usePeriod() {
  const [params, setParams] = useSearchParams();
  const [now] = useState(() => new Date());
  const choice = PERIODS.find((each) => each === params.get('period')) ?? 'YEAR';
  const set = (next: PeriodChoice) =>
    setParams(
      (before) => {
        const changed = new URLSearchParams(before);
        if (next === 'YEAR') changed.delete('period');
        else changed.set('period', next);
        return changed;
      },
      { replace: true },
    );
  return { choice, set, ...daysOf(choice, now) };
}
