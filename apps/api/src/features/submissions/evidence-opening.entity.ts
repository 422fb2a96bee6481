import { Column, Entity, PrimaryColumn } from 'typeorm';

/** READ: its words or its description were shown. FILE: the file itself was fetched. */
export type OpeningHow = 'READ' | 'FILE';

/** Somebody other than its owner opened frozen evidence. Once a day, person and item; only ever added. */
@Entity('evidence_opening')
export class EvidenceOpening {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid')
  ownerId: string;

  @Column('uuid')
  openerId: string;

  @Column('uuid')
  submissionId: string;

  @Column('uuid')
  snapshotId: string;

  @Column('uuid')
  itemId: string;

  @Column('uuid', { nullable: true })
  fileId: string | null;

  @Column('text')
  how: OpeningHow;

  /** Null: opened to assess it. */
  @Column('uuid', { nullable: true })
  auditId: string | null;

  /** The auditor's; null where it was opened to assess it. */
  @Column('text', { nullable: true })
  reason: string | null;
}
