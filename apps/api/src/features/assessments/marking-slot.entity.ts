import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LiveCheck } from './live-check.entity.js';

export type SlotPurpose = 'FIRST' | 'SECOND' | 'THIRD' | 'MODERATION' | 'APPEAL';
/** Why a place for a judgement exists. */
export const SLOT_REASONS = [
  'FIRST_MARK',
  'POLICY',
  'NEW_ASSESSOR',
  'BORDERLINE',
  'HIGH_STAKES',
  'SAMPLE',
  'WAIVER',
  'DISAGREEMENT',
  'MODERATION_SAMPLE',
  'SENT_BACK',
  'APPEAL',
  'RECALL',
] as const;
export type SlotReason = (typeof SLOT_REASONS)[number];
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
  reason: SlotReason;

  /** Judged anew after a moderator sent it back: each round stands for itself. */
  @Column('int')
  round: number;

  /** Somebody else judges the same copy, and neither may learn of the other. */
  @Column('boolean')
  isBlind: boolean;

  /** Since when its clock stands. */
  @Column('timestamptz', { nullable: true })
  heldAt: Date | null;

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

  /** What stands in for it with whoever asks; nothing of the place itself is to be read then. */
  check?: LiveCheck;
}
