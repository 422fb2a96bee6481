import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { Endorsement } from './endorsement.entity.js';
import { EndorsementsService } from './endorsements.service.js';

/** Tells who sees what others say for a credential. */
@Injectable()
export class EndorsementsSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly endorsements: EndorsementsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: Endorsement,
      name: 'Endorsement',
      subject: (row) => row.holderId,
      aspects: [
        { what: 'The endorsement', sees: async (viewer, id) => (await this.endorsements.find(viewer, id)) !== null },
      ],
      outside: async (_, row) =>
        row.state === 'GIVEN' && row.shown
          ? 'Whoever opens a link to the credential sees what was said, by whom, and when.'
          : null,
    });
  }
}
