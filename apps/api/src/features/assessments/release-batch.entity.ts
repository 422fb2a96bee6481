import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One that could not be released, and why. */
export interface NotReleased {
  submissionId: string;
  reason: string;
}

/** Outcomes that are released together, at once or at an hour. */
@Entity('release_batch')
export class ReleaseBatch {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { array: true })
  submissionIds: string[];

  @Column('timestamptz')
  releaseAt: Date;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;

  @Column('int', { nullable: true })
  released: number | null;

  @Column('jsonb')
  skipped: NotReleased[];
}
