import type { AchievementVersion } from '../achievements/achievement-version.entity.js';

const A_DAY = 24 * 60 * 60 * 1_000;

/** "today", "tomorrow" or "in 30 days", by days begun. */
export function daysLeft(until: Date, now: Date): string {
  const days = Math.ceil((until.getTime() - now.getTime()) / A_DAY);
  if (days <= 1) return until.getUTCDate() === now.getUTCDate() ? 'today' : 'tomorrow';
  return `in ${days} days`;
}

const ASKS: Record<AchievementVersion['renewal'], string> = {
  CHANGED_CRITERIA: 'A renewal asks only for what has changed since you earned it, or has aged.',
  ALL_CRITERIA: 'A renewal asks for new evidence of every criterion.',
  NOTHING: 'You need not show anything anew: ask for it, and an assessor confirms it.',
};

/** What its holder can do about it. `offered` is the version that can be earned now, if any. */
export function renewalWords(offered: Pick<AchievementVersion, 'renewal' | 'state' | 'route'> | null): string {
  if (offered?.state !== 'PUBLISHED')
    return 'It is no longer offered, so it cannot be renewed. It stays on your page as ended.';
  if (offered.route === 'STACK' || offered.route === 'COMPLETION')
    return 'There is nothing to hand in for it: it is given anew when what it rests on is done again.';
  return `You can renew it now. ${ASKS[offered.renewal]}`;
}

const MOST_REASONS = 3;

/** What holders of the version before have not shown, in the words of its designers; null where there is nothing. */
export function asksMoreWords(
  changes: readonly { kind: 'EDITORIAL' | 'SUBSTANTIVE'; section: string; title: string; reason: string }[],
): string | null {
  const weighty = changes.filter(({ kind, section }) => kind === 'SUBSTANTIVE' && section === 'rubric');
  if (weighty.length === 0) return null;
  const named = weighty.slice(0, MOST_REASONS).map(({ title, reason }) => (reason ? `${title}: ${reason}` : title));
  const more = weighty.length > MOST_REASONS ? [`and ${weighty.length - MOST_REASONS} more`] : [];
  const sentences = [...named, ...more].map((each) => (/[.?]$/.test(each) ? each : `${each}.`));
  return `${sentences.join(' ')} Your badge counts until it ends. You can renew it now; only what changed or has aged is asked.`;
}
