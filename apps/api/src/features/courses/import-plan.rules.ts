import type { Viewer } from '../../platform/access/viewer.js';
import type { CatalogueAbout } from './course-rows.rules.js';
import type { CourseImportCounts, CourseImportKind, CourseImportRow } from './course-import.entity.js';
import type { ColumnChoice } from '../../platform/tables/columns.rules.js';

/** What is asked of an import beside its file. */
export interface ImportOrder {
  kind: CourseImportKind;
  /** Empty: guessed by the headers. */
  mapping: ColumnChoice[];
  /** Null: what the file says of itself, or nothing. */
  catalogue: CatalogueAbout | null;
}

/** What a file would do, row by row, and the way to do it. */
export interface ImportPlan {
  columns: { header: string; samples: string[] }[];
  mapping: ColumnChoice[];
  catalogue: CatalogueAbout | null;
  rows: CourseImportRow[];
  counts: CourseImportCounts;
  write(by: Viewer): Promise<void>;
}

export function countsOf(rows: readonly CourseImportRow[]): CourseImportCounts {
  const of = (outcome: CourseImportRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    rows: rows.length,
    create: of('CREATE'),
    change: of('CHANGE'),
    unchanged: of('UNCHANGED'),
    errors: of('ERROR'),
    newProviders: 0,
    linkedPrerequisites: 0,
    prerequisitesInWords: 0,
  };
}
