import { nextReminder, type Reminding } from './reminder-days.rules.js';

const autumn: Reminding = {
  ...{ startsOn: '2026-09-07', endsOn: '2026-12-18' },
  ...{ remindSchedule: 'WEEKLY', remindDaysBefore: null },
};
const told = (of: Partial<Reminding>, now: string) =>
  nextReminder({ ...autumn, ...of }, new Date(now))
    ?.toISOString()
    .slice(0, 16) ?? null;

describe('when a cohort is reminded', () => {
  it('is each Monday at six while it runs', () => {
    expect(told({}, '2026-09-01T12:00:00Z')).toBe('2026-09-07T06:00');
    expect(told({}, '2026-09-07T05:59:00Z')).toBe('2026-09-07T06:00');
    expect(told({}, '2026-09-07T06:00:00Z')).toBe('2026-09-14T06:00');
    expect(told({}, '2026-12-14T07:00:00Z')).toBeNull();
    expect(told({ startsOn: '2026-09-08' }, '2026-09-01T12:00:00Z')).toBe('2026-09-14T06:00');
  });

  it('is once, so many days before the last one, and never when that is over', () => {
    const before = { remindSchedule: 'BEFORE_END', remindDaysBefore: 14 } as const;
    expect(told(before, '2026-11-23T12:00:00Z')).toBe('2026-12-04T06:00');
    expect(told(before, '2026-12-04T06:00:00Z')).toBeNull();
  });

  it('is never where nobody asked for it', () => {
    expect(told({ remindSchedule: null }, '2026-09-01T12:00:00Z')).toBeNull();
  });
});
