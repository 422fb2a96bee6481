import { GRANTABLE_ROLES, type Role } from '@assay/access';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { InputProblem } from '../../platform/graphql/refusal.js';
import { dayOf } from '../../platform/access/day.js';
import { apart, MOST_REASON_CHARACTERS, notGranted, tooLong } from './grant-sentences.rules.js';
import { PeopleService } from './people.service.js';
import { type GrantOrigin, RoleGrant } from './role-grant.entity.js';
import { AlreadyGranted, RolesApart } from './role-grant.refusals.js';
import type { GrantedAchievementType } from './role-grant.type.js';
import { isWithin, leavesNothing, meet, notTogetherWith, stateOf } from './role-grant.rules.js';

/** A role to be given. What is left out is: no limit, from now on, without an end. */
export interface GrantRequest {
  personId: string;
  role: Role;
  scopeUnitId?: string | null;
  scopeAchievementId?: string | null;
  startsAt?: Date | null;
  endsAt?: Date | null;
  reason?: string | null;
  origin: GrantOrigin;
  /** The provisioned group, where the origin is SCIM. */
  groupId?: string | null;
}

const GRANTABLE: readonly Role[] = GRANTABLE_ROLES;

/** What stands against giving a role: wrong input, roles that are kept apart, the same role twice. */
@Injectable()
export class GrantChecksService {
  /** Achievements live above this feature; it tells here what it knows of them. */
  private achievementsById: (viewer: Viewer, ids: readonly string[]) => Promise<Map<string, GrantedAchievementType>> =
    () => Promise.resolve(new Map());

  constructor(private readonly people: PeopleService) {}

  knowAchievementsBy(find: GrantChecksService['achievementsById']): void {
    this.achievementsById = find;
  }

  /** The achievement that a grant is limited to, by its newest name. */
  achievement(viewer: Viewer, id: string): Promise<GrantedAchievementType | null> {
    return viewer.load('granted-achievement', id, (ids) => this.achievementsById(viewer, ids));
  }

  /** What stands against giving these roles to somebody new, before anything is written. */
  problemOfTogether(roles: readonly Role[]): string | null {
    for (const role of roles) {
      if (!GRANTABLE.includes(role)) return notGranted(role);
      const other = notTogetherWith(role, roles);
      if (other) return apart(role, other);
    }
    return null;
  }

  async lastingOf(viewer: Viewer, personId: string): Promise<RoleGrant[]> {
    const all = await viewer.tx.manager.findBy(RoleGrant, { personId });
    return all.filter((each) => lasts(viewer, each));
  }

  async conflictOf(
    viewer: Viewer,
    wanted: Pick<
      GrantRequest,
      'personId' | 'role' | 'scopeUnitId' | 'scopeAchievementId' | 'startsAt' | 'endsAt' | 'origin' | 'groupId'
    >,
    exceptId?: string,
  ): Promise<AlreadyGranted | RolesApart | null> {
    const from = wanted.startsAt && wanted.startsAt > viewer.now ? wanted.startsAt : viewer.now;
    const meeting = (await this.lastingOf(viewer, wanted.personId)).filter(
      (each) =>
        each.id !== exceptId &&
        meet(
          { from, until: wanted.endsAt ?? null },
          { from: each.startsAt ?? each.wantedFrom ?? viewer.now, until: each.endsAt },
        ),
    );
    const other = notTogetherWith(
      wanted.role,
      meeting.map(({ role }) => role),
    );
    if (other) return new RolesApart(apart(wanted.role, other));
    const same = meeting.find((each) => sameAs(each, wanted));
    if (!same) return null;
    return new AlreadyGranted(
      stateOf(same, viewer.now) === 'PROPOSED'
        ? 'This role is asked for already and waits for a second person.'
        : 'This person has this role with these limits at that time already.',
    );
  }

  async problemsOf(viewer: Viewer, wanted: GrantRequest): Promise<InputProblem[]> {
    const problems: InputProblem[] = [];
    const say = (field: keyof GrantRequest, message: string) => problems.push(new InputProblem(field, message));
    const { role, scopeUnitId = null, scopeAchievementId = null, startsAt, endsAt } = wanted;
    if (!(await this.people.find(viewer, wanted.personId))?.isWithUs(dayOf(viewer)))
      say('personId', 'This person is no longer with the organisation.');
    if (!GRANTABLE.includes(role)) say('role', notGranted(role));
    else if (leavesNothing(role, { unitId: scopeUnitId, achievementId: scopeAchievementId }))
      say(scopeAchievementId ? 'scopeAchievementId' : 'scopeUnitId', 'Under this limit nothing of the role is left.');
    if (scopeUnitId && !(isId(scopeUnitId) && (await this.people.orgUnitById(viewer, scopeUnitId))))
      say('scopeUnitId', 'There is no such unit.');
    if (scopeAchievementId && !(isId(scopeAchievementId) && (await this.achievement(viewer, scopeAchievementId))))
      say('scopeAchievementId', 'There is no such achievement.');
    if (endsAt && endsAt <= (startsAt && startsAt > viewer.now ? startsAt : viewer.now))
      say('endsAt', 'The last day comes after the first.');
    if ((wanted.reason?.length ?? 0) > MOST_REASON_CHARACTERS) say('reason', tooLong);
    return problems;
  }

  /**
   * Whoever keeps the people of a unit keeps nobody's power over more than that: a new mail address or a last day
   * would take over, or end, a role that they could neither give nor take. Themselves they may keep.
   */
  async reachesBeyond(viewer: Viewer, personId: string): Promise<boolean> {
    if (viewer.isSelf(personId) || viewer.mayEverywhere('people.manage')) return false;
    // Else a role given at the same moment would not be seen.
    await viewer.tx.aloneIn(`roles ${personId}`);
    return beyond(viewer, await this.lastingOf(viewer, personId));
  }

  /** As `reachesBeyond`, for many people at once and only to tell: whoever acts is asked again. */
  async seemsBeyond(viewer: Viewer, personId: string): Promise<boolean> {
    if (viewer.isSelf(personId) || viewer.mayEverywhere('people.manage')) return false;
    const found = await viewer.load('reaches-beyond', personId, async (ids) => {
      const grants = await viewer.tx.manager.findBy(RoleGrant, { personId: In([...ids]) });
      const lasting = grants.filter((grant) => lasts(viewer, grant));
      return new Map(
        ids.map((id) => [
          id,
          beyond(
            viewer,
            lasting.filter((grant) => grant.personId === id),
          ),
        ]),
      );
    });
    return found ?? false;
  }

  /**
   * Whether somebody else, asked for a second opinion, could give one. Who is merely shut out counts: else one of
   * two would shut the other out, grant alone, and let them in again.
   */
  async isAnotherThere(viewer: Viewer, people: (string | null)[]): Promise<boolean> {
    return (await this.administratorsBesides(viewer, people, { shutOutToo: true })) > 0;
  }

  /** Whether without this person nobody would be left who administers everything, for good. */
  async administersAlone(viewer: Viewer, personId: string): Promise<boolean> {
    await viewer.tx.aloneIn('administrators');
    const all = await this.administratorsBesides(viewer, []);
    const others = await this.administratorsBesides(viewer, [personId]);
    return others < all && (await this.administratorsBesides(viewer, [personId], { forGood: true })) === 0;
  }

  async administratorsBesides(
    viewer: Viewer,
    people: (string | null)[],
    { forGood = false, shutOutToo = false } = {},
  ): Promise<number> {
    const [row] = await viewer.tx.query<{ n: number }>('SELECT app_administrators_besides($1, $2, $3) AS n', [
      people.filter((id) => id !== null),
      forGood,
      shutOutToo,
    ]);
    return row?.n ?? 0;
  }
}

/** The same role with the same limits from the same source; a group and a person may both give one. */
function sameAs(
  grant: RoleGrant,
  wanted: Pick<GrantRequest, 'role' | 'scopeUnitId' | 'scopeAchievementId' | 'origin' | 'groupId'>,
): boolean {
  return (
    grant.role === wanted.role &&
    grant.scopeUnitId === (wanted.scopeUnitId ?? null) &&
    grant.scopeAchievementId === (wanted.scopeAchievementId ?? null) &&
    (grant.origin === 'SCIM') === (wanted.origin === 'SCIM') &&
    grant.groupId === (wanted.groupId ?? null)
  );
}

const lasts = (viewer: Viewer, grant: RoleGrant) =>
  ['PROPOSED', 'PLANNED', 'IN_FORCE'].includes(stateOf(grant, viewer.now));

/** Whether one of these reaches further than the viewer's own power. */
function beyond(viewer: Viewer, grants: readonly RoleGrant[]): boolean {
  const own = viewer.grantsOf('people.manage').map(({ unitIds }) => unitIds);
  return grants.some(({ scopeUnitId }) => !isWithin(own, scopeUnitId));
}
