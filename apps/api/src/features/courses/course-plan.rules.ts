import type { Course } from './course.entity.js';
import { factsIn } from './course-facts.rules.js';
import type { CourseRow } from './course-rows.rules.js';
import type { CourseImportRow } from './course-import.entity.js';
import type { CourseOutcomeInput } from './course.inputs.js';
import type { Requires } from './prerequisite-cycle.rules.js';
import { coursesNamed, type Titled } from './prerequisite-text.rules.js';

/** What is here already, as far as a file of courses touches it. Keys are codes and names in small letters. */
export interface KnownCatalogue {
  courses: ReadonlyMap<string, Course>;
  /** Every course, whether or not the file names it. */
  titles: readonly (Titled & { id: string })[];
  requires: Requires;
  outcomes: ReadonlyMap<string, readonly CourseOutcomeInput[]>;
  providers: ReadonlyMap<string, string>;
  skills: ReadonlyMap<string, { id: string; levels: readonly number[] } | 'several'>;
  catalogueId: string | null;
}

/** A row with what it comes to. */
export interface PlannedCourse {
  row: CourseRow;
  before: Course | null;
  facts: ReturnType<typeof factsIn>;
  outcomes: CourseOutcomeInput[] | null;
  /** Codes, in small letters; null: stays as it is. */
  requires: string[] | null;
  changes: string[];
}

/** Finds out what each row means and adds to its problems what cannot be. */
export function planCourses(rows: readonly CourseRow[], known: KnownCatalogue): PlannedCourse[] {
  const titled = withTitlesOf(rows, known);
  const planned = rows.map((row): PlannedCourse => {
    const before = known.courses.get(row.code.toLowerCase()) ?? null;
    const facts = factsIn({ ...row.facts, topics: copied(row.facts.topics), startDates: copied(row.facts.startDates) });
    if (!before && !row.facts.title?.trim() && !row.problems.some(({ field }) => field === 'title'))
      row.problems.push({ field: 'title', message: 'A new course needs a title.' });
    const outcomes = outcomesOf(row, known);
    return { row, before, facts, outcomes, requires: requiredBy(row, before, titled), changes: [] };
  });
  for (const plan of planned) plan.changes = changesOf(plan, known);
  return planned;
}

export function rowTold({ row, before, changes, facts }: PlannedCourse): CourseImportRow {
  const outcome =
    row.problems.length > 0 ? 'ERROR' : before === null ? 'CREATE' : changes.length ? 'CHANGE' : 'UNCHANGED';
  const label = facts.title ?? before?.title ?? row.code;
  return { row: row.row, outcome, label, changes: before ? changes : [], problems: row.problems };
}

const copied = <T>(list: readonly T[] | undefined): T[] | undefined => list && [...list];

/** Everything that a text about prerequisites may name: what is here, as the file will have it, and what is new. */
function withTitlesOf(rows: readonly CourseRow[], known: KnownCatalogue): Titled[] {
  const titles = new Map(known.titles.map(({ code, title }) => [code.toLowerCase(), title]));
  for (const { code, facts } of rows) if (code && facts.title) titles.set(code.toLowerCase(), facts.title);
  return [...titles].map(([code, title]) => ({ code, title }));
}

function requiredBy(row: CourseRow, before: Course | null, titled: readonly Titled[]): string[] | null {
  const own = row.code.toLowerCase();
  if (row.prerequisiteCodes) {
    const codes = new Set(titled.map(({ code }) => code));
    for (const code of row.prerequisiteCodes)
      if (!codes.has(code.toLowerCase()))
        row.problems.push({
          field: 'prerequisiteCodes',
          message: `There is no course “${code}”, neither here nor in the file.`,
        });
    return row.prerequisiteCodes.map((code) => code.toLowerCase());
  }
  const text = row.facts.prerequisites;
  // Links that people made by hand are not guessed at again.
  if (text === undefined || (before && before.prerequisites === text)) return null;
  return coursesNamed(text, titled).filter((code) => code !== own);
}

function outcomesOf(row: CourseRow, known: KnownCatalogue): CourseOutcomeInput[] | null {
  if (!row.outcomes) return null;
  const wrong = (message: string) => row.problems.push({ field: 'outcomes', message });
  return row.outcomes.flatMap(({ skill, level, result }, at) => {
    const found = known.skills.get(skill.toLowerCase());
    if (!found) wrong(`No published framework has a skill “${skill}”.`);
    else if (found === 'several') wrong(`More than one skill is called “${skill}”. Use its code.`);
    else if (row.outcomes?.findIndex((other) => other.skill.toLowerCase() === skill.toLowerCase()) !== at)
      wrong(`The skill “${skill}” stands here twice.`);
    else if (level !== null && !found.levels.includes(level)) wrong(`The scale of “${skill}” has no level ${level}.`);
    else return [{ skillId: found.id, levelOrdinal: level, result }];
    return [];
  });
}

/** The facts of a course that would be others than before. */
function changesOf(plan: PlannedCourse, known: KnownCatalogue): string[] {
  const { before, facts, row } = plan;
  if (!before) return [];
  const changed = Object.entries(facts)
    .filter(([key, value]) => key !== 'code' && !same(before[key as keyof Course], value))
    .map(([key]) => key);
  if (row.provider && known.providers.get(row.provider.name.toLowerCase()) !== before.providerId)
    changed.push('provider');
  if (row.state && row.state !== before.state) changed.push('state');
  if (known.catalogueId && known.catalogueId !== before.catalogueId) changed.push('catalogue');
  if (plan.outcomes && !same(plain(known.outcomes.get(before.id) ?? []), plain(plan.outcomes)))
    changed.push('outcomes');
  if (plan.requires) {
    const codes = new Map(known.titles.map(({ id, code }) => [id, code.toLowerCase()]));
    const now = (known.requires.get(before.id) ?? []).map((id) => codes.get(id) ?? id);
    if (!same([...now].sort(), [...new Set(plan.requires)].sort())) changed.push('prerequisiteCourses');
  }
  return changed;
}

const plain = (outcomes: readonly CourseOutcomeInput[]) =>
  outcomes.map(({ skillId, levelOrdinal, result }) => [skillId, levelOrdinal ?? null, result]);

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
