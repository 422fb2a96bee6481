import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who looks after a framework in all its versions. */
@Entity('framework_steward')
export class FrameworkSteward {
  @PrimaryColumn('uuid')
  seriesId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('uuid')
  namedBy: string;

  @Column('timestamptz')
  namedAt: Date;
}

export const PROPOSAL_STATES = ['WAITING', 'ACCEPTED', 'REFUSED', 'EXISTS'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** A skill that somebody misses, and what became of the wish. */
@Entity('skill_proposal')
export class SkillProposal {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  seriesId: string;

  @Column('text')
  name: string;

  @Column('text')
  why: string;

  @Column('text')
  evidence: string;

  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz')
  proposedAt: Date;

  @Column('text')
  state: ProposalState;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** The skill it became, or the one that was there already. */
  @Column('uuid', { nullable: true })
  skillId: string | null;
}

/** From a day on nothing new is built on a skill. Who holds it keeps it. */
@Entity('skill_retirement')
export class SkillRetirement {
  @PrimaryColumn('uuid')
  skillId: string;

  @Column('date')
  retiresOn: string;

  @Column('text')
  reason: string;

  @Column('uuid')
  retiredBy: string;

  @Column('timestamptz')
  retiredAt: Date;
}

/** A level of one scale with those of another that it means: none, one or several. */
export interface LevelPair {
  from: number;
  to: number[];
}

export const CROSSWALK_STATES = ['DRAFT', 'AGREED', 'SUPERSEDED'] as const;
export type CrosswalkState = (typeof CROSSWALK_STATES)[number];

/** What the levels of one scale mean on another, as one person wrote it and another agreed. It only ever suggests. */
@Entity('scale_crosswalk')
export class ScaleCrosswalk {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  fromScaleId: string;

  @Column('uuid')
  toScaleId: string;

  @Column('jsonb')
  pairs: LevelPair[];

  @Column('text')
  reason: string;

  @Column('text')
  state: CrosswalkState;

  @Column('int')
  revision: number;

  @Column('uuid')
  writtenBy: string;

  @Column('timestamptz')
  writtenAt: Date;

  @Column('uuid', { nullable: true })
  agreedBy: string | null;

  @Column('timestamptz', { nullable: true })
  agreedAt: Date | null;
}

/** Somebody's word that a level of one skill counts as a level of another. */
@Entity('accepted_conversion')
export class AcceptedConversion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  purpose: 'REQUIREMENT' | 'STANDING';

  /** Whose standing; null for what a framework asks. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  frameworkId: string | null;

  @Column('uuid')
  fromSkillId: string;

  @Column('int')
  fromOrdinal: number;

  @Column('uuid')
  toSkillId: string;

  @Column('int')
  toOrdinal: number;

  @Column('uuid', { nullable: true })
  crosswalkId: string | null;

  @Column('uuid')
  acceptedBy: string;

  @Column('timestamptz')
  acceptedAt: Date;
}

export const HORIZONS = ['NOW', 'NEXT', 'LATER'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** What the business expects to need, before anybody designs for it. */
@Entity('strategy_note')
export class StrategyNote {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('text')
  horizon: Horizon;

  @Column('uuid', { array: true })
  skillIds: string[];

  @Column('int')
  revision: number;

  @Column('uuid')
  writtenBy: string;

  @Column('timestamptz')
  writtenAt: Date;

  @Column('timestamptz')
  changedAt: Date;
}
