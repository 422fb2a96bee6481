import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { GrantChecksService } from './grant-checks.service.js';
import type { OrgUnit } from './org-unit.entity.js';
import { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import { OrgUnitType, PersonType } from './person.type.js';
import type { RoleGrant } from './role-grant.entity.js';
import { type GrantState, stateOf } from './role-grant.rules.js';
import { GrantedAchievementType, GrantStateEnum, RoleGrantType } from './role-grant.type.js';

@Resolver(() => RoleGrantType)
export class RoleGrantResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly checks: GrantChecksService,
  ) {}

  @ResolveField(() => PersonType, { description: 'Who has it, or is to have it.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() grant: RoleGrant): Promise<Person | null> {
    return this.people.byId(viewer, grant.personId);
  }

  @ResolveField(() => OrgUnitType, { nullable: true, description: 'Only for people of this unit and below.' })
  async scopeUnit(@CurrentViewer() viewer: Viewer, @Parent() grant: RoleGrant): Promise<OrgUnit | null> {
    return grant.scopeUnitId ? this.people.orgUnitById(viewer, grant.scopeUnitId) : null;
  }

  @ResolveField(() => GrantedAchievementType, { nullable: true, description: 'Only for this achievement.' })
  async scopeAchievement(
    @CurrentViewer() viewer: Viewer,
    @Parent() grant: RoleGrant,
  ): Promise<GrantedAchievementType | null> {
    return grant.scopeAchievementId ? this.checks.achievement(viewer, grant.scopeAchievementId) : null;
  }

  @ResolveField(() => GrantStateEnum, { description: 'Where it stands today.' })
  state(@CurrentViewer() viewer: Viewer, @Parent() grant: RoleGrant): GrantState {
    return stateOf(grant, viewer.now);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who gave it or asked for it; null: see `origin`.' })
  async grantedBy(@CurrentViewer() viewer: Viewer, @Parent() grant: RoleGrant): Promise<Person | null> {
    return grant.grantedBy ? this.people.byId(viewer, grant.grantedBy) : null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'The second person who agreed.' })
  async approvedBy(@CurrentViewer() viewer: Viewer, @Parent() grant: RoleGrant): Promise<Person | null> {
    return grant.approvedBy ? this.people.byId(viewer, grant.approvedBy) : null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who said no, or took it back.' })
  async declinedBy(@CurrentViewer() viewer: Viewer, @Parent() grant: RoleGrant): Promise<Person | null> {
    return grant.declinedBy ? this.people.byId(viewer, grant.declinedBy) : null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who ended it.' })
  async endedBy(@CurrentViewer() viewer: Viewer, @Parent() grant: RoleGrant): Promise<Person | null> {
    return grant.endedBy ? this.people.byId(viewer, grant.endedBy) : null;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do to it: approve, decline, end.' })
  async viewerCan(@CurrentViewer() viewer: Viewer, @Parent() grant: RoleGrant): Promise<string[]> {
    await viewer.learn([grant.personId]);
    return viewerCan(viewer, grant);
  }
}
