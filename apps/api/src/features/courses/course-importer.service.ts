import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { ImportSourceService } from '../people/import-source.service.js';
import { CompletionsPlanner } from './completions-planner.service.js';
import { courseRowOf } from './course-rows.rules.js';
import { CoursesPlanner } from './courses-planner.service.js';
import { COLUMN_NAMES, COMPLETION_FIELDS, COURSE_FIELDS, NEEDED } from './import-fields.rules.js';
import type { ImportOrder, ImportPlan } from './import-plan.rules.js';
import { readJsonCatalogue } from './ossu-json.rules.js';
import { guessColumns, mappingFault } from '../../platform/tables/columns.rules.js';
import { rowsOf } from '../../platform/tables/sheet-rows.rules.js';

const MOST_COURSES = 10_000;
const MOST_COMPLETIONS = 20_000;
/** Read in one go, so that a far larger one would hold everybody up. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Reads files of courses and of completions and says what they would do. For screens and for the command line alike. */
@Injectable()
export class CourseImporterService {
  constructor(
    private readonly source: ImportSourceService,
    private readonly courses: CoursesPlanner,
    private readonly completions: CompletionsPlanner,
  ) {}

  async plan(
    viewer: Viewer,
    file: { name: string; bytes: Buffer },
    order: ImportOrder,
  ): Promise<ImportPlan | { problem: string; columns?: ImportPlan['columns']; mapping?: ImportPlan['mapping'] }> {
    if (file.bytes.length > MOST_BYTES) return { problem: 'The file is larger than 20 MB. Part it into several.' };
    if (/\.json$/i.test(file.name)) return this.planJson(viewer, file.bytes, order);
    const table = await this.source.read(file.name, file.bytes);
    if ('problem' in table) return { problem: table.problem };
    const fields = order.kind === 'COURSES' ? COURSE_FIELDS : COMPLETION_FIELDS;
    const mapping = order.mapping.length > 0 ? order.mapping : guessColumns(table.headers, fields, COLUMN_NAMES);
    const columns = table.headers.map((header, at) => ({
      header,
      samples: table.samples.map((row) => (row[at] ?? '').slice(0, 100)).filter((sample) => sample !== ''),
    }));
    const fault = mappingFault(mapping, table.headers, fields, NEEDED[order.kind]);
    if (fault) return { problem: fault, columns, mapping };
    const sheet = rowsOf(table, mapping, order.kind === 'COURSES' ? MOST_COURSES : MOST_COMPLETIONS);
    if ('problem' in sheet) return { problem: sheet.problem, columns, mapping };
    if (sheet.rows.length === 0) return { problem: 'The file has headers and no rows.', columns, mapping };
    const plan =
      order.kind === 'COURSES'
        ? await this.courses.plan(viewer, sheet.rows.map(courseRowOf), order.catalogue)
        : await this.completions.plan(viewer, sheet.rows);
    return { ...plan, columns, mapping };
  }

  private async planJson(viewer: Viewer, bytes: Buffer, order: ImportOrder): Promise<ImportPlan | { problem: string }> {
    if (order.kind !== 'COURSES') return { problem: 'Completions come as a table: .csv or .xlsx.' };
    const read = readJsonCatalogue(new TextDecoder().decode(bytes));
    if ('problem' in read) return read;
    const plan = await this.courses.plan(viewer, read.rows, order.catalogue ?? read.about);
    return { ...plan, columns: [], mapping: [] };
  }
}

/** Two plans with the same digest do the same. */
export function digestOf({ rows, catalogue, counts }: Pick<ImportPlan, 'rows' | 'catalogue' | 'counts'>): string {
  const { name, licence, attribution, sourceUrl } = catalogue ?? {};
  const said = [rows, [name, licence, attribution, sourceUrl], counts];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
