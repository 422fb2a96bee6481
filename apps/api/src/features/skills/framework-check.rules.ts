import type { ContentRelation, FrameworkContent } from './framework-content.rules.js';
import { type Finding, problem } from './import-findings.rules.js';

/** More of one kind are not read by anybody. */
const MOST_SHOWN = 100;

/**
 * What no version may hold, whichever format it came in. Readers tell the same with file, row and column where they can;
 * what slipped past them is caught here and not by the database.
 */
export function contentProblems(content: FrameworkContent): Finding[] {
  const skills = new Map(content.skills.map((skill) => [skill.id, skill.name]));
  return [
    ...twice('skill', content.skills),
    ...twice('job family', content.families),
    ...twice(
      'job role',
      content.families.flatMap(({ roles }) => roles),
    ),
    ...twice(
      'job role level',
      content.families.flatMap(({ roles }) => roles.flatMap(({ levels }) => levels)),
    ),
    ...nameless(content),
    ...scaleProblems(content),
    ...requirementProblems(content, skills),
    ...relationProblems(content.relations ?? [], skills),
    ...edgeProblems(content),
  ];
}

const say = (kind: string, message: string) => problem(kind, '', null, null, message);

function twice(what: string, things: readonly { id: string; name: string }[]): Finding[] {
  const seen = new Set<string>();
  const again: Finding[] = [];
  for (const { id, name } of things) {
    if (seen.has(id)) again.push(say('TWICE', `There are two of one ${what}: “${name}” (${id}).`));
    seen.add(id);
  }
  return again.slice(0, MOST_SHOWN);
}

function nameless({ skills, families }: FrameworkContent): Finding[] {
  return [...skills, ...families.flatMap(({ roles }) => roles)]
    .filter(({ name, id }) => name.trim() === '' || id.trim() === '')
    .slice(0, MOST_SHOWN)
    .map(({ id, name }) => say('NO_NAME', `Something has no name: “${name || id}”.`));
}

function scaleProblems({ levels }: FrameworkContent): Finding[] {
  const names = new Set(levels.map(({ name }) => name.trim().toLowerCase()));
  const values = new Set(levels.map(({ value }) => value));
  if (names.size < levels.length || values.size < levels.length)
    return [say('SCALE', 'Two levels of the scale have the same name or the same place.')];
  const wrong = levels.find(({ value, name }) => !Number.isInteger(value) || value < 1 || name.trim() === '');
  return wrong ? [say('SCALE', `A level of the scale needs a name and a place from 1 on: “${wrong.name}”.`)] : [];
}

function requirementProblems({ families, levels }: FrameworkContent, skills: ReadonlyMap<string, string>): Finding[] {
  const values = new Set(levels.map(({ value }) => value));
  const problems: Finding[] = [];
  for (const role of families.flatMap((family) => family.roles)) {
    const places = new Set(role.levels.map(({ order }) => order));
    if (places.size < role.levels.length)
      problems.push(say('LADDER', `Two levels of “${role.name}” have the same place.`));
    for (const level of role.levels) {
      const asked = new Set<string>();
      for (const { skill, level: value, importance = 2 } of level.skills) {
        const before = asked.size;
        asked.add(skill);
        const unknown = !skills.has(skill);
        const twice = asked.size === before;
        const noLevel = value !== null && !values.has(value);
        const noImportance = importance !== 1 && importance !== 2 && importance !== 3;
        // Words are made for what is wrong alone: there may be a hundred thousand of these.
        if (!unknown && !twice && !noLevel && !noImportance) continue;
        const of = `“${level.name}” asks for “${skills.get(skill) ?? skill}”`;
        if (unknown) problems.push(say('UNKNOWN_SKILL', `${of}, which is not among the skills.`));
        if (twice) problems.push(say('ASKED_TWICE', `${of} twice.`));
        if (noLevel) problems.push(say('UNKNOWN_LEVEL', `${of} at level ${value}, which the scale does not have.`));
        if (noImportance)
          problems.push(say('UNKNOWN_IMPORTANCE', `${of} with importance ${importance}; 1, 2 and 3 are known.`));
      }
      if (problems.length >= MOST_SHOWN) return problems;
    }
  }
  return problems;
}

function relationProblems(relations: readonly ContentRelation[], skills: ReadonlyMap<string, string>): Finding[] {
  const problems: Finding[] = [];
  const seen = new Set<string>();
  for (const { type, origin, target, targetUri } of relations) {
    const key = `${type} ${origin} ${target ?? targetUri ?? ''}`;
    const of = () =>
      `“${skills.get(origin) ?? origin}” ${type} “${skills.get(target ?? '') ?? target ?? targetUri ?? ''}”`;
    if (!skills.has(origin) || (target !== undefined && !skills.has(target)))
      problems.push(say('UNKNOWN_SKILL', `${of()}: one of them is not among the skills.`));
    else if ((target === undefined) === (targetUri === undefined))
      problems.push(say('RELATION', `${of()}: the other end is either a skill of this framework or an address.`));
    else if (seen.has(key)) problems.push(say('RELATION_TWICE', `${of()} is said twice.`));
    seen.add(key);
    if (problems.length >= MOST_SHOWN) return problems;
  }
  const circle = firstCircle(relations.filter(({ type }) => type === 'isChildOf'));
  if (circle) {
    const path = circle.map((id) => `“${skills.get(id) ?? id}”`).join(' → ');
    problems.push(say('CIRCLE', `“Is child of” comes round in a circle: ${path}.`));
  }
  return problems;
}

function edgeProblems({ families, edges = [] }: FrameworkContent): Finding[] {
  const names = new Map(
    families.flatMap(({ roles }) => roles.flatMap(({ levels }) => levels.map(({ id, name }) => [id, name] as const))),
  );
  const seen = new Set<string>();
  return edges
    .flatMap(({ from, to }) => {
      const of = `The step from “${names.get(from) ?? from}” to “${names.get(to) ?? to}”`;
      const again = seen.has(`${from} ${to}`);
      seen.add(`${from} ${to}`);
      if (!names.has(from) || !names.has(to)) return [say('UNKNOWN_LEVEL', `${of} has an end that is not there.`)];
      if (from === to) return [say('STEP', `${of} leads nowhere.`)];
      return again ? [say('STEP_TWICE', `${of} is said twice.`)] : [];
    })
    .slice(0, MOST_SHOWN);
}

/** The first way that comes back to where it began, beginning and ending with the same; null where there is none. */
export function firstCircle(ties: Iterable<Pick<ContentRelation, 'origin' | 'target'>>): string[] | null {
  const up = new Map<string, string[]>();
  for (const { origin, target } of ties) {
    if (target === undefined) continue;
    const known = up.get(origin);
    if (known) known.push(target);
    else up.set(origin, [target]);
  }
  const done = new Set<string>();
  for (const start of up.keys()) {
    // By hand and not by calls of itself: a chain may be longer than the stack.
    const way: { id: string; next: number }[] = done.has(start) ? [] : [{ id: start, next: 0 }];
    const onWay = new Set<string>([start]);
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const to = up.get(here.id)?.[here.next];
      here.next += 1;
      if (to === undefined) {
        done.add(here.id);
        onWay.delete(here.id);
        way.pop();
      } else if (onWay.has(to)) {
        const path = way.map(({ id }) => id);
        return [...path.slice(path.indexOf(to)), to];
      } else if (!done.has(to)) {
        onWay.add(to);
        way.push({ id: to, next: 0 });
      }
    }
  }
  return null;
}
