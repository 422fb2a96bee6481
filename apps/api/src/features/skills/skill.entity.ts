import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RelationType, SkillCategory, SkillKind } from './framework-content.rules.js';

/** A skill as an identity: what awards and standings name, whatever its wording. */
@Entity('skill')
export class Skill {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  seriesId: string;

  @Column('text')
  code: string;
}

/** The wording of a skill in one version of its framework. */
@Entity('skill_revision')
export class SkillRevision {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid')
  frameworkId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  description: string | null;

  /** Per level of the scale, lowest first: what somebody can do there, or null where nothing is said. */
  @Column('jsonb')
  descriptors: (string[] | null)[];

  @Column('int')
  position: number;

  @Column('text')
  kind: SkillKind;

  /** Null: not said. */
  @Column('text', { nullable: true })
  category: SkillCategory | null;

  @Column('text', { array: true })
  synonyms: string[];

  /** The code that people read. */
  @Column('text', { nullable: true })
  coding: string | null;

  @Column('text', { nullable: true })
  uri: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  /** What the source says of it and no column holds. */
  @Column('jsonb')
  source: object;

  /** Counts saves of this wording in the draft. */
  @Column('int', { default: 1 })
  edit: number;
}

/** How one version of a framework ties a skill to another, or to something elsewhere. */
@Entity('skill_relation')
export class SkillRelation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  frameworkId: string;

  @Column('text')
  type: RelationType;

  @Column('uuid')
  originSkillId: string;

  /** Null: the other end is elsewhere, at `targetUri`. */
  @Column('uuid', { nullable: true })
  targetSkillId: string | null;

  @Column('text', { nullable: true })
  targetUri: string | null;

  @Column('text', { nullable: true })
  targetTitle: string | null;

  @Column('int')
  position: number;

  @Column('jsonb')
  source: object;
}

/** A skill together with one of its wordings: what people see. */
export class SkillView {
  constructor(
    readonly id: string,
    readonly code: string,
    readonly revisionId: string,
    readonly frameworkId: string,
    readonly name: string,
    /** Empty where the framework says nothing. */
    readonly description: string,
    readonly descriptors: (string[] | null)[],
    readonly kind: SkillKind,
    readonly category: SkillCategory | null,
    readonly synonyms: string[],
    readonly coding: string | null,
    readonly uri: string | null,
    readonly notes: string | null,
    /** Counts saves of this wording while it is a draft. */
    readonly edit: number,
  ) {}
}
