import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { LongAnswers } from '../../platform/access/long-answers.js';
import { Viewer } from '../../platform/access/viewer.js';
import { CaseExportService } from './case-export.service.js';
import { csvArchive, workbook } from '../../platform/export/spreadsheet-files.js';
import { SheetExportService } from './sheet-export.service.js';
import { FrameworksService } from './frameworks.service.js';
import type { SkillFramework } from './framework.entity.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A framework version to take along. */
@Controller('frameworks')
export class FrameworkExportController {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly packages: CaseExportService,
    private readonly sheets: SheetExportService,
    private readonly answers: LongAnswers,
  ) {}

  @Get(':id/case.json')
  @Allow('framework.read')
  async case(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const framework = await this.find(viewer, id);
    await request.access.finish(true);
    const text = this.answers.text(viewer.personId, (reader) => this.packages.package(reader, framework));
    sendFile(request, reply, { name: fileName(framework, 'case.json'), type: 'application/json; charset=utf-8' }, text);
  }

  @Get(':id/tables.zip')
  @Allow('framework.read')
  async csv(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const framework = await this.find(viewer, id);
    await request.access.finish(true);
    const bytes = this.answers.bytes(viewer.personId, async (reader) =>
      csvArchive(await this.sheets.tables(reader, framework)),
    );
    sendFile(request, reply, { name: fileName(framework, 'csv.zip'), type: 'application/zip' }, bytes);
  }

  @Get(':id/tables.xlsx')
  @Allow('framework.read')
  async workbook(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const framework = await this.find(viewer, id);
    await request.access.finish(true);
    const bytes = this.answers.bytes(viewer.personId, async (reader) =>
      workbook(await this.sheets.tables(reader, framework)),
    );
    sendFile(request, reply, { name: fileName(framework, 'xlsx'), type: WORKBOOK }, bytes);
  }

  @Get('template.zip')
  @Allow('framework.manage')
  csvTemplate(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const file = { name: 'framework-template.csv.zip', type: 'application/zip' };
    sendFile(request, reply, file, csvArchive(this.sheets.template()));
  }

  @Get('template.xlsx')
  @Allow('framework.manage')
  workbookTemplate(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendFile(request, reply, { name: 'framework-template.xlsx', type: WORKBOOK }, workbook(this.sheets.template()));
  }

  private async find(viewer: Viewer, id: string): Promise<SkillFramework> {
    const framework = await this.frameworks.find(viewer, id);
    if (!framework) throw new NotFoundException('There is no such framework.');
    return framework;
  }
}

/** A file of any length; packed on the way where that is understood, since its links repeat. */
export function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: { name: string | null; type: string },
  content: AsyncGenerator<string | Uint8Array>,
): void {
  const source = Readable.from(content, { objectMode: false });
  const packed =
    /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && /^(text|application\/json)/.test(file.type);
  void reply
    .header('content-type', file.type)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-encoding');
  if (file.name) void reply.header('content-disposition', `attachment; filename="${file.name}"`);
  if (packed) void reply.header('content-encoding', 'gzip');
  // A failure in the middle ends the answer unfinished, so that nobody takes half a file for the whole.
  void reply.send(packed ? pipeline(source, createGzip({ level: 3 }), () => undefined) : source);
}

function fileName(framework: SkillFramework, ending: string): string {
  const words = `${framework.title} ${framework.version}`.normalize('NFKD').replace(/[^\w.]+/g, '-');
  return `${words.replace(/^-|-$/g, '').toLowerCase()}.${ending}`;
}
