import type { EdgeKind, RelationType, SkillCategory, SkillKind, SourceFacts } from './framework-content.rules.js';
import type { LevelFacts } from './job-role.entity.js';

/** The content of a framework version as it is read to go out: rows with the names that stand for ids elsewhere. */
export interface StoredSkill {
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
}

export interface SkillRow extends StoredSkill {
  /** Levels at which job roles ask for it. */
  asked: readonly number[];
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

/** As it is stored; the ends are named when it is read. */
export interface StoredRelation {
  id: string;
  type: RelationType;
  originId: string;
  targetId: string | null;
  targetUri: string | null;
  targetTitle: string | null;
  position: number;
  source: SourceFacts;
}

export interface RelationRow extends StoredRelation {
  origin: SkillEnd;
  target: SkillEnd;
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

export interface StoredRequirement {
  id: string;
  levelCode: string;
  levelName: string;
  roleCode: string;
  skillId: string;
  level: number | null;
  importance: number;
  mustHave: boolean;
  position: number;
  source: SourceFacts;
}

export interface RequirementRow extends StoredRequirement {
  skill: SkillEnd;
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

/** How each kind of row is read; `$1` is the framework version, `where` narrows to one row. */
export const ROWS = {
  skills: (where = '') => `
    SELECT skill.id, skill.code, it.name, it.description, it.descriptors, it.kind, it.category, it.synonyms, it.coding, it.uri,
      it.notes, it.source, it.position
    FROM skill_revision it JOIN skill ON skill.id = it.skill_id
    WHERE it.framework_id = $1 ${where} ORDER BY it.position, skill.code`,
  relations: (where = '') => `
    SELECT it.id, it.type, it.origin_skill_id AS "originId", it.target_skill_id AS "targetId", it.target_uri AS "targetUri",
      it.target_title AS "targetTitle", it.position, it.source
    FROM skill_relation it WHERE it.framework_id = $1 ${where} ORDER BY it.position, it.id`,
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
    SELECT it.id, level.code AS "levelCode", level.name AS "levelName", role.code AS "roleCode", it.skill_id AS "skillId",
      it.level_ordinal AS level, it.importance, it.must_have AS "mustHave", it.position, it.source
    FROM job_role_requirement it JOIN job_role_level level ON level.id = it.job_role_level_id
    JOIN job_role role ON role.id = level.role_id JOIN job_family family ON family.id = role.family_id
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
