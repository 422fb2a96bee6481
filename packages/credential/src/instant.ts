const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** True for a day that the calendar has, written `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (!year || !month || !day) return false;
  return (
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))
  );
}

/**
 * Milliseconds since 1970 of an RFC 3339 date and time; undefined where it is not one. A zone is required, as
 * `xsd:dateTimeStamp` asks: a date without one is a different moment in every place.
 */
export function instantOf(text: string): number | undefined {
  const [, day, hour, minute, second, sign, zoneHour = '00', zoneMinute = '00'] = INSTANT.exec(text) ?? [];
  if (!day || !isCalendarDay(day)) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(zoneHour) > 23 || Number(zoneMinute) > 59) return undefined;
  const zone = (sign === '-' ? -1 : 1) * (Number(zoneHour) * 60 + Number(zoneMinute));
  if (Number(second) < 60) return Date.parse(text.toUpperCase());
  // A leap second exists only at the end of a UTC day.
  const minuteOfDay = (((Number(hour) * 60 + Number(minute) - zone) % 1440) + 1440) % 1440;
  if (Number(second) > 60 || minuteOfDay !== 1439) return undefined;
  return Date.parse(text.toUpperCase().replace(/:60/, ':59')) + 1000;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
