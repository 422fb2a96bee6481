import type { RubricCriterion } from '@assay/rubric';
import { asksMore, type Changed, renewalPlan, renewalTime, weightyCriteria } from './renewal.rules.js';

const now = new Date('2026-11-22T12:00:00Z');
const today = '2026-11-22';
const day = (text: string) => new Date(`${text}T12:00:00Z`);

function criterion(id: string, words = 'Welds'): RubricCriterion {
  const levels = ['Not yet', 'Good', 'Strong'].map((label, index) => ({
    ...{ id: `${id}${index}`, ordinal: index + 1, label, points: index },
    ...{ descriptor: `${words} ${label}`, isCompetent: index > 0 },
  }));
  return { id, title: words, description: '', weight: 1, mustReach: null, levels };
}
const change = (id: string, kind: 'EDITORIAL' | 'SUBSTANTIVE', section = 'rubric') => ({
  key: `rubric.${id}`,
  section,
  kind,
});
const met = (criterionId: string, level: number | null = 2, decidedAt = day('2026-01-10')) => ({
  ...{ criterionId, level, met: level !== null && level > 1, fromDecisionId: 'd', decidedAt },
});

describe('when something can be renewed', () => {
  it.each([
    ['it ends soon', { status: 'ACTIVE', validUntil: day('2026-12-30') }, false, 'ENDING', null],
    ['it ends later', { status: 'ACTIVE', validUntil: day('2027-06-30') }, false, null, '2027-04-01'],
    [
      'it ends later, and asks something new',
      { status: 'ACTIVE', validUntil: day('2027-06-30') },
      true,
      'CHANGED',
      null,
    ],
    ['it has ended', { status: 'ACTIVE', validUntil: day('2026-10-01') }, false, 'ENDED', null],
    ['it does not end', { status: 'ACTIVE', validUntil: null }, false, null, null],
    ['it does not end, and asks something new', { status: 'ACTIVE', validUntil: null }, true, 'CHANGED', null],
    ['it is suspended', { status: 'SUSPENDED', validUntil: day('2026-12-01') }, true, null, null],
    ['it was withdrawn', { status: 'REVOKED', validUntil: day('2026-10-01') }, true, null, null],
    ['it waits to be signed', { status: null, validUntil: null }, true, null, null],
  ] as const)('%s', (_, held, changed, reason, opensOn) => {
    const time = renewalTime(held, 90, changed, now);
    expect([time.reason, time.opensOn?.toISOString().slice(0, 10) ?? null]).toEqual([reason, opensOn]);
  });
});

describe('what a renewal asks', () => {
  const before = [criterion('a'), criterion('b'), criterion('c')];
  const plan = (renewal: 'CHANGED_CRITERIA' | 'ALL_CRITERIA' | 'NOTHING', after = before, changes: Changed[] = []) => {
    const found = [met('a'), met('b', 3, day('2024-01-10')), met('c', 1)];
    const { carried, asked } = renewalPlan(renewal, found, before, after, weightyCriteria(changes), {
      ...{ maxAgeMonths: 24, today },
    });
    return {
      carried: carried.map(({ criterionId }) => criterionId),
      asked: asked.map((it) => [it.criterionId, it.because]),
    };
  };

  it('is what has aged, what was not met, and nothing else', () => {
    expect(plan('CHANGED_CRITERIA')).toEqual({
      carried: ['a'],
      asked: [
        ['b', 'AGED'],
        ['c', 'NOT_MET'],
      ],
    });
  });

  it('is what changed in substance, and not what was put in better words', () => {
    const worded = [criterion('a', 'Joins metal'), criterion('b'), criterion('c'), criterion('n')];
    expect(plan('CHANGED_CRITERIA', worded, [change('a', 'EDITORIAL')])).toEqual({
      carried: ['a'],
      asked: [
        ['b', 'AGED'],
        ['c', 'NOT_MET'],
        ['n', 'NEW'],
      ],
    });
    expect(plan('CHANGED_CRITERIA', worded, [change('a', 'SUBSTANTIVE')]).asked[0]).toEqual(['a', 'CHANGED']);
  });

  it('is everything, or nothing that was met, where the badge says so', () => {
    expect(plan('ALL_CRITERIA').asked.map(([, because]) => because)).toEqual(['ALL', 'ALL', 'ALL']);
    expect(plan('NOTHING')).toEqual({ carried: ['a', 'b'], asked: [['c', 'NOT_MET']] });
  });

  it('keeps the day on which a criterion was decided first', () => {
    const { carried } = renewalPlan('NOTHING', [met('b', 3, day('2024-01-10'))], before, before, new Set(), {
      ...{ maxAgeMonths: 24, today },
    });
    expect(carried[0]?.decidedAt).toEqual(day('2024-01-10'));
  });

  it('follows from a change of the rubric alone', () => {
    expect(asksMore([change('a', 'EDITORIAL'), change('x', 'SUBSTANTIVE', 'validity')])).toBe(false);
    expect(asksMore([change('a', 'SUBSTANTIVE')])).toBe(true);
  });
});
