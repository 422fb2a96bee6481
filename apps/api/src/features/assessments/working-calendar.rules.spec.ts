import { afterWorkingDays, isOfficeHour, lastMorning, workingDaysBetween } from './working-calendar.rules.js';

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

describe('workingDaysBetween', () => {
  it.each([
    ['the same morning', '2026-11-16T09:00:00Z', '2026-11-16T11:00:00Z', 0],
    ['over one evening', '2026-11-16T09:00:00Z', '2026-11-17T09:00:00Z', 1],
    ['over a weekend', '2026-11-20T09:00:00Z', '2026-11-23T09:00:00Z', 1],
    ['within a weekend', '2026-11-20T18:00:00Z', '2026-11-22T18:00:00Z', 0],
    ['two weeks', '2026-11-16T09:00:00Z', '2026-11-30T09:00:00Z', 10],
  ])('%s', (_name, from, until, days) => {
    expect(workingDaysBetween(new Date(from), new Date(until))).toBe(days);
  });
});

describe('the hours of release', () => {
  it('are those of a working day', () => {
    expect(isOfficeHour(new Date('2026-11-20T09:00:00Z'))).toBe(true);
    expect(isOfficeHour(new Date('2026-11-20T17:00:00Z'))).toBe(false);
    expect(isOfficeHour(new Date('2026-11-21T10:00:00Z'))).toBe(false);
  });

  it('have a last morning', () => {
    expect(lastMorning(new Date('2026-11-22T10:00:00Z')).toISOString()).toBe('2026-11-20T09:00:00.000Z');
    expect(lastMorning(new Date('2026-11-23T09:00:00Z')).toISOString()).toBe('2026-11-23T09:00:00.000Z');
    expect(lastMorning(new Date('2026-11-23T08:00:00Z')).toISOString()).toBe('2026-11-20T09:00:00.000Z');
  });
});
