import { reckon } from './reckon.js';

describe('what credentials cost', () => {
  const said = { rate: 60, minutes: 45, fixed: 1000 };

  it('is the time of the assessors and what is spent besides, shared by the badges', () => {
    expect(reckon({ marks: 40, issued: 20, renewals: 10, levels: 28 }, said)).toEqual({
      hours: 30,
      spent: 2800,
      perBadge: 140,
      perLevel: 100,
      renewals: 900,
    });
  });

  it('says nothing of badges where none was issued, and nothing at all where marks are hidden', () => {
    expect(reckon({ marks: 40, issued: 0, renewals: 10, levels: 0 }, said)).toMatchObject({
      perBadge: null,
      perLevel: null,
      renewals: null,
    });
    expect(reckon({ marks: 40, issued: null, renewals: 10, levels: null }, said)).toMatchObject({
      perBadge: null,
      perLevel: null,
    });
    expect(reckon({ marks: null, issued: 5, renewals: 5, levels: 5 }, said)).toBeNull();
  });
});
