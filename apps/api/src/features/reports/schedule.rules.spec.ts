import { nextDue } from './schedule.rules.js';

const due = (schedule: 'WEEKLY' | 'MONTHLY' | null, now: string) =>
  nextDue(schedule, new Date(now))?.toISOString() ?? null;

it('sends on the next Monday or first of a month, never at once and never twice', () => {
  expect(due(null, '2026-11-22T10:00:00Z')).toBeNull();
  expect(due('WEEKLY', '2026-11-22T10:00:00Z')).toBe('2026-11-23T06:00:00.000Z');
  expect(due('WEEKLY', '2026-11-23T06:00:00Z')).toBe('2026-11-30T06:00:00.000Z');
  expect(due('MONTHLY', '2026-12-31T23:00:00Z')).toBe('2027-01-01T06:00:00.000Z');
  expect(due('MONTHLY', '2027-01-01T06:00:00Z')).toBe('2027-02-01T06:00:00.000Z');
});
