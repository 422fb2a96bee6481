/** What everybody begins with. */
export const USUAL_DAYS: readonly number[] = [90, 30, 7];

const MOST_REMINDERS = 6;
const EARLIEST_DAYS = 730;

/** Where nobody is reminded, a renewal opens so many days before the end all the same. */
const OPENS_ANYWAY = 90;

/** A month of a schedule, in days: reminders need no calendar. */
const DAYS_OF_A_MONTH = 30;

/** What is wrong with a schedule; null when nothing is. */
export function problemOf(days: readonly number[]): string | null {
  if (days.length > MOST_REMINDERS) return `At most ${MOST_REMINDERS} reminders.`;
  if (days.some((each) => each < 1 || each > EARLIEST_DAYS))
    return `Each is 1 to ${EARLIEST_DAYS} days before the end.`;
  const twice = days.find((each, at) => days.indexOf(each) !== at);
  return twice === undefined ? null : `${twice} days stand there twice.`;
}

/** The earliest first. */
export const inOrder = (days: readonly number[]): number[] => [...days].sort((one, other) => other - one);

/** When holders of one version are reminded: as everybody is, but first when its designers said so. */
export function remindersOf(everywhere: readonly number[], firstMonths: number | null): number[] {
  if (firstMonths === null) return inOrder(everywhere);
  const first = firstMonths * DAYS_OF_A_MONTH;
  return inOrder([first, ...everywhere.filter((days) => days < first)]);
}

/** So many days before its end a credential can be renewed: from the first reminder on. */
export const renewalOpens = (reminders: readonly number[]): number => reminders[0] ?? OPENS_ANYWAY;
