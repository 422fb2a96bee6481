import { type Candidate, runnerUp, smallestTeam } from './team-cover.rules.js';

function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * (most + 1));
  };
}

/** By trying every team there is. */
function sizeByTrying(candidates: readonly Candidate[], requirements: number): number {
  const reachable = new Set(candidates.flatMap(({ covers }) => covers)).size;
  let best = Number.POSITIVE_INFINITY;
  for (let team = 0; team < 1 << candidates.length; team += 1) {
    const chosen = candidates.filter((_, place) => team & (1 << place));
    if (new Set(chosen.flatMap(({ covers }) => covers)).size === reachable) best = Math.min(best, chosen.length);
  }
  return requirements === 0 ? 0 : best;
}

describe('the smallest team that covers requirements', () => {
  it('takes two where taking the best first would take three', () => {
    const people = [
      { id: 'broad', covers: [0, 1, 2, 3] },
      { id: 'left', covers: [0, 1, 4] },
      { id: 'right', covers: [2, 3, 5] },
    ];
    expect(smallestTeam(people, 6)).toEqual({ members: ['left', 'right'], exact: true, uncovered: [] });
  });

  it('names what nobody meets, and covers the rest', () => {
    expect(smallestTeam([{ id: 'a', covers: [0] }], 3)).toEqual({ members: ['a'], exact: true, uncovered: [1, 2] });
    expect(smallestTeam([], 2)).toEqual({ members: [], exact: true, uncovered: [0, 1] });
  });

  it('prefers whoever is named first among those who cover the same', () => {
    const people = ['first', 'second'].map((id) => ({ id, covers: [0, 1] }));
    expect(smallestTeam(people, 2).members).toEqual(['first']);
    expect(runnerUp(people, 2, smallestTeam(people, 2))).toMatchObject({ members: ['second'], without: 'first' });
    expect(runnerUp([people[0] as Candidate], 2, smallestTeam([people[0] as Candidate], 2))).toBeNull();
  });

  it.each(Array.from({ length: 200 }, (_, seed) => seed))('is as small as trying every team, draw %i', (seed) => {
    const roll = dice(seed + 1);
    const requirements = 1 + roll(7);
    const people = Array.from({ length: 1 + roll(8) }, (_, place) => ({
      id: `${place}`,
      covers: Array.from({ length: requirements }, (__, at) => at).filter(() => roll(2) === 0),
    }));
    const { members, uncovered } = smallestTeam(people, requirements);
    expect(members).toHaveLength(sizeByTrying(people, requirements));
    const covered = new Set(people.filter(({ id }) => members.includes(id)).flatMap(({ covers }) => covers));
    expect(covered.size + uncovered.length).toBe(requirements);
  });

  it('says so where it only took the best next one, and still covers everything', () => {
    const people = Array.from({ length: 20 }, (_, place) => ({ id: `${place}`, covers: [place, (place + 1) % 20] }));
    const { members, exact, uncovered } = smallestTeam(people, 20);
    expect([exact, uncovered]).toEqual([false, []]);
    expect(new Set(people.filter(({ id }) => members.includes(id)).flatMap(({ covers }) => covers)).size).toBe(20);
  });
});
