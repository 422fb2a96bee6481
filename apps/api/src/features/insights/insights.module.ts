import { Module } from '@nestjs/common';
import { AuditActorResolver } from './audit-actor.resolver.js';

/**
 * Views across the features: what a team has verified, who stands behind the audit log.
 * It reads and never writes.
 */
@Module({ providers: [AuditActorResolver] })
export class InsightsModule {}
