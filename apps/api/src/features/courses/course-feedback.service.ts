import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { CourseFeedbackInput } from './completion.inputs.js';
import { CompletionsService } from './completions.service.js';
import { CourseFeedback } from './course-feedback.entity.js';
import type { CourseRatingType } from './course.type.js';
import { CoursesService } from './courses.service.js';

const QUESTIONS = ['content', 'teaching', 'usefulness'] as const;
const MOST_CHARACTERS = 2_000;

/** What those who finished a course say of it: asked of each, told of many together. */
@Injectable()
export class CourseFeedbackService {
  constructor(
    private readonly courses: CoursesService,
    private readonly completions: CompletionsService,
  ) {}

  /** The viewer's own; a second time takes the place of the first. */
  async give(
    viewer: Viewer,
    courseId: string,
    input: CourseFeedbackInput,
  ): Promise<CourseFeedback | InvalidInput | NotAllowed | NotFound> {
    const course = await this.courses.find(viewer, courseId);
    const { personId } = viewer;
    if (!course || !personId) return new NotFound('This course');
    if (!(await this.completions.finished(viewer, personId, course.id)))
      return new NotAllowed('Only those who finished a course say how it was.');
    const comment = input.comment?.trim() ?? '';
    const problems = QUESTIONS.filter((question) => !(input[question] >= 1 && input[question] <= 5)).map(
      (question) => new InputProblem(question, 'A mark is from 1 to 5.'),
    );
    if (comment.length > MOST_CHARACTERS)
      problems.push(new InputProblem('comment', 'A comment has at most 2,000 characters.'));
    if (problems.length) return new InvalidInput(problems);
    const { content, teaching, usefulness } = input;
    const feedback = { courseId: course.id, personId, content, teaching, usefulness, comment, givenAt: viewer.now };
    await viewer.tx.manager.upsert(CourseFeedback, feedback, ['courseId', 'personId']);
    viewer.forget('my-course-feedback', course.id);
    viewer.forget('course-rating', course.id);
    return viewer.tx.manager.create(CourseFeedback, feedback);
  }

  mine(viewer: Viewer, courseId: string): Promise<CourseFeedback | null> {
    if (!viewer.personId) return Promise.resolve(null);
    return viewer.load('my-course-feedback', courseId, async (ids) => {
      const found = await viewer.tx.manager.findBy(CourseFeedback, {
        personId: viewer.personId ?? '',
        courseId: In([...ids]),
      });
      return new Map(found.map((feedback) => [feedback.courseId, feedback]));
    });
  }

  async ratingOf(viewer: Viewer, courseId: string): Promise<CourseRatingType> {
    const rating = await viewer.load('course-rating', courseId, async (ids) => {
      const rows = await viewer.tx.query<CourseRatingType & { id: string }>(
        'SELECT id, answers, content, teaching, usefulness FROM app_course_ratings($1::uuid[])',
        [[...ids]],
      );
      return new Map(rows.map(({ id, ...told }): [string, CourseRatingType] => [id, told]));
    });
    return rating ?? { answers: 0, content: null, teaching: null, usefulness: null };
  }

  /** Without names, from five answers on, for those who keep the catalogue; the database sees to each of these. */
  async commentsOf(viewer: Viewer, courseId: string): Promise<string[]> {
    if (!viewer.mayEverywhere('course.manage')) return [];
    const rows = await viewer.tx.query<{ comment: string }>('SELECT comment FROM app_course_comments($1::uuid)', [
      courseId,
    ]);
    return rows.map(({ comment }) => comment);
  }
}
