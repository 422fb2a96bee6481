import { Readable } from 'node:stream';
import { BadRequestException, Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { LongAnswers } from '../../platform/access/long-answers.js';
import { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { csvLine } from '../../platform/export/spreadsheet-safe.js';
import { type ExportTable, workbook } from '../../platform/export/spreadsheet-files.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { isStorable } from '../../platform/graphql/storable-text.js';
import { OPERATORS, type ReportDefinition } from './report.rules.js';
import { SUBJECTS } from './report-subjects.rules.js';
import { type ReportFile, ReportsService } from './reports.service.js';

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

/** A report to take along: the same rows as on the screen, for the same person, written while they are read. */
@Controller('reports')
export class ReportExportController {
  constructor(
    private readonly reports: ReportsService,
    private readonly answers: LongAnswers,
  ) {}

  @Get('export.:kind')
  @Allow('insights.read')
  async file(
    @CurrentViewer() viewer: Viewer,
    @Param('kind') kind: string,
    @Query('definition') text: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = TYPES[kind];
    if (!type) throw new BadRequestException('A report is taken along as csv, xlsx or json.');
    const definition = definitionOf(text);
    const file = await this.reports.file(viewer, definition);
    if (file instanceof Refusal) throw new BadRequestException(file.message);
    const { subject, columns, groupBy } = definition;
    const detail = { kind, subject, columns, groupBy, rows: file.count };
    await audit(viewer, { operation: 'takeReport', target: null, detail });
    // That it was taken is committed before the first byte leaves.
    await request.access.finish(true);
    const { personId } = viewer;
    const content =
      kind === 'xlsx'
        ? this.answers.bytes(personId, (reader) => workbook([sheetOf(file, reader)]))
        : this.answers.text(personId, (reader) => (kind === 'csv' ? csvText(file, reader) : jsonText(file, reader)));
    void reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="report-${subject.toLowerCase()}.${kind}"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .send(Readable.from(content));
  }
}

function definitionOf(text: unknown): ReportDefinition {
  try {
    return definitions.parse(JSON.parse(z.string().max(8_000).parse(text)));
  } catch {
    throw new BadRequestException('This definition of a report cannot be read.');
  }
}

/** The cells of all rows, and below them what is left out. */
async function* linesOf({ rows, notice }: ReportFile, reader: Viewer): AsyncGenerator<(string | null)[]> {
  for await (const { cells } of rows(reader)) yield cells;
  if (notice !== null) yield [notice];
}

async function* csvText(file: ReportFile, reader: Viewer): AsyncGenerator<string> {
  yield `\ufeff${csvLine(file.heads)}`;
  for await (const line of linesOf(file, reader)) yield csvLine(line);
}

async function* jsonText({ heads, notice, rows }: ReportFile, reader: Viewer): AsyncGenerator<string> {
  yield `{"columns":${JSON.stringify(heads)},"rows":[`;
  let between = '';
  for await (const { cells } of rows(reader)) {
    yield between + JSON.stringify(cells);
    between = ',';
  }
  yield `],"notice":${JSON.stringify(notice)}}`;
}

function sheetOf(file: ReportFile, reader: Viewer): ExportTable {
  return { name: 'Report', columns: file.heads.map((header) => ({ header })), rows: () => linesOf(file, reader) };
}
