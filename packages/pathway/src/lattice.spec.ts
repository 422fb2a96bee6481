import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cycleIn, type Rung, suggestSteps } from './lattice.js';
import { EVENLY, isNetStepUp, overlap, profileOf, rarity } from './ruzicka.js';
import { suggestRoles } from './suggest-roles.js';

const SHARED = join(__dirname, '../../../../shared/data');
const VECTORS = join(SHARED, 'vectors/pathway.json');
const FRAMEWORK = join(SHARED, 'frameworks/uk-gdd-pcf/framework.json');
const where = existsSync(VECTORS) && existsSync(FRAMEWORK) ? describe : describe.skip;

interface Level {
  id: string;
  titleRank: number;
  skills: { skill: string; level: number }[];
}
interface Framework {
  families: { roles: { id: string; levels: Level[] }[] }[];
}

const asking = (demands: Record<string, number | null>, importance = 2) =>
  profileOf(Object.entries(demands).map(([skillId, level]) => ({ skillId, level, importance })));
const rung = (id: string, roleId: string, demands: Record<string, number | null>): Rung => ({
  id,
  roleId,
  profile: asking(demands),
});

describe('how near two jobs are', () => {
  it('counts levels shared over levels of either', () => {
    expect(overlap(asking({ a: 2, b: 1 }), asking({ a: 1, c: 1 }), EVENLY)).toBeCloseTo(1 / 4);
  });

  it('counts what is essential more than what is useful, also where no level is named', () => {
    const job = profileOf([
      { skillId: 'a', level: null, importance: 3 },
      { skillId: 'b', level: null, importance: 1 },
    ]);
    expect(overlap(job, asking({ a: null }, 3), EVENLY)).toBeCloseTo(3 / 4);
    expect(overlap(job, asking({ b: null }, 1), EVENLY)).toBeCloseTo(1 / 4);
  });

  it('is nothing for jobs that ask for nothing', () => {
    expect(overlap(asking({}), asking({}), EVENLY)).toBe(0);
  });

  it('does not count what every job asks for', () => {
    const [one, other, third] = [asking({ all: 3, rare: 1 }), asking({ all: 3 }), asking({ all: 3, other: 1 })];
    const weightOf = rarity([one, other, third]);
    expect(weightOf('all')).toBe(0);
    expect(weightOf('rare')).toBeCloseTo(Math.log(3));
    expect(overlap(one, other, weightOf)).toBe(0);
  });
});

describe('steps that could be taken', () => {
  const options = { weightOf: EVENLY, upOnly: true, atLeast: 0.1, most: 5 };
  const here = rung('here', 'own', { a: 2, b: 1 });

  it('lead up, to other roles, the nearest first', () => {
    const found = suggestSteps(
      here,
      [
        rung('own ladder', 'own', { a: 3, b: 2 }),
        rung('far', 'x', { a: 1, c: 4 }),
        rung('near', 'x', { a: 3, b: 1 }),
        rung('lower', 'y', { a: 1, b: 1 }),
        rung('strange', 'z', { q: 9 }),
      ],
      options,
    );
    expect(found.map((step) => step.toId)).toEqual(['near', 'far']);
    expect(found[0]?.overlap).toBeCloseTo(3 / 4);
  });

  it('lead anywhere where no level says what is up', () => {
    const found = suggestSteps(here, [rung('smaller', 'y', { a: 1 })], { ...options, upOnly: false });
    expect(found.map((step) => step.toId)).toEqual(['smaller']);
  });
});

describe('ladders that come round', () => {
  const links = (...pairs: string[]) => pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }));

  it('are told with the way', () => {
    expect(cycleIn(links('ab', 'bc', 'xy', 'cd', 'db'))).toEqual(['b', 'c', 'd', 'b']);
    expect(cycleIn(links('aa'))).toEqual(['a', 'a']);
  });

  it('are none where two ways meet', () => {
    expect(cycleIn(links('ab', 'ac', 'bd', 'cd'))).toBeNull();
    expect(cycleIn([])).toBeNull();
  });

  it('are looked for in ladders of any length', () => {
    const long = Array.from({ length: 50_000 }, (_, at) => ({ from: `${at}`, to: `${at + 1}` }));
    expect(cycleIn(long)).toBeNull();
    expect(cycleIn([...long, { from: '50000', to: '49999' }])).toEqual(['49999', '50000', '49999']);
  });
});

where('on the published framework', () => {
  const framework = () => JSON.parse(readFileSync(FRAMEWORK, 'utf8')) as Framework;
  const rungs = () =>
    framework().families.flatMap((family) =>
      family.roles.flatMap((role) =>
        role.levels.map((level) => ({
          ...level,
          roleId: role.id,
          profile: profileOf(
            level.skills.map(({ skill, level: at }) => ({ skillId: skill, level: at, importance: 2 })),
          ),
        })),
      ),
    );

  it('every pair of the vectors overlaps as expected', () => {
    const { vectors } = JSON.parse(readFileSync(VECTORS, 'utf8')) as {
      vectors: { gapReadiness: { cases: { person: string; target: string; expected: { ruzicka: number } }[] } };
    };
    const byId = new Map(rungs().map((each) => [each.id, each.profile]));
    const profile = (words: string) => byId.get(words.split(' ').at(-1) ?? '') ?? asking({});
    const { cases } = vectors.gapReadiness;
    expect(cases.length).toBeGreaterThanOrEqual(6);
    for (const { person, target, expected } of cases)
      expect(overlap(profile(person), profile(target), EVENLY)).toBeCloseTo(expected.ruzicka, 9);
  });

  it('finds the next rung of 147 ladder steps with a mean reciprocal rank of .74 by overlap, and of .79 by what builds on today', () => {
    const all = rungs();
    const weightOf = rarity(all.map(({ profile }) => profile));
    type Ranker = (from: (typeof all)[number]) => string[];
    const byOverlap: Ranker = (from) =>
      all
        .filter((to) => to !== from && isNetStepUp(from.profile, to.profile))
        .map((to) => ({ id: to.id, near: overlap(from.profile, to.profile, weightOf) }))
        .sort((a, b) => b.near - a.near)
        .map(({ id }) => id);
    const bySuggestion: Ranker = (from) => {
      const others = all.filter((to) => to !== from);
      const found = suggestRoles(from.profile, others, { weightOf, stepsUpOnly: false, most: others.length });
      return found.map(({ levelId }) => levelId);
    };
    const ranks = (rank: Ranker) =>
      all.flatMap((from) => {
        const higher = all.filter((to) => to.roleId === from.roleId && to.titleRank > from.titleRank);
        const next = Math.min(...higher.map((to) => to.titleRank));
        const wanted = new Set(higher.filter((to) => to.titleRank === next).map((to) => to.id));
        if (wanted.size === 0) return [];
        const place = rank(from).findIndex((id) => wanted.has(id));
        return [place < 0 ? 0 : 1 / (place + 1)];
      });
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(ranks(byOverlap)).toHaveLength(147);
    expect(mean(ranks(byOverlap))).toBeCloseTo(0.74, 2);
    expect(mean(ranks(bySuggestion))).toBeCloseTo(0.79, 2);
  });
});
