import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ColumnChoice } from '../../platform/tables/columns.rules.js';

export type BulkIssueState = 'PREVIEWED' | 'AWARDING' | 'AWARDED' | 'UNDOING' | 'UNDONE' | 'FAILED';
export type BulkRowOutcome = 'CREATE' | 'HELD' | 'ERROR';

export interface BulkIssueCounts {
  rows: number;
  create: number;
  held: number;
  errors: number;
}

/** A row as people read it. */
export interface BulkIssueRow {
  row: number;
  outcome: BulkRowOutcome;
  label: string;
  /** Whom it names, so that erasing them finds it; absent where nobody was found, and in lists from before. */
  personId?: string | null;
  /** The day on which it would be given; absent in lists from before. */
  awardedOn?: string | null;
  /** Column of the file, and what is wrong in it. */
  problems: { field: string; message: string }[];
}

/** A list of people who are given a badge: what it would do, whether it was done, and whether it was taken back. */
@Entity('bulk_issue')
export class BulkIssue {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  fileId: string;

  @Column('text')
  fileName: string;

  /** What everybody on the list is given; null: each row says. */
  @Column('uuid', { nullable: true })
  achievementId: string | null;

  @Column('text')
  state: BulkIssueState;

  @Column('jsonb')
  columns: { header: string; samples: string[] }[];

  @Column('jsonb')
  mapping: ColumnChoice[];

  @Column('jsonb')
  counts: BulkIssueCounts;

  /** Of the preview. Emptied once it was done: from then on the awards say who was given what. */
  @Column('jsonb')
  rows: BulkIssueRow[];

  /** Of everything the preview would do. */
  @Column('text', { nullable: true })
  planDigest: string | null;

  @Column('text', { nullable: true })
  problem: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null;

  @Column('uuid', { nullable: true })
  undoneBy: string | null;

  /** What the holders read. */
  @Column('text', { nullable: true })
  undoneReason: string | null;
}
