import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { LastAdministrator } from '../people/role-grant.refusals.js';
import { IssuedScimTokenType, ScimClientType, ScimRequestType } from './provisioning.type.js';
import type { ScimClient } from './scim-client.entity.js';
import { ScimClientsService } from './scim-clients.service.js';
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
@Resolver()
export class ProvisioningResolver {
  constructor(private readonly clients: ScimClientsService) {}

  @Query(() => [ScimClientType], { description: 'Directories that may provision people here.' })
  @Allow('access.configure')
  scimClients(@CurrentViewer() viewer: Viewer): Promise<ScimClient[]> {
    return this.clients.all(viewer);
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
}
