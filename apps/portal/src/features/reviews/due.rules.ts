/** How a due date reads: overdue by days, today with its hour, tomorrow, or the day. */
export type Due = { kind: 'over'; days: number } | { kind: 'today' } | { kind: 'tomorrow' } | { kind: 'later' };

export function dueFrom(dueAt: string, now: Date): Due {
  const due = new Date(dueAt);
  // Somebody who is two hours late is not "0 days over".
  if (due < now) return { kind: 'over', days: Math.max(1, daysBetween(due, now)) };
  const days = daysBetween(now, due);
  if (days === 0) return { kind: 'today' };
  return days === 1 ? { kind: 'tomorrow' } : { kind: 'later' };
}

/** Midnights between two moments, in the reader's own time zone. */
export function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}
