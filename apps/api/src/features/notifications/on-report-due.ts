import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { ReportDue } from '../reports/reports.events.js';
import { SavedReportsService } from '../reports/saved-reports.service.js';
import { NotificationsService } from './notifications.service.js';

/** Tells somebody that the day of a report came. The words hold a link and no rows: it is run when it is opened. */
@Injectable()
export class OnReportDue implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly reports: SavedReportsService,
    private readonly notifications: NotificationsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(ReportDue, (system, event) => this.tell(system, event));
  }

  private async tell(system: Viewer, { subjectId, personId }: ReportDue): Promise<void> {
    const report = await this.reports.kept(system, subjectId);
    if (!report) return;
    await this.notifications.tell(system, {
      personId,
      kind: 'REPORT_DUE',
      title: `Your report is due: ${report.name}`,
      body: 'Open it to see it as of now. This message holds no rows.',
      subjects: { reportId: subjectId },
      path: `/insights/reports?report=${subjectId}`,
    });
  }
}
