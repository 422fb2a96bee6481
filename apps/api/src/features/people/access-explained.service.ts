import type { Role } from '@assay/access';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { type AccessFacts, explain, type ExplainedGrant, type ExplainedPermission } from './access-explained.rules.js';
import { dayOf } from '../../platform/access/day.js';
import { GrantChecksService } from './grant-checks.service.js';
import { GrantListsService } from './grant-lists.service.js';
import { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import type { RoleGrant } from './role-grant.entity.js';
import { NAME_OF_ROLE, WHAT_A_ROLE_DOES_NOT } from './role-words.rules.js';

export interface AccessExplanation {
  personId: string;
  permissions: ExplainedPermission[];
  notOpened: string[];
}

/** Tells people what they, or those whose roles they keep, may do and where it comes from. */
@Injectable()
export class AccessExplainedService {
  constructor(
    private readonly people: PeopleService,
    private readonly lists: GrantListsService,
    private readonly checks: GrantChecksService,
  ) {}

  /** Null for somebody who is not there or whose roles the viewer does not see. */
  async of(viewer: Viewer, personId: string | null): Promise<AccessExplanation | null> {
    const person = await this.people.find(viewer, personId ?? viewer.personId ?? '');
    if (!person) return null;
    await viewer.learn([person.id]);
    if (!can(viewer, 'seeRoles', person)) return null;
    const facts = await this.factsOf(viewer, person);
    return { personId: person.id, permissions: explain(facts), notOpened: notOpened(facts) };
  }

  private async factsOf(viewer: Viewer, person: Person): Promise<AccessFacts> {
    const reports = await this.people.reportsOf(viewer, person.id);
    const grants = await this.lists.inForceOf(viewer, person.id);
    return {
      isWithUs: person.isWithUs(dayOf(viewer)),
      reports: reports.length,
      grants: await Promise.all(grants.map((grant) => this.named(viewer, grant))),
    };
  }

  private async named(viewer: Viewer, grant: RoleGrant): Promise<ExplainedGrant> {
    const [unit, achievement, grantedBy, approvedBy] = await Promise.all([
      grant.scopeUnitId ? this.people.orgUnitById(viewer, grant.scopeUnitId) : null,
      grant.scopeAchievementId ? this.checks.achievement(viewer, grant.scopeAchievementId) : null,
      grant.grantedBy ? this.people.byId(viewer, grant.grantedBy) : null,
      grant.approvedBy ? this.people.byId(viewer, grant.approvedBy) : null,
    ]);
    const { id, role, origin, approval, startsAt, endsAt } = grant;
    return {
      ...{ id, role, origin, approval, endsAt },
      startsAt: startsAt ?? grant.grantedAt,
      // A limit counts also when what it names can no longer be read.
      unit: grant.scopeUnitId ? (unit?.name ?? 'a unit') : null,
      achievement: grant.scopeAchievementId ? (achievement?.name ?? 'an achievement') : null,
      grantedBy: grantedBy?.displayName ?? null,
      approvedBy: approvedBy?.displayName ?? null,
    };
  }
}

/** Private libraries first: whatever somebody holds, these stay closed. */
function notOpened({ grants, reports }: AccessFacts): string[] {
  const roles = new Set<Role>([
    'EMPLOYEE',
    ...(reports > 0 ? (['MANAGER'] as const) : []),
    ...grants.map(({ role }) => role),
  ]);
  return [
    'No role opens the private evidence library of anybody else.',
    ...[...roles].map((role) => `${NAME_OF_ROLE[role]}: ${lower(WHAT_A_ROLE_DOES_NOT[role])}`),
  ];
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
