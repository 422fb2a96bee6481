export const REMINDER_SCHEDULES = ['WEEKLY', 'BEFORE_END'] as const;
export type ReminderSchedule = (typeof REMINDER_SCHEDULES)[number];

export const MOST_DAYS_BEFORE = 90;
const HOUR = 6;
const MONDAY = 1;

export interface Reminding {
  startsOn: string;
  endsOn: string;
  /** Null: nobody is reminded but by hand. */
  remindSchedule: ReminderSchedule | null;
  /** How long before the last day, where it is BEFORE_END. */
  remindDaysBefore: number | null;
}

/**
 * When a cohort is reminded next: each Monday from its first day to its last one, or once, some days before the last one.
 * At six in the morning of universal time; null where no such moment is left.
 */
export function nextReminder(
  { startsOn, endsOn, remindSchedule, remindDaysBefore }: Reminding,
  now: Date,
): Date | null {
  if (remindSchedule === null) return null;
  const due = new Date(remindSchedule === 'WEEKLY' ? now : `${endsOn}T00:00:00Z`);
  due.setUTCHours(HOUR, 0, 0, 0);
  if (remindSchedule === 'BEFORE_END') {
    due.setUTCDate(due.getUTCDate() - (remindDaysBefore ?? 0));
    return due > now ? due : null;
  }
  const begin = new Date(`${startsOn}T00:00:00Z`);
  if (due < begin) due.setTime(begin.getTime() + HOUR * 3_600_000);
  while (due <= now || due.getUTCDay() !== MONDAY) due.setUTCDate(due.getUTCDate() + 1);
  return due.toISOString().slice(0, 10) <= endsOn ? due : null;
}
