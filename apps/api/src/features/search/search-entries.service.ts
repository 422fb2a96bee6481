import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';

const INTO =
  'INSERT INTO search_entry (kind, id, title, context, code, synonyms, source_id, weight, title_words, code_words, words)';
const AGAIN = `ON CONFLICT (kind, id) DO UPDATE SET title = excluded.title, context = excluded.context, code = excluded.code,
  synonyms = excluded.synonyms, source_id = excluded.source_id, weight = excluded.weight, title_words = excluded.title_words,
  code_words = excluded.code_words, words = excluded.words`;

/** The skill's wording, its other names and its code; the more rungs ask for it, the weightier. */
const SKILLS = `${INTO}
  SELECT 'SKILL', skill.id, revision.name, framework.title, coalesce(revision.coding, skill.code), revision.synonyms, framework.id,
    coalesce(asked.n, 0), search_words(revision.name), search_words(coalesce(revision.coding, skill.code)),
    search_words(revision.name, skill.code, revision.coding, array_to_string(revision.synonyms, ' '))
  FROM skill_revision revision JOIN skill ON skill.id = revision.skill_id JOIN skill_framework framework ON framework.id = revision.framework_id
  LEFT JOIN (SELECT skill_id, count(*)::int AS n FROM job_role_requirement WHERE framework_id = $1 GROUP BY skill_id) asked
    ON asked.skill_id = skill.id
  WHERE revision.framework_id = $1 ${AGAIN}`;

/** A rung is found by its own name, and by its role's names. */
const JOB_ROLES = `${INTO}
  SELECT 'JOB_ROLE', level.id, level.name, family.name, level.code, role.alternative_titles, level.framework_id, 0,
    search_words(level.name), search_words(level.code), search_words(level.name, role.name, level.code, array_to_string(role.alternative_titles, ' '))
  FROM job_role_level level JOIN job_role role ON role.id = level.role_id JOIN job_family family ON family.id = role.family_id
  WHERE level.framework_id = $1 ${AGAIN}`;

const FRAMEWORK = `${INTO}
  SELECT 'FRAMEWORK', id, title, publisher, NULL, '{}', id, 1000, search_words(title), '', search_words(title, publisher)
  FROM skill_framework WHERE id = $1 ${AGAIN}`;

const ACHIEVEMENT = `${INTO}
  SELECT 'ACHIEVEMENT', version.id, version.name, coalesce(skill.title, ''), NULL, '{}', version.achievement_id, 100,
    search_words(version.name), '', search_words(version.name, skill.title)
  FROM achievement_version version LEFT JOIN search_entry skill ON skill.kind = 'SKILL' AND skill.id = version.skill_id
  WHERE version.id = $1 ${AGAIN}`;

/** A course is found by its name, its code, what it is about and who gives it. */
const COURSES = `${INTO}
  SELECT 'COURSE', course.id, course.title, coalesce(provider.name, ''), course.code, '{}',
    coalesce(course.catalogue_id, '00000000-0000-0000-0000-000000000000'), 0, search_words(course.title), search_words(course.code),
    search_words(course.title, course.code, provider.name, array_to_string(course.topics, ' '))
  FROM course LEFT JOIN course_provider provider ON provider.id = course.provider_id WHERE course.state = 'ACTIVE'
  ${AGAIN} WHERE (search_entry.words, search_entry.context, search_entry.source_id) IS DISTINCT FROM (excluded.words, excluded.context, excluded.source_id)
  RETURNING source_id AS "sourceId"`;

const WORDS = `INSERT INTO search_word (word)
  SELECT DISTINCT word FROM search_entry, unnest(string_to_array(btrim(words), ' ')) AS word WHERE source_id = $1 AND length(word) > 2
  ON CONFLICT DO NOTHING`;

/** Keeps what can be found in step with what is published. The only writer of its table. */
@Injectable()
export class SearchEntries {
  async framework(system: Viewer, id: string, superseded: string | null): Promise<void> {
    if (superseded) await this.forget(system, superseded);
    for (const statement of [FRAMEWORK, SKILLS, JOB_ROLES, WORDS]) await system.tx.query(statement, [id]);
  }

  async achievement(system: Viewer, versionId: string, achievementId: string): Promise<void> {
    await this.forget(system, achievementId);
    await system.tx.query(ACHIEVEMENT, [versionId]);
    await system.tx.query(WORDS, [achievementId]);
  }

  /** What was published without anybody hearing of it comes in, and the courses as they are now; what is out of date goes. */
  async catchUp(system: Viewer): Promise<void> {
    await system.tx.query(
      `DELETE FROM search_entry WHERE source_id IN (SELECT id FROM skill_framework WHERE state <> 'PUBLISHED')
         OR (kind = 'ACHIEVEMENT' AND id IN (SELECT id FROM achievement_version WHERE state <> 'PUBLISHED'))`,
    );
    const frameworks = await system.tx.query<{ id: string }>(
      `SELECT id FROM skill_framework WHERE state = 'PUBLISHED'
         AND NOT EXISTS (SELECT FROM search_entry WHERE kind = 'FRAMEWORK' AND search_entry.id = skill_framework.id)`,
    );
    for (const { id } of frameworks) await this.framework(system, id, null);
    await this.courses(system);
    const versions = await system.tx.query<{ id: string; achievementId: string }>(
      `SELECT id, achievement_id AS "achievementId" FROM achievement_version version WHERE state = 'PUBLISHED'
         AND NOT EXISTS (SELECT FROM search_entry WHERE kind = 'ACHIEVEMENT' AND search_entry.id = version.id)`,
    );
    for (const { id, achievementId } of versions) await this.achievement(system, id, achievementId);
  }

  /** Courses change one by one and in whole catalogues; what differs is written, the rest is left alone. */
  private async courses(system: Viewer): Promise<void> {
    await system.tx.query(
      `DELETE FROM search_entry WHERE kind = 'COURSE' AND id NOT IN (SELECT id FROM course WHERE state = 'ACTIVE')`,
    );
    const changed = await system.tx.query<{ sourceId: string }>(COURSES);
    for (const sourceId of new Set(changed.map((row) => row.sourceId))) await system.tx.query(WORDS, [sourceId]);
  }

  private async forget(system: Viewer, sourceId: string): Promise<void> {
    await system.tx.query('DELETE FROM search_entry WHERE source_id = $1', [sourceId]);
  }
}
