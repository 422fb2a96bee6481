/** Where working days end in the organisation's day. */
const END_OF_DAY_UTC_HOUR = 17;

function isWorkingDay(day: Date): boolean {
  const weekday = day.getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The end (17:00 UTC) of the n-th working day after `from`; Saturdays and Sundays do not count. Pure. */
export function afterWorkingDays(from: Date, days: number): Date {
  const due = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate(), END_OF_DAY_UTC_HOUR));
  for (let left = days; left > 0; ) {
    due.setUTCDate(due.getUTCDate() + 1);
    if (isWorkingDay(due)) left -= 1;
  }
  return due;
}
