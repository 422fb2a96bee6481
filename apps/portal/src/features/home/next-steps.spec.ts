import type { Row } from './home.documents.js';
import { afterAll, nextSteps } from './next-steps.js';

const level = (ordinal: number) => ({ id: `l${ordinal}`, ordinal, label: `Level ${ordinal}` });

function row(
  name: string,
  need: number,
  have: number,
  more: Partial<Row> & { mustHave?: boolean; hours?: number } = {},
): Row {
  const { mustHave = false, hours = 10, ...rest } = more;
  return {
    requirement: {
      id: name,
      importance: 2,
      mustHave,
      level: level(need),
      skill: { id: name, name, framework: { id: 'f', scale: { id: 's', levels: [] } } },
    },
    verified: have > 0 ? level(have) : null,
    lapsedOn: null,
    validUntil: null,
    achievement: {
      id: `to-${name}`,
      name,
      level: { ...level(need), label: name },
      descriptors: { workloadHours: hours },
    },
    submission: null,
    ...rest,
  };
}

it('puts what blocks the goal before what merely adds to it', () => {
  const steps = nextSteps([row('quick win', 3, 2, { hours: 1 }), row('must', 3, 2, { mustHave: true, hours: 40 })]);
  expect(steps.map((step) => step.name)).toEqual(['must', 'quick win']);
});

it('leaves out what is met, what assessors have and what nothing certifies', () => {
  const steps = nextSteps([
    row('met', 2, 2),
    row('with assessors', 3, 2, { submission: { id: 's', state: 'IN_MARKING' } }),
    row('nothing to earn', 3, 2, { achievement: null }),
    row('open', 3, 2),
  ]);
  expect(steps.map((step) => step.name)).toEqual(['open']);
});

it('goes on with a draft instead of starting anew', () => {
  const [step] = nextSteps([row('begun', 3, 2, { submission: { id: 'draft-1', state: 'DRAFT' } })]);
  expect(step?.submissionId).toBe('draft-1');
});

it('says what all steps together would take and give', () => {
  // 2 of 4 and 0 of 4 levels needed, equal weight: 25 % now, each missing level is worth 12.5 points.
  const rows = [row('half', 4, 2, { hours: 5 }), row('none', 4, 0, { hours: 7 })];
  const steps = nextSteps(rows);
  expect(steps.map((step) => step.gain).sort((a, b) => a - b)).toEqual([25, 50]);
  expect(afterAll(steps, 0.25)).toEqual({ hours: 12, percent: 100 });
});

it('says when a step goes only part of the way', () => {
  const nearest = { id: 'a', name: 'a', level: { ...level(2), label: 'two' }, descriptors: { workloadHours: 5 } };
  const [step] = nextSteps([row('far', 3, 0, { achievement: nearest })]);
  expect(step?.closes).toBe(false);
  expect(nextSteps([row('near', 3, 0)])[0]?.closes).toBe(true);
});
