import type { OnModuleInit } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { AuditActors } from '../../platform/audit/audit-actors.js';
import type { AuditEntry } from '../../platform/audit/audit-entry.entity.js';
import { AuditEntryType } from '../../platform/audit/audit-entry.type.js';
import { PeopleService } from '../people/people.service.js';

/** The platform keeps ids of actors and knows no people; here they get their names. */
@Resolver(() => AuditEntryType)
export class AuditActorResolver implements OnModuleInit {
  constructor(
    private readonly people: PeopleService,
    private readonly actors: AuditActors,
  ) {}

  onModuleInit(): void {
    this.actors.namedBy(async (viewer, ids) => {
      const found = await Promise.all(ids.map((id) => this.people.byId(viewer, id)));
      return new Map(found.flatMap((person) => (person ? [[person.id, person.displayName]] : [])));
    });
  }

  @ResolveField(() => String, {
    description: 'Who: a name, that it was a stranger, or which part of the product acted.',
  })
  async actor(@CurrentViewer() viewer: Viewer, @Parent() entry: AuditEntry): Promise<string> {
    const { actorId, actorKind, detail } = entry;
    if (actorId !== null) return (await this.people.byId(viewer, actorId))?.displayName ?? actorId;
    // What acts for a machine or on the host says so itself.
    if (typeof detail.by === 'string') return detail.by;
    return actorKind === 'system' ? 'Assay' : 'A stranger';
  }
}
