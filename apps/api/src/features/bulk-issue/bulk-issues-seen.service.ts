import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { BulkIssue } from './bulk-issue.entity.js';
import { BulkIssueService } from './bulk-issue.service.js';

/** Tells who sees a list by which badges were given. */
@Injectable()
export class BulkIssuesSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly lists: BulkIssueService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: BulkIssue,
      name: 'List of badges that were given',
      subject: () => null,
      aspects: [
        { what: 'The list and what it gave', sees: async (viewer, id) => (await this.lists.find(viewer, id)) !== null },
      ],
    });
  }
}
