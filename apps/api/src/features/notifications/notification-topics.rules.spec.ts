import { mailDueAt } from './notification-topics.rules.js';

describe('when a mail is due', () => {
  const wednesday = (time: string) => new Date(`2026-11-25T${time}Z`);
  it.each([
    ['NOW', '06:59:59', '2026-11-25T06:59:59.000Z'],
    ['DAILY', '06:59:59', '2026-11-25T07:00:00.000Z'],
    ['DAILY', '07:00:00', '2026-11-26T07:00:00.000Z'],
    ['WEEKLY', '06:59:59', '2026-11-30T07:00:00.000Z'],
  ] as const)('%s of what happened at %s: %s', (rhythm, time, due) => {
    expect(mailDueAt(rhythm, wednesday(time))?.toISOString()).toBe(due);
  });

  it('is on the same Monday when it happened before seven', () => {
    expect(mailDueAt('WEEKLY', new Date('2026-11-30T06:00:00Z'))?.toISOString()).toBe('2026-11-30T07:00:00.000Z');
  });

  it('is never when somebody wants none', () => {
    expect(mailDueAt('OFF', wednesday('06:00:00'))).toBeNull();
  });
});
