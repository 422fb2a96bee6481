import { planChanges } from './plan-changes.rules.js';

const step = (achievementId: string, hours = 10) => ({ achievementId, hours, name: achievementId.toUpperCase() });
const need = (skillId: string, level: number) => ({ skillId, level, name: skillId });

it('tells a step that was earned from one that is needed no more, and what came in between', () => {
  const then = { steps: [step('a'), { ...step('b'), level: 'Practitioner' }, step('c')], asked: [] };
  const now = { steps: [step('c', 12), step('d')], asked: [] };
  expect(planChanges(then, now, new Set(['a']))).toEqual([
    { kind: 'STEP_DONE', name: 'A', level: null, from: null, to: null },
    { kind: 'STEP_DROPPED', name: 'B', level: 'Practitioner', from: null, to: null },
    { kind: 'HOURS', name: 'C', level: null, from: 10, to: 12 },
    { kind: 'STEP_ADDED', name: 'D', level: null, from: null, to: null },
  ]);
});

it('tells what is asked anew, more, less and no more', () => {
  const then = { steps: [], asked: [need('same', 2), need('more', 2), need('less', 3), need('gone', 1)] };
  const now = { steps: [], asked: [need('same', 2), need('more', 3), need('less', 2), need('new', 1)] };
  expect(planChanges(then, now, new Set()).map(({ kind, name, from, to }) => [kind, name, from, to])).toEqual([
    ['ASKS_MORE', 'more', 2, 3],
    ['ASKS_LESS', 'less', 3, 2],
    ['ASKS_NEW', 'new', null, 1],
    ['ASKS_NO_MORE', 'gone', 1, null],
  ]);
});

it('finds nothing where nothing changed', () => {
  const plan = { steps: [step('a')], asked: [need('x', 1)] };
  expect(planChanges(plan, plan, new Set())).toEqual([]);
});
