import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { MarkingSlot } from './marking-slot.entity.js';
import { ReviewQueueService } from './review-queue.service.js';

/** Tells how places in the review queue are seen. */
@Injectable()
export class SlotsSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly queue: ReviewQueueService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: MarkingSlot,
      name: 'Place in the review queue',
      subject: (row) => row.candidateId,
      involved: (_system, row) => Promise.resolve(row.assessorId ? [row.assessorId] : []),
      aspects: [
        {
          what: 'That it waits or is being marked, by a code instead of a name',
          sees: async (viewer, id) => (await this.queue.find(viewer, id)) !== null,
        },
      ],
    });
  }
}
