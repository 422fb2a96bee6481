import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Viewer } from '../access/viewer.js';
import type { Page } from '../graphql/connection.js';
import { AuditEntriesArgs } from './audit.inputs.js';
import type { AuditEntry } from './audit-entry.entity.js';
import {
  AuditActorKindEnum,
  type AuditActorKind,
  AuditConnection,
  AuditEntryType,
  AuditHeadType,
} from './audit-entry.type.js';
import { AuditLogService, inOneLine } from './audit-log.service.js';

@Resolver(() => AuditEntryType)
export class AuditLogResolver {
  constructor(private readonly log: AuditLogService) {}

  @Query(() => AuditConnection, {
    description: 'What was done, refused and failed, newest first. totalCount stops counting at 10,000.',
  })
  @Allow('audit.read')
  auditEntries(@CurrentViewer() viewer: Viewer, @Args() args: AuditEntriesArgs): Promise<Page<AuditEntry>> {
    return this.log.page(viewer, args);
  }

  @Query(() => AuditHeadType, { description: 'The end of the chained audit log, and what waits to be chained.' })
  @Allow('audit.read')
  auditHead(@CurrentViewer() viewer: Viewer): Promise<AuditHeadType> {
    return this.log.head(viewer);
  }

  @ResolveField(() => String, {
    description: 'How it ended and what it was given: ids, numbers and lengths, never contents.',
  })
  detail(@Parent() entry: AuditEntry): string {
    return inOneLine(entry.detail);
  }

  @ResolveField(() => AuditActorKindEnum, { description: 'Who acted: a person, a stranger, or the product itself.' })
  actorKind(@Parent() entry: AuditEntry): AuditActorKind {
    return AuditActorKindEnum[entry.actorKind.toUpperCase() as AuditActorKind];
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Its number in the chain; null for the moment between the act and its chaining.',
  })
  async sequence(@CurrentViewer() viewer: Viewer, @Parent() entry: AuditEntry): Promise<number | null> {
    return (await this.log.placeOf(viewer, entry.id))?.sequence ?? null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'SHA-256 of the hash before it and its digest, in hexadecimal; null until it is chained.',
  })
  async chainHash(@CurrentViewer() viewer: Viewer, @Parent() entry: AuditEntry): Promise<string | null> {
    return (await this.log.placeOf(viewer, entry.id))?.chainHash ?? null;
  }
}
