import { Column, Entity, PrimaryColumn } from 'typeorm';

export type BulkCorrectionState = 'RUNNING' | 'DONE';

/** Many credentials that are signed again at once, because they say something otherwise than it is today. */
@Entity('bulk_correction')
export class BulkCorrection {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  state: BulkCorrectionState;

  /** What the holders read. */
  @Column('text')
  reason: string;

  @Column('uuid', { array: true })
  credentialIds: string[];

  /** So many of them were looked at. */
  @Column('int')
  done: number;

  @Column('int')
  corrected: number;

  /** Changed, withdrawn or put right by somebody else meanwhile. */
  @Column('int')
  passedOver: number;

  /** Could not be signed; they stay as they were. */
  @Column('uuid', { array: true })
  failedIds: string[];

  /** What the program said of each of them; shorter in those from before it was kept. */
  @Column('text', { array: true })
  failures: string[];

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
