import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import type { OrgUnit } from '../people/org-unit.entity.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { OrgUnitType, PersonType } from '../people/person.type.js';
import { type GroupFacts, GroupMappingService } from './group-mapping.service.js';
import {
  ScimClientType,
  ScimGroupType,
  type ScimTokenState,
  ScimTokenStateEnum,
  ScimTokenType,
  WithheldScimRoleType,
} from './provisioning.type.js';
import type { ScimClient } from './scim-client.entity.js';
import { ScimClientsService } from './scim-clients.service.js';
import type { ScimGroup } from './scim-group.entity.js';
import type { ScimToken } from './scim-token.entity.js';

@Resolver(() => ScimClientType)
export class ScimClientResolver {
  constructor(
    private readonly clients: ScimClientsService,
    private readonly people: PeopleService,
    private readonly config: Config,
  ) {}

  @ResolveField(() => String, { description: 'The address that the directory is told: its tenant or base URL.' })
  baseUrl(): string {
    return `${this.config.publicUrl}/scim/v2`;
  }

  @ResolveField(() => [ScimTokenType], { description: 'Its tokens, newest first.' })
  tokens(@CurrentViewer() viewer: Viewer, @Parent() client: ScimClient): Promise<ScimToken[]> {
    return this.clients.tokensOf(viewer, client);
  }

  @ResolveField(() => Int, { description: 'How many people it provisions now.' })
  userCount(@CurrentViewer() viewer: Viewer, @Parent() client: ScimClient): Promise<number> {
    return this.clients.userCountOf(viewer, client);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who added it.' })
  async createdBy(@CurrentViewer() viewer: Viewer, @Parent() client: ScimClient): Promise<Person | null> {
    return client.createdBy ? this.people.byId(viewer, client.createdBy) : null;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do to it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() client: ScimClient): string[] {
    return viewerCan(viewer, client);
  }
}

@Resolver(() => ScimTokenType)
export class ScimTokenResolver {
  @ResolveField(() => ScimTokenStateEnum, { description: 'Whether it lets the client in now.' })
  state(@CurrentViewer() viewer: Viewer, @Parent() token: ScimToken): ScimTokenState {
    if (token.revokedAt) return 'REVOKED';
    return token.expiresAt > viewer.now ? 'IN_FORCE' : 'EXPIRED';
  }
}

@Resolver(() => ScimGroupType)
export class ScimGroupResolver {
  constructor(
    private readonly mapping: GroupMappingService,
    private readonly people: PeopleService,
  ) {}

  @ResolveField(() => Int, { description: 'How many are in it.' })
  async memberCount(@CurrentViewer() viewer: Viewer, @Parent() group: ScimGroup): Promise<number> {
    return (await this.mapping.factsOf(viewer, group.id)).members;
  }

  @ResolveField(() => [WithheldScimRoleType], { description: 'Members who did not get the role.' })
  async withheld(@CurrentViewer() viewer: Viewer, @Parent() group: ScimGroup): Promise<GroupFacts['withheld']> {
    return (await this.mapping.factsOf(viewer, group.id)).withheld;
  }

  @ResolveField(() => OrgUnitType, {
    nullable: true,
    description: 'The role is only for people of this unit and below.',
  })
  async scopeUnit(@CurrentViewer() viewer: Viewer, @Parent() group: ScimGroup): Promise<OrgUnit | null> {
    return group.scopeUnitId ? this.people.orgUnitById(viewer, group.scopeUnitId) : null;
  }

  @ResolveField(() => OrgUnitType, { nullable: true, description: 'The unit of the role that waits.' })
  async wantedUnit(@CurrentViewer() viewer: Viewer, @Parent() group: ScimGroup): Promise<OrgUnit | null> {
    return group.wantedUnitId ? this.people.orgUnitById(viewer, group.wantedUnitId) : null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who asked for the role that waits.' })
  async wantedBy(@CurrentViewer() viewer: Viewer, @Parent() group: ScimGroup): Promise<Person | null> {
    return group.wantedBy ? this.people.byId(viewer, group.wantedBy) : null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who said which role it has.' })
  async mappedBy(@CurrentViewer() viewer: Viewer, @Parent() group: ScimGroup): Promise<Person | null> {
    return group.mappedBy ? this.people.byId(viewer, group.mappedBy) : null;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do to it: map, approve, decline.' })
  async viewerCan(@CurrentViewer() viewer: Viewer, @Parent() group: ScimGroup): Promise<string[]> {
    await this.mapping.factsOf(viewer, group.id);
    return viewerCan(viewer, group);
  }
}

@Resolver(() => WithheldScimRoleType)
export class WithheldScimRoleResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'The member.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() it: GroupFacts['withheld'][number]): Promise<Person | null> {
    return this.people.byId(viewer, it.personId);
  }
}
