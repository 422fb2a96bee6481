import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Viewer } from '../access/viewer.js';
import type { Page } from '../graphql/connection.js';
import type { AuditEntry } from './audit-entry.entity.js';
import { AuditConnection, AuditEntryType } from './audit-entry.type.js';
import { AuditLogService, inOneLine } from './audit-log.service.js';

@Resolver(() => AuditEntryType)
export class AuditLogResolver {
  constructor(private readonly log: AuditLogService) {}

  @Query(() => AuditConnection, { description: 'What was done and refused, newest first.' })
  @Allow('audit.read')
  auditEntries(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('search', {
      type: () => String,
      nullable: true,
      description: "Part of an operation's name, or the id of an actor or target.",
    })
    search: string | null,
  ): Promise<Page<AuditEntry>> {
    return this.log.page(viewer, { first, after, search });
  }

  @ResolveField(() => String, {
    description: 'How it ended and what it was given: ids, numbers and lengths, never contents.',
  })
  detail(@Parent() entry: AuditEntry): string {
    return inOneLine(entry.detail);
  }
}
