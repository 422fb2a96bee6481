import type { StackRule } from '@assay/pathway';
import type { Rubric } from '@assay/rubric';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AngoffPanel, CutScoreSetting } from './cut-score.rules.js';

export type AchievementState = 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED';
export type AchievementRoute = 'PORTFOLIO' | 'OBSERVATION' | 'COMPLETION' | 'PRIOR_LEARNING' | 'STACK';
export type MarkingPolicy = 'SINGLE' | 'SECOND_MARK_SAMPLE' | 'DOUBLE_BLIND';

/** The EU descriptors of a micro-credential (Council Recommendation 2022/C 243/02, Annex I). */
export interface EuDescriptors {
  workloadHours: number | null;
  ects: number | null;
  eqfLevel: number | null;
  language: string;
  participation: string;
  assessmentType: string;
  supervision: string;
  qualityAssurance: string;
  prerequisites: string;
  stackability: string;
}

/** The identity of what can be earned; its content is in versions. */
@Entity('achievement')
export class Achievement {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid', { nullable: true })
  createdBy: string | null;
}

/** What can be earned, in one version. The database refuses to change a published one. */
@Entity('achievement_version')
export class AchievementVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  achievementId: string;

  @Column('int')
  number: number;

  @Column('text')
  state: AchievementState;

  /** Counts saves of the draft. */
  @Column('int')
  revision: number;

  @Column('text')
  name: string;

  @Column('text')
  description: string;

  @Column('uuid', { nullable: true })
  skillId: string | null;

  /** The wording of the skill on the day of publishing. */
  @Column('uuid', { nullable: true })
  skillRevisionId: string | null;

  @Column('int', { nullable: true })
  levelOrdinal: number | null;

  @Column('jsonb')
  outcomes: string[];

  @Column('jsonb')
  rubric: Rubric;

  @Column('jsonb')
  evidenceAsked: string[];

  /** 0 to 1. */
  @Column('double precision')
  cutScore: number;

  /** How the cut score came about; null: nobody has touched it since the draft began. */
  @Column('jsonb', { nullable: true })
  cutScoreSetting: CutScoreSetting | null;

  /** What a panel of judges has estimated so far; null: none was asked. */
  @Column('jsonb', { nullable: true })
  angoffPanel: AngoffPanel | null;

  /** Null: never ends. */
  @Column('int', { nullable: true })
  validityMonths: number | null;

  @Column('int', { nullable: true })
  evidenceMaxAgeMonths: number | null;

  @Column('text')
  route: AchievementRoute;

  /** What must be held; on the route STACK and only there. */
  @Column('jsonb', { nullable: true })
  stackRule: StackRule | null;

  @Column('text')
  markingPolicy: MarkingPolicy;

  @Column('jsonb')
  descriptors: EuDescriptors;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  /** Everybody who wrote on it, also on the version it began from. */
  @Column('uuid', { array: true })
  authorIds: string[];

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('uuid', { nullable: true })
  publishedBy: string | null;
}
