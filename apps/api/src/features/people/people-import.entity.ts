import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ColumnMapping, ImportColumn } from './import-columns.rules.js';

export type PeopleImportState = 'READING' | 'PREVIEWED' | 'APPLYING' | 'APPLIED' | 'FAILED' | 'CANCELLED';
export type ImportOutcome = 'CREATE' | 'CHANGE' | 'UNCHANGED' | 'LEAVE' | 'ERROR';
export type MissingPeople = 'KEEP' | 'LEAVE';

export interface ImportCounts {
  rows: number;
  create: number;
  change: number;
  unchanged: number;
  leave: number;
  errors: number;
}

/** A file of people, what it would do, and whether it was done. */
@Entity('people_import')
export class PeopleImport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  fileId: string;

  @Column('text')
  fileName: string;

  @Column('text')
  state: PeopleImportState;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid')
  createdBy: string;

  /** The units its maker may change, with all below them; null: everywhere. */
  @Column('uuid', { array: true, nullable: true })
  unitIds: string[] | null;

  @Column('date')
  effectiveOn: string;

  @Column('text')
  missing: MissingPeople;

  @Column('jsonb')
  columns: ImportColumn[];

  @Column('jsonb')
  mapping: ColumnMapping[];

  @Column('jsonb')
  counts: ImportCounts;

  /** Of everything the preview would do. */
  @Column('text', { nullable: true })
  planDigest: string | null;

  @Column('text', { nullable: true })
  problem: string | null;

  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null;
}
