import type { Role } from '@assay/access';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { dayOf } from '../../platform/access/day.js';
import { GrantChecksService, type GrantRequest } from './grant-checks.service.js';
import { reasonProblem, whyNotApproved, whyNotDeclined, whyNotEnded } from './grant-sentences.rules.js';
import { RoleEnded, RoleGranted, RoleProposed } from './people.events.js';
import { PeopleService } from './people.service.js';
import { type GrantOrigin, RoleGrant } from './role-grant.entity.js';
import './role-grant.policy.js';
import { AlreadyGranted, LastAdministrator, RolesApart } from './role-grant.refusals.js';
import { isWithin, needsSecondPerson, stateOf } from './role-grant.rules.js';
import { NAME_OF_ROLE } from './role-words.rules.js';

/** Which grants are meant when something ends them that does not know their ids. */
export type GrantMatch = Pick<GrantRequest, 'personId' | 'role' | 'scopeUnitId' | 'scopeAchievementId' | 'groupId'> & {
  origin: GrantOrigin;
};

type Granted = RoleGrant | InvalidInput | NotAllowed | NotFound | AlreadyGranted | RolesApart;

const ASKED_FOR_BY_PEOPLE: readonly GrantOrigin[] = ['PERSON', 'IMPORT'];

/** Gives roles and takes them back. The only writer of grants: whatever gives a role comes through here. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly people: PeopleService,
    private readonly checks: GrantChecksService,
  ) {}

  /** A person grants: within the own limits, never to themselves, with a reason. */
  async grant(viewer: Viewer, request: Omit<GrantRequest, 'origin'>): Promise<Granted> {
    const person = await this.people.find(viewer, request.personId);
    if (!person) return new NotFound('This person');
    if (viewer.isSelf(person.id)) return new NotAllowed('Nobody changes their own roles. Ask another administrator.');
    await viewer.learn([person.id]);
    if (!viewer.may('people.manage', { personId: person.id })) return new NotAllowed('You may not change roles.');
    const own = viewer.grantsOf('people.manage').map(({ unitIds }) => unitIds);
    if (viewer.kind !== 'system' && !isWithin(own, request.scopeUnitId ?? null))
      return InvalidInput.of('scopeUnitId', 'Your own role is limited to a unit: grant within it.');
    const missing = reasonProblem(request.reason ?? '', 'Say why this person needs the role.');
    if (missing) return InvalidInput.of('reason', missing);
    return this.grantFor(viewer, { ...request, origin: 'PERSON' });
  }

  /** Gives a role on behalf of a viewer or of the product. Who may ask was decided before; what may be is decided here. */
  async grantFor(viewer: Viewer, request: GrantRequest): Promise<Granted> {
    const problems = await this.checks.problemsOf(viewer, request);
    if (problems.length > 0) return new InvalidInput(problems);
    const { personId, role, origin } = request;
    // Two who grant the same at once would each see that it is not held yet.
    await viewer.tx.aloneIn(`roles ${personId}`);
    const no = await this.checks.conflictOf(viewer, request);
    if (no) return no;

    const asked = ASKED_FOR_BY_PEOPLE.includes(origin) && needsSecondPerson(role);
    const second = asked && (await this.checks.isAnotherThere(viewer, [personId, viewer.personId]));
    const startsAt = request.startsAt && request.startsAt > viewer.now ? request.startsAt : viewer.now;
    const grant = viewer.tx.manager.create(RoleGrant, {
      id: newId(),
      personId,
      role,
      scopeUnitId: request.scopeUnitId ?? null,
      scopeAchievementId: request.scopeAchievementId ?? null,
      startsAt: second ? null : startsAt,
      endsAt: request.endsAt ?? null,
      wantedFrom: request.startsAt ?? null,
      grantedAt: viewer.now,
      grantedBy: viewer.personId,
      reason: request.reason?.trim() || null,
      origin,
      groupId: request.groupId ?? null,
      approval: second ? 'SECOND_PERSON' : asked ? 'NOBODY_ELSE' : 'NOT_NEEDED',
    });
    await viewer.tx.manager.insert(RoleGrant, grant);
    if (second) await record(viewer, new RoleProposed(grant.id));
    else await this.tell(viewer, grant);
    return grant;
  }

  /** A grant that waits for a second person; null for any other. For listeners. */
  async waiting(system: Viewer, id: string): Promise<RoleGrant | null> {
    const grant = await system.tx.manager.findOneBy(RoleGrant, { id });
    return grant && stateOf(grant, system.now) === 'PROPOSED' ? grant : null;
  }

  /** As a sentence names the role. */
  nameOf(role: Role): string {
    return NAME_OF_ROLE[role];
  }

  async approve(viewer: Viewer, id: string): Promise<RoleGrant | NotAllowed | NotFound | RolesApart | AlreadyGranted> {
    const grant = await this.locked(viewer, id);
    if (!grant) return new NotFound('This grant');
    if (!can(viewer, 'approve', grant)) return new NotAllowed(whyNotApproved(viewer, grant));
    const person = await this.people.byId(viewer, grant.personId);
    if (!person?.isWithUs(dayOf(viewer))) return new NotAllowed('This person is no longer with the organisation.');
    const { personId, role, scopeUnitId, scopeAchievementId, wantedFrom, endsAt, origin, groupId } = grant;
    const wanted = { personId, role, scopeUnitId, scopeAchievementId, startsAt: wantedFrom, endsAt, origin, groupId };
    const no = await this.checks.conflictOf(viewer, wanted, grant.id);
    if (no) return no;

    grant.startsAt = grant.wantedFrom && grant.wantedFrom > viewer.now ? grant.wantedFrom : viewer.now;
    return this.change(viewer, grant, {
      startsAt: grant.startsAt,
      approvedBy: viewer.personId,
      approvedAt: viewer.now,
    });
  }

  async decline(viewer: Viewer, id: string, reason: string): Promise<RoleGrant | InvalidInput | NotAllowed | NotFound> {
    const grant = await this.locked(viewer, id);
    if (!grant) return new NotFound('This grant');
    if (!can(viewer, 'decline', grant)) return new NotAllowed(whyNotDeclined(viewer, grant));
    const missing = reasonProblem(reason, 'Say why not; whoever asked will read it.');
    if (missing) return InvalidInput.of('reason', missing);
    return this.change(viewer, grant, {
      declinedBy: viewer.personId,
      declinedAt: viewer.now,
      declineReason: reason.trim(),
    });
  }

  /** Takes a role away from now on; what was done in it stays. */
  async end(
    viewer: Viewer,
    id: string,
    reason: string,
  ): Promise<RoleGrant | InvalidInput | NotAllowed | NotFound | LastAdministrator> {
    const grant = await this.locked(viewer, id);
    if (!grant) return new NotFound('This grant');
    if (!can(viewer, 'end', grant)) return new NotAllowed(whyNotEnded(viewer, grant));
    const missing = reasonProblem(reason, 'Say why the role ends.');
    if (missing) return InvalidInput.of('reason', missing);
    if (await this.leavesNoAdministrator(viewer, [grant])) return new LastAdministrator();
    return this.finish(viewer, grant, viewer.now, reason.trim());
  }

  /** Ends what the same origin gave; nothing when there is nothing. Grants that a person gave are not touched by a group. */
  async endFor(viewer: Viewer, match: GrantMatch, reason: string): Promise<RoleGrant[] | LastAdministrator> {
    const found = (await this.checks.lastingOf(viewer, match.personId)).filter(
      (each) =>
        each.role === match.role &&
        each.origin === match.origin &&
        each.scopeUnitId === (match.scopeUnitId ?? null) &&
        each.scopeAchievementId === (match.scopeAchievementId ?? null) &&
        each.groupId === (match.groupId ?? null),
    );
    return this.endThese(viewer, found, viewer.now, reason);
  }

  /** Ends everything somebody holds, is to hold or was proposed for, by a moment: for those who leave. */
  async endAllOf(viewer: Viewer, personId: string, at: Date, reason: string): Promise<RoleGrant[] | LastAdministrator> {
    const lasting = await this.checks.lastingOf(viewer, personId);
    return this.endThese(
      viewer,
      lasting.filter(({ endsAt }) => endsAt === null || endsAt > at),
      at,
      reason,
    );
  }

  private async endThese(viewer: Viewer, grants: RoleGrant[], at: Date, reason: string) {
    if (await this.leavesNoAdministrator(viewer, grants)) return new LastAdministrator();
    for (const grant of grants) await this.finish(viewer, grant, at, reason);
    return grants;
  }

  private async finish(viewer: Viewer, grant: RoleGrant, at: Date, reason: string): Promise<RoleGrant> {
    const changed = await this.change(viewer, grant, { endsAt: at, endedBy: viewer.personId, endReason: reason });
    if (grant.startsAt && at <= viewer.now) await record(viewer, new RoleEnded(grant.personId, grant.role));
    return changed;
  }

  private async change(viewer: Viewer, grant: RoleGrant, changes: Partial<RoleGrant>): Promise<RoleGrant> {
    await viewer.tx.manager.update(RoleGrant, { id: grant.id }, changes);
    Object.assign(grant, changes);
    viewer.forget('roles', grant.personId);
    if (changes.approvedAt) await this.tell(viewer, grant);
    return grant;
  }

  private async tell(viewer: Viewer, grant: RoleGrant): Promise<void> {
    viewer.forget('roles', grant.personId);
    await record(viewer, new RoleGranted(grant.personId, grant.role));
  }

  /** One after another: two who each end the other's role would each see that somebody is left. */
  private async leavesNoAdministrator(viewer: Viewer, grants: RoleGrant[]): Promise<boolean> {
    const ends = grants.find(
      (each) =>
        each.role === 'ADMINISTRATOR' &&
        each.scopeUnitId === null &&
        each.scopeAchievementId === null &&
        stateOf(each, viewer.now) === 'IN_FORCE',
    );
    if (!ends) return false;
    await viewer.tx.aloneIn('administrators');
    return (await this.checks.administratorsBesides(viewer, [ends.personId], { forGood: true })) === 0;
  }

  private async locked(viewer: Viewer, id: string): Promise<RoleGrant | null> {
    if (!isId(id)) return null;
    const seen = await viewer.tx.manager.findOneBy(RoleGrant, { id });
    if (!seen) return null;
    await viewer.learn([seen.personId]);
    if (!can(viewer, 'see', seen)) return null;
    await viewer.tx.aloneIn(`roles ${seen.personId}`);
    return viewer.tx.manager.findOneBy(RoleGrant, { id });
  }
}
