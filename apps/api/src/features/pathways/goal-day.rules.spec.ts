import { goalDayFault } from './goal-day.rules.js';

it('takes a day from today on, within twenty years, and says what is wrong with any other', () => {
  const fault = (day: string | null) => goalDayFault(day, '2026-11-23');
  expect([null, '2026-11-23', '2027-07-21', '2046-11-23'].map(fault)).toEqual([null, null, null, null]);
  expect(['2026-11-22', '0001-01-01'].map(fault)).toEqual(Array(2).fill(expect.stringContaining('in the past')));
  expect(['2999-01-01', '9999-12-31'].map(fault)).toEqual(Array(2).fill(expect.stringContaining('20 years')));
});
