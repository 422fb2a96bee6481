import { stateOf } from './person-state.rules.js';

const today = '2026-12-18';

it.each([
  ['with us without a last day', { active: true, lastDay: null }, 'WITH_US'],
  ['leaving on the last day itself', { active: true, lastDay: '2026-12-18' }, 'LEAVING'],
  ['left the day after', { active: true, lastDay: '2026-12-17' }, 'LEFT'],
  ['switched off at once', { active: false, lastDay: null }, 'OFF'],
  ['left rather than switched off', { active: false, lastDay: '2026-12-01' }, 'LEFT'],
] as const)('is %s', (_what, person, state) => {
  expect(stateOf(person, today)).toBe(state);
});
