import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Course } from './course.entity.js';
import { CourseCatalogue } from './course-catalogue.entity.js';
import { CourseOutcome } from './course-outcome.entity.js';
import { type KnownCatalogue, type PlannedCourse, planCourses, rowTold } from './course-plan.rules.js';
import { type CatalogueAbout, type CourseRow, repeatedCodes } from './course-rows.rules.js';
import { CourseWriterService } from './course-writer.service.js';
import { allPrerequisites } from './course-keeping.service.js';
import { countsOf, type ImportPlan } from './import-plan.rules.js';
import { circleIn } from './prerequisite-cycle.rules.js';

/** Works out what a file of courses would do here. */
@Injectable()
export class CoursesPlanner {
  constructor(private readonly writer: CourseWriterService) {}

  async plan(
    viewer: Viewer,
    rows: CourseRow[],
    catalogue: CatalogueAbout | null,
  ): Promise<Pick<ImportPlan, 'rows' | 'counts' | 'catalogue' | 'write'>> {
    repeatedCodes(rows);
    const known = await this.known(viewer, rows, catalogue);
    const planned = planCourses(rows, known);
    const linked = sayCircles(planned, known);
    const told = planned.map(rowTold);
    const names = new Set(rows.flatMap(({ provider }) => provider?.name.toLowerCase() ?? []));
    return {
      rows: told,
      catalogue,
      counts: {
        ...countsOf(told),
        newProviders: [...names].filter((name) => !known.providers.has(name)).length,
        linkedPrerequisites: linked,
        prerequisitesInWords: planned.filter(({ row, requires }) => row.facts.prerequisites && !requires?.length)
          .length,
      },
      write: (by) => this.writer.write(by, planned, known, catalogue),
    };
  }

  private async known(
    viewer: Viewer,
    rows: readonly CourseRow[],
    catalogue: CatalogueAbout | null,
  ): Promise<KnownCatalogue> {
    const { manager } = viewer.tx;
    const courses = await manager
      .createQueryBuilder(Course, 'it')
      .where('lower(it.code) = ANY (:codes)', { codes: rows.map(({ code }) => code.toLowerCase()) })
      .getMany();
    const titles = await viewer.tx.query<{ id: string; code: string; title: string }>(
      'SELECT id, code, title FROM course',
    );
    const outcomes = new Map<string, CourseOutcome[]>();
    for (const each of await manager.find(CourseOutcome, { order: { position: 'ASC' } }))
      outcomes.set(each.courseId, [...(outcomes.get(each.courseId) ?? []), each]);
    const providers = await viewer.tx.query<{ id: string; name: string }>(
      'SELECT id, lower(name) AS name FROM course_provider',
    );
    const named = catalogue
      ? await manager
          .createQueryBuilder(CourseCatalogue, 'it')
          .where('lower(it.name) = lower(:name)', { name: catalogue.name })
          .getOne()
      : null;
    return {
      courses: new Map(courses.map((course) => [course.code.toLowerCase(), course])),
      titles,
      requires: await allPrerequisites(viewer),
      outcomes,
      providers: new Map(providers.map(({ id, name }) => [name, id])),
      skills: await skillsNamed(viewer, rows),
      catalogueId: named?.id ?? null,
    };
  }
}

/** Skills of published frameworks by code or by name; a code goes before a name. */
async function skillsNamed(viewer: Viewer, rows: readonly CourseRow[]): Promise<KnownCatalogue['skills']> {
  const words = new Set(rows.flatMap(({ outcomes }) => outcomes?.map(({ skill }) => skill.toLowerCase()) ?? []));
  if (words.size === 0) return new Map();
  const found = await viewer.tx.query<{ word: string; id: string; byCode: boolean; levels: number[] }>(
    `SELECT DISTINCT word, skill.id, lower(skill.code) = word AS "byCode",
       (SELECT array_agg(ordinal) FROM proficiency_level level WHERE level.scale_id = framework.scale_id) AS levels
     FROM unnest($1::text[]) AS word JOIN skill_revision revision ON true JOIN skill ON skill.id = revision.skill_id
     JOIN skill_framework framework ON framework.id = revision.framework_id AND framework.state = 'PUBLISHED'
     WHERE word IN (lower(skill.code), lower(revision.name))`,
    [[...words]],
  );
  const skills = new Map<string, { id: string; levels: readonly number[] } | 'several'>();
  for (const word of words) {
    const all = found.filter((each) => each.word === word);
    const those = all.some(({ byCode }) => byCode) ? all.filter(({ byCode }) => byCode) : all;
    const [one] = those;
    if (one) skills.set(word, those.length === 1 ? one : 'several');
  }
  return skills;
}

/**
 * A circle among codes that the file states is said at the row that closes it. What was only guessed from words gives way.
 * Answers how many prerequisites became links.
 */
function sayCircles(planned: readonly PlannedCourse[], known: KnownCatalogue): number {
  const codes = new Map(known.titles.map(({ id, code }) => [id, code.toLowerCase()]));
  const graph = new Map<string, string[]>(
    [...known.requires].map(([id, ids]) => [codes.get(id) ?? id, ids.map((each) => codes.get(each) ?? each)]),
  );
  const stated = planned.filter(({ row }) => row.prerequisiteCodes);
  const guessed = planned.filter(({ row, requires }) => !row.prerequisiteCodes && requires);
  for (const { row, requires } of planned) if (requires) graph.set(row.code.toLowerCase(), []);
  for (const { row, requires } of stated) graph.set(row.code.toLowerCase(), requires ?? []);
  const circle = circleIn(graph);
  const closing = circle && stated.find(({ row }) => circle.includes(row.code.toLowerCase()));
  if (circle)
    (closing ?? planned[0])?.row.problems.push({
      field: 'prerequisiteCodes',
      message: `Courses would build on each other in a circle: ${circle.join(' → ')}.`,
    });
  for (const plan of guessed) {
    const own = plan.row.code.toLowerCase();
    plan.requires = (plan.requires ?? []).filter((code) => !leadsTo(graph, code, own));
    graph.set(own, plan.requires);
  }
  return planned.reduce((sum, { requires }) => sum + (requires?.length ?? 0), 0);
}

function leadsTo(graph: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const code of seen) {
    if (code === to) return true;
    for (const next of graph.get(code) ?? []) seen.add(next);
  }
  return false;
}
