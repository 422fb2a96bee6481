import { officeHour } from './cast.js';
import { ACHIEVEMENTS } from './fill-achievements.js';
import { ENDED, WAITING } from './invented-attempts.js';
import { INVENTED_PEOPLE } from './invented-people.js';

const HOUR = 60 * 60 * 1000;

/** Five in the afternoon of the fifth working day after: when an outcome is due. */
function due(handedIn: Date): Date {
  const day = new Date(handedIn);
  day.setUTCHours(17, 0, 0, 0);
  for (let left = 5; left > 0; left -= [0, 6].includes(day.getUTCDay()) ? 0 : 1) day.setUTCDate(day.getUTCDate() + 1);
  return day;
}

describe('the invented queue', () => {
  it('has forty attempts, five of them overdue, at every hour of every weekday', () => {
    expect(WAITING).toHaveLength(40);
    const monday = Date.UTC(2026, 10, 16);
    for (let hour = 0; hour < 14 * 24; hour += 1) {
      const now = new Date(monday + hour * HOUR + 1);
      const handedIn = WAITING.map((each) => officeHour(now, each.daysAgo, `${each.person} ${each.achievement}`));
      expect(handedIn.every((at) => at <= now)).toBe(true);
      const overdue = handedIn.filter((at) => due(at) < now);
      expect([now.toISOString(), overdue.length]).toEqual([now.toISOString(), 5]);
    }
  });

  it('names only people and achievements that were invented, and nobody waits twice for the same', () => {
    const people = new Set(INVENTED_PEOPLE.map((person) => person.key));
    const achievements = new Set(ACHIEVEMENTS.map((each) => each.key));
    for (const { person, achievement } of [...ENDED, ...WAITING])
      expect([people.has(person), achievements.has(achievement)]).toEqual([true, true]);
    expect(new Set(WAITING.map((each) => `${each.person} ${each.achievement}`)).size).toBe(WAITING.length);
  });
});
