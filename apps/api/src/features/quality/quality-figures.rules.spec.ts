import type { Rubric } from '@assay/rubric';
import { agreementOf, type Pair, proportion } from './agreement.rules.js';
import { fairnessOf } from './fairness.rules.js';
import {
  definitiveOutcome,
  type GivenMark,
  groupsOf,
  type MarkedVersion,
  rubricFigures,
  severityOf,
  simulateCutScores,
} from './quality-figures.rules.js';
import { leastSample, sampleSize } from '@assay/rubric';

const levels = [1, 2, 3, 4].map((ordinal) => ({
  ...{ id: `l${ordinal}`, ordinal, label: `L${ordinal}`, points: ordinal - 1, descriptor: '' },
  isCompetent: ordinal >= 3,
}));
const criterion = (id: string) => ({ id, title: id, description: '', weight: 1, mustReach: null, levels });
const rubric: Rubric = { criteria: [criterion('a'), criterion('b')] };
const version: MarkedVersion = { id: 'v', achievementId: 'x', name: 'Welding', number: 1, rubric, cutScore: 0.6 };
const versions = new Map([['v', version]]);

function mark(submissionId: string, assessorId: string, purpose: string, a: number, b: number): GivenMark {
  const at = new Date('2026-01-01T00:00:00Z');
  return {
    ...{
      markId: `${submissionId} ${purpose}`,
      submissionId,
      achievementId: 'x',
      versionId: 'v',
      assessorId,
      purpose,
      round: 1,
    },
    levels: [
      { criterionId: 'a', level: a },
      { criterionId: 'b', level: b },
    ],
    ...{ rules: {}, handedInAt: at, submittedAt: at, releasedAt: at, outcome: a + b >= 6 ? 'PASS' : 'NOT_YET' },
  };
}
const twice = (n: number, by = ['ann', 'ben']) =>
  Array.from({ length: n }, (_, i) => [
    mark(`s${i}`, by[0] ?? '', 'FIRST', (i % 4) + 1, ((i + 1) % 4) + 1),
    mark(`s${i}`, by[1] ?? '', 'SECOND', Math.max(1, i % 4), ((i + 1) % 4) + 1),
  ]).flat();

describe('figures of quality', () => {
  it('shows nothing of agreement under ten units, and says how many are missing', () => {
    const { decision, scores, criteria } = rubricFigures(version, twice(4));
    expect(decision).toMatchObject({ units: 4, raters: 2, scale: 2, needed: 6, exact: null, kappa: null, ac: null });
    expect(scores).toBeNull();
    expect(criteria.map(({ agreement }) => agreement.needed)).toEqual([6, 6]);
  });

  it('shows agreement from ten on, with intervals round each figure', () => {
    const { decision, scores, criteria } = rubricFigures(version, twice(12));
    expect(decision.needed).toBe(0);
    for (const figure of [decision.exact, criteria[0]?.agreement.ac, criteria[0]?.agreement.alpha, scores]) {
      expect(figure?.low).toBeLessThanOrEqual(figure?.value ?? -1);
      expect(figure?.high).toBeGreaterThanOrEqual(figure?.value ?? 2);
    }
    expect(criteria[1]?.agreement.exact?.value).toBe(1);
    expect(criteria[0]?.agreement.exact?.value).toBeLessThan(1);
  });

  it('warns where kappa misleads, and shows what does not', () => {
    // 80 both pass, 10 and 5 differ, 5 both fail: the table of Feinstein and Cicchetti's first paradox.
    const pairs: Pair[] = [
      ...Array<Pair>(80).fill([1, 1]),
      ...Array<Pair>(10).fill([1, 0]),
      ...Array<Pair>(5).fill([0, 1]),
      ...Array<Pair>(5).fill([0, 0]),
    ];
    const found = agreementOf(pairs, [1, 0], 2);
    expect(found).toMatchObject({ paradox: true, prevalence: 0.75, bias: 0.05, pabak: 0.7 });
    expect(found.kappa?.value).toBeCloseTo(0.318, 3);
    expect(found.ac?.value).toBeCloseTo(0.8078, 3);
  });

  it('does not compare assessors who share no work', () => {
    const apart = [
      ...twice(10),
      ...twice(10, ['cem', 'dot']).map((each) => ({ ...each, submissionId: `t${each.submissionId}` })),
    ];
    const groups = severityOf(apart, [], versions);
    expect(groups.map(({ assessorIds }) => [...assessorIds].sort())).toEqual([
      ['ann', 'ben'],
      ['cem', 'dot'],
    ]);
    // Ben gives less for the same work.
    expect(groups[0]?.assessors[0]).toMatchObject({ assessorId: 'ben', units: 10 });
    expect(groups[0]?.assessors[0]?.severity).toBeGreaterThan(0);
  });

  it('brings assessors together by an exemplar that both have judged', () => {
    expect(
      groupsOf([
        ['ann', 'ben'],
        ['cem', 'dot'],
      ]),
    ).toHaveLength(2);
    expect(
      groupsOf([
        ['ann', 'ben'],
        ['cem', 'dot'],
        ['ben', 'cem'],
      ]),
    ).toEqual([['ann', 'ben', 'cem', 'dot']]);
  });

  it('says how likely an assessor gives the outcome that held', () => {
    const found = definitiveOutcome(twice(12), [], versions);
    expect(found).toMatchObject({ judgements: 24, units: 12, needed: 0 });
    expect(found.estimate?.value).toBeGreaterThan(0.5);
    expect(definitiveOutcome(twice(3), [], versions)).toMatchObject({ needed: 7, estimate: null });
  });

  it('tells what other scores to pass would have made of past marks', () => {
    const found = simulateCutScores(version, twice(12));
    expect(found.map(({ passed }) => passed)).toEqual([...found.map(({ passed }) => passed)].sort((a, b) => b - a));
    expect(simulateCutScores(version, twice(3))).toEqual([]);
  });

  it('measures how evenly work lies', () => {
    expect(fairnessOf([3, 3, 3])).toMatchObject({ variation: 0, gini: 0, most: 1 });
    expect(fairnessOf([0, 0, 6])).toMatchObject({ mean: 2, most: 3 });
    expect(fairnessOf([0, 0, 6]).gini).toBeCloseTo(2 / 3);
    expect(fairnessOf([])).toMatchObject({ people: 0, gini: null });
  });

  it('draws enough to find what is faulty', () => {
    // A tenth faulty, found with 95 %.
    expect([sampleSize(100), sampleSize(40)]).toEqual([25, 21]);
    expect(sampleSize(0)).toBe(0);
    expect([leastSample(0), leastSample(10), leastSample(100)]).toEqual([0, 4, 10]);
  });

  it('keeps shares between nothing and all', () => {
    expect(proportion(10, 10).high).toBeCloseTo(1);
    expect(proportion(0, 0)).toMatchObject({ value: null });
  });
});
