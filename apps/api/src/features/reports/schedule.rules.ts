import type { Schedule } from './saved-report.entity.js';

const HOUR = 6;
const MONDAY = 1;

/** The next Monday, or the next first day of a month, at six in the morning of universal time; null where nothing is sent. */
export function nextDue(schedule: Schedule | null, now: Date): Date | null {
  if (schedule === null) return null;
  const due = new Date(now);
  due.setUTCHours(HOUR, 0, 0, 0);
  const isDay = () => (schedule === 'WEEKLY' ? due.getUTCDay() === MONDAY : due.getUTCDate() === 1);
  while (due <= now || !isDay()) due.setUTCDate(due.getUTCDate() + 1);
  return due;
}
