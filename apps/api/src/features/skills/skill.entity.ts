import { Column, Entity, PrimaryColumn } from 'typeorm';

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
  ) {}
}
