import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '../../platform/graphql/connection.js';

/** A skill at one of its places in the tree. */
export interface SkillPlace {
  /** Of the place: a skill may stand below several others. */
  id: string;
  skillId: string;
  frameworkId: string;
  name: string;
  children: number;
}

interface ParentRow {
  id: string;
  parentId: string;
}

/** A skill of this version that is below another of this version. */
const PARENT = `parent.framework_id = $1 AND parent.type = 'isChildOf' AND parent.target_skill_id IS NOT NULL`;
/**
 * What stands below a skill: found by that skill. IS TRUE keeps the planner from finding the version first: of one that was
 * just written it has no statistics yet, takes it to be nearly empty, and would go through all of it once per row.
 */
const BELOW = `parent.type = 'isChildOf' AND (parent.framework_id = $1) IS TRUE AND parent.target_skill_id`;

/** The skill is in this version; looked up, not joined, for the same reason. */
const here = (skillId: string) =>
  `(${skillId} IN (SELECT skill_id FROM skill_revision WHERE framework_id = $1)) IS TRUE`;

/** The tree that “is a child of” makes of the skills of one framework version. */
@Injectable()
export class SkillTreeService {
  /** What stands directly below a skill, or at the top; by name. */
  async below(
    viewer: Viewer,
    frameworkId: string,
    parentId: string | null,
    input: PageInput,
  ): Promise<Page<SkillPlace>> {
    if (parentId !== null && !isId(parentId)) return pageOf<SkillPlace>([], input, 0, () => []);
    const from =
      parentId === null
        ? `FROM skill_revision revision WHERE revision.framework_id = $1 AND $2::uuid IS NULL AND revision.skill_id NOT IN (
             SELECT parent.origin_skill_id FROM skill_relation parent WHERE ${PARENT} AND ${here('parent.target_skill_id')})`
        : `FROM skill_relation parent JOIN skill_revision revision
             ON revision.skill_id = parent.origin_skill_id AND (revision.framework_id = $1) IS TRUE
           WHERE ${BELOW} = $2`;
    const place = parentId === null ? 'revision.id' : 'parent.id';
    const [name, id] = readCursor(input.after) ?? [];
    const [count] = await viewer.tx.query<{ n: number }>(`SELECT count(*)::int AS n ${from}`, [frameworkId, parentId]);
    const rows = await viewer.tx.query<SkillPlace>(
      `SELECT place.*, (SELECT count(*)::int FROM skill_relation parent JOIN skill_revision child
           ON child.skill_id = parent.origin_skill_id AND (child.framework_id = $1) IS TRUE
         WHERE ${BELOW} = place."skillId") AS children
       FROM (SELECT ${place} AS id, revision.skill_id AS "skillId", revision.framework_id AS "frameworkId", revision.name
         ${from} AND ($3::text IS NULL OR (lower(revision.name), ${place}::text) > ($3, $4))
         ORDER BY lower(revision.name), ${place}::text LIMIT $5) place
       ORDER BY lower(place.name), place.id::text`,
      [frameworkId, parentId, name ?? null, id ?? null, limitOf(input)],
    );
    return pageOf(rows, input, count?.n ?? 0, (row) => [row.name.toLowerCase(), row.id]);
  }

  /** One way from the top down to the skill, without the skill itself: ids of skills. */
  async pathTo(viewer: Viewer, frameworkId: string, skillId: string): Promise<string[]> {
    const paths = await viewer.load('path-to-skill', `${frameworkId} ${skillId}`, async (keys) => {
      const pairs = keys.map((key) => key.split(' '));
      const rows = await viewer.tx.query<{ key: string; path: string[] }>(
        `WITH RECURSIVE asked AS (
           SELECT framework_id, skill_id FROM unnest($1::uuid[], $2::uuid[]) AS each (framework_id, skill_id)
         ), up AS (
           SELECT framework_id, skill_id AS start, skill_id AS at, ARRAY[]::uuid[] AS path FROM asked
           UNION ALL
           SELECT up.framework_id, up.start, above.id, above.id || up.path FROM up CROSS JOIN LATERAL (
             SELECT parent.target_skill_id AS id FROM skill_relation parent JOIN skill_revision there
               ON there.framework_id = parent.framework_id AND there.skill_id = parent.target_skill_id
             WHERE parent.framework_id = up.framework_id AND parent.origin_skill_id = up.at AND parent.type = 'isChildOf'
             ORDER BY parent.position, parent.id LIMIT 1) above
           WHERE cardinality(up.path) < 50 AND above.id <> ALL (up.path)
         )
         SELECT DISTINCT ON (framework_id, start) framework_id || ' ' || start AS key, path FROM up
         ORDER BY framework_id, start, cardinality(path) DESC`,
        [pairs.map(([framework]) => framework), pairs.map(([, skill]) => skill)],
      );
      return new Map(rows.map(({ key, path }) => [key, path]));
    });
    return paths ?? [];
  }

  /** The names on the way when `skillId` below `parentId` would stand below itself; null when it would not. */
  async wayRound(viewer: Viewer, frameworkId: string, skillId: string, parentId: string): Promise<string[] | null> {
    const [found] = await viewer.tx.query<{ path: string[] }>(
      `WITH RECURSIVE up AS (
         SELECT $3::uuid AS at, ARRAY[$3::uuid] AS path
         UNION ALL
         SELECT parent.target_skill_id, up.path || parent.target_skill_id FROM up JOIN skill_relation parent
           ON parent.origin_skill_id = up.at AND ${PARENT}
         WHERE up.at <> $2 AND parent.target_skill_id <> ALL (up.path) AND cardinality(up.path) < 200
       )
       SELECT path FROM up WHERE at = $2 ORDER BY cardinality(path) LIMIT 1`,
      [frameworkId, skillId, parentId],
    );
    if (!found) return null;
    const ids = [skillId, ...found.path];
    const names = await viewer.tx.query<{ id: string; name: string }>(
      'SELECT skill_id AS id, name FROM skill_revision WHERE framework_id = $1 AND skill_id = ANY ($2::uuid[])',
      [frameworkId, ids],
    );
    const byId = new Map(names.map(({ id, name }) => [id, name]));
    return ids.map((id) => byId.get(id) ?? '?');
  }

  /** The relations that put a skill below others. */
  parentRows(viewer: Viewer, frameworkId: string, skillId: string): Promise<ParentRow[]> {
    return viewer.tx.query<ParentRow>(
      `SELECT parent.id, parent.target_skill_id AS "parentId" FROM skill_relation parent
       WHERE ${PARENT} AND parent.origin_skill_id = $2`,
      [frameworkId, skillId],
    );
  }

  async childRow(viewer: Viewer, frameworkId: string, skillId: string, parentId: string) {
    return this.relationRow(viewer, frameworkId, {
      type: 'isChildOf',
      originSkillId: skillId,
      targetSkillId: parentId,
    });
  }

  /** A row for `skill_relation`, after those that the skill has. */
  async relationRow(
    viewer: Viewer,
    frameworkId: string,
    relation: {
      type: string;
      originSkillId: string;
      targetSkillId?: string | null;
      targetUri?: string | null;
      targetTitle?: string | null;
    },
  ): Promise<Record<string, unknown>> {
    const [last] = await viewer.tx.query<{ next: number }>(
      'SELECT coalesce(max(position), -1) + 1 AS next FROM skill_relation WHERE framework_id = $1',
      [frameworkId],
    );
    return {
      ...{ id: newId(), framework_id: frameworkId, type: relation.type, origin_skill_id: relation.originSkillId },
      ...{ target_skill_id: relation.targetSkillId ?? null, target_uri: relation.targetUri ?? null },
      ...{ target_title: relation.targetTitle ?? null, position: last?.next ?? 0, source: {} },
    };
  }
}
