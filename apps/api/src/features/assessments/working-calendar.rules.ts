/** Where working days end in the organisation's day. */
const END_OF_DAY_UTC_HOUR = 17;
/** Where they begin; what is released at an hour is released then. */
const START_OF_DAY_UTC_HOUR = 9;

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

/** How many working days ended between two moments: so far a due time moves whose clock stood still. */
export function workingDaysBetween(from: Date, until: Date): number {
  let days = 0;
  const day = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate(), END_OF_DAY_UTC_HOUR));
  for (; day <= until; day.setUTCDate(day.getUTCDate() + 1)) if (isWorkingDay(day) && day > from) days += 1;
  return days;
}

/** An hour at which people may be told something that matters: a working day, in office hours. */
export function isOfficeHour(at: Date): boolean {
  return isWorkingDay(at) && at.getUTCHours() >= START_OF_DAY_UTC_HOUR && at.getUTCHours() < END_OF_DAY_UTC_HOUR;
}

/** The last time before `now` at which a working day began. */
export function lastMorning(now: Date): Date {
  const morning = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), START_OF_DAY_UTC_HOUR));
  while (morning > now || !isWorkingDay(morning)) morning.setUTCDate(morning.getUTCDate() - 1);
  return morning;
}
