import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { SkillsService } from '../skills/skills.service.js';
import { Course } from './course.entity.js';
import type { AddCourseInput, CourseOutcomeInput, SaveCourseInput } from './course.inputs.js';
import { CourseOutcome } from './course-outcome.entity.js';
import { CoursePrerequisite } from './course-prerequisite.entity.js';
import { CourseProvider } from './course-provider.entity.js';
import { courseProblems } from './course.rules.js';
import { CoursesService } from './courses.service.js';
import { emptyCourse, factsIn } from './course-facts.rules.js';
import { circleIn } from './prerequisite-cycle.rules.js';
import type { CourseState } from './course-words.rules.js';

type Saved = Promise<Course | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile>;
const MOST_OUTCOMES = 50;
const MOST_PREREQUISITES = 50;

/** Keeps the catalogue: adds, changes and retires its entries. Nothing is deleted: people finished them. */
@Injectable()
export class CourseKeepingService {
  constructor(
    private readonly courses: CoursesService,
    private readonly skills: SkillsService,
  ) {}

  async add(viewer: Viewer, input: AddCourseInput): Promise<Course | InvalidInput | NotAllowed> {
    if (!viewer.mayEverywhere('course.manage')) return new NotAllowed('You may not keep the course catalogue.');
    await aloneWithCatalogue(viewer);
    const { code, title, providerId } = input;
    const problems = [
      ...courseProblems({ code, title }),
      ...(await this.takenCode(viewer, code, null)),
      ...(await this.strangeProvider(viewer, providerId)),
    ];
    if (problems.length) return invalid(problems);
    const course = viewer.tx.manager.create(Course, {
      ...emptyCourse(viewer.now, viewer.personId),
      id: newId(),
      code: code.trim(),
      title: title.trim(),
      providerId: providerId ?? null,
    });
    await viewer.tx.manager.insert(Course, course);
    return course;
  }

  async save(viewer: Viewer, id: string, expectedRevision: number, input: SaveCourseInput): Saved {
    // Before the row: who waits for the catalogue holds nothing that others need for it.
    if (typeof input.code === 'string' || input.prerequisiteIds) await aloneWithCatalogue(viewer);
    const course = await this.locked(viewer, id);
    if (!course) return new NotFound('This course');
    if (!can(viewer, 'edit', course)) return new NotAllowed('You may not keep the course catalogue.');
    if (course.revision !== expectedRevision) return new ChangedMeanwhile(course.revision);
    const facts = factsIn(input);
    const { providerId, outcomes, prerequisiteIds } = input;
    const { priceAmount = course.priceAmount, priceCurrency = course.priceCurrency } = facts;
    const problems = [
      ...courseProblems({ ...facts, priceAmount, priceCurrency }),
      ...(facts.code === undefined ? [] : await this.takenCode(viewer, facts.code, course.id)),
      ...(await this.strangeProvider(viewer, providerId)),
      ...(outcomes ? await this.outcomeProblems(viewer, outcomes) : []),
      ...(prerequisiteIds ? await this.prerequisiteProblems(viewer, course, prerequisiteIds) : []),
    ];
    if (problems.length) return invalid(problems);

    const revision = course.revision + 1;
    const changes = { ...facts, ...(providerId === undefined ? {} : { providerId }), revision, savedAt: viewer.now };
    await viewer.tx.manager.update(Course, { id: course.id }, changes);
    if (outcomes) await this.writeOutcomes(viewer, course.id, outcomes);
    if (prerequisiteIds) await this.writePrerequisites(viewer, course.id, prerequisiteIds);
    viewer.forget('course', course.id);
    return Object.assign(course, changes);
  }

  /** Offered no more, or again. */
  async turn(viewer: Viewer, id: string, state: CourseState): Promise<Course | NotAllowed | NotFound> {
    const course = await this.locked(viewer, id);
    if (!course) return new NotFound('This course');
    if (course.state === state && can(viewer, 'edit', course)) return course;
    if (!can(viewer, state === 'RETIRED' ? 'retire' : 'reinstate', course))
      return new NotAllowed('You may not keep the course catalogue.');
    const changes = { state, revision: course.revision + 1, savedAt: viewer.now };
    await viewer.tx.manager.update(Course, { id: course.id }, changes);
    viewer.forget('course', course.id);
    return Object.assign(course, changes);
  }

  async writeOutcomes(viewer: Viewer, courseId: string, outcomes: readonly CourseOutcomeInput[]): Promise<void> {
    await viewer.tx.manager.delete(CourseOutcome, { courseId });
    const rows = outcomes.map(({ skillId, levelOrdinal, result }, position) => ({
      id: newId(),
      courseId,
      skillId,
      levelOrdinal: levelOrdinal ?? null,
      result,
      position,
    }));
    if (rows.length) await viewer.tx.manager.insert(CourseOutcome, rows);
    viewer.forget('course-outcomes', courseId);
  }

  async writePrerequisites(viewer: Viewer, courseId: string, requiredIds: readonly string[]): Promise<void> {
    await viewer.tx.manager.delete(CoursePrerequisite, { courseId });
    const rows = [...new Set(requiredIds)].map((requiredId) => ({ courseId, requiredId }));
    if (rows.length) await viewer.tx.manager.insert(CoursePrerequisite, rows);
    viewer.forget('course-prerequisites', courseId);
  }

  private async locked(viewer: Viewer, id: string): Promise<Course | null> {
    const seen = await this.courses.find(viewer, id);
    if (!seen || !can(viewer, 'edit', seen)) return seen;
    return viewer.tx.manager.findOne(Course, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async takenCode(viewer: Viewer, code: string, but: string | null): Promise<InputProblem[]> {
    const [taken] = await viewer.tx.query<{ title: string }>(
      'SELECT title FROM course WHERE lower(code) = lower($1) AND id IS DISTINCT FROM $2::uuid',
      [code.trim(), but],
    );
    return taken ? [new InputProblem('code', `The code ${code.trim()} belongs to “${taken.title}” already.`)] : [];
  }

  private async strangeProvider(viewer: Viewer, id: string | null | undefined): Promise<InputProblem[]> {
    if (!id) return [];
    const known = isId(id) && (await viewer.tx.manager.existsBy(CourseProvider, { id }));
    return known ? [] : [new InputProblem('providerId', 'There is no such provider.')];
  }

  private async outcomeProblems(viewer: Viewer, outcomes: readonly CourseOutcomeInput[]): Promise<InputProblem[]> {
    if (outcomes.length > MOST_OUTCOMES)
      return [new InputProblem('outcomes', `A course teaches at most ${MOST_OUTCOMES} skills.`)];
    const skills = outcomes.map(({ skillId }) => skillId);
    const found = await Promise.all(
      outcomes.map(async ({ skillId, levelOrdinal }, at) => {
        if (skills.indexOf(skillId) !== at)
          return new InputProblem(`outcomes.${at}.skillId`, 'This skill stands here twice.');
        const scale = await this.skills.scaleOfSkill(viewer, skillId);
        if (!scale) return new InputProblem(`outcomes.${at}.skillId`, 'This skill is in no published framework.');
        const known = (levelOrdinal ?? null) === null || scale.levels.some(({ ordinal }) => ordinal === levelOrdinal);
        return known
          ? null
          : new InputProblem(`outcomes.${at}.levelOrdinal`, 'The scale of this skill has no such level.');
      }),
    );
    return found.filter((problem) => problem !== null);
  }

  private async prerequisiteProblems(viewer: Viewer, course: Course, ids: readonly string[]): Promise<InputProblem[]> {
    const field = 'prerequisiteIds';
    if (ids.length > MOST_PREREQUISITES)
      return [new InputProblem(field, `A course builds on at most ${MOST_PREREQUISITES} others.`)];
    if (ids.includes(course.id)) return [new InputProblem(field, 'A course does not build on itself.')];
    const courses = await Promise.all(ids.map((id) => this.courses.find(viewer, id)));
    if (courses.includes(null)) return [new InputProblem(field, 'One of these courses is not there.')];
    const requires = await allPrerequisites(viewer);
    requires.set(course.id, [...ids]);
    const circle = circleIn(requires);
    if (!circle) return [];
    const titles = await Promise.all(circle.map(async (id) => (await this.courses.byId(viewer, id))?.title ?? '?'));
    return [new InputProblem(field, `Courses would build on each other in a circle: ${titles.join(' → ')}.`)];
  }
}

/** Two who change codes or prerequisites at once come one after the other: together they could close a circle. */
export const aloneWithCatalogue = (viewer: Viewer) => viewer.tx.aloneIn('course catalogue');

export async function allPrerequisites(viewer: Viewer): Promise<Map<string, string[]>> {
  const rows = await viewer.tx.query<{ id: string; requires: string[] }>(
    'SELECT course_id AS id, array_agg(required_id) AS requires FROM course_prerequisite GROUP BY 1',
  );
  return new Map(rows.map(({ id, requires }) => [id, requires]));
}

const invalid = (problems: readonly { field: string; message: string }[]) =>
  new InvalidInput(problems.map(({ field, message }) => new InputProblem(field, message)));
