import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { CaseRubrics } from '../skills/case-rubrics.service.js';
import { AchievementsService } from './achievements.service.js';
import { RubricFilesService } from './rubric-files.service.js';

/**
 * Rubrics of what was published, for programs that ask by CASE: what stands on public pages anyway. Whether strangers may ask
 * at all is decided at the door before this.
 */
@Injectable()
export class AchievementCaseRubrics implements OnModuleInit {
  constructor(
    private readonly served: CaseRubrics,
    private readonly achievements: AchievementsService,
    private readonly files: RubricFilesService,
  ) {}

  onModuleInit(): void {
    this.served.register((viewer, id) => this.find(viewer, id));
  }

  /** By the id of the version, which is the identifier of its rubric. A draft is nobody else's business. */
  private async find(viewer: Viewer, id: string): Promise<Record<string, unknown> | null> {
    if (viewer.kind !== 'stranger' && !viewer.may('achievement.read')) return null;
    const version = await this.achievements.find(viewer, id);
    if (!version || version.state === 'DRAFT') return null;
    const { CFRubrics } = await this.files.casePackage(viewer, version);
    return CFRubrics[0] ?? null;
  }
}
