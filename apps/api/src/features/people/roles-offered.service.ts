import { GRANTABLE_ROLES, LIMITABLE_BY, PERMISSIONS, PERMISSIONS_OF, type Role, ROLES } from '@assay/access';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { GrantChecksService } from './grant-checks.service.js';
import { GrantListsService } from './grant-lists.service.js';
import { needsSecondPerson, notTogetherWith } from './role-grant.rules.js';
import type { RoleDescriptionType } from './role-grant.type.js';
import { WHAT_A_ROLE_DOES, WHAT_A_ROLE_DOES_NOT } from './role-words.rules.js';

/** The roles as somebody who is about to give one wants to know them. */
@Injectable()
export class RolesOfferedService {
  constructor(
    private readonly checks: GrantChecksService,
    private readonly lists: GrantListsService,
  ) {}

  async all(viewer: Viewer): Promise<RoleDescriptionType[]> {
    const holders = await this.lists.holders(viewer);
    const another = await this.checks.isAnotherThere(viewer, [viewer.personId]);
    return ROLES.map((role) => ({
      role,
      what: WHAT_A_ROLE_DOES[role],
      not: WHAT_A_ROLE_DOES_NOT[role],
      permissions: PERMISSIONS_OF[role].map((name) => ({
        name,
        what: PERMISSIONS[name],
        byUnit: LIMITABLE_BY[name].includes('unit'),
        byAchievement: LIMITABLE_BY[name].includes('achievement'),
      })),
      grantable: (GRANTABLE_ROLES as readonly Role[]).includes(role),
      approval: (GRANTABLE_ROLES as readonly Role[]).includes(role) && needsSecondPerson(role) && another,
      apart: ROLES.filter((other) => notTogetherWith(role, [other]) !== null),
      holders: holders.get(role) ?? 0,
    }));
  }
}
