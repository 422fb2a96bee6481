import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FrameworkContent } from './framework-content.rules.js';
import type { SourceKind } from './framework.entity.js';
import type { Finding } from './import-findings.rules.js';

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

/** A dry run: the files as they were understood, kept until somebody says yes. */
@Entity('framework_import')
export class FrameworkImport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('jsonb')
  about: AboutFramework;

  @Column('jsonb')
  content: FrameworkContent;

  @Column('jsonb')
  findings: Finding[];

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid')
  createdBy: string;

  /** The framework that came of it; null before. */
  @Column('uuid', { nullable: true })
  appliedFrameworkId: string | null;
}
