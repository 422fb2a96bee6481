/** A skill framework as plain values, ids made of names: what an importer reads and what is written as a version. */
export interface FrameworkContent {
  /** The scale, lowest first. */
  levels: { value: number; name: string; description?: string }[];
  skills: ContentSkill[];
  families: ContentFamily[];
}

export interface ContentSkill {
  id: string;
  name: string;
  description: string | null;
  /** By the name of the level in lower case: what somebody can do there, or null where nothing is said. */
  levels: Record<string, string[] | null>;
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
}

export interface ContentRoleLevel {
  id: string;
  name: string;
  /** Place in the ladder, 1 is the lowest. */
  order: number;
  titleRank: number;
  track: string | null;
  seniorCivilService: boolean;
  meanLevel: number;
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
