import type { Need } from './needs.documents.js';
import { toldNeed } from './told-range.js';

const need = (told: Partial<Need>) => told as Need;

it('gives a range in place of a number that would tell of fewer than five', () => {
  expect(toldNeed(need({ people: 17, met: 6, gap: 11, band: null }))).toEqual({ people: 17, met: 6, gap: 11 });
  expect(toldNeed(need({ people: 17, met: null, gap: null, band: 'FEW' }))).toEqual({
    people: 17,
    met: { from: 1, to: 4 },
    gap: { from: 13, to: 16 },
  });
  expect(toldNeed(need({ people: 9, met: null, gap: null, band: 'ALL_BUT_FEW' }))).toEqual({
    people: 9,
    met: { from: 5, to: 8 },
    gap: { from: 1, to: 4 },
  });
  expect(toldNeed(need({ people: null, met: null, gap: null, band: 'HIDDEN' }))).toEqual({
    people: { from: 1, to: 4 },
    met: { from: 0, to: 4 },
    gap: { from: 0, to: 4 },
  });
});
