import type { Role } from '@assay/access';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { RoleEnum } from '../people/person.type.js';
import { LastAdministrator } from '../people/role-grant.refusals.js';
import { GroupMappingService } from './group-mapping.service.js';
import {
  IssuedScimTokenType,
  ScimClientType,
  ScimGroupConnection,
  ScimGroupType,
  ScimRequestType,
} from './provisioning.type.js';
import type { ScimClient } from './scim-client.entity.js';
import { ScimClientsService } from './scim-clients.service.js';
import type { ScimGroup } from './scim-group.entity.js';
import type { ScimRequest } from './scim-request.entity.js';

const AddScimClientResult = resultOf('AddScimClientResult', IssuedScimTokenType, [InvalidInput]);
const IssueScimTokenResult = resultOf('IssueScimTokenResult', IssuedScimTokenType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);
const RevokeScimTokenResult = resultOf('RevokeScimTokenResult', ScimClientType, [NotFound]);
const ChangeScimClientResult = resultOf('ChangeScimClientResult', ScimClientType, [InvalidInput, NotFound]);
const RemoveScimClientResult = resultOf('RemoveScimClientResult', ScimClientType, [
  InvalidInput,
  NotFound,
  LastAdministrator,
]);
const MapScimGroupResult = resultOf('MapScimGroupResult', ScimGroupType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  LastAdministrator,
]);

@Resolver()
export class ProvisioningResolver {
  constructor(
    private readonly clients: ScimClientsService,
    private readonly mapping: GroupMappingService,
  ) {}

  @Query(() => [ScimClientType], { description: 'Directories that may provision people here.' })
  @Allow('access.configure')
  scimClients(@CurrentViewer() viewer: Viewer): Promise<ScimClient[]> {
    return this.clients.all(viewer);
  }

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

  @Query(() => [ScimRequestType], { description: 'The last fifty requests of a directory, newest first.' })
  @Allow('access.configure')
  scimRequests(
    @CurrentViewer() viewer: Viewer,
    @Args('clientId', { type: () => ID }) clientId: string,
  ): Promise<ScimRequest[]> {
    return this.clients.requestsOf(viewer, clientId);
  }

  @Mutation(() => AddScimClientResult, { description: 'Lets a directory provision, with a first token for a year.' })
  @Allow('access.configure')
  addScimClient(@CurrentViewer() viewer: Viewer, @Args('name') name: string) {
    return this.clients.add(viewer, name);
  }

  @Mutation(() => IssueScimTokenResult, {
    description: 'Another token for a directory, beside those in force, so that it can change over without a gap.',
  })
  @Allow('access.configure')
  issueScimToken(
    @CurrentViewer() viewer: Viewer,
    @Args('clientId', { type: () => ID }) clientId: string,
    @Args('days', { type: () => Int, nullable: true, defaultValue: 365, description: 'How long it lasts.' })
    days: number,
  ) {
    return this.clients.issue(viewer, clientId, days);
  }

  @Mutation(() => RevokeScimTokenResult, { description: 'Ends a token at once.' })
  @Allow('access.configure')
  revokeScimToken(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.clients.revoke(viewer, id);
  }

  @Mutation(() => ChangeScimClientResult, { description: 'Renames a directory, or changes what it manages.' })
  @Allow('access.configure')
  changeScimClient(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('name', { type: () => String, nullable: true, description: 'Left out: as it is.' }) name?: string | null,
    @Args('managesEmployment', {
      type: () => Boolean,
      nullable: true,
      description: 'Whether department and manager become dated employments. Left out: as it is.',
    })
    managesEmployment?: boolean | null,
  ) {
    return this.clients.change(viewer, id, { name, managesEmployment });
  }

  @Mutation(() => RemoveScimClientResult, {
    description: 'Shuts a directory out. People stay as they are; roles that its groups gave end.',
  })
  @Allow('access.configure')
  removeScimClient(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return this.clients.remove(viewer, id, reason);
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

  @Mutation(() => MapScimGroupResult, { description: 'Agrees, as the second administrator, to the role of a group.' })
  @Allow('access.configure')
  approveScimGroupRole(@CurrentViewer() viewer: Viewer, @Args('groupId', { type: () => ID }) groupId: string) {
    return this.mapping.approve(viewer, groupId);
  }

  @Mutation(() => MapScimGroupResult, { description: 'Takes back, or says no to, a role that waits.' })
  @Allow('access.configure')
  declineScimGroupRole(@CurrentViewer() viewer: Viewer, @Args('groupId', { type: () => ID }) groupId: string) {
    return this.mapping.decline(viewer, groupId);
  }
}
