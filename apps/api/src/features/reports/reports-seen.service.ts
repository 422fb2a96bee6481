import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byRule, WhoCanSee } from '../../platform/access/who-can-see.js';
import { SavedReport } from './saved-report.entity.js';

/** Tells who sees reports that are kept; what they find depends on who runs them. */
@Injectable()
export class ReportsSeen implements OnModuleInit {
  constructor(private readonly kinds: WhoCanSee) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: SavedReport,
      name: 'Report',
      subject: (row) => row.ownerId,
      aspects: [{ what: 'What it asks for', sees: byRule(SavedReport, 'read') }],
    });
  }
}
