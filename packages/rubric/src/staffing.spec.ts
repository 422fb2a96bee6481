import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNearCut, sampleSize, staffing, underWay } from './index.js';
import { RUBRIC_GROUPS } from './vector-groups.js';

const VECTORS = join(__dirname, '../../../../shared/data/vectors/pathway.json');

describe('how many assessors it takes', () => {
  const load = {
    arrivalsPerDay: 8,
    minutesPerAssessment: 30,
    secondMarkShare: 0,
    hoursPerAssessorDay: 2,
    utilisation: 1,
  };

  it('follows from hours of work and hours there are', () => {
    expect(staffing(load)).toEqual({ hoursPerDay: 4, assessors: 2 });
    expect(staffing({ ...load, secondMarkShare: 0.25 })).toEqual({ hoursPerDay: 5, assessors: 3 });
    expect(staffing({ ...load, utilisation: 0.5 }).assessors).toBe(4);
    expect(staffing({ ...load, arrivalsPerDay: 0 })).toEqual({ hoursPerDay: 0, assessors: 0 });
    expect(underWay(8, 2.5)).toBe(20);
  });

  it('is not one more for the rounding of a last digit', () => {
    // 0.1 + 0.2 hours of 0.3.
    expect(
      staffing({
        arrivalsPerDay: 3,
        minutesPerAssessment: 6,
        secondMarkShare: 0,
        hoursPerAssessorDay: 0.3,
        utilisation: 1,
      }).assessors,
    ).toBe(1);
  });
});

describe('what is looked at once more', () => {
  it('is what lies in the band on either side of the cut, its edges with it', () => {
    expect([0.55, 0.6, 0.65].map((score) => isNearCut(score, 0.6, 0.05))).toEqual([true, true, true]);
    expect([0.549, 0.651].map((score) => isNearCut(score, 0.6, 0.05))).toEqual([false, false]);
    expect(isNearCut(0.6, 0.6, 0)).toBe(false);
  });

  it('is enough to find what is faulty, however much there is', () => {
    expect([100, 10_000, Infinity].map((population) => sampleSize(population))).toEqual([25, 29, 29]);
  });
});

const published = existsSync(VECTORS)
  ? (JSON.parse(readFileSync(VECTORS, 'utf8')) as { vectors: Record<string, Record<string, unknown>> }).vectors
  : null;
if (!published) console.warn(`The published numbers are not at ${VECTORS}: not run.`);
(published ? describe : describe.skip)('the published numbers', () => {
  it.each(Object.keys(RUBRIC_GROUPS))('of %s', (name) => {
    const figures = [...(RUBRIC_GROUPS[name]?.(published?.[name] ?? {}) ?? [])];
    expect(figures.length).toBeGreaterThan(0);
    for (const [path, expected, made] of figures) close(made, expected, path);
  });
});

function close(made: unknown, expected: unknown, path: string): void {
  if (typeof expected === 'number') {
    if (Math.abs((made as number) - expected) > 1e-6 || typeof made !== 'number')
      throw new Error(`${path}: ${String(made)} instead of ${expected}`);
  } else if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected))
      close((made as Record<string, unknown>)[key], value, `${path}.${key}`);
  } else expect(made).toBe(expected);
}
