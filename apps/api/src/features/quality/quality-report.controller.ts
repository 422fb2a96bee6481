import { BadRequestException, Controller, Get, Header, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { BoardWish } from './quality-board.type.js';
import { QualityReportService } from './quality-report.service.js';

const wishes = z.strictObject({
  achievementId: z.uuid().optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

/** The quality of assessment as a document that can be filed. */
@Controller('quality')
export class QualityReportController {
  constructor(private readonly report: QualityReportService) {}

  @Get('report.csv')
  @Allow('assessment.quality')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="quality-of-assessment.csv"')
  csv(@CurrentViewer() viewer: Viewer, @Query() query: unknown): Promise<string> {
    return this.report.csv(viewer, wishOf(query));
  }

  @Get('report.pdf')
  @Allow('assessment.quality')
  @Header('content-type', 'application/pdf')
  @Header('content-disposition', 'attachment; filename="quality-of-assessment.pdf"')
  pdf(@CurrentViewer() viewer: Viewer, @Query() query: unknown): Promise<Buffer> {
    return this.report.pdf(viewer, wishOf(query));
  }
}

function wishOf(query: unknown): BoardWish {
  const wanted = wishes.safeParse(query);
  if (!wanted.success) throw new BadRequestException('Give days as 2026-03-14, and the id of an achievement.');
  return wanted.data;
}
