import { daysBetween, dueFrom } from './due.rules.js';

const now = new Date(2026, 10, 18, 10, 0);
const at = (day: number, hour = 17) => new Date(2026, 10, day, hour).toISOString();

describe('when a review is due', () => {
  it.each([
    [at(18, 9), { kind: 'over', days: 1 }],
    [at(15), { kind: 'over', days: 3 }],
    [at(18), { kind: 'today' }],
    [at(19, 1), { kind: 'tomorrow' }],
    [at(20), { kind: 'later' }],
  ])('%s reads as %j', (due, expected) => {
    expect(dueFrom(due, now)).toEqual(expected);
  });

  it('counts midnights, so that an hour before one is yesterday after it', () => {
    expect(daysBetween(new Date(2026, 10, 17, 23, 30), new Date(2026, 10, 18, 0, 30))).toBe(1);
    expect(daysBetween(new Date(2026, 9, 24, 12), new Date(2026, 9, 26, 12))).toBe(2);
  });
});
