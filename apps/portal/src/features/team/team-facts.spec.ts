import { csvOf, risksOf } from './team-facts.js';
import type { TeamCell, TeamMap, TeamPerson, TeamSkill } from './team.documents.js';

const heads = { person: 'Person', jobTitle: 'Job', lapsed: 'lapsed' };

const skill = (id: string, needed: number | null): TeamSkill => ({
  needed,
  asked: 0,
  covered: 0,
  skill: { id, name: id, framework: { id: 'f', scale: { id: 's', levels: [] } } },
});

const cell = (skillId: string, level: number | null, more: Partial<TeamCell> = {}): TeamCell => ({
  skillId,
  level,
  needed: null,
  mustHave: false,
  state: level === null ? null : 'CURRENT',
  verifiedOn: null,
  validUntil: null,
  achievementName: null,
  assessors: null,
  credentialId: null,
  ...more,
});

const person = (name: string, ...cells: TeamCell[]): TeamPerson => ({
  jobTitle: 'Developer',
  person: { id: name, displayName: name },
  cells,
  waiting: [],
});

const map = (skills: TeamSkill[], people: TeamPerson[]): TeamMap => ({
  asOf: '2026-11-22T00:00:00Z',
  size: people.length,
  pageInfo: { hasNextPage: false, endCursor: null },
  skills,
  people,
});

it('names who alone holds a needed skill, and does not count a lapsed level', () => {
  const team = map(
    [skill('testing', 3), skill('wanted by nobody', null)],
    [
      person('Amara', cell('testing', 3), cell('wanted by nobody', 4)),
      person('Rhys', cell('testing', 4, { state: 'LAPSED' })),
      person('Kofi', cell('testing', 2)),
    ],
  );
  const { sole, lapsed } = risksOf(team);
  expect(sole.map((each) => `${each.person.person.displayName} ${each.skill.skill.name}`)).toEqual(['Amara testing']);
  expect(lapsed.map((each) => each.person.person.displayName)).toEqual(['Rhys']);
});

it('lists what ends within 90 days, soonest first', () => {
  const team = map(
    [skill('testing', null)],
    [
      person('Later', cell('testing', 3, { validUntil: '2027-02-19T00:00:00Z' })),
      person('Soon', cell('testing', 3, { validUntil: '2026-12-04T00:00:00Z' })),
      person('Next year', cell('testing', 3, { validUntil: '2027-12-04T00:00:00Z' })),
    ],
  );
  expect(risksOf(team).lapsing.map((each) => [each.person.person.displayName, each.days])).toEqual([
    ['Soon', 12],
    ['Later', 89],
  ]);
});

it('gives a spreadsheet what is on the screen and nothing that it would run', () => {
  const team = map([skill('Testing, applied', null)], [person('=HYPERLINK("x")', cell('Testing, applied', 3))]);
  expect(csvOf(team, heads)).toBe('Person,Job,"Testing, applied"\r\n"\'=HYPERLINK(""x"")",Developer,3');
});
