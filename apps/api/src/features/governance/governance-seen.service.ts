import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { ScaleCrosswalk, SkillProposal, StrategyNote } from './governance.entity.js';
import { ProposalsService } from './proposals.service.js';
import { StrategyNotesService } from './strategy-notes.service.js';

/** Tells how proposals, notes and cross-walks are seen. */
@Injectable()
export class GovernanceSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly proposals: ProposalsService,
    private readonly notes: StrategyNotesService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: SkillProposal,
      name: 'Proposed skill',
      subject: ({ proposedBy }) => proposedBy,
      aspects: [{ what: 'The proposal', sees: async (viewer, id) => (await this.proposals.find(viewer, id)) !== null }],
    });
    this.kinds.register({
      entity: ScaleCrosswalk,
      name: 'Cross-walk between two scales',
      subject: () => null,
      aspects: [
        {
          what: 'The cross-walk',
          sees: async (viewer, id) =>
            viewer.may('framework.read') && (await viewer.tx.manager.findOneBy(ScaleCrosswalk, { id })) !== null,
        },
      ],
    });
    this.kinds.register({
      entity: StrategyNote,
      name: 'Strategy note',
      subject: () => null,
      aspects: [{ what: 'The note', sees: async (viewer, id) => (await this.notes.find(viewer, id)) !== null }],
    });
  }
}
