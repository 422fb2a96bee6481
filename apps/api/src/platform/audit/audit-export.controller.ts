import { Readable } from 'node:stream';
import { BadRequestException, Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Viewer } from '../access/viewer.js';
import { isStorable } from '../graphql/storable-text.js';
import { audit, withoutContents } from './audit.js';
import type { AuditFilters } from './audit.inputs.js';
import { AuditActorKindEnum, AuditOutcomeEnum } from './audit-entry.type.js';
import { AuditExportService } from './audit-export.service.js';

const words = z.string().max(200).refine(isStorable).optional();
const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .optional();
const filters = z.strictObject({
  search: words,
  actorId: words,
  operation: words,
  targetId: words,
  from: moment,
  to: moment,
  outcome: z.enum(AuditOutcomeEnum).optional(),
  kind: z.enum(AuditActorKindEnum).optional(),
});

/** The audit log to take along. Taking it is an act, too. */
@Controller('audit')
export class AuditExportController {
  constructor(private readonly log: AuditExportService) {}

  @Get('export.csv')
  @Allow('audit.read')
  async csv(
    @CurrentViewer() viewer: Viewer,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = read(query);
    await this.leave(viewer, request, 'CSV', wanted);
    send(reply, viewer, wanted, 'csv', 'text/csv; charset=utf-8', this.log.csv(viewer.personId, wanted));
  }

  @Get('export.jsonl')
  @Allow('audit.read')
  async jsonLines(
    @CurrentViewer() viewer: Viewer,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = read(query);
    await this.leave(viewer, request, 'JSON_LINES', wanted);
    send(reply, viewer, wanted, 'jsonl', 'application/x-ndjson', this.log.jsonLines(viewer.personId, wanted));
  }

  /** The row of the export is committed before the first byte leaves. */
  private async leave(viewer: Viewer, request: FastifyRequest, format: string, wanted: AuditFilters): Promise<void> {
    const { from, to, ...others } = wanted;
    const period = { from: from?.toISOString(), to: to?.toISOString() };
    await audit(viewer, {
      operation: 'exportAuditLog',
      target: null,
      detail: { arguments: { format, ...period, ...(withoutContents(others) as object) } },
    });
    await request.access.finish(true);
  }
}

function read(query: unknown): AuditFilters {
  const { data, error } = filters.safeParse(query);
  if (!data) throw new BadRequestException(`This export cannot be: ${z.prettifyError(error)}`);
  return data;
}

function send(
  reply: FastifyReply,
  viewer: Viewer,
  wanted: AuditFilters,
  ending: string,
  type: string,
  content: AsyncGenerator<string>,
): void {
  const day = (moment: Date) => moment.toISOString().slice(0, 10);
  const name = `audit-${wanted.from ? `${day(wanted.from)}-` : ''}to-${day(wanted.to ?? viewer.now)}.${ending}`;
  void reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(Readable.from(content));
}
