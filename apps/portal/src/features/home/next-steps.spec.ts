import type { Readiness } from './home.documents.js';
import { afterAll, nextSteps } from './next-steps.js';

type Row = Readiness['rows'][number];
type Step = Readiness['plan']['steps'][number];
const level = (ordinal: number) => ({ id: `l${ordinal}`, ordinal, label: `Level ${ordinal}` });

function row(name: string, need: number, have: number, more: Partial<Row> = {}): Row {
  return {
    requirement: {
      ...{ id: name, importance: 2, mustHave: false, level: level(need) },
      skill: { id: name, name, framework: { id: 'f', scale: { id: 's', levels: [] } } },
    },
    verified: have > 0 ? level(have) : null,
    ...{ lapsedOn: null, validUntil: null, layers: null, submission: null, ...more },
  };
}
const step = (name: string, to: number, after: number, more: Partial<Step> = {}): Step => ({
  ...{ achievementId: name, hours: 5, hoursSaid: true, after, closes: [{ skillId: name, from: 0, to }], unblocks: [] },
  achievement: { id: name, name, level: null },
  ...more,
});
const readiness = (rows: Row[], steps: Step[], verified = 0): Readiness => ({
  ...{ verified, claimed: 0, rows, blockedBy: [], plan: { outcome: 'CLOSED', steps } },
  jobRoleLevel: { id: 'j', name: 'Job', role: { id: 'r', name: 'Role' } },
});

it('keeps the order of the plan and says what each step adds', () => {
  const all = readiness([row('a', 2, 0), row('b', 2, 0)], [step('a', 2, 0.25), step('b', 2, 0.75)]);
  expect(nextSteps(all, []).map(({ name, gain }) => [name, gain])).toEqual([
    ['a', 25],
    ['b', 50],
  ]);
  expect(afterAll(nextSteps(all, []), 0)).toEqual({ hours: 10, percent: 75 });
});

it('leaves out what assessors have, and counts no points for it', () => {
  const all = readiness([row('a', 2, 0), row('b', 2, 0)], [step('a', 2, 0.25), step('b', 2, 0.75)]);
  const steps = nextSteps(all, [{ id: 's', state: 'IN_MARKING', achievementVersion: { id: 'a' } }]);
  expect(steps.map(({ name, gain }) => [name, gain])).toEqual([['b', 50]]);
});

it('goes on with a draft instead of starting anew', () => {
  const all = readiness([row('a', 2, 0)], [step('a', 2, 1)]);
  expect(nextSteps(all, [{ id: 'draft-1', state: 'DRAFT', achievementVersion: { id: 'a' } }])[0]?.submissionId).toBe(
    'draft-1',
  );
});

it('says why: a must-have before what lapsed, and that before what somebody saw', () => {
  const seen = { id: 'o', seenOn: '2026-08-02', capacity: 'MANAGER' as const, level: level(2) };
  const rows = [
    row('must', 2, 0, { lapsedOn: '2026-01-01T00:00:00Z' }),
    row('lapsed', 2, 0, { lapsedOn: '2026-01-01T00:00:00Z' }),
    row('seen', 2, 0, { layers: { observed: seen, claimed: null, lapsed: null, verified: null } }),
  ];
  const steps = [
    step('must', 2, 0.1, { unblocks: ['must'] }),
    step('lapsed', 2, 0.2),
    step('seen', 2, 0.3),
    step('basis', 1, 0.3, { closes: [] }),
  ];
  expect(nextSteps(readiness(rows, steps), [], 4).map(({ reason }) => reason)).toEqual([
    'mustHave',
    'lapsed',
    'observed',
    'first',
  ]);
});

it('renews nothing that was never held: a level above what lapsed is begun', () => {
  const held = { level: level(2), validUntil: '2026-01-01T00:00:00Z', credential: null };
  const layers = { observed: null, claimed: null, verified: null, lapsed: held } as unknown as Row['layers'];
  const rows = [row('a', 3, 0, { lapsedOn: '2026-01-01T00:00:00Z', layers })];
  const reasons = [2, 3].map((to) => nextSteps(readiness(rows, [step('a', to, 0.5)]), [])[0]?.reason);
  expect(reasons).toEqual(['lapsed', 'gap']);
});

it('says when a step goes only part of the way', () => {
  const [far] = nextSteps(readiness([row('a', 3, 0)], [step('a', 2, 0.6)]), []);
  expect(far?.closes).toBe(false);
});
