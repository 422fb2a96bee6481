import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound, Refusal } from '../../platform/graphql/refusal.js';
import { dayAfter, dayOf, inWords } from '../../platform/access/day.js';
import { Employment } from './employment.entity.js';
import { EmploymentsService } from './employments.service.js';
import { GrantChecksService } from './grant-checks.service.js';
import { ROLE_BEYOND } from './grant-sentences.rules.js';
import { GrantsService } from './grants.service.js';
import { PeopleChecksService, type Place } from './people-checks.service.js';
import { PeopleService } from './people.service.js';
import { Person } from './person.entity.js';
import { reasonProblem } from './person.rules.js';
import { LastAdministrator } from './role-grant.refusals.js';

type Changed = Promise<Person | InvalidInput | NotAllowed | NotFound>;

/** Leaving, coming back, being shut out and let in again. What somebody earned stays in every case. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly people: PeopleService,
    private readonly checks: PeopleChecksService,
    private readonly employments: EmploymentsService,
    private readonly grants: GrantsService,
    private readonly grantChecks: GrantChecksService,
  ) {}

  /** Employments end with the last day, roles and signing in when it is over. The day may lie ahead, and may be moved. */
  async recordLeaving(viewer: Viewer, personId: string, lastDay: string, reason: string): Changed {
    const person = await this.reached(viewer, personId, 'recordLeaving', 'Nobody records that they leave themselves.');
    if (person instanceof Refusal) return person;
    const missing = reasonProblem(reason);
    if (missing) return InvalidInput.of('reason', missing);
    const own = await viewer.tx.manager.find(Employment, {
      where: { personId: person.id },
      order: { startsOn: 'ASC' },
    });
    const later = own.find(({ startsOn }) => startsOn > lastDay);
    if (later?.stateOn(dayOf(viewer)) === 'PLANNED')
      return InvalidInput.of(
        'lastDay',
        `A change is planned from ${inWords(later.startsOn)} on. Take that back first.`,
      );
    if (later)
      return InvalidInput.of('lastDay', `The present employment began on ${inWords(later.startsOn)}, after that day.`);
    const no = await this.endRoles(viewer, person, lastDay, reason.trim());
    if (no) return no;
    for (const each of own) {
      // One that ended with the last day named before goes along when that day is moved.
      const goesAlong =
        each.endsOn === null || each.endsOn > lastDay || (person.lastDay !== null && each.endsOn === person.lastDay);
      if (goesAlong) await viewer.tx.manager.update(Employment, { id: each.id }, { endsOn: lastDay });
    }
    return this.write(viewer, person, { lastDay, leavingReason: reason.trim() });
  }

  async undoLeaving(viewer: Viewer, personId: string): Changed {
    const person = await this.reached(viewer, personId, 'undoLeaving', 'This person is not about to leave.');
    if (person instanceof Refusal) return person;
    const ended = (await this.employments.mainOf(viewer, person.id)).filter(({ endsOn }) => endsOn === person.lastDay);
    for (const { id, managerId, startsOn } of ended) {
      const circle = await this.employments.circle(viewer, person.id, managerId, startsOn, null, [id]);
      if (circle) return InvalidInput.of('personId', circle);
    }
    for (const { id } of ended) await viewer.tx.manager.update(Employment, { id }, { endsOn: null });
    return this.write(viewer, person, { lastDay: null, leavingReason: null });
  }

  async rehire(viewer: Viewer, input: Place & { personId: string; startsOn: string }): Changed {
    const { personId, startsOn, ...place } = input;
    const person = await this.reached(viewer, personId, 'rehire', 'This person is with us.');
    if (person instanceof Refusal) return person;
    const wanted = { ...place, jobTitle: place.jobTitle ?? '', orgUnitId: place.orgUnitId ?? null };
    const problems = await this.checks.placeProblems(viewer, wanted, person.id);
    if (problems.length > 0) return new InvalidInput(problems);
    const last = (await this.employments.mainOf(viewer, person.id)).at(-1);
    if (person.lastDay !== null && startsOn <= person.lastDay)
      return InvalidInput.of('startsOn', `The last day was ${inWords(person.lastDay)}; coming back begins after it.`);
    if (last && (last.endsOn === null || last.endsOn >= startsOn))
      return InvalidInput.of(
        'startsOn',
        `The employment as ${last.jobTitle} lasts on that day. Let the person in again instead.`,
      );
    const managerId = place.managerId ?? null;
    const circle = await this.employments.circle(viewer, person.id, managerId, startsOn, null, []);
    if (circle) return InvalidInput.of('managerId', circle);
    await this.employments.insert(viewer, {
      personId: person.id,
      jobTitle: wanted.jobTitle.trim(),
      orgUnitId: wanted.orgUnitId,
      managerId,
      jobRoleLevelId: place.jobRoleLevelId ?? null,
      startsOn,
      endsOn: null,
      isPrimary: true,
    });
    return this.write(viewer, person, { active: true, lastDay: null, leavingReason: null });
  }

  /** At once; employments, roles and badges stay as they are, but nothing of it can be used. */
  async deactivate(viewer: Viewer, personId: string, reason: string): Changed {
    const person = await this.reached(viewer, personId, 'deactivate', 'Nobody shuts themselves out.');
    if (person instanceof Refusal) return person;
    const missing = reasonProblem(reason);
    if (missing) return InvalidInput.of('reason', missing);
    // Whoever administers for a while might otherwise shut out the only person who does for good.
    if (await this.grantChecks.administersAlone(viewer, person.id))
      return new NotAllowed(new LastAdministrator().message);
    return this.write(viewer, person, { active: false, leavingReason: reason.trim() });
  }

  async reactivate(viewer: Viewer, personId: string): Changed {
    const person = await this.reached(viewer, personId, 'reactivate', 'This person is not shut out.');
    if (person instanceof Refusal) return person;
    if (person.lastDay !== null && person.lastDay < dayOf(viewer))
      return new NotAllowed(`${person.displayName} left on ${inWords(person.lastDay)}. Take them on again instead.`);
    return this.write(viewer, person, { active: true, leavingReason: null });
  }

  private async endRoles(viewer: Viewer, person: Person, lastDay: string, reason: string): Promise<NotAllowed | null> {
    const over = new Date(`${dayAfter(lastDay)}T00:00:00Z`);
    // A grant cannot end before now: what was done under it until now was done.
    const at = over > viewer.now ? over : viewer.now;
    const ended = await this.grants.endAllOf(
      viewer,
      person.id,
      at,
      `Leaves on ${inWords(lastDay)}: ${reason}`.slice(0, 1_000),
    );
    return ended instanceof Refusal ? new NotAllowed(ended.message) : null;
  }

  private async reached(
    viewer: Viewer,
    personId: string,
    action: string,
    otherwise: string,
  ): Promise<Person | NotAllowed | NotFound> {
    const seen = await this.people.visible(viewer, personId);
    if (!seen) return new NotFound('This person');
    await viewer.tx.aloneIn('people');
    viewer.forget('person', seen.id);
    const person = (await this.people.byId(viewer, seen.id)) ?? seen;
    if (!can(viewer, 'change', person)) return new NotAllowed('Your role does not reach this person.');
    if (!can(viewer, action, person)) return new NotAllowed(otherwise);
    return (await this.grantChecks.reachesBeyond(viewer, person.id)) ? new NotAllowed(ROLE_BEYOND) : person;
  }

  private async write(viewer: Viewer, person: Person, changes: Partial<Person>): Promise<Person> {
    await viewer.tx.manager.update(Person, { id: person.id }, changes);
    Object.assign(person, changes);
    viewer.forget('person', person.id);
    return this.employments.changed(viewer, person);
  }
}
