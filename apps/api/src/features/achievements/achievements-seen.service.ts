import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { AchievementVersion } from './achievement-version.entity.js';
import { AchievementsService } from './achievements.service.js';

/** Tells how achievements are seen. */
@Injectable()
export class AchievementsSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly achievements: AchievementsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: AchievementVersion,
      name: 'Achievement',
      subject: () => null,
      aspects: [
        {
          what: 'The achievement with its rubric',
          sees: async (viewer, id) => (await this.achievements.find(viewer, id)) !== null,
        },
        {
          what: 'How its cut score was set, and by whom',
          sees: async (viewer, id) => {
            const version = await this.achievements.find(viewer, id);
            return version !== null && can(viewer, 'seeCutScore', version);
          },
        },
        {
          what: 'Who may assess it',
          sees: async (viewer, id) => {
            const version = await this.achievements.find(viewer, id);
            return version !== null && can(viewer, 'seeAssessors', version);
          },
        },
      ],
    });
  }
}
