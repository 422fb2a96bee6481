import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditLogResolver } from './audit-log.resolver.js';
import { AuditLogService } from './audit-log.service.js';

/** The audit log, for those who may read it. Writing is `audit()`, in the transaction of the act. */
@Module({ imports: [TypeOrmModule.forFeature([AuditEntry])], providers: [AuditLogService, AuditLogResolver] })
export class AuditModule {}
