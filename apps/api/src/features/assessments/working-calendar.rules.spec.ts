import { afterWorkingDays } from './working-calendar.rules.js';

describe('afterWorkingDays', () => {
  it.each([
    ['a Monday', '2026-11-16T09:00:00Z', 5, '2026-11-23T17:00:00.000Z'],
    ['a Friday evening', '2026-11-20T22:00:00Z', 1, '2026-11-23T17:00:00.000Z'],
    ['a Saturday', '2026-11-21T09:00:00Z', 1, '2026-11-23T17:00:00.000Z'],
    ['the end of a year', '2026-12-31T09:00:00Z', 2, '2027-01-04T17:00:00.000Z'],
  ])('counts working days from %s', (_name, from, days, due) => {
    expect(afterWorkingDays(new Date(from), days).toISOString()).toBe(due);
  });
});
