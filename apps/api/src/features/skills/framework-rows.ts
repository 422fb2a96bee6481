import type { EdgeKind, RelationType, SkillCategory, SkillKind, SourceFacts } from './framework-content.rules.js';
import type { LevelFacts } from './job-role.entity.js';

/** The content of a framework version as it is read to go out: rows with the names that stand for ids elsewhere. */
export interface SkillRow {
  id: string;
  code: string;
  name: string;
  description: string | null;
  descriptors: (string[] | null)[];
  kind: SkillKind;
  category: SkillCategory | null;
  synonyms: string[];
  coding: string | null;
  uri: string | null;
  notes: string | null;
  source: SourceFacts;
  position: number;
  /** Levels at which job roles ask for it. */
  asked: number[] | null;
  /** Whether it stands under another one, here or elsewhere. */
  below: boolean;
}

/** The other end of something: a skill of this version, of another framework, or an address. */
export interface SkillEnd {
  code: string | null;
  name: string | null;
  uri: string | null;
  seriesId: string | null;
  /** Whether it is a skill of this very version. */
  inside: boolean;
  /** Whether it was read from a package of CASE. */
  fromCase: boolean;
}

export interface RelationRow {
  id: string;
  type: RelationType;
  origin: SkillEnd;
  target: SkillEnd;
  targetTitle: string | null;
  position: number;
  source: SourceFacts;
}

export interface FamilyRow {
  id: string;
  code: string;
  name: string;
}

export interface RoleRow {
  id: string;
  familyCode: string;
  familyName: string;
  code: string;
  name: string;
  description: string;
  responsibilities: string[];
  uri: string | null;
  alternativeTitles: string[];
  source: SourceFacts;
  position: number;
}

export interface RoleLevelRow {
  id: string;
  roleCode: string;
  roleName: string;
  code: string;
  name: string;
  order: number;
  description: string;
  responsibilities: string[];
  facts: LevelFacts;
}

export interface RequirementRow {
  id: string;
  levelCode: string;
  levelName: string;
  roleCode: string;
  skill: SkillEnd;
  level: number | null;
  importance: number;
  mustHave: boolean;
  position: number;
  source: SourceFacts;
}

export interface EdgeRow {
  id: string;
  fromCode: string;
  fromName: string;
  fromRole: string;
  toCode: string;
  toName: string;
  toRole: string;
  kind: EdgeKind;
  note: string;
  source: SourceFacts;
}

const END = (
  alias: string,
) => `json_build_object('code', ${alias}.code, 'name', coalesce(${alias}_here.name, ${alias}_else.name),
  'uri', coalesce(${alias}_here.uri, ${alias}_else.uri), 'seriesId', ${alias}.series_id, 'inside', ${alias}_here.id IS NOT NULL,
  'fromCase', coalesce(${alias}_here.source, ${alias}_else.source) ? 'case')`;

/** A skill by its id, in the wording of this version; in its newest published one where it is of another framework. */
const JOIN_END = (alias: string, on: string, version: string) => `
  LEFT JOIN skill ${alias} ON ${alias}.id = ${on}
  LEFT JOIN skill_revision ${alias}_here ON ${alias}_here.skill_id = ${on} AND ${alias}_here.framework_id = ${version}
  LEFT JOIN LATERAL (
    SELECT revision.name, revision.uri, revision.source FROM skill_revision revision
    JOIN skill_framework framework ON framework.id = revision.framework_id AND framework.state <> 'DRAFT'
    WHERE revision.skill_id = ${on} AND ${alias}_here.id IS NULL
    ORDER BY framework.published_at DESC LIMIT 1) ${alias}_else ON ${alias}_here.id IS NULL`;

/** How each kind of row is read; `$1` is the framework version, `where` narrows to one row. */
export const ROWS = {
  skills: (where = '') => `
    SELECT skill.id, skill.code, it.name, it.description, it.descriptors, it.kind, it.category, it.synonyms, it.coding, it.uri,
      it.notes, it.source, it.position, asked.levels AS asked, below.skill_id IS NOT NULL AS below
    FROM skill_revision it JOIN skill ON skill.id = it.skill_id
    LEFT JOIN (SELECT skill_id, array_agg(DISTINCT level_ordinal ORDER BY level_ordinal) AS levels FROM job_role_requirement
      WHERE framework_id = $1 AND level_ordinal IS NOT NULL GROUP BY skill_id) asked ON asked.skill_id = it.skill_id
    LEFT JOIN (SELECT DISTINCT origin_skill_id AS skill_id FROM skill_relation WHERE framework_id = $1 AND type = 'isChildOf') below
      ON below.skill_id = it.skill_id
    WHERE it.framework_id = $1 ${where} ORDER BY it.position, skill.code`,
  relations: (where = '') => `
    SELECT it.id, it.type, ${END('origin')} AS origin,
      CASE WHEN it.target_skill_id IS NULL
        THEN json_build_object('code', NULL, 'name', it.target_title, 'uri', it.target_uri, 'inside', false, 'fromCase', false)
        ELSE ${END('target')} END AS target, it.target_title AS "targetTitle", it.position, it.source
    FROM skill_relation it ${JOIN_END('origin', 'it.origin_skill_id', '$1')} ${JOIN_END('target', 'it.target_skill_id', '$1')}
    WHERE it.framework_id = $1 ${where} ORDER BY it.position, it.id`,
  families: (where = '') => `
    SELECT it.id, it.code, it.name FROM job_family it WHERE it.framework_id = $1 ${where} ORDER BY it.position, it.code`,
  roles: (where = '') => `
    SELECT it.id, family.code AS "familyCode", family.name AS "familyName", it.code, it.name, it.description, it.responsibilities, it.uri,
      it.alternative_titles AS "alternativeTitles", it.source, it.position
    FROM job_role it JOIN job_family family ON family.id = it.family_id
    WHERE it.framework_id = $1 ${where} ORDER BY family.position, family.code, it.position, it.code`,
  levels: (where = '') => `
    SELECT it.id, role.code AS "roleCode", role.name AS "roleName", it.code, it.name, it."order", it.description,
      it.responsibilities, it.facts
    FROM job_role_level it JOIN job_role role ON role.id = it.role_id JOIN job_family family ON family.id = role.family_id
    WHERE it.framework_id = $1 ${where}
    ORDER BY family.position, family.code, role.position, role.code, it."order", it.code`,
  requirements: (where = '') => `
    SELECT it.id, level.code AS "levelCode", level.name AS "levelName", role.code AS "roleCode", ${END('skill')} AS skill,
      it.level_ordinal AS level, it.importance, it.must_have AS "mustHave", it.position, it.source
    FROM job_role_requirement it JOIN job_role_level level ON level.id = it.job_role_level_id
    JOIN job_role role ON role.id = level.role_id JOIN job_family family ON family.id = role.family_id
    ${JOIN_END('skill', 'it.skill_id', '$1')}
    WHERE it.framework_id = $1 ${where}
    ORDER BY family.position, family.code, role.position, role.code, level."order", level.code, it.position, it.id`,
  edges: (where = '') => `
    SELECT it.id, origin.code AS "fromCode", origin.name AS "fromName", origin_role.code AS "fromRole", target.code AS "toCode",
      target.name AS "toName", target_role.code AS "toRole", it.kind, it.note, it.source
    FROM job_role_edge it JOIN job_role_level origin ON origin.id = it.from_level_id
    JOIN job_role origin_role ON origin_role.id = origin.role_id
    JOIN job_role_level target ON target.id = it.to_level_id JOIN job_role target_role ON target_role.id = target.role_id
    WHERE it.framework_id = $1 AND it.origin = 'DECLARED' ${where} ORDER BY origin.code, target.code`,
} as const;
export type RowKind = keyof typeof ROWS;

export interface RowOf {
  skills: SkillRow;
  relations: RelationRow;
  families: FamilyRow;
  roles: RoleRow;
  levels: RoleLevelRow;
  requirements: RequirementRow;
  edges: EdgeRow;
}
