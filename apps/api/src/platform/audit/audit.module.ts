import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditActors } from './audit-actors.js';
import { AuditApart } from './audit-apart.js';
import { AuditLink } from './audit-chain.entity.js';
import { AuditCheckService } from './audit-check.service.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditExportController } from './audit-export.controller.js';
import { AuditExportService } from './audit-export.service.js';
import { AuditLogResolver } from './audit-log.resolver.js';
import { AuditLogService } from './audit-log.service.js';
import { AuditSequencer } from './audit-sequencer.js';
import { AuditVerifyCommand } from './audit-verify.command.js';

/** The audit log, for those who may read it. Writing is `audit()`, in the transaction of the act. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntry, AuditLink])],
  controllers: [AuditExportController],
  providers: [
    AuditActors,
    AuditApart,
    AuditCheckService,
    AuditExportService,
    AuditLogResolver,
    AuditLogService,
    AuditSequencer,
    AuditVerifyCommand,
  ],
  exports: [AuditActors, AuditApart, AuditSequencer],
})
export class AuditModule {}
