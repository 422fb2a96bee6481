import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SnapshotContent } from './snapshot.rules.js';

/** What was handed in, frozen. The database lets nobody change it. */
@Entity('submission_snapshot')
export class SubmissionSnapshot {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  submissionId: string;

  @Column('int')
  number: number;

  @Column('timestamptz')
  takenAt: Date;

  /** SHA-256 of the content, keys in order. */
  @Column('text')
  digest: string;

  @Column('jsonb')
  content: SnapshotContent;
}
