import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { dayOf } from '../../platform/access/day.js';
import { EmploymentsService } from './employments.service.js';
import { GrantChecksService } from './grant-checks.service.js';
import { ROLE_BEYOND } from './grant-sentences.rules.js';
import { GrantsService } from './grants.service.js';
import { PersonAdded } from './people.events.js';
import { type Identity, PeopleChecksService } from './people-checks.service.js';
import { PeopleService } from './people.service.js';
import { Person } from './person.entity.js';
import type { AddPersonInput } from './person.inputs.js';
import { textProblem } from './person.rules.js';
import { coversUnit } from './unit-limits.rules.js';
import { UnitsService } from './units.service.js';

/** Takes people on and keeps what identifies them. Where they work is with `EmploymentsService`, leaving with `LeavingService`. */
@Injectable()
export class StaffService {
  constructor(
    private readonly people: PeopleService,
    private readonly checks: PeopleChecksService,
    private readonly grantChecks: GrantChecksService,
    private readonly grants: GrantsService,
    private readonly employments: EmploymentsService,
    private readonly units: UnitsService,
  ) {}

  async addPerson(viewer: Viewer, input: AddPersonInput): Promise<Person | InvalidInput | NotAllowed> {
    if (!viewer.may('people.manage')) return new NotAllowed('You may not add people.');
    // One after another: two with the same mail address or the same new unit would each see that it is free.
    await viewer.tx.aloneIn('people');
    const problems = await this.problemsOf(viewer, input);
    if (problems.length > 0) return new InvalidInput(problems);

    const { displayName, email, personNumber } = input;
    const person = await this.insert(viewer, { displayName, email, personNumber, active: true });
    await this.employments.employ(viewer, {
      personId: person.id,
      jobTitle: input.jobTitle.trim(),
      orgUnitName: input.orgUnitName.trim(),
      managerId: input.managerId ?? null,
      jobRoleLevelId: input.jobRoleLevelId ?? null,
      startsOn: input.startsOn ?? dayOf(viewer),
      endsOn: null,
    });
    for (const role of new Set(input.roles))
      await this.grants.grantFor(viewer, {
        personId: person.id,
        role,
        reason: 'Given when the person was added.',
        origin: viewer.kind === 'system' ? 'SETUP' : 'PERSON',
      });
    return person;
  }

  /** Makes a person whom another system told of, without an employment: only who reaches everywhere may. */
  async provision(
    viewer: Viewer,
    given: { displayName: string; email: string; personNumber?: string | null; active: boolean },
  ): Promise<Person | InvalidInput | NotAllowed> {
    if (!viewer.mayEverywhere('people.manage')) return new NotAllowed('You may not add people.');
    await viewer.tx.aloneIn('people');
    const problems = await this.checks.identityProblems(viewer, given, null);
    if (problems.length > 0) return new InvalidInput(problems);
    return this.insert(viewer, given);
  }

  /** Undefined: as it is. A number of null is taken away. */
  async changePerson(
    viewer: Viewer,
    id: string,
    input: Identity,
  ): Promise<Person | InvalidInput | NotAllowed | NotFound> {
    const person = await this.people.visible(viewer, id);
    if (!person) return new NotFound('This person');
    if (!can(viewer, 'change', person)) return new NotAllowed('Your role does not reach this person.');
    await viewer.tx.aloneIn('people');
    if (await this.grantChecks.reachesBeyond(viewer, person.id)) return new NotAllowed(ROLE_BEYOND);
    // An absent name or mail address and an empty one are two things: nobody is without.
    const given = { ...input, displayName: input.displayName ?? undefined, email: input.email ?? undefined };
    const problems = await this.checks.identityProblems(viewer, given, person.id);
    if (problems.length > 0) return new InvalidInput(problems);

    const changes = {
      ...(given.displayName === undefined ? {} : { displayName: given.displayName.trim() }),
      ...(given.email === undefined ? {} : { email: given.email.trim() }),
      ...(given.personNumber === undefined ? {} : { personNumber: given.personNumber?.trim() || null }),
    };
    if (Object.keys(changes).length > 0) await viewer.tx.manager.update(Person, { id: person.id }, changes);
    Object.assign(person, changes);
    viewer.forget('person', person.id);
    return person;
  }

  private async insert(
    viewer: Viewer,
    given: { displayName: string; email: string; personNumber?: string | null; active: boolean },
  ): Promise<Person> {
    const person = viewer.tx.manager.create(Person, {
      id: newId(),
      displayName: given.displayName.trim(),
      email: given.email.trim(),
      personNumber: given.personNumber?.trim() || null,
      active: given.active,
      lastDay: null,
      leavingReason: null,
      createdAt: viewer.now,
    });
    await viewer.tx.manager.insert(Person, person);
    await record(viewer, new PersonAdded(person.id));
    return person;
  }

  private async problemsOf(viewer: Viewer, input: AddPersonInput): Promise<InputProblem[]> {
    const { displayName, email, personNumber, jobTitle, managerId, jobRoleLevelId } = input;
    const problems = await this.checks.identityProblems(viewer, { displayName, email, personNumber }, null);
    problems.push(...(await this.checks.placeProblems(viewer, { jobTitle, managerId, jobRoleLevelId }, null)));
    const unit = await this.unitProblem(viewer, input.orgUnitName);
    if (unit) problems.push(new InputProblem('orgUnitName', unit));
    const apart = this.grantChecks.problemOfTogether(input.roles);
    if (apart) problems.push(new InputProblem('roles', apart));
    else if (input.roles.length > 0 && !viewer.mayEverywhere('people.manage'))
      problems.push(
        new InputProblem(
          'roles',
          'Your own role is limited to a unit: add the person first, then give a role within it.',
        ),
      );
    return problems;
  }

  private async unitProblem(viewer: Viewer, name: string): Promise<string | null> {
    const missing = textProblem('The name of a unit', name);
    if (missing) return missing;
    const known = await this.units.knownByName(viewer, name.trim());
    if (coversUnit(viewer, 'people.manage', known?.id ?? null)) return null;
    return 'Your role is limited to a unit: choose one within it.';
  }
}
