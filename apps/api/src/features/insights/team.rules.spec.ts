import type { Standing } from '../standings/standings.service.js';
import { countsOf, type Needed, type TeamCell, teamCells, teamSkills } from './team.rules.js';

const standing = (change: Partial<Standing>): Standing => ({
  personId: 'bo',
  skillId: 'welding',
  ordinal: 3,
  state: 'CURRENT',
  verifiedOn: new Date('2026-01-01T00:00:00Z'),
  validUntil: null,
  credentialId: 'c1',
  achievementVersionId: 'v1',
  ...{ externalCredentialId: null, badgeName: null, recognisedFrom: null },
  ...change,
});
const need = (change: Partial<Needed>): Needed => ({
  personId: 'bo',
  skillId: 'welding',
  needed: 3,
  mustHave: false,
  ...change,
});

const columns = (people: readonly (readonly TeamCell[])[]) => teamSkills(countsOf(people));

describe('a team beside what its jobs ask', () => {
  it('puts what is asked and what is verified into one cell, with where it comes from', () => {
    const proofs = new Map([['c1', { achievementName: 'Pipe welding, practitioner', assessors: 1 }]]);
    expect(teamCells([need({ mustHave: true })], [standing({})], proofs)).toEqual([
      expect.objectContaining({
        skillId: 'welding',
        level: 3,
        needed: 3,
        mustHave: true,
        state: 'CURRENT',
        achievementName: 'Pipe welding, practitioner',
        assessors: 1,
      }),
    ]);
  });

  it('shows a gap as a need without a level, and a skill nobody asks for as a level without a need', () => {
    const cells = teamCells([need({ skillId: 'law' })], [standing({})], new Map());
    expect(cells.map(({ skillId, level, needed }) => [skillId, level, needed])).toEqual([
      ['law', null, 3],
      ['welding', 3, null],
    ]);
  });

  it('counts as covered who holds the level that the own job asks, today', () => {
    const person = (needed: number | null, ordinal: number | null, state: Standing['state'] = 'CURRENT') =>
      teamCells(needed ? [need({ needed })] : [], ordinal ? [standing({ ordinal, state })] : [], new Map());
    expect(columns([person(3, 3), person(4, 3), person(2, null), person(null, 4)])).toEqual([
      { skillId: 'welding', needed: 4, asked: 3, covered: 1 },
    ]);
    expect(columns([person(3, 3, 'LAPSED')])).toEqual([{ skillId: 'welding', needed: 3, asked: 1, covered: 0 }]);
    expect(columns([person(null, 1), person(null, 2)])).toEqual([
      { skillId: 'welding', needed: null, asked: 0, covered: 2 },
    ]);
  });

  it('puts first what most jobs ask', () => {
    const people = [
      teamCells([need({ skillId: 'rare' }), need({ skillId: 'common' })], [], new Map()),
      teamCells([need({ skillId: 'common' })], [standing({ skillId: 'extra' })], new Map()),
    ];
    expect(columns(people).map((skill) => skill.skillId)).toEqual(['common', 'rare', 'extra']);
  });
});
