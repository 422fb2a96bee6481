import { crosswalkProblems, settledPairs, textProblems, walkedBack } from './governance.rules.js';

describe('a cross-walk between two scales', () => {
  const four = [1, 2, 3, 4];
  const three = [1, 2, 3];

  it('may leave levels without a meaning, and give one level several', () => {
    const pairs = [
      { from: 1, to: [] },
      { from: 2, to: [1] },
      { from: 3, to: [1, 2] },
      { from: 4, to: [3] },
    ];
    expect(crosswalkProblems(pairs, four, three)).toEqual([]);
  });

  it('names levels that are not there, that come twice, or that fall back', () => {
    const wrong = (pairs: { from: number; to: number[] }[]) =>
      crosswalkProblems(pairs, four, three).map((p) => p.message);
    expect(wrong([{ from: 5, to: [1] }])).toEqual(['The first scale has no level 5.']);
    expect(wrong([{ from: 1, to: [4] }])).toEqual(['The second scale has no level 4.']);
    expect(
      wrong([
        { from: 1, to: [1] },
        { from: 1, to: [2] },
      ]),
    ).toEqual(['Level 1 stands here twice.']);
    expect(
      wrong([
        { from: 3, to: [1] },
        { from: 1, to: [2] },
      ]),
    ).toEqual(['Level 3 would mean less than level 1.']);
    expect(wrong([{ from: 1, to: [] }])).toEqual(['Say of at least one level what it means.']);
  });

  it('is put in order, and can be walked back', () => {
    const pairs = settledPairs([
      { from: 2, to: [2, 1, 2] },
      { from: 1, to: [1] },
    ]);
    expect(pairs).toEqual([
      { from: 1, to: [1] },
      { from: 2, to: [1, 2] },
    ]);
    expect(walkedBack(pairs)).toEqual([
      { from: 1, to: [1, 2] },
      { from: 2, to: [2] },
    ]);
  });
});

describe('texts of a form', () => {
  it('are there where they are needed and fit', () => {
    expect(textProblems({ name: ' ' }, { name: { most: 'line', needed: 'A name.' } })).toEqual([
      { field: 'name', message: 'A name.' },
    ]);
    expect(textProblems({ name: 'x'.repeat(301) }, { name: { most: 'line' } })).toHaveLength(1);
    expect(textProblems({ name: 'fine', why: '' }, { name: { most: 'line' }, why: { most: 'text' } })).toEqual([]);
  });
});
