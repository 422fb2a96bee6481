import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time in which nothing was due of a submission. */
@Entity('submission_hold')
export class SubmissionHold {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  submissionId: string;

  @Column('uuid')
  candidateId: string;

  @Column('timestamptz')
  fromAt: Date;

  @Column('timestamptz', { nullable: true })
  untilAt: Date | null;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  heldBy: string | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;
}
