import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CatalogueAbout } from './course-rows.rules.js';
import type { ColumnChoice } from '../../platform/tables/columns.rules.js';

export const COURSE_IMPORT_KINDS = ['COURSES', 'COMPLETIONS'] as const;
export type CourseImportKind = (typeof COURSE_IMPORT_KINDS)[number];
export type CourseImportState = 'PREVIEWED' | 'APPLYING' | 'APPLIED' | 'FAILED';
export type CourseRowOutcome = 'CREATE' | 'CHANGE' | 'UNCHANGED' | 'ERROR';

export interface CourseImportCounts {
  rows: number;
  create: number;
  change: number;
  unchanged: number;
  errors: number;
  newProviders: number;
  /** Prerequisites that are links to courses, and courses whose prerequisites stay words alone. */
  linkedPrerequisites: number;
  prerequisitesInWords: number;
}

/** A row as people read it. */
export interface CourseImportRow {
  row: number;
  outcome: CourseRowOutcome;
  label: string;
  changes: string[];
  problems: { field: string; message: string }[];
}

/** A file of courses or of completions, what it would do, and whether it was done. */
@Entity('course_import')
export class CourseImport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: CourseImportKind;

  @Column('uuid')
  fileId: string;

  @Column('text')
  fileName: string;

  @Column('text')
  state: CourseImportState;

  @Column('jsonb', { nullable: true })
  catalogue: CatalogueAbout | null;

  @Column('jsonb')
  columns: { header: string; samples: string[] }[];

  @Column('jsonb')
  mapping: ColumnChoice[];

  @Column('jsonb')
  counts: CourseImportCounts;

  @Column('jsonb')
  rows: CourseImportRow[];

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
}
