import type { INestApplicationContext } from '@nestjs/common';
import { CompletionsService } from '../features/courses/completions.service.js';
import { CourseFeedbackService } from '../features/courses/course-feedback.service.js';
import { CourseKeepingService } from '../features/courses/course-keeping.service.js';
import { CourseProvidersService } from '../features/courses/course-providers.service.js';
import { type Cast, daysBefore, officeHour } from './cast.js';
import { acted } from './done.js';
import { COMPLETIONS, COURSES, type InventedCourse, PROVIDERS } from './invented-courses.js';

const KEEPER = 'noor';
const ADDED_DAYS_AGO = 400;

/** A small catalogue of the invented company, and who finished what. */
export async function fillCourses(
  app: INestApplicationContext,
  cast: Cast,
  skills: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const added = daysBefore(now, ADDED_DAYS_AGO);
  const providers = new Map<string, string>();
  for (const { key, ...facts } of PROVIDERS) {
    const keeper = cast.as(KEEPER, added);
    const made = await acted(keeper, 'addCourseProvider', app.get(CourseProvidersService).add(keeper, facts));
    providers.set(key, made.id);
  }
  const courses = new Map<string, string>();
  for (const course of COURSES)
    courses.set(course.code, await add(app, cast, course, { skills, providers, courses }, added));
  for (const [person, code, daysAgo, marks] of COMPLETIONS) {
    const at = officeHour(now, daysAgo - 3, `${person} ${code}`);
    const keeper = cast.as(KEEPER, at);
    const courseId = known(courses, code);
    const completedOn = daysBefore(now, daysAgo).toISOString().slice(0, 10);
    const input = { courseId, personId: cast.idOf(person), completedOn };
    await acted(keeper, 'recordCompletion', app.get(CompletionsService).record(keeper, input));
    if (!marks) continue;
    const [content, teaching, usefulness, comment] = marks;
    const learner = cast.as(person, at);
    const giving = app.get(CourseFeedbackService).give(learner, courseId, { content, teaching, usefulness, comment });
    await acted(learner, 'giveCourseFeedback', giving);
  }
}

async function add(
  app: INestApplicationContext,
  cast: Cast,
  course: InventedCourse,
  ids: Record<'skills' | 'providers' | 'courses', ReadonlyMap<string, string>>,
  at: Date,
): Promise<string> {
  const keeping = app.get(CourseKeepingService);
  const keeper = cast.as(KEEPER, at);
  const { code, title, provider, price, builtOn, teaches, ...facts } = course;
  const providerId = known(ids.providers, provider);
  const begun = await acted(keeper, 'addCourse', keeping.add(keeper, { code, title, providerId }));
  const saving = keeping.save(keeper, begun.id, begun.revision, {
    ...facts,
    language: 'en',
    ...(price ? { priceAmount: price[0], priceCurrency: price[1] } : {}),
    prerequisiteIds: builtOn.map((each) => known(ids.courses, each)),
    outcomes: teaches.map(([skill, levelOrdinal, result]) => ({
      skillId: known(ids.skills, skill),
      levelOrdinal,
      result,
    })),
  });
  return (await acted(keeper, 'saveCourse', saving)).id;
}

function known(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`The demonstration names ${name}, which is not there.`);
  return id;
}
