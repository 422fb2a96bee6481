import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The search for every other decision that the fault behind one may have touched. */
@Entity('recall')
export class Recall {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  appealId: string | null;

  @Column('uuid')
  achievementId: string;

  @Column('uuid')
  achievementVersionId: string;

  @Column('uuid')
  assessorId: string;

  @Column('timestamptz')
  since: Date;

  @Column('timestamptz')
  until: Date;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  openedBy: string | null;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}

export const RECALL_ITEM_STATES = ['OPEN', 'RE_MARKING', 'CONFIRMED', 'CHANGED'] as const;
export type RecallItemState = (typeof RECALL_ITEM_STATES)[number];

/** One decision that is looked at again. */
@Entity('recall_item')
export class RecallItem {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  recallId: string;

  @Column('uuid')
  submissionId: string;

  @Column('uuid')
  decisionId: string;

  @Column('text')
  state: RecallItemState;

  @Column('uuid', { nullable: true })
  slotId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  newDecisionId: string | null;
}
