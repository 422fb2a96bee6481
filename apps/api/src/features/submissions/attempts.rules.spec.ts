import type { RubricCriterion } from '@assay/rubric';
import { whyNotAgain } from './attempts.rules.js';
import { carriedOver, type MetBefore } from './carrying.rules.js';

const NOW = new Date('2026-11-22T12:00:00Z');

describe('another attempt', () => {
  const free = { maxAttempts: null, coolOffDays: null };
  it.each([
    ['nothing is set', free, { attempts: 9, lastOutcomeAt: NOW }, null],
    ['one is left', { ...free, maxAttempts: 3 }, { attempts: 2, lastOutcomeAt: null }, null],
    ['none is left', { ...free, maxAttempts: 3 }, { attempts: 3, lastOutcomeAt: null }, 'There are 3 attempts'],
    ['the only one is used', { ...free, maxAttempts: 1 }, { attempts: 1, lastOutcomeAt: null }, 'There is one attempt'],
    [
      'it is too early',
      { ...free, coolOffDays: 14 },
      { attempts: 1, lastOutcomeAt: new Date('2026-11-20T08:00:00Z') },
      '2026-12-04',
    ],
    ['it is time', { ...free, coolOffDays: 2 }, { attempts: 1, lastOutcomeAt: new Date('2026-11-20T12:00:00Z') }, null],
    ['nothing came out before', { ...free, coolOffDays: 14 }, { attempts: 0, lastOutcomeAt: null }, null],
  ])('when %s', (_, settings, used, why) => {
    if (why === null) expect(whyNotAgain(settings, used, NOW)).toBeNull();
    else expect(whyNotAgain(settings, used, NOW)).toContain(why);
  });
});

describe('what is carried into the next attempt', () => {
  const criterion = (id: string, more: Partial<RubricCriterion> = {}): RubricCriterion => ({
    ...{ id, title: `Criterion ${id}`, description: '', weight: 1, mustReach: 2 },
    levels: [1, 2, 3].map((ordinal) => ({
      ...{ id: `${id}${ordinal}`, ordinal, label: `Level ${ordinal}`, points: ordinal },
      ...{ descriptor: `At ${ordinal}`, isCompetent: ordinal > 1 },
    })),
    ...more,
  });
  const met = (criterionId: string, more: Partial<MetBefore> = {}): MetBefore => ({
    ...{ criterionId, level: 2, met: true, fromDecisionId: 'd', decidedAt: new Date('2026-06-01T00:00:00Z') },
    ...more,
  });
  const rubric = [criterion('a'), criterion('b')];
  const carried = (results: MetBefore[], now = rubric, months: number | null = null) =>
    carriedOver(results, rubric, now, months, '2026-11-22').map(({ criterionId, level }) => [criterionId, level]);

  it('is what was met, and nothing else', () => {
    expect(carried([met('a'), met('b', { met: false, level: 1 })])).toEqual([['a', 2]]);
    expect(carried([met('a', { level: null }), met('gone')])).toEqual([]);
  });
  it('ends with its age: 24 months, or what the achievement says', () => {
    const old = met('a', { decidedAt: new Date('2024-11-21T00:00:00Z') });
    expect(carried([old])).toEqual([]);
    expect(carried([met('a', { decidedAt: new Date('2024-11-22T00:00:00Z') })])).toEqual([['a', 2]]);
    expect(carried([met('a')], rubric, 5)).toEqual([]);
    expect(carried([met('a')], rubric, 6)).toEqual([['a', 2]]);
  });
  it('is not what the new version asks in other words or at another level', () => {
    expect(carried([met('a')], [criterion('a', { title: 'Other' })])).toEqual([]);
    expect(carried([met('a')], [criterion('a', { mustReach: 3 })])).toEqual([]);
    expect(carried([met('a')], [criterion('a', { weight: 5 })])).toEqual([['a', 2]]);
  });
});
