import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record, recordAll } from '../../platform/events/event.js';
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { type CompletedOutcome, Completion } from './completion.entity.js';
import type { RecordCompletionInput } from './completion.inputs.js';
import { completionProblems } from './completion.rules.js';
import './course.policy.js';
import { CompletionWithdrawn, CourseCompleted } from './courses.events.js';
import { CoursesService } from './courses.service.js';

type Recorded = Promise<Completion | InvalidInput | NotAllowed | NotFound>;
type CompletionFacts = Pick<Completion, 'courseId' | 'personId' | 'completedOn' | 'grade'>;
const MOST_OF_A_PERSON = 100;
/** So many rows go into one statement. */
const AT_ONCE = 1_000;

/** Who finished what. Recorded by those who keep the catalogue; it verifies nothing by itself. */
@Injectable()
export class CompletionsService implements OnModuleInit {
  constructor(
    private readonly courses: CoursesService,
    private readonly people: PeopleService,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register(Completion, 'Completion', (viewer, id) => this.find(viewer, id));
  }

  completionById(viewer: Viewer, id: string): Promise<Completion | null> {
    return viewer.load('course-completion', id, async (ids) => {
      const found = await viewer.tx.manager.findBy(Completion, { id: In([...ids]) });
      return new Map(found.map((completion) => [completion.id, completion]));
    });
  }

  async find(viewer: Viewer, id: string): Promise<Completion | null> {
    const completion = isId(id) ? await this.completionById(viewer, id) : null;
    return completion && can(viewer, 'read', completion) ? completion : null;
  }

  /** What stands of a person, newest first. */
  async of(viewer: Viewer, personId: string): Promise<Completion[]> {
    const found = await viewer.load('completions-of', personId, async (ids) => {
      const rows = await viewer.tx.manager
        .createQueryBuilder(Completion, 'it')
        .where('it.personId IN (:...ids) AND it.withdrawnAt IS NULL', { ids })
        .andWhere(
          `(SELECT count(*) FROM course_completion newer WHERE newer.person_id = it.person_id AND newer.withdrawn_at IS NULL
             AND (newer.completed_on, newer.id) > (it.completed_on, it.id)) < :most`,
          { most: MOST_OF_A_PERSON },
        )
        .orderBy('it.completedOn', 'DESC')
        .addOrderBy('it.id', 'DESC')
        .getMany();
      return new Map(ids.map((id) => [id, rows.filter((each) => each.personId === id)]));
    });
    return (found ?? []).filter((completion) => can(viewer, 'read', completion));
  }

  /** Whoever finished one course, or any; newest first. What was taken back is not among them. */
  async page(viewer: Viewer, input: PageInput & { courseId?: string; personId?: string }): Promise<Page<Completion>> {
    const standing = viewer.tx.manager.createQueryBuilder(Completion, 'it').where('it.withdrawnAt IS NULL');
    for (const key of ['courseId', 'personId'] as const)
      if (input[key] !== undefined) standing.andWhere(`it.${key} = :${key}`, { [key]: input[key] });
    const total = await standing.getCount();
    const [day, id] = readCursor(input.after) ?? [];
    if (day !== undefined && id !== undefined && isId(id) && /^\d{4}-\d{2}-\d{2}$/.test(day))
      standing.andWhere('(it.completedOn::text, it.id) < (:day, :id::uuid)', { day, id });
    const rows = await standing
      .orderBy('it.completedOn', 'DESC')
      .addOrderBy('it.id', 'DESC')
      .limit(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (completion) => [completion.completedOn, completion.id]);
  }

  async ofCourse(viewer: Viewer, courseId: string, input: PageInput): Promise<Page<Completion>> {
    const course = await this.courses.find(viewer, courseId);
    if (!course || !can(viewer, 'seeCompletions', course)) return pageOf<Completion>([], input, 0, () => []);
    return this.page(viewer, { ...input, courseId: course.id });
  }

  /** The same fact twice is there once. */
  async record(viewer: Viewer, input: RecordCompletionInput): Recorded {
    if (!viewer.mayEverywhere('course.manage')) return new NotAllowed('You may not record completions.');
    const course = await this.courses.find(viewer, input.courseId);
    const person = isId(input.personId) ? await this.people.byId(viewer, input.personId) : null;
    const facts = { completedOn: input.completedOn, grade: input.grade?.trim() ?? '' };
    const problems = this.problemsOf(viewer, facts);
    if (!course) problems.push(new InputProblem('courseId', 'There is no such course.'));
    if (!person) problems.push(new InputProblem('personId', 'There is no such person.'));
    if (!course || !person || problems.length) return new InvalidInput(problems);
    await aloneWithCompletions(viewer);
    const before = await this.standing(viewer, { ...facts, courseId: course.id, personId: person.id });
    if (before) return before;
    const [written] = await this.insertAll(viewer, [{ courseId: course.id, personId: person.id, ...facts }]);
    if (!written) throw new Error('The completion was not written.');
    return written;
  }

  problemsOf(viewer: Viewer, facts: Pick<Completion, 'completedOn' | 'grade'>): InputProblem[] {
    return completionProblems(facts, viewer.now.toISOString().slice(0, 10)).map(
      ({ field, message }) => new InputProblem(field, message),
    );
  }

  /** The same fact, where it is recorded and stands. */
  standing(
    viewer: Viewer,
    { courseId, personId, completedOn }: Pick<Completion, 'courseId' | 'personId' | 'completedOn'>,
  ): Promise<Completion | null> {
    return viewer.tx.manager.findOneBy(Completion, { courseId, personId, completedOn, withdrawnAt: IsNull() });
  }

  /** Writes them, each with what its course leads to today. Callers have looked at what they give. */
  async insertAll(viewer: Viewer, all: readonly CompletionFacts[]): Promise<Completion[]> {
    const outcomes = new Map<string, CompletedOutcome[]>();
    for (const courseId of new Set(all.map((facts) => facts.courseId)))
      outcomes.set(
        courseId,
        (await this.courses.outcomesOf(viewer, courseId)).map(({ skillId, levelOrdinal, result }) => ({
          ...{ skillId, levelOrdinal, result },
        })),
      );
    const completions = all.map((facts) =>
      viewer.tx.manager.create(Completion, {
        ...facts,
        id: newId(),
        outcomes: outcomes.get(facts.courseId) ?? [],
        recordedAt: viewer.now,
        recordedBy: viewer.personId,
        ...{ withdrawnAt: null, withdrawnBy: null, withdrawnReason: null },
      }),
    );
    for (let at = 0; at < completions.length; at += AT_ONCE) {
      const some = completions.slice(at, at + AT_ONCE);
      await viewer.tx.manager.insert(Completion, some);
      await recordAll(
        viewer,
        some.map(({ id, personId, courseId }) => new CourseCompleted(id, personId, courseId)),
      );
    }
    for (const { personId } of all) viewer.forget('completions-of', personId);
    return completions;
  }

  async withdraw(viewer: Viewer, id: string, reason: string): Recorded {
    const seen = await this.find(viewer, id);
    if (!seen) return new NotFound('This completion');
    if (!can(viewer, 'withdraw', seen))
      return new NotAllowed(seen.withdrawnAt ? 'It was taken back already.' : 'You may not take completions back.');
    if (!reason.trim()) return InvalidInput.of('reason', 'Say why: the person reads it.');
    if (reason.length > 1_000) return InvalidInput.of('reason', 'A reason has at most 1,000 characters.');
    await aloneWithCompletions(viewer);
    const changes = { withdrawnAt: viewer.now, withdrawnBy: viewer.personId, withdrawnReason: reason.trim() };
    await viewer.tx.manager.update(Completion, { id: seen.id, withdrawnAt: IsNull() }, changes);
    await record(viewer, new CompletionWithdrawn(seen.id, seen.personId, seen.courseId));
    viewer.forget('course-completion', seen.id);
    viewer.forget('completions-of', seen.personId);
    return Object.assign(seen, changes);
  }

  /** Whether somebody finished it, and that stands. */
  async finished(viewer: Viewer, personId: string, courseId: string): Promise<Completion | null> {
    return (await this.of(viewer, personId)).find((each) => each.courseId === courseId) ?? null;
  }

  mayBeSeen(viewer: Viewer, person: Person): boolean {
    return can(viewer, 'seeCompletions', person);
  }
}

/** Two who record the same at once write it once. */
export const aloneWithCompletions = (viewer: Viewer) => viewer.tx.aloneIn('course completions');
