/** What each person of a team holds, by skill. */
export type Team = Readonly<Record<string, Readonly<Record<string, number>>>>;
/** What a team needs of each skill. */
export type Required = Readonly<Record<string, number>>;

/** Searched wholly up to so many people. */
const EXACT_UP_TO = 20;

export interface TeamCover {
  holders: Record<string, string[]>;
  /** Skills that one person holds alone. */
  soleHolders: string[];
  uncovered: string[];
  /** 0 to 1; 1 where nothing is required. */
  coverage: number;
}

export function teamCover(team: Team, required: Required): TeamCover {
  const holders = Object.fromEntries(
    Object.entries(required).map(([skill, level]) => [
      skill,
      Object.keys(team).filter((person) => (team[person]?.[skill] ?? 0) >= level),
    ]),
  );
  const skills = Object.keys(required);
  const covered = skills.filter((skill) => (holders[skill] ?? []).length > 0);
  return {
    holders,
    soleHolders: skills.filter((skill) => holders[skill]?.length === 1),
    uncovered: skills.filter((skill) => holders[skill]?.length === 0),
    coverage: skills.length === 0 ? 1 : covered.length / skills.length,
  };
}

/** What nobody could do any more, were these to leave. */
export function lostWithout(team: Team, required: Required, leaving: readonly string[]): string[] {
  const { holders } = teamCover(team, required);
  return Object.entries(holders)
    .filter(([, held]) => held.length > 0 && held.every((person) => leaving.includes(person)))
    .map(([skill]) => skill);
}

/**
 * Who covers most of what is still covered leaves, until more than half of the skills have nobody. Whatever somebody who is still
 * there holds is still covered, so that the order is known from the start.
 */
export function breakingGroupGreedy(team: Team, required: Required): string[] {
  const skills = Object.entries(required);
  const held = Object.keys(team).map((person) => ({
    person,
    skills: skills.flatMap(([skill, level]) => ((team[person]?.[skill] ?? 0) >= level ? [skill] : [])),
  }));
  held.sort((one, other) => other.skills.length - one.skills.length);
  const left = new Map(skills.map(([skill]) => [skill, 0]));
  for (const each of held) for (const skill of each.skills) left.set(skill, (left.get(skill) ?? 0) + 1);
  let lost = [...left.values()].filter((count) => count === 0).length;
  const isBrokenNow = () => lost > skills.length / 2;
  const gone: string[] = [];
  for (const each of held) {
    if (isBrokenNow()) break;
    gone.push(each.person);
    for (const skill of each.skills) {
      const count = (left.get(skill) ?? 0) - 1;
      left.set(skill, count);
      if (count === 0) lost += 1;
    }
  }
  return isBrokenNow() ? gone : [];
}

/** The fewest whose loss leaves more than half of the skills without anybody; empty where that is so already. */
export function breakingGroup(team: Team, required: Required): { people: string[]; exact: boolean } {
  const greedy = breakingGroupGreedy(team, required);
  const { holders } = teamCover(team, required);
  const holding = new Set(Object.values(holders).flat());
  const people = Object.keys(team).filter((person) => holding.has(person));
  if (people.length > EXACT_UP_TO) return { people: greedy, exact: false };
  for (let size = 0; size < greedy.length; size += 1)
    for (const group of groupsOf(people, size)) if (isBroken(holders, group)) return { people: group, exact: true };
  return { people: greedy, exact: true };
}

/** By the holders as they are now: those who are gone are left out here. */
function isBroken(holders: TeamCover['holders'], gone: readonly string[]): boolean {
  const all = Object.values(holders);
  return all.filter((held) => held.every((person) => gone.includes(person))).length > all.length / 2;
}

function* groupsOf(people: readonly string[], size: number, from = 0): Generator<string[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let place = from; place <= people.length - size; place += 1)
    for (const rest of groupsOf(people, size - 1, place + 1)) yield [people[place] ?? '', ...rest];
}
