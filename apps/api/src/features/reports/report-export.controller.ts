import { BadRequestException, Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { csvLine } from '../../platform/export/spreadsheet-safe.js';
import { workbook } from '../../platform/export/spreadsheet-files.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { isStorable } from '../../platform/graphql/storable-text.js';
import { OPERATORS, type ReportDefinition } from './report.rules.js';
import { SUBJECTS } from './report-subjects.rules.js';
import { MOST_EXPORTED, type Report, ReportsService } from './reports.service.js';

const word = z.string().max(200).refine(isStorable);
const definitions = z.strictObject({
  subject: z.enum(SUBJECTS),
  columns: z.array(word).max(40),
  filters: z.array(z.strictObject({ column: word, operator: z.enum(OPERATORS), value: word })).max(40),
  groupBy: z.array(word).max(40),
  sort: z.strictObject({ column: word, descending: z.boolean() }).nullable(),
});
const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A report to take along: the same rows as on the screen, for the same person. */
@Controller('reports')
export class ReportExportController {
  constructor(private readonly reports: ReportsService) {}

  @Get('export.:kind')
  @Allow('insights.read')
  async file(
    @CurrentViewer() viewer: Viewer,
    @Param('kind') kind: string,
    @Query('definition') text: unknown,
  ): Promise<StreamableFile> {
    const type = TYPES[kind];
    if (!type) throw new BadRequestException('A report is taken along as csv, xlsx or json.');
    const definition = definitionOf(text);
    const report = await this.reports.whole(viewer, definition);
    if (report instanceof Refusal) throw new BadRequestException(report.message);
    if (report.endCursor !== null)
      throw new BadRequestException(
        `This report has more than ${MOST_EXPORTED} rows, and a file holds no more. Add a filter.`,
      );
    const { subject, columns, groupBy } = definition;
    const rows = report.rows.length;
    await audit(viewer, { operation: 'takeReport', target: null, detail: { kind, subject, columns, groupBy, rows } });
    return new StreamableFile(await contentOf(report, kind), {
      type,
      disposition: `attachment; filename="report-${subject.toLowerCase()}.${kind}"`,
    });
  }
}

function definitionOf(text: unknown): ReportDefinition {
  try {
    return definitions.parse(JSON.parse(z.string().max(8_000).parse(text)));
  } catch {
    throw new BadRequestException('This definition of a report cannot be read.');
  }
}

async function contentOf({ heads, rows, notice }: Report, kind: string): Promise<Buffer> {
  const cells = rows.map((row) => row.cells);
  if (kind === 'json') return Buffer.from(JSON.stringify({ columns: heads, rows: cells, notice }));
  const lines = notice === null ? cells : [...cells, [notice]];
  if (kind === 'csv') return Buffer.from(`\ufeff${csvLine(heads)}${lines.map((line) => csvLine(line)).join('')}`);
  const chunks: Uint8Array[] = [];
  const table = { name: 'Report', columns: heads.map((header) => ({ header })), rows: () => inTurn(lines) };
  for await (const chunk of workbook([table])) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* inTurn<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* await Promise.resolve(rows);
}
