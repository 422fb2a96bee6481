import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AuditEntry } from '../../platform/audit/audit-entry.entity.js';
import { AuditEntryType } from '../../platform/audit/audit-entry.type.js';
import { PeopleService } from '../people/people.service.js';

/** The platform keeps ids of actors and knows no people; here they get their names. */
@Resolver(() => AuditEntryType)
export class AuditActorResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => String, { description: 'Who: a name, or that it was a stranger or the product itself.' })
  async actor(@CurrentViewer() viewer: Viewer, @Parent() entry: AuditEntry): Promise<string> {
    if (entry.actorKind === 'system') return 'Assay';
    if (entry.actorId === null) return 'A stranger';
    return (await this.people.byId(viewer, entry.actorId))?.displayName ?? entry.actorId;
  }
}
