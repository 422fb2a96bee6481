import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By which format a version came in; OWN was begun here. */
export const SOURCE_KINDS = ['UK_GDD', 'ESCO', 'ONET', 'CASE', 'CSV', 'OWN'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export type FrameworkState = 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED';

/** Whether everything is in it that it was begun with. */
export type FrameworkContentState = 'WHOLE' | 'COPYING' | 'FAILED';

/** One version of a set of skills and job roles. A published one never changes; a newer one supersedes it. */
@Entity('skill_framework')
export class SkillFramework {
  @PrimaryColumn('uuid')
  id: string;

  /** The same for every version of one framework. */
  @Column('uuid')
  seriesId: string;

  @Column('text')
  title: string;

  @Column('text')
  publisher: string;

  @Column('text')
  version: string;

  @Column('text')
  state: FrameworkState;

  @Column('text')
  licence: string;

  @Column('text')
  attribution: string;

  @Column('text', { nullable: true })
  sourceUrl: string | null;

  @Column('text')
  description: string;

  /** BCP 47. */
  @Column('text')
  language: string;

  @Column('text', { nullable: true })
  licenceUrl: string | null;

  /** Its texts stay off outward pages, and out of what strangers may fetch. */
  @Column('boolean')
  restricted: boolean;

  @Column('text')
  sourceKind: SourceKind;

  /** Its address at its publisher. */
  @Column('text', { nullable: true })
  uri: string | null;

  /** What the source says of it and no column holds. */
  @Column('jsonb')
  source: object;

  @Column('uuid')
  scaleId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  /** Counts saves of what a draft says of itself. */
  @Column('int', { default: 1 })
  revision: number;

  /** The version that it began as a copy of. */
  @Column('uuid', { nullable: true })
  basedOnId: string | null;

  @Column('text', { default: 'WHOLE' })
  contentState: FrameworkContentState;
}

/** One step of a scale: how well a skill is held. */
@Entity('proficiency_level')
export class ProficiencyLevel {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  scaleId: string;

  /** 1 is the lowest. */
  @Column('int')
  ordinal: number;

  @Column('text')
  label: string;

  @Column('text', { nullable: true })
  description: string | null;
}

/** The levels at which skills of a framework are held, lowest first. */
@Entity('proficiency_scale')
export class ProficiencyScale {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Filled in by the service; scales are read whole. */
  levels: ProficiencyLevel[];
}
