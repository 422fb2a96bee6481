import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { Course } from './course.entity.js';
import type { CourseFilterInput } from './course.inputs.js';
import './course.policy.js';
import { CourseCatalogue } from './course-catalogue.entity.js';
import { CourseOutcome } from './course-outcome.entity.js';

export interface FacetCount {
  value: string;
  label: string;
  count: number;
}
export interface CourseFacets {
  states: FacetCount[];
  modes: FacetCount[];
  languages: FacetCount[];
  providers: FacetCount[];
}

const MOST_FACETS = 100;
const MOST_TEACHING = 50;

/** Each wish on its own, so that a facet can be counted under all the others. */
const WISHES = {
  state: '($2::text IS NULL OR course.state = $2)',
  mode: '($3::text IS NULL OR course.mode = $3)',
  language: '($4::text IS NULL OR course.language = $4)',
  provider: '($5::uuid IS NULL OR course.provider_id = $5)',
  skill: `($6::uuid IS NULL OR EXISTS (SELECT FROM course_outcome taught WHERE taught.course_id = course.id AND taught.skill_id = $6))`,
  hours: '($7::float8 IS NULL OR course.hours <= $7)',
} as const;
const WORDS = `($1::text IS NULL OR course.title ILIKE $1 OR course.code ILIKE $1 OR course.description ILIKE $1
  OR course.area ILIKE $1 OR array_to_string(course.topics, ' ') ILIKE $1)`;

const allBut = (left?: keyof typeof WISHES) =>
  [WORDS, ...Object.entries(WISHES).flatMap(([wish, sql]) => (wish === left ? [] : sql))].join(' AND ');

/** Looks up what can be learned from: courses by words and wishes, and those that teach a skill. */
@Injectable()
export class CoursesService implements OnModuleInit {
  constructor(private readonly nodes: NodeFinders) {}

  onModuleInit(): void {
    this.nodes.register(Course, 'Course', (viewer, id) => this.find(viewer, id));
  }

  byId(viewer: Viewer, id: string): Promise<Course | null> {
    return viewer.load('course', id, async (ids) => {
      const courses = await viewer.tx.manager.findBy(Course, { id: In([...ids]) });
      return new Map(courses.map((course) => [course.id, course]));
    });
  }

  async find(viewer: Viewer, id: string): Promise<Course | null> {
    const course = isId(id) ? await this.byId(viewer, id) : null;
    return course && can(viewer, 'read', course) ? course : null;
  }

  catalogueById(viewer: Viewer, id: string): Promise<CourseCatalogue | null> {
    return viewer.load('course-catalogue', id, async (ids) => {
      const found = await viewer.tx.manager.findBy(CourseCatalogue, { id: In([...ids]) });
      return new Map(found.map((each) => [each.id, each]));
    });
  }

  /** By title. */
  async page(
    viewer: Viewer,
    input: PageInput & { search?: string | null; filter?: CourseFilterInput | null },
  ): Promise<Page<Course>> {
    const asked = wishesOf(input);
    const [count] = await viewer.tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM course WHERE ${allBut()}`,
      asked,
    );
    const [title, id] = readCursor(input.after) ?? [];
    const rows = await viewer.tx.query<{ id: string; key: string }>(
      `SELECT id, lower(title) AS key FROM course WHERE ${allBut()}
         AND ($8::text IS NULL OR (lower(title), id::text) > ($8, $9)) ORDER BY lower(title), id::text LIMIT $10`,
      [...asked, title ?? null, id ?? null, limitOf(input)],
    );
    const keys = new Map(rows.map((row) => [row.id, row.key]));
    const found = await Promise.all(rows.map((row) => this.byId(viewer, row.id)));
    const courses = found.filter((course) => course !== null);
    return pageOf(courses, input, count?.n ?? 0, (course) => [keys.get(course.id) ?? '', course.id]);
  }

  /** How many courses each choice would leave, under all the other wishes. */
  async facets(
    viewer: Viewer,
    input: { search?: string | null; filter?: CourseFilterInput | null },
  ): Promise<CourseFacets> {
    const counted = (facet: string, wish: keyof typeof WISHES, value: string, label = value, join = '') =>
      `(SELECT '${facet}' AS facet, ${value}::text AS value, ${label} AS label, count(*)::int AS count
        FROM course ${join} WHERE ${value} IS NOT NULL AND ${allBut(wish)} GROUP BY 2, 3 ORDER BY 4 DESC, 3 LIMIT ${MOST_FACETS})`;
    const rows = await viewer.tx.query<FacetCount & { facet: keyof CourseFacets }>(
      [
        counted('states', 'state', 'course.state'),
        counted('modes', 'mode', 'course.mode'),
        counted('languages', 'language', 'course.language'),
        counted(
          'providers',
          'provider',
          'course.provider_id',
          'provider.name',
          'JOIN course_provider provider ON provider.id = course.provider_id',
        ),
      ].join(' UNION ALL '),
      // Every part leaves one wish out, and the database asks that each parameter stand somewhere: together they do.
      wishesOf(input),
    );
    const of = (facet: keyof CourseFacets) =>
      rows.filter((row) => row.facet === facet).map(({ value, label, count }) => ({ value, label, count }));
    return { states: of('states'), modes: of('modes'), languages: of('languages'), providers: of('providers') };
  }

  async outcomesOf(viewer: Viewer, courseId: string): Promise<CourseOutcome[]> {
    const outcomes = await viewer.load('course-outcomes', courseId, async (ids) => {
      const found = await viewer.tx.manager.find(CourseOutcome, {
        where: { courseId: In([...ids]) },
        order: { position: 'ASC' },
      });
      return new Map(ids.map((id) => [id, found.filter((each) => each.courseId === id)]));
    });
    return outcomes ?? [];
  }

  /** The courses that one builds on, by title. */
  async requiredFor(viewer: Viewer, courseId: string): Promise<Course[]> {
    const required = await viewer.load('course-prerequisites', courseId, async (ids) => {
      const rows = await viewer.tx.query<{ courseId: string; requiredIds: string[] }>(
        `SELECT course_id AS "courseId", array_agg(required_id) AS "requiredIds" FROM course_prerequisite
         WHERE course_id = ANY ($1::uuid[]) GROUP BY 1`,
        [[...ids]],
      );
      return new Map(rows.map((row) => [row.courseId, row.requiredIds]));
    });
    const courses = await Promise.all((required ?? []).map((id) => this.byId(viewer, id)));
    return courses.filter((course) => course !== null).sort((a, b) => a.title.localeCompare(b.title));
  }

  /** Active courses that teach a skill, those that aim highest last. */
  async teaching(viewer: Viewer, skillId: string, first: number): Promise<Course[]> {
    const ids = await viewer.load('courses-teaching', skillId, async (skills) => {
      const rows = await viewer.tx.query<{ skillId: string; ids: string[] }>(
        `SELECT asked.id AS "skillId", found.ids FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
           SELECT coalesce(array_agg(one.id ORDER BY one.level_ordinal NULLS FIRST, lower(one.title)), '{}') AS ids FROM (
             SELECT course.id, course.title, taught.level_ordinal FROM course_outcome taught JOIN course ON course.id = taught.course_id
             WHERE taught.skill_id = asked.id AND course.state = 'ACTIVE'
             ORDER BY taught.level_ordinal NULLS FIRST, lower(course.title) LIMIT ${MOST_TEACHING}) one) found`,
        [[...skills]],
      );
      return new Map(rows.map((row) => [row.skillId, row.ids]));
    });
    const courses = await Promise.all((ids ?? []).slice(0, Math.max(first, 0)).map((id) => this.byId(viewer, id)));
    return courses.filter((course) => course !== null);
  }
}

function wishesOf({ search, filter }: { search?: string | null; filter?: CourseFilterInput | null }): unknown[] {
  const { state, mode, language, providerId, skillId, maxHours } = filter ?? {};
  const id = (given: string | null | undefined) => (given && !isId(given) ? NO_SUCH_ID : (given ?? null));
  return [
    searchPattern(search),
    state ?? null,
    mode ?? null,
    language ?? null,
    id(providerId),
    id(skillId),
    maxHours ?? null,
  ];
}

/** What is no id finds nothing. */
const NO_SUCH_ID = '00000000-0000-0000-0000-000000000000';
