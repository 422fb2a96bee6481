import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import {
  limitOf,
  type PageInput,
  pageOf,
  type Page,
  readCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { FrameworksService } from './frameworks.service.js';

export const SUBJECTS = ['SKILL', 'RELATION', 'JOB_ROLE', 'JOB_ROLE_LEVEL', 'REQUIREMENT'] as const;
export type DifferenceSubject = (typeof SUBJECTS)[number];
export const CHANGES = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export type DifferenceChange = (typeof CHANGES)[number];

export interface FieldDifference {
  field: string;
  before: string | null;
  after: string | null;
}

export interface FrameworkDifference {
  id: string;
  subject: DifferenceSubject;
  change: DifferenceChange;
  name: string;
  skillId: string | null;
  fields: FieldDifference[];
}

export interface DifferenceCount {
  subject: DifferenceSubject;
  change: DifferenceChange;
  count: number;
}

export interface FrameworkDifferences extends Page<FrameworkDifference> {
  counts: DifferenceCount[];
}

interface Filter {
  subject?: DifferenceSubject | null;
  change?: DifferenceChange | null;
  search?: string | null;
}

/** What differs between two versions of one framework. */
@Injectable()
export class FrameworkDifferencesService {
  constructor(private readonly frameworks: FrameworksService) {}

  /** One statement: every part of both versions laid beside each other by what lasts, then a page of what differs. */
  async between(
    viewer: Viewer,
    fromId: string,
    toId: string,
    input: PageInput & Filter,
  ): Promise<FrameworkDifferences | NotFound | InvalidInput> {
    const [from, to] = await Promise.all([this.frameworks.find(viewer, fromId), this.frameworks.find(viewer, toId)]);
    if (!from || !to) return new NotFound('This framework');
    if (from.seriesId !== to.seriesId)
      return InvalidInput.of('toId', 'These are versions of two different frameworks.');
    const [rank, name, key] = readCursor(input.after) ?? [];
    const place = /^\d$/.test(rank ?? '') ? Number(rank) : null;
    const [row] = await viewer.tx.query<{
      rows: (FrameworkDifference & { rank: number })[] | null;
      counts: DifferenceCount[];
    }>(DIFFERENCES, [
      from.id,
      to.id,
      input.subject ?? null,
      input.change ?? null,
      searchPattern(input.search),
      place,
      name ?? '',
      key ?? '',
      limitOf(input),
    ]);
    const counts = row?.counts ?? [];
    const total = counts
      .filter(
        (each) => (!input.subject || each.subject === input.subject) && (!input.change || each.change === input.change),
      )
      .reduce((sum, each) => sum + each.count, 0);
    const page = pageOf(row?.rows ?? [], input, total, (each) => [String(each.rank), each.name.toLowerCase(), each.id]);
    return { ...page, counts };
  }
}

/** A field of both sides, named where it differs. */
const field = (name: string, was: string, now = was.replaceAll('was.', 'now.')) =>
  `CASE WHEN ${was} IS DISTINCT FROM ${now} THEN jsonb_build_object('field', '${name}', 'before', ${was}, 'after', ${now}) END`;
const fields = (...each: string[]) =>
  `jsonb_path_query_array(jsonb_build_array(${each.join(', ')}), '$[*] ? (@ != null)')`;
const change = (was: string, now: string) =>
  `CASE WHEN ${was} IS NULL THEN 'ADDED' WHEN ${now} IS NULL THEN 'REMOVED' ELSE 'CHANGED' END`;
/** Lists of texts as lines, so that a screen can lay words beside words. */
const lines = (list: string) => `array_to_string(${list}, E'\\n')`;

const DESCRIPTORS = Array.from({ length: 12 }, (_, at) =>
  field(
    `descriptors.${at}`,
    `(SELECT string_agg(line, E'\\n') FROM jsonb_array_elements_text(CASE WHEN jsonb_typeof(was.descriptors->${at}) = 'array' THEN was.descriptors->${at} ELSE '[]' END) AS line)`,
  ),
);

const REQUIREMENTS = (framework: string) =>
  `(SELECT level.code, asked.skill_id, asked.job_role_level_id, asked.level_ordinal, asked.importance, asked.must_have
    FROM job_role_requirement asked JOIN job_role_level level ON level.id = asked.job_role_level_id
    WHERE asked.framework_id = ${framework})`;
const RELATIONS = (framework: string) =>
  `(SELECT type, origin_skill_id, coalesce(target_skill_id::text, target_uri) AS other, target_skill_id,
      min(coalesce(target_title, target_uri)) AS outside
    FROM skill_relation WHERE framework_id = ${framework} GROUP BY 1, 2, 3, 4)`;
const LEVELS = (framework: string) =>
  `(SELECT level.code, role.name || ', ' || level.name AS name, level."order", level.description, level.responsibilities
    FROM job_role_level level JOIN job_role role ON role.id = level.role_id WHERE level.framework_id = ${framework})`;
const OF_ROLE = (side: string) =>
  `(SELECT string_agg(line, E'\\n') FROM jsonb_array_elements_text(${side}.responsibilities) AS line)`;

const DIFFERENCES = `
  WITH word AS (
    -- What a skill is called: in the newer version, else in the older, else anywhere.
    SELECT DISTINCT ON (skill_id) skill_id, name FROM skill_revision
    WHERE framework_id IN ($1, $2) OR framework_id IN (SELECT id FROM skill_framework WHERE state = 'PUBLISHED')
    ORDER BY skill_id, framework_id = $2 DESC, framework_id = $1 DESC
  ), difference AS (
    SELECT 1 AS rank, 'SKILL' AS subject, ${change('was.id', 'now.id')} AS change, coalesce(now.skill_id, was.skill_id)::text AS id,
      coalesce(now.name, was.name) AS name, coalesce(now.skill_id, was.skill_id) AS skill_id,
      CASE WHEN was.id IS NULL OR now.id IS NULL THEN '[]' ELSE ${fields(
        field('name', 'was.name'),
        field('description', 'was.description'),
        field('kind', 'was.kind'),
        field('category', 'was.category'),
        field('synonyms', lines('was.synonyms')),
        field('coding', 'was.coding'),
        field('notes', 'was.notes'),
        ...DESCRIPTORS,
      )} END AS fields
    FROM (SELECT * FROM skill_revision WHERE framework_id = $1) was
    FULL JOIN (SELECT * FROM skill_revision WHERE framework_id = $2) now USING (skill_id)
    WHERE (was.id IS NULL OR now.id IS NULL OR
      (was.name, was.description, was.kind, was.category, was.synonyms, was.coding, was.notes, was.descriptors) IS DISTINCT FROM
      (now.name, now.description, now.kind, now.category, now.synonyms, now.coding, now.notes, now.descriptors))
    UNION ALL
    SELECT 2, 'RELATION', ${change('was.type', 'now.type')}, concat_ws(' ', 'relation', type, origin_skill_id, other),
      coalesce(origin.name, '?'), origin_skill_id,
      jsonb_build_array(jsonb_build_object('field', type,
        'before', CASE WHEN was.type IS NOT NULL THEN coalesce(target.name, was.outside, '?') END,
        'after', CASE WHEN now.type IS NOT NULL THEN coalesce(target.name, now.outside, '?') END))
    FROM ${RELATIONS('$1')} was FULL JOIN ${RELATIONS('$2')} now USING (type, origin_skill_id, other)
    LEFT JOIN word origin ON origin.skill_id = origin_skill_id
    LEFT JOIN word target ON target.skill_id = coalesce(now.target_skill_id, was.target_skill_id)
    WHERE was.type IS NULL OR now.type IS NULL
    UNION ALL
    SELECT 3, 'JOB_ROLE', ${change('was.id', 'now.id')}, 'role ' || coalesce(now.code, was.code), coalesce(now.name, was.name), NULL,
      CASE WHEN was.id IS NULL OR now.id IS NULL THEN '[]' ELSE ${fields(
        field('name', 'was.name'),
        field('description', 'was.description'),
        field('responsibilities', OF_ROLE('was')),
        field('alternativeTitles', lines('was.alternative_titles')),
      )} END
    FROM (SELECT * FROM job_role WHERE framework_id = $1) was FULL JOIN (SELECT * FROM job_role WHERE framework_id = $2) now ON now.code = was.code
    WHERE (was.name, was.description, was.responsibilities, was.alternative_titles) IS DISTINCT FROM
      (now.name, now.description, now.responsibilities, now.alternative_titles)
    UNION ALL
    SELECT 4, 'JOB_ROLE_LEVEL', ${change('was.code', 'now.code')}, 'level ' || coalesce(now.code, was.code), coalesce(now.name, was.name), NULL,
      CASE WHEN was.code IS NULL OR now.code IS NULL THEN '[]' ELSE ${fields(
        field('name', 'was.name'),
        field('order', 'was."order"::text'),
        field('description', 'was.description'),
        field('responsibilities', OF_ROLE('was')),
      )} END
    FROM ${LEVELS('$1')} was FULL JOIN ${LEVELS('$2')} now ON now.code = was.code
    WHERE (was.code, was.name, was."order", was.description, was.responsibilities) IS DISTINCT FROM
      (now.code, now.name, now."order", now.description, now.responsibilities)
    UNION ALL
    SELECT 5, 'REQUIREMENT', ${change('was.skill_id', 'now.skill_id')}, concat_ws(' ', 'asked', coalesce(now.code, was.code), skill_id),
      role.name || ', ' || level.name || ': ' || coalesce(word.name, '?'), skill_id,
      ${fields(
        field('level', 'was.level_ordinal::text'),
        field('importance', 'was.importance::text'),
        field('mustHave', 'was.must_have::text'),
      )}
    FROM ${REQUIREMENTS('$1')} was FULL JOIN ${REQUIREMENTS('$2')} now USING (code, skill_id)
    JOIN job_role_level level ON level.id = coalesce(now.job_role_level_id, was.job_role_level_id)
    JOIN job_role role ON role.id = level.role_id
    LEFT JOIN word USING (skill_id)
    WHERE was.skill_id IS NULL OR now.skill_id IS NULL OR
      (was.level_ordinal, was.importance, was.must_have) IS DISTINCT FROM (now.level_ordinal, now.importance, now.must_have)
  ), found AS MATERIALIZED (
    SELECT * FROM difference WHERE $5::text IS NULL OR name ILIKE $5
  ), page AS (
    SELECT * FROM found WHERE ($3::text IS NULL OR subject = $3) AND ($4::text IS NULL OR change = $4)
      AND ($6::int IS NULL OR (rank, lower(name), id) > ($6, $7, $8))
    ORDER BY rank, lower(name), id LIMIT $9
  )
  SELECT (SELECT jsonb_agg(jsonb_build_object('rank', rank, 'id', id, 'subject', subject, 'change', change, 'name', name,
      'skillId', skill_id, 'fields', fields) ORDER BY rank, lower(name), id) FROM page) AS rows,
    coalesce((SELECT jsonb_agg(each ORDER BY each.subject, each.change)
      FROM (SELECT subject, change, count(*)::int AS count FROM found GROUP BY subject, change) each), '[]') AS counts`;
