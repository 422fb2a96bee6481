import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { GrantListsService } from './grant-lists.service.js';
import type { Person } from './person.entity.js';
import { PersonType } from './person.type.js';
import type { RoleGrant } from './role-grant.entity.js';
import { RoleGrantType } from './role-grant.type.js';

@Resolver(() => PersonType)
export class PersonGrantsResolver {
  constructor(private readonly grantLists: GrantListsService) {}

  @ResolveField(() => [RoleGrantType], {
    description:
      'Granted roles in force now, with their limits, for the person and those who keep the directory; empty for others.',
  })
  async grants(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<RoleGrant[]> {
    await viewer.learn([person.id]);
    if (!can(viewer, 'seeRoles', person)) return [];
    return (await viewer.load('grants in force', person.id, (ids) => this.grantLists.inForce(viewer, [...ids]))) ?? [];
  }
}
