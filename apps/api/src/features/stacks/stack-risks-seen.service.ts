import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { StackRisk } from './stack-risk.entity.js';
import { StackRisksService } from './stack-risks.service.js';

/** Tells who sees that a larger badge rests on something that counts no longer. */
@Injectable()
export class StackRisksSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly risks: StackRisksService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: StackRisk,
      name: 'Larger badge of which a part counts no longer',
      subject: (row) => row.personId,
      aspects: [
        {
          what: 'What was lost, and what was decided',
          sees: async (viewer, id) => (await this.risks.byId(viewer, id)) !== null,
        },
      ],
    });
  }
}
