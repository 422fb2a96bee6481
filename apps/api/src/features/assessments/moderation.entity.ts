import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ModerationOutcome = 'CONFIRMED' | 'ADJUSTED' | 'SENT_BACK';

/** What a moderator found of a decision before its release. Stays as it was written. */
@Entity('moderation')
export class Moderation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  submissionId: string;

  @Column('uuid')
  slotId: string;

  @Column('uuid')
  moderatorId: string;

  @Column('uuid')
  decisionId: string;

  @Column('text')
  outcome: ModerationOutcome;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  newDecisionId: string | null;

  @Column('timestamptz')
  at: Date;
}
