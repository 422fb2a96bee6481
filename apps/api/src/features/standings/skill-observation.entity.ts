import { Column, Entity, PrimaryColumn } from 'typeorm';

/** As what somebody saw the work. */
export const OBSERVER_CAPACITIES = ['MANAGER', 'PEER'] as const;
export type ObserverCapacity = (typeof OBSERVER_CAPACITIES)[number];

/** At which level somebody was seen at work. */
@Entity('skill_observation')
export class SkillObservation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  observerId: string;

  @Column('uuid')
  skillId: string;

  @Column('int')
  ordinal: number;

  @Column('text')
  capacity: ObserverCapacity;

  /** Not shown once, but used in the daily work. */
  @Column('boolean')
  usedOnJob: boolean;

  @Column('date')
  seenOn: string;

  @Column('text')
  words: string;

  @Column('timestamptz')
  observedAt: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
