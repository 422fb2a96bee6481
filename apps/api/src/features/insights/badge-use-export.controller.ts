import { BadRequestException, Controller, Get, Header, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { BadgeUseService } from './badge-use.service.js';

const period = z.strictObject({ from: z.iso.date().optional(), until: z.iso.date().optional() });

/** The use of badges to take along. Numbers only, so taking it leaves no trace of anybody. */
@Controller('badge-uses')
export class BadgeUseExportController {
  constructor(private readonly badgeUse: BadgeUseService) {}

  @Get('export.csv')
  @Allow('insights.read')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="badge-use.csv"')
  csv(@CurrentViewer() viewer: Viewer, @Query() query: unknown): Promise<string> {
    const wanted = period.safeParse(query);
    if (!wanted.success) throw new BadRequestException('This period cannot be read.');
    return this.badgeUse.csv(viewer, wanted.data);
  }
}
