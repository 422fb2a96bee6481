import { Controller, Get, Header, NotFoundException, Param, StreamableFile } from '@nestjs/common';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { CompletionsExportService } from './completions-export.service.js';

/** Who finished a course, to take along. The columns are those that an import of completions reads. */
@Controller('courses')
export class CompletionsExportController {
  constructor(private readonly completions: CompletionsExportService) {}

  @Get(':id/completions.csv')
  @Allow('course.manage')
  @Header('content-disposition', 'attachment; filename="completions.csv"')
  async csv(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<StreamableFile> {
    const lines = await this.completions.csv(viewer, id);
    if (lines === null) throw new NotFoundException('There is no such course.');
    return new StreamableFile(Buffer.from(lines), { type: 'text/csv; charset=utf-8' });
  }
}
