const A_DAY = 24 * 60 * 60 * 1_000;

/** Why another attempt cannot begin now; null when it can. Attempts that were withdrawn or sent back are not used up. */
export function whyNotAgain(
  settings: { maxAttempts: number | null; coolOffDays: number | null },
  used: { attempts: number; lastOutcomeAt: Date | null },
  now: Date,
): string | null {
  const { maxAttempts, coolOffDays } = settings;
  if (maxAttempts !== null && used.attempts >= maxAttempts)
    return maxAttempts === 1
      ? 'There is one attempt at this, and you have used it. Talk to whoever runs the programme.'
      : `There are ${maxAttempts} attempts at this, and you have used them. Talk to whoever runs the programme.`;
  if (coolOffDays === null || used.lastOutcomeAt === null) return null;
  const from = new Date(used.lastOutcomeAt.getTime() + coolOffDays * A_DAY);
  if (from <= now) return null;
  const days = `${coolOffDays} ${coolOffDays === 1 ? 'day' : 'days'}`;
  return `Between two attempts at this there are ${days}. You can begin again on ${from.toISOString().slice(0, 10)}.`;
}
