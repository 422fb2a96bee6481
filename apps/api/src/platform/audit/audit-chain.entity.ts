import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The place of one row in the chain. Written by the sequencer alone, by privilege. */
@Entity('audit_chain')
export class AuditLink {
  @PrimaryColumn('bigint', { transformer: { from: Number, to: (value: number) => value } })
  sequence: number;

  @Column('uuid')
  entryId: string;

  /** Of the row, as it was when it was chained. */
  @Column('text')
  digest: string;

  @Column('text')
  chainHash: string;

  @Column('timestamptz')
  chainedAt: Date;
}
