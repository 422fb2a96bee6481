import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { FrameworkImportErrors } from './framework-import-errors.service.js';

/** The rows of a file that have something wrong, as they came, each with what it is: to be mended and read again. */
@Controller('frameworks/imports')
export class FrameworkImportErrorsController {
  constructor(private readonly errors: FrameworkImportErrors) {}

  @Get(':id/errors/:fileId.csv')
  @Allow('framework.manage')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="errors.csv"')
  async csv(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<string> {
    const text = await this.errors.of(viewer, id, fileId);
    if (text === null) throw new NotFoundException('There is no such import, or no such file in it.');
    return text;
  }
}
