import { depthOf, managerOf, planOf, UNITS, unitOf } from './scale-plan.rules.js';
import { Seeded } from './seeded.rules.js';

describe('the sizes of a generated organisation', () => {
  it('are those of the goals of speed unless something else is said', () => {
    expect(planOf({})).toEqual({ people: 100_000, skills: 14_000, credentials: 1_000_000, signed: 1_000, seed: 1 });
  });

  it('shrink with the number of people', () => {
    expect(planOf({ people: '2000' })).toEqual({
      people: 2_000,
      skills: 1_400,
      credentials: 20_000,
      signed: 1_000,
      seed: 1,
    });
  });

  it.each([
    [{ people: 'many' }, /--people many: a whole number from 20/],
    [{ people: '3' }, /--people 3/],
    [{ people: '100', credentials: '1001' }, /at most 10 for each of 100 people/],
    [{ people: '100', credentials: '50', signed: '51' }, /--signed 51/],
  ])('are refused in words: %j', (typed, sentence) => {
    expect(planOf(typed)).toMatch(sentence);
  });

  it('make a tree in which everybody but the first has a manager above them', () => {
    for (let person = 1; person < 5_000; person += 1) {
      expect(managerOf(person)).toBeLessThan(person);
      expect(depthOf(person)).toBe(depthOf(managerOf(person) ?? 0) + 1);
      expect(unitOf(person)).toBeLessThan(UNITS);
    }
  });
});

it('makes the same numbers and ids of the same seed, and others of another', () => {
  const idsOf = (seed: number) => {
    const seeded = new Seeded(seed);
    return Array.from({ length: 1_000 }, () => seeded.id());
  };
  expect(idsOf(1)).toEqual(idsOf(1));
  expect(new Set([...idsOf(1), ...idsOf(2)]).size).toBe(2_000);
  expect(idsOf(3)[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
