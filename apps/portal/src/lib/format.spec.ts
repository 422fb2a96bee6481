import { dayText, formatter, readDay } from './format.js';

it('a day of the calendar is the same day in every time zone', () => {
  const { day, date } = formatter('en-GB');
  expect(day('2026-12-18', new Date(2026, 0, 1))).toBe('Fri 18 Dec');
  expect(date('2027-01-01')).toBe('1 Jan 2027');
});

it('says a wait of days in days and hours', () => {
  const { wait } = formatter('en-GB');
  expect([0.6, 31.2, 48, 297, 313].map(wait)).toEqual([
    '1 hour',
    '31 hours',
    '2 days',
    '12 days 9 hours',
    '13 days 1 hour',
  ]);
});

it('writes days as date fields do, over the end of a month', () => {
  expect(dayText(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
  expect(dayText(new Date(2026, 11, 31, 23, 59), 1)).toBe('2027-01-01');
});

it('reads a day from an address, and nothing from what is none', () => {
  expect(readDay('2026-02-28')).toBe('2026-02-28');
  const none = ['2026-02-30', '2999-99-99', '26-1-1', 'today', '', null, '2026-02-28T10:00:00Z'];
  expect(none.map(readDay)).toEqual(none.map(() => null));
});
