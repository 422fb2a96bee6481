import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody says they can do. Never changed: a new one follows, so that every date has its own. */
@Entity('skill_claim')
export class SkillClaim {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  skillId: string;

  /** Null: taken back. */
  @Column('int', { nullable: true })
  ordinal: number | null;

  @Column('text')
  words: string;

  @Column('timestamptz')
  claimedAt: Date;
}
