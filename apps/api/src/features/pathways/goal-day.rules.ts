const MOST_YEARS = 20;

/** What is wrong with the day by which somebody wants to be there; null when nothing is. */
export function goalDayFault(day: string | null | undefined, today: string): string | null {
  if (!day) return null;
  if (day < today) return 'The day lies in the past. Choose today or a later one.';
  // A year with a digit too many is a slip of the hand, and every plan would be reckoned by it.
  const last = `${Number(today.slice(0, 4)) + MOST_YEARS}${today.slice(4)}`;
  return day > last ? `The day is more than ${MOST_YEARS} years away. Choose an earlier one.` : null;
}
