import fc from 'fast-check';
import { blockedBy, gapOf, type Need, readinessOf } from './index.js';

const need = (skillId: string, levelOrdinal: number | null, importance = 1, mustHave = false): Need => ({
  skillId,
  levelOrdinal,
  importance,
  mustHave,
});
const holding = (held: Record<string, number>) => (skillId: string) => held[skillId] ?? 0;

describe('readiness for a job role level', () => {
  it('weighs what is reached by importance', () => {
    const needs = [need('design', 4, 3), need('testing', 2, 1)];
    // (3·2 + 1·2) / (3·4 + 1·2)
    expect(readinessOf(needs, holding({ design: 2, testing: 2 }))).toBeCloseTo(8 / 14);
  });

  it('does not let more of one skill make up for less of another', () => {
    const needs = [need('design', 2), need('testing', 2)];
    expect(readinessOf(needs, holding({ design: 4 }))).toBe(0.5);
  });

  it('takes a need without a level as: hold it at all', () => {
    expect(gapOf(need('design', null), 0)).toBe(1);
    expect(gapOf(need('design', null), 1)).toBe(0);
  });

  it('is whole where nothing is asked', () => expect(readinessOf([], holding({}))).toBe(1));

  it('names the must-haves that block, however much else is held', () => {
    const needs = [need('safety', 3, 3, true), need('design', 4, 1), need('law', 1, 1, true)];
    expect(blockedBy(needs, holding({ safety: 2, design: 4, law: 1 })).map((each) => each.skillId)).toEqual(['safety']);
  });

  it('lies between nothing and everything, and never falls when somebody learns', () => {
    const needs = fc.array(
      fc.record({
        skillId: fc.constantFrom('a', 'b', 'c', 'd'),
        levelOrdinal: fc.option(fc.integer({ min: 1, max: 6 })),
        importance: fc.integer({ min: 1, max: 3 }),
        mustHave: fc.boolean(),
      }),
    );
    const levels = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(needs, levels, fc.constantFrom('a', 'b', 'c', 'd'), (all, held, learnt) => {
        const before = readinessOf(all, holding(held));
        const after = readinessOf(all, holding({ ...held, [learnt]: (held[learnt] ?? 0) + 1 }));
        return before >= 0 && before <= 1 && after >= before;
      }),
    );
  });
});
