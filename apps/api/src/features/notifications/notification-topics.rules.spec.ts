import { isTimeZone, mailDueAt as due, type MailRhythm } from './notification-topics.rules.js';

describe('when a mail is due', () => {
  const mailDueAt = (rhythm: MailRhythm, now: Date, hour = 7, timeZone = 'UTC') => due(rhythm, now, { hour, timeZone });
  const wednesday = (time: string) => new Date(`2026-11-25T${time}Z`);
  it.each([
    ['NOW', '06:59:59', '2026-11-25T06:59:59.000Z'],
    ['DAILY', '06:59:59', '2026-11-25T07:00:00.000Z'],
    ['DAILY', '07:00:00', '2026-11-26T07:00:00.000Z'],
    ['WEEKLY', '06:59:59', '2026-11-30T07:00:00.000Z'],
  ] as const)('%s of what happened at %s: %s', (rhythm, time, at) => {
    expect(mailDueAt(rhythm, wednesday(time))?.toISOString()).toBe(at);
  });

  it('is on the same Monday when it happened before seven', () => {
    expect(mailDueAt('WEEKLY', new Date('2026-11-30T06:00:00Z'))?.toISOString()).toBe('2026-11-30T07:00:00.000Z');
  });

  it('is never when somebody wants none', () => {
    expect(mailDueAt('OFF', wednesday('06:00:00'))).toBeNull();
  });

  it.each([
    // Winter there, and summer: the same hour by their clocks.
    ['DAILY', '2026-11-25T06:30:00Z', 8, 'Europe/Berlin', '2026-11-25T07:00:00.000Z'],
    ['DAILY', '2026-07-25T05:59:00Z', 8, 'Europe/Berlin', '2026-07-25T06:00:00.000Z'],
    // Over the night in which clocks go back, and the one in which they leave an hour out.
    ['DAILY', '2026-10-24T12:00:00Z', 8, 'Europe/Berlin', '2026-10-25T07:00:00.000Z'],
    ['DAILY', '2026-03-28T12:00:00Z', 2, 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    // Monday begins there while it is Sunday here, and ends here while it is Tuesday there.
    ['WEEKLY', '2026-11-29T12:00:00Z', 1, 'Pacific/Auckland', '2026-12-06T12:00:00.000Z'],
    ['WEEKLY', '2026-11-29T11:59:59Z', 1, 'Pacific/Auckland', '2026-11-29T12:00:00.000Z'],
    ['WEEKLY', '2026-11-25T12:00:00Z', 22, 'America/Los_Angeles', '2026-12-01T06:00:00.000Z'],
    ['DAILY', '2026-11-25T12:00:00Z', 0, 'Asia/Kathmandu', '2026-11-25T18:15:00.000Z'],
  ] as const)('%s of what happened at %s, at %s in %s: %s', (rhythm, now, hour, zone, at) => {
    expect(mailDueAt(rhythm, new Date(now), hour, zone)?.toISOString()).toBe(at);
  });

  it('knows time zones by their names', () => {
    expect(['UTC', 'Europe/Berlin', 'Mars/Base', '', 'berlin'].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
