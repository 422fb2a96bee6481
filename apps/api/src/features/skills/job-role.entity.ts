import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EdgeKind } from './framework-content.rules.js';

/** A family of job roles, e.g. everything about data. */
@Entity('job_family')
export class JobFamily {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  frameworkId: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('int')
  position: number;
}

/** A job with a ladder of levels. Not a role in the programme: those are granted. */
@Entity('job_role')
export class JobRole {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  frameworkId: string;

  @Column('uuid')
  familyId: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  description: string;

  @Column('jsonb')
  responsibilities: string[];

  @Column('int')
  position: number;

  @Column('text', { nullable: true })
  uri: string | null;

  @Column('text', { array: true })
  alternativeTitles: string[];

  /** Counts saves of the role, its rungs and what they ask. */
  @Column('int', { default: 1 })
  revision: number;

  /** What the source says of it and no column holds. */
  @Column('jsonb')
  source: object;
}

/** What the source says of a level besides its text, and what its place was derived from. */
export interface LevelFacts {
  titleRank: number;
  track: string | null;
  meanLevel: number;
  seniorCivilService: boolean;
}

/** A rung of a job role's ladder; 1 is the lowest. */
@Entity('job_role_level')
export class JobRoleLevel {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  frameworkId: string;

  @Column('uuid')
  roleId: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('int')
  order: number;

  @Column('text')
  description: string;

  @Column('jsonb')
  responsibilities: string[];

  @Column('jsonb')
  facts: LevelFacts;
}

/** A skill that a rung asks for: at which level, how important, and whether nothing can outweigh it. */
@Entity('job_role_requirement')
export class JobRoleRequirement {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  frameworkId: string;

  @Column('uuid')
  jobRoleLevelId: string;

  @Column('uuid')
  skillId: string;

  /** The version of another framework in whose wording, and on whose scale, the skill is asked; null: the own one. */
  @Column('uuid', { nullable: true })
  adoptedFrom: string | null;

  /** Null: the framework names no level. */
  @Column('int', { nullable: true })
  levelOrdinal: number | null;

  /** 1 useful, 2 important, 3 essential. */
  @Column('int')
  importance: number;

  @Column('boolean')
  mustHave: boolean;

  @Column('int')
  position: number;

  @Column('jsonb')
  source: object;
}

/** A step from a level of one job role to a level of another. The ladder within a role is the order of its levels. */
@Entity('job_role_edge')
export class JobRoleEdge {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  frameworkId: string;

  @Column('uuid')
  fromLevelId: string;

  @Column('uuid')
  toLevelId: string;

  @Column('text')
  kind: EdgeKind;

  /** Said by a person or a source, or worked out from what the levels ask. */
  @Column('text')
  origin: 'DECLARED' | 'DERIVED';

  @Column('text')
  note: string;

  @Column('jsonb')
  source: object;
}
