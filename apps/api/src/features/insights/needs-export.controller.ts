import { BadRequestException, Controller, Get, Header, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { isStorable } from '../../platform/graphql/storable-text.js';
import { NEED_ORDERS, NeedsService, PROOFS } from './needs.service.js';

const words = z.string().max(200).refine(isStorable).optional();
const filters = z.strictObject({
  search: words,
  frameworkId: words,
  proof: z.enum(PROOFS).optional(),
  noted: z.stringbool().optional(),
  order: z.enum(NEED_ORDERS).optional(),
});

/** The needs page to take along, as it is filtered. Numbers only, so taking it leaves no trace of anybody. */
@Controller('skill-needs')
export class NeedsExportController {
  constructor(private readonly needs: NeedsService) {}

  @Get('export.csv')
  @Allow('achievement.design')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="skill-needs.csv"')
  csv(@CurrentViewer() viewer: Viewer, @Query() query: unknown): Promise<string> {
    const wanted = filters.safeParse(query);
    if (!wanted.success) throw new BadRequestException('These filters cannot be read.');
    return this.needs.csv(viewer, wanted.data);
  }
}
