import type { Role } from '@assay/access';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { RoleEnum } from '../people/person.type.js';
import { LastAdministrator } from '../people/role-grant.refusals.js';
import { GroupMappingService } from './group-mapping.service.js';
import { ScimGroupConnection, ScimGroupType } from './provisioning.type.js';
import type { ScimGroup } from './scim-group.entity.js';

const MapScimGroupResult = resultOf('MapScimGroupResult', ScimGroupType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  LastAdministrator,
]);

const ApproveScimGroupRoleResult = resultOf('ApproveScimGroupRoleResult', ScimGroupType, [
  ChangedMeanwhile,
  InvalidInput,
  NotAllowed,
  NotFound,
  LastAdministrator,
]);

@Resolver()
export class GroupMappingResolver {
  constructor(private readonly mapping: GroupMappingService) {}

  @Query(() => ScimGroupConnection, { description: 'The groups a directory sent, by name.' })
  @Allow('access.configure')
  scimGroups(
    @CurrentViewer() viewer: Viewer,
    @Args('clientId', { type: () => ID }) clientId: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('search', { type: () => String, nullable: true, description: 'Looks at the name.' }) search?: string | null,
  ): Promise<Page<ScimGroup>> {
    return this.mapping.page(viewer, clientId, { first, after, search });
  }

  @Mutation(() => MapScimGroupResult, {
    description:
      'Says which role the members of a group have here; no role takes it from them. Where a second administrator has to agree, it waits for one.',
  })
  @Allow('access.configure')
  mapScimGroup(
    @CurrentViewer() viewer: Viewer,
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('role', { type: () => RoleEnum, nullable: true, description: 'Null: none.' }) role?: Role | null,
    @Args('scopeUnitId', {
      type: () => ID,
      nullable: true,
      description: 'Only for people of this unit and below.',
    })
    scopeUnitId?: string | null,
  ) {
    return this.mapping.map(viewer, groupId, role ?? null, scopeUnitId ?? null);
  }

  @Mutation(() => ApproveScimGroupRoleResult, {
    description:
      'Agrees, as the second administrator, to the role of a group: to the one that is named here, and to no other that was asked for meanwhile.',
  })
  @Allow('access.configure')
  approveScimGroupRole(
    @CurrentViewer() viewer: Viewer,
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('role', { type: () => RoleEnum, description: 'The role that waits.' }) role: Role,
    @Args('scopeUnitId', { type: () => ID, nullable: true, description: 'The unit it is limited to; null: none.' })
    scopeUnitId?: string | null,
  ) {
    return this.mapping.approve(viewer, groupId, { role, scopeUnitId: scopeUnitId ?? null });
  }

  @Mutation(() => MapScimGroupResult, { description: 'Takes back, or says no to, a role that waits.' })
  @Allow('access.configure')
  declineScimGroupRole(@CurrentViewer() viewer: Viewer, @Args('groupId', { type: () => ID }) groupId: string) {
    return this.mapping.decline(viewer, groupId);
  }
}
