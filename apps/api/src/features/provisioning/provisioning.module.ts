import { Module } from '@nestjs/common';
import { ProvisioningSeen } from './provisioning-seen.service.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GroupMappingResolver } from './group-mapping.resolver.js';
import { GroupMappingService } from './group-mapping.service.js';
import { GroupMembersService } from './group-members.service.js';
import { GroupRolesService } from './group-roles.service.js';
import { ProvisionedPeopleService } from './provisioned-people.service.js';
import {
  ScimClientResolver,
  ScimGroupResolver,
  ScimTokenResolver,
  WithheldScimRoleResolver,
} from './provisioning-fields.resolver.js';
import { ProvisioningResolver } from './provisioning.resolver.js';
import { ScimClient } from './scim-client.entity.js';
import { ScimClientsService } from './scim-clients.service.js';
import { ScimDoorService } from './scim-door.service.js';
import { ScimGroup } from './scim-group.entity.js';
import { ScimGroupsService } from './scim-groups.service.js';
import { ScimRequest } from './scim-request.entity.js';
import { ScimRoutesService } from './scim-routes.service.js';
import { ScimToken } from './scim-token.entity.js';
import { ScimTokensService } from './scim-tokens.service.js';
import { ScimUsersService } from './scim-users.service.js';
import { UserEmploymentService } from './user-employment.service.js';
import { UserWriterService } from './user-writer.service.js';

/**
 * SCIM 2.0: directories such as Entra ID and Okta add people, change them and shut them out, and put them into groups.
 * The person's own row is the truth about the person; what else a directory says is kept beside it.
 * A group gives a role only after an administrator said so.
 */
@Module({
  imports: [TypeOrmModule.forFeature([ScimClient, ScimToken, ScimGroup, ScimRequest])],
  providers: [
    ProvisioningSeen,
    ScimDoorService,
    ScimRoutesService,
    ScimTokensService,
    ScimUsersService,
    UserWriterService,
    UserEmploymentService,
    ProvisionedPeopleService,
    ScimGroupsService,
    GroupMembersService,
    GroupRolesService,
    GroupMappingService,
    ScimClientsService,
    ProvisioningResolver,
    GroupMappingResolver,
    ScimClientResolver,
    ScimTokenResolver,
    ScimGroupResolver,
    WithheldScimRoleResolver,
  ],
})
export class ProvisioningModule {}
