/** A skill framework as plain values, ids made of names: what an importer reads and what is written as a version. */
export interface FrameworkContent {
  /** The scale, lowest first. */
  levels: { value: number; name: string; description?: string }[];
  skills: ContentSkill[];
  relations?: ContentRelation[];
  families: ContentFamily[];
  /** Steps between levels of different job roles. The ladder of a role is the order of its levels and needs none. */
  edges?: ContentEdge[];
  /** What the files say of the framework itself. */
  about?: ContentAbout;
}

export interface ContentAbout {
  description?: string;
  language?: string;
  licenceUrl?: string;
  uri?: string;
  source?: SourceFacts;
}

/** What a source says and no field holds: kept, so that what goes out again loses nothing. */
export type SourceFacts = Record<string, unknown>;

export const SKILL_KINDS = ['SKILL', 'KNOWLEDGE', 'TOOL', 'GROUP', 'STATEMENT'] as const;
export type SkillKind = (typeof SKILL_KINDS)[number];

export const SKILL_CATEGORIES = ['TECHNICAL', 'TRANSFERABLE'] as const;
export type SkillCategory = (typeof SKILL_CATEGORIES)[number];

/** The names of CASE, whose meaning they have. */
export const RELATION_TYPES = [
  'isChildOf',
  'isPartOf',
  'isPeerOf',
  'precedes',
  'exactMatchOf',
  'isRelatedTo',
  'replacedBy',
  'exemplar',
  'hasSkillLevel',
  'isTranslationOf',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

export const EDGE_KINDS = ['LADDER', 'LATERAL', 'BRANCH'] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

export interface ContentSkill {
  id: string;
  name: string;
  /** A skill, unless something else is said. */
  kind?: SkillKind;
  category?: SkillCategory | null;
  synonyms?: string[];
  /** The code that people read. */
  coding?: string | null;
  uri?: string | null;
  notes?: string | null;
  source?: SourceFacts;
  description: string | null;
  /** By the name of the level in lower case: what somebody can do there, or null where nothing is said. */
  levels: Record<string, string[] | null>;
}

export interface ContentRelation {
  type: RelationType;
  /** Id of a skill of the same framework. */
  origin: string;
  /** Id of a skill of the same framework; left out where the other end is elsewhere. */
  target?: string;
  targetUri?: string;
  targetTitle?: string;
  /** Its place among the others; that of the list where it is left out. */
  position?: number;
  source?: SourceFacts;
}

export interface ContentEdge {
  /** Ids of levels of job roles of the same framework. */
  from: string;
  to: string;
  kind: EdgeKind;
  note?: string;
  source?: SourceFacts;
}

export interface ContentFamily {
  id: string;
  name: string;
  roles: ContentRole[];
}

export interface ContentRole {
  id: string;
  name: string;
  description: string;
  responsibilities: string[];
  levels: ContentRoleLevel[];
  uri?: string | null;
  alternativeTitles?: string[];
  source?: SourceFacts;
}

export interface ContentRoleLevel {
  id: string;
  name: string;
  /** Place in the ladder, 1 is the lowest. */
  order: number;
  /** What its place was derived from, where the source gives levels no order. */
  titleRank?: number;
  track?: string | null;
  seniorCivilService?: boolean;
  meanLevel?: number;
  description: string;
  responsibilities: string[];
  skills: ContentRequirement[];
}

export interface ContentRequirement {
  /** Id of a skill of the same framework. */
  skill: string;
  /** Value of a level of the scale; null where the framework names none. */
  level: number | null;
  /** 1 useful, 2 important, 3 essential. Frameworks that do not say mean 2. */
  importance?: number;
  mustHave?: boolean;
  source?: SourceFacts;
}

export interface ContentCounts {
  skills: number;
  jobFamilies: number;
  jobRoles: number;
  jobRoleLevels: number;
  requirements: number;
  skillsWithoutDescriptors: number;
}

export function countContent({ skills, families }: FrameworkContent): ContentCounts {
  const roles = families.flatMap((family) => family.roles);
  const levels = roles.flatMap((role) => role.levels);
  return {
    skills: skills.length,
    jobFamilies: families.length,
    jobRoles: roles.length,
    jobRoleLevels: levels.length,
    requirements: levels.reduce((sum, level) => sum + level.skills.length, 0),
    skillsWithoutDescriptors: skills.filter((skill) => Object.values(skill.levels).every((texts) => texts === null))
      .length,
  };
}
