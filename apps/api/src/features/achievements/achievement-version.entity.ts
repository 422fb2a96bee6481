import type { StackRule } from '@assay/pathway';
import type { Rubric } from '@assay/rubric';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SkillView } from '../skills/skill.entity.js';
import type { AngoffPanel, CutScoreSetting } from './cut-score.rules.js';
import { type EuDescriptors, toDescriptors } from './eu-descriptors.rules.js';
import type { EvidenceRule } from './asked-evidence.rules.js';
import type { StoredChange } from './version-change.js';

export type AchievementState = 'DRAFT' | 'PUBLISHED' | 'RETIRED' | 'SUPERSEDED';
export type AchievementRoute = 'PORTFOLIO' | 'OBSERVATION' | 'COMPLETION' | 'PRIOR_LEARNING' | 'STACK';
export type MarkingPolicy = 'SINGLE' | 'SECOND_MARK_SAMPLE' | 'DOUBLE_BLIND';

export type ReleaseMode = 'SINGLE' | 'BATCH' | 'SCHEDULED';
/** What somebody shows again when validity ends. */
export type Renewal = 'CHANGED_CRITERIA' | 'ALL_CRITERIA' | 'NOTHING';
export type SkillCategory = NonNullable<SkillView['category']>;

/** A skill besides the principal one, at the level that the award gives. */
export interface FurtherSkill {
  skillId: string;
  levelOrdinal: number | null;
  category: SkillCategory | null;
  /** The wording of the skill on the day of publishing. */
  revisionId: string | null;
}

/** Any skill that the award gives; the principal one gives the badge its level. */
export interface AwardedSkill extends FurtherSkill {
  isPrincipal: boolean;
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

  /** What the designer says of the principal skill; null: what its framework says. */
  @Column('text', { nullable: true })
  skillCategory: SkillCategory | null;

  @Column('jsonb')
  furtherSkills: FurtherSkill[];

  @Column('jsonb')
  outcomes: string[];

  @Column('jsonb')
  rubric: Rubric;

  /** In words, for people. */
  @Column('jsonb')
  evidenceAsked: string[];

  /** What can be counted of it. */
  @Column('jsonb')
  evidenceRules: EvidenceRule[];

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

  /** Null: as often as somebody likes. */
  @Column('int', { nullable: true })
  maxAttempts: number | null;

  /** Days between an outcome and the next attempt; null: none. */
  @Column('int', { nullable: true })
  coolOffDays: number | null;

  @Column('text')
  route: AchievementRoute;

  /** What must be held; on the route STACK and only there. */
  @Column('jsonb', { nullable: true })
  stackRule: StackRule | null;

  @Column('text')
  markingPolicy: MarkingPolicy;

  /** 0 to 1; of the submissions that one assessor would mark alone. */
  @Column('double precision')
  secondMarkShare: number;

  /** How near to the cut score, 0 to 0.5, a second assessor is asked. */
  @Column('double precision')
  borderlineBand: number;

  @Column('boolean')
  highStakes: boolean;

  @Column('text')
  releaseMode: ReleaseMode;

  @Column('text')
  renewal: Renewal;

  /** How many months before the end holders are reminded; null: they are not. */
  @Column('int', { nullable: true })
  reminderMonths: number | null;

  /** Achievements that come first, whichever version of them is held. */
  @Column('uuid', { array: true })
  prerequisiteIds: string[];

  /** Versions from before a descriptor existed say nothing of it. */
  @Column('jsonb', { transformer: { to: (value: unknown) => value, from: toDescriptors } })
  descriptors: EuDescriptors;

  /** Against the version before. In a draft: what its designers said of the changes so far. */
  @Column('jsonb')
  changes: StoredChange[];

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

  /** The last save of the draft. */
  @Column('timestamptz', { nullable: true })
  savedAt: Date | null;

  @Column('uuid', { nullable: true })
  savedBy: string | null;

  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;

  @Column('uuid', { nullable: true })
  retiredBy: string | null;

  @Column('text', { nullable: true })
  retiredReason: string | null;
}

/** All skills that a version awards, the principal one first. */
export function awardedSkills(version: AchievementVersion): AwardedSkill[] {
  const { skillId, levelOrdinal, skillCategory: category, skillRevisionId: revisionId, furtherSkills } = version;
  const further = furtherSkills.map((skill) => ({ ...skill, isPrincipal: false }));
  return skillId ? [{ skillId, levelOrdinal, category, revisionId, isPrincipal: true }, ...further] : further;
}
