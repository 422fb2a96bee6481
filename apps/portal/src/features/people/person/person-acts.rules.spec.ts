import { actsOf, mayEnd } from './person-acts.rules.js';

const today = '2026-12-18';
const everything = ['move', 'change', 'recordLeaving', 'undoLeaving', 'rehire', 'deactivate', 'reactivate'];

it('offers only what the API allows, the likeliest first', () => {
  const person = { active: true, lastDay: null, viewerCan: ['change', 'deactivate', 'move', 'recordLeaving'] };
  expect(actsOf(person, today)).toEqual(['change', 'second', 'details', 'leaving', 'off']);
  expect(actsOf({ ...person, viewerCan: [] }, today)).toEqual([]);
});

it('offers to take on again whoever left, and to switch on whoever was switched off', () => {
  const left = { active: true, lastDay: '2026-12-01', viewerCan: everything };
  expect(actsOf(left, today)).toContain('rehire');
  expect(actsOf(left, today)).not.toContain('on');
  const off = { active: false, lastDay: null, viewerCan: everything };
  expect(actsOf(off, today)).toContain('on');
  expect(actsOf(off, today)).not.toContain('rehire');
});

it('ends a job beside the main one while it lasts, and no other', () => {
  const beside = { isPrimary: false, state: 'CURRENT', viewerCan: ['correct'] };
  expect(mayEnd(beside)).toBe(true);
  expect(mayEnd({ ...beside, isPrimary: true })).toBe(false);
  expect(mayEnd({ ...beside, state: 'PAST' })).toBe(false);
  expect(mayEnd({ ...beside, viewerCan: [] })).toBe(false);
});
