import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContentCounts } from './framework-content.rules.js';
import type { SourceKind } from './framework.entity.js';
import type { FindingSeverity } from './import-findings.rules.js';
import type { TableShown } from './sheet-columns.rules.js';
import type { ColumnSaid } from './sheet-fields.rules.js';

/** What the files do not say and a person adds: which framework this is, and on what terms it may be used. */
export interface AboutFramework {
  title: string;
  publisher: string;
  version: string;
  licence: string;
  attribution: string;
  sourceUrl: string | null;
  sourceKind?: SourceKind;
  licenceUrl?: string | null;
  restricted?: boolean;
}

export type FrameworkImportState = 'READING' | 'PREVIEWED' | 'APPLYING' | 'APPLIED' | 'FAILED' | 'CANCELLED';

/** Which file was read, and that it is still the same. */
export interface ImportedFile {
  slot: string;
  fileId: string;
  name: string;
  sha256: string;
  bytes: number;
}

/** What a framework is made of, as people count it. */
export const FRAMEWORK_OBJECTS = [
  'FRAMEWORK',
  'SCALE_LEVEL',
  'SKILL',
  'SKILL_RELATION',
  'JOB_FAMILY',
  'JOB_ROLE',
  'JOB_ROLE_LEVEL',
  'REQUIREMENT',
  'JOB_ROLE_EDGE',
] as const;
export type FrameworkObject = (typeof FRAMEWORK_OBJECTS)[number];

export type FrameworkOutcome = 'CREATE' | 'UPDATE' | 'REMOVE';

/** Of one kind of thing: how many would be new, different, the same, and no longer there. */
export interface OutcomeCounts {
  object: FrameworkObject;
  create: number;
  update: number;
  unchanged: number;
  remove: number;
}

export interface FindingTotal {
  kind: string;
  severity: FindingSeverity;
  count: number;
}

export interface ImportSummary {
  counts?: ContentCounts;
  scaleLevels?: string[];
  findings?: FindingTotal[];
  /** As findings name them: files, and tables in them, that stop the import. */
  faulty?: string[];
  tables?: TableShown[];
}

/** Files of a framework, what they would do, and whether it was done. */
@Entity('framework_import')
export class FrameworkImport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: SourceKind;

  @Column('text')
  state: FrameworkImportState;

  @Column('jsonb')
  about: AboutFramework;

  @Column('jsonb')
  files: ImportedFile[];

  @Column('jsonb')
  options: Record<string, string>;

  /** What was said of the columns, by a person now or of an earlier file; null while nothing is said. */
  @Column('jsonb', { nullable: true })
  columns: ColumnSaid[] | null;

  @Column('jsonb')
  summary: ImportSummary;

  @Column('jsonb')
  outcomes: OutcomeCounts[];

  /** How many findings stand in the way. */
  @Column('int')
  errors: number;

  /** The version it was compared with; null: the first of its series. */
  @Column('uuid', { nullable: true })
  baseFrameworkId: string | null;

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

  /** The framework that came of it, or the one that holds the same already; null before. */
  @Column('uuid', { nullable: true })
  appliedFrameworkId: string | null;

  /** Whether the newest version says the same already. */
  changesNothing(): boolean {
    return (
      this.baseFrameworkId !== null &&
      this.outcomes.every(({ create, update, remove }) => create + update + remove === 0)
    );
  }
}
