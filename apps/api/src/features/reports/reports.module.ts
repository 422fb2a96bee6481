import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people/people.module.js';
import { ReportExportController } from './report-export.controller.js';
import { ReportsSeen } from './reports-seen.service.js';
import { ReportsResolver } from './reports.resolver.js';
import { ReportsService } from './reports.service.js';
import { SavedReport } from './saved-report.entity.js';
import { SavedReportsService } from './saved-reports.service.js';
import { SendDueReportsJob } from './send-due-reports.job.js';

/** Reports over documented columns. They run with the rights of whoever opens them, whoever keeps them. */
@Module({
  imports: [TypeOrmModule.forFeature([SavedReport]), PeopleModule],
  controllers: [ReportExportController],
  providers: [ReportsService, SavedReportsService, ReportsResolver, ReportsSeen, SendDueReportsJob],
  exports: [SavedReportsService],
})
export class ReportsModule {}
