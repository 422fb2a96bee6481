import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from './achievement-version.entity.js';
import { AchievementsService } from './achievements.service.js';
import { RubricFilesService } from './rubric-files.service.js';

/** The rubric of an achievement as a file, for whoever may see it. */
@Controller('achievements/:id')
export class RubricFilesController {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly rubrics: RubricFilesService,
  ) {}

  @Get('rubric.csv')
  @Allow('achievement.read')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="rubric.csv"')
  async csv(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<string> {
    return this.rubrics.csv(await this.version(viewer, id));
  }

  @Get('rubric.xlsx')
  @Allow('achievement.read')
  @Header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Header('content-disposition', 'attachment; filename="rubric.xlsx"')
  async workbook(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Buffer> {
    return this.rubrics.workbook(await this.version(viewer, id));
  }

  @Get('rubric.case.json')
  @Allow('achievement.read')
  @Header('content-disposition', 'attachment; filename="rubric.case.json"')
  async casePackage(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<object> {
    return this.rubrics.casePackage(viewer, await this.version(viewer, id));
  }

  private async version(viewer: Viewer, id: string): Promise<AchievementVersion> {
    const version = await this.achievements.find(viewer, id);
    if (!version) throw new NotFoundException();
    return version;
  }
}
