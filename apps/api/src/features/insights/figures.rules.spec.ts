import {
  benchOf,
  countOf,
  insideOf,
  lengthOf,
  partOfPeople,
  partOfThings,
  periodOf,
  stepsOf,
  wilson,
} from './figures.rules.js';

describe('figures about the organisation', () => {
  it('names a share with its interval only where neither side is a handful of people', () => {
    expect(partOfPeople('FIRST_PASS', 12, 20, true)).toMatchObject({ part: 12, of: 20, n: 20, band: null });
    expect(partOfPeople('FIRST_PASS', 12, 20, true).low).toBeCloseTo(0.387, 2);
    expect(partOfPeople('FIRST_PASS', 17, 20, true)).toMatchObject({
      part: null,
      of: 20,
      low: null,
      band: 'ALL_BUT_FEW',
    });
    expect(partOfPeople('FIRST_PASS', 1, 3)).toMatchObject({ part: null, of: null, band: 'HIDDEN' });
  });

  it('counts things over people: of a handful of people nothing is said', () => {
    expect(partOfThings('COMPETENCY', 3, 40, 6)).toMatchObject({ part: 3, of: 40, n: 6 });
    expect(partOfThings('COMPETENCY', 3, 40, 4)).toMatchObject({ part: null, of: null, n: null, band: 'HIDDEN' });
    expect(lengthOf('TURNAROUND', 30, 4).hours).toBeNull();
    expect(countOf('BADGES_ISSUED', 2)).toMatchObject({ part: null, band: 'FEW' });
  });

  it('hides a figure that another one would complete', () => {
    const outer = partOfPeople('EXPIRING_180', 12, 40);
    expect(insideOf(partOfPeople('EXPIRING_90', 9, 40), outer)).toMatchObject({ part: null, band: 'HIDDEN' });
    expect(insideOf(partOfPeople('EXPIRING_90', 6, 40), outer)).toMatchObject({ part: 6 });
  });

  it('counts levels with two or more who are ready, and never settles whether a few are one', () => {
    expect(benchOf('BENCH', [0, 0, 7, 12], 300)).toMatchObject({ part: 2, of: 4, n: 300, band: null });
    expect(benchOf('BENCH', [0, 1, 7, 12], 300)).toMatchObject({ part: null, n: null, band: 'HIDDEN' });
    expect(benchOf('BENCH', [0, 3, 3, 3, 3, 3, 3, 7], 300)).toMatchObject({ part: null, band: 'HIDDEN' });
    expect(benchOf('BENCH', [1, 1, 1, 1, 1, 2, 2, 3, 4, 4, 9], 300)).toMatchObject({ part: 6, of: 11, band: null });
    expect(benchOf('BENCH', [0, 7], 4)).toMatchObject({ part: null, band: 'HIDDEN' });
  });

  it('never lets one step be taken from another to find a handful', () => {
    for (const counts of [
      [40, 38, 30, 29, 7],
      [9, 9, 8, 0, 0],
      [4, 3, 2, 1, 0],
      [60, 55, 54, 51, 50],
    ]) {
      const keys = ['BEGUN', 'HANDED_IN', 'ANSWERED', 'PASSED', 'ISSUED'] as const;
      const told = stepsOf(keys.map((key, place) => ({ key, count: counts[place] ?? 0 }))).flatMap(({ part }) =>
        part === null ? [] : [part],
      );
      for (const one of told) for (const other of told) expect([1, 2, 3, 4]).not.toContain(one - other);
    }
  });

  it('does not say that none of a few came further', () => {
    const steps = stepsOf([
      { key: 'BEGUN', count: 3 },
      { key: 'HANDED_IN', count: 0 },
    ]);
    expect(steps.map(({ part, band }) => [part, band])).toEqual([
      [null, 'FEW'],
      [null, 'FEW'],
    ]);
  });

  it('reckons in whole months, the last as far as it has come', () => {
    expect(periodOf({}, '2026-11-22')).toEqual({ from: '2025-12-01', until: '2026-11-22' });
    expect(periodOf({ from: '2026-02-17', until: '2026-03-03' }, '2026-11-22')).toEqual({
      from: '2026-02-01',
      until: '2026-03-31',
    });
    expect(periodOf({ until: '2026-11-03' }, '2026-11-22')).toMatchObject({ until: '2026-11-22' });
    expect(periodOf({ from: '2027-01-01', until: '2030-01-01' }, '2026-11-22')).toEqual({
      from: '2025-12-01',
      until: '2026-11-22',
    });
  });

  it('keeps the interval of a share within 0 and 1', () => {
    expect(wilson(0, 10).low).toBe(0);
    expect(wilson(10, 10).high).toBeCloseTo(1);
  });
});
