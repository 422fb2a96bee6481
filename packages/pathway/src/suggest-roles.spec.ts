import { reasonFor } from './suggest-roles.js';

describe('why a role is suggested', () => {
  it.each([
    ['a step leads there, whatever is held', true, 0, 'STEP'],
    ['a quarter of it is held', false, 0.25, 'SHARE'],
    ['less is held, and no step leads there', false, 0.24, null],
    ['nothing is held', false, 0, null],
  ])('when %s', (_when, isStep, held, reason) => {
    expect(reasonFor(isStep, held)).toBe(reason);
  });
});
