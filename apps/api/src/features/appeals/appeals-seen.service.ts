import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { Appeal } from './appeal.entity.js';
import { AppealsService } from './appeals.service.js';
import { RecallItem } from './recall.entity.js';
import { RecallsService } from './recalls.service.js';

/** Tells how appeals are seen, and what was looked at again because of one. */
@Injectable()
export class AppealsSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly appeals: AppealsService,
    private readonly recalls: RecallsService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: Appeal,
      name: 'Appeal',
      subject: (row) => row.candidateId,
      aspects: [{ what: 'The appeal', sees: async (viewer, id) => (await this.appeals.find(viewer, id)) !== null }],
    });
    this.kinds.register({
      entity: RecallItem,
      name: 'Decision that is looked at again',
      subject: (row, system) => this.candidateOf(system, row.submissionId),
      aspects: [
        {
          what: 'That it is looked at again, and what came of it',
          sees: async (viewer, id) => viewer.may('assessment.lead') && (await this.recalls.item(viewer, id)) !== null,
        },
      ],
    });
  }

  private async candidateOf(system: Viewer, submissionId: string): Promise<string | null> {
    return (await this.submissions.submissionById(system, submissionId))?.personId ?? null;
  }
}
