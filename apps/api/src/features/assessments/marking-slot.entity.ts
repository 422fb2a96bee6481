import { Column, Entity, PrimaryColumn } from 'typeorm';

export type SlotPurpose = 'FIRST' | 'SECOND' | 'THIRD' | 'MODERATION' | 'APPEAL';
export type SlotState = 'OPEN' | 'ALLOCATED' | 'LEASED' | 'HANDED_IN' | 'CANCELLED';

/** A place for one judgement on one snapshot. Holds what the queue shows, so that the queue reads one table. */
@Entity('marking_slot')
export class MarkingSlot {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  submissionId: string;

  @Column('uuid')
  snapshotId: string;

  @Column('uuid')
  achievementVersionId: string;

  @Column('uuid')
  achievementId: string;

  @Column('text')
  achievementName: string;

  @Column('uuid')
  candidateId: string;

  @Column('text')
  candidateCode: string;

  @Column('text')
  purpose: SlotPurpose;

  @Column('text')
  state: SlotState;

  @Column('int')
  attemptNo: number;

  @Column('int')
  criteriaCount: number;

  @Column('int')
  itemCount: number;

  @Column('timestamptz')
  submittedAt: Date;

  @Column('timestamptz')
  dueAt: Date;

  @Column('uuid', { nullable: true })
  assessorId: string | null;

  @Column('timestamptz', { nullable: true })
  leaseUntil: Date | null;

  @Column('boolean')
  backInQueue: boolean;

  @Column('text', { nullable: true })
  putBackReason: string | null;

  @Column('timestamptz', { nullable: true })
  handedInAt: Date | null;
}
