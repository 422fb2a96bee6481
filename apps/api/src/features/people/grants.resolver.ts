import type { Role } from '@assay/access';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { GrantListsService } from './grant-lists.service.js';
import { GrantsService } from './grants.service.js';
import { RoleEnum } from './person.type.js';
import type { RoleGrant } from './role-grant.entity.js';
import { GrantRoleInput } from './role-grant.inputs.js';
import { AlreadyGranted, LastAdministrator, RolesApart } from './role-grant.refusals.js';
import { endOfDay, type GrantState, startOfDay } from './role-grant.rules.js';
import { GrantStateEnum, RoleDescriptionType, RoleGrantConnection, RoleGrantType } from './role-grant.type.js';
import { RolesOfferedService } from './roles-offered.service.js';

const GrantRoleResult = resultOf('GrantRoleResult', RoleGrantType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  AlreadyGranted,
  RolesApart,
]);
const ApproveGrantResult = resultOf('ApproveGrantResult', RoleGrantType, [
  NotAllowed,
  NotFound,
  AlreadyGranted,
  RolesApart,
]);
const DeclineGrantResult = resultOf('DeclineGrantResult', RoleGrantType, [InvalidInput, NotAllowed, NotFound]);
const EndGrantResult = resultOf('EndGrantResult', RoleGrantType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  LastAdministrator,
]);

@Resolver()
export class GrantsResolver {
  constructor(
    private readonly grants: GrantsService,
    private readonly lists: GrantListsService,
    private readonly offered: RolesOfferedService,
  ) {}

  @Query(() => RoleGrantConnection, {
    description: 'Who was given which role, newest first: what the viewer may see of it, and always their own.',
  })
  @Allow('signed-in')
  roleGrants(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('personId', { type: () => ID, nullable: true, description: 'Only of this person.' }) personId?: string | null,
    @Args('role', { type: () => RoleEnum, nullable: true, description: 'Only this role.' }) role?: Role | null,
    @Args('state', { type: () => GrantStateEnum, nullable: true, description: 'Only what stands so today.' })
    state?: GrantState | null,
    @Args('search', { type: () => String, nullable: true, description: 'Looks at the name of the person.' })
    search?: string | null,
  ): Promise<Page<RoleGrant>> {
    return this.lists.page(viewer, { first, after, personId, role, state, search });
  }

  @Query(() => [RoleDescriptionType], { description: 'Every role, what it opens and how one gets it.' })
  @Allow('signed-in')
  rolesOffered(@CurrentViewer() viewer: Viewer): Promise<RoleDescriptionType[]> {
    return this.offered.all(viewer);
  }

  @Mutation(() => GrantRoleResult, {
    description: 'Gives a role, or asks for it where a second person has to agree. Nobody gives one to themselves.',
  })
  @Allow('people.manage')
  grantRole(@CurrentViewer() viewer: Viewer, @Args('input') input: GrantRoleInput) {
    const { startsOn, endsOn, ...rest } = input;
    return this.grants.grant(viewer, {
      ...rest,
      startsAt: startsOn ? startOfDay(startsOn) : null,
      endsAt: endsOn ? endOfDay(endsOn) : null,
    });
  }

  @Mutation(() => ApproveGrantResult, {
    description: 'Agrees to a grant that waits. Neither whom it is for nor who asked for it can.',
  })
  @Allow('people.manage')
  approveGrant(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.grants.approve(viewer, id);
  }

  @Mutation(() => DeclineGrantResult, {
    description: 'Says no to a grant that waits, or takes back what one asked for.',
  })
  @Allow('people.manage')
  declineGrant(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { description: 'Why not; whoever asked will read it.' }) reason: string,
  ) {
    return this.grants.decline(viewer, id, reason);
  }

  @Mutation(() => EndGrantResult, { description: 'Takes a role away from now on; what was done in it stays.' })
  @Allow('people.manage')
  endGrant(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { description: 'Why it ends. Kept with the grant.' }) reason: string,
  ) {
    return this.grants.end(viewer, id, reason);
  }
}
