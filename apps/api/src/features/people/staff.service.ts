import { GRANTABLE_ROLES, type Role } from '@assay/access';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { Employment } from './employment.entity.js';
import { OrgUnit } from './org-unit.entity.js';
import { PersonAdded, RoleEnded, RoleGranted } from './people.events.js';
import { dayOf, PeopleService } from './people.service.js';
import { Person } from './person.entity.js';
import type { AddPersonInput } from './person.inputs.js';
import { RoleGrant } from './role-grant.entity.js';

type Exists = (viewer: Viewer, id: string) => Promise<boolean>;

/** One employment to be written, with its unit by name. */
export interface NewEmployment {
  personId: string;
  jobTitle: string;
  orgUnitName: string;
  managerId: string | null;
  jobRoleLevelId: string | null;
  startsOn: string;
  endsOn: string | null;
}

const GRANTABLE: readonly Role[] = GRANTABLE_ROLES;
/** RFC 5321, 4.5.3.1.3: no server takes a longer path. */
const MOST_MAIL_CHARACTERS = 254;
const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** Takes people on and gives them roles. The only writer of persons, units, employments and grants. */
@Injectable()
export class StaffService {
  /** Job roles live above this feature; it says here what it knows. */
  private jobRoleLevelExists: Exists = () => Promise.resolve(false);

  constructor(private readonly people: PeopleService) {}

  checkJobRoleLevelsWith(exists: Exists): void {
    this.jobRoleLevelExists = exists;
  }

  async addPerson(viewer: Viewer, input: AddPersonInput): Promise<Person | InvalidInput | NotAllowed> {
    if (!viewer.may('people.manage')) return new NotAllowed('You may not add people.');
    // One after another: two with the same mail address or the same new unit would each see that it is free.
    await viewer.tx.aloneIn('people');
    const problems = await this.problemsOf(viewer, input);
    if (problems.length > 0) return new InvalidInput(problems);

    const person = viewer.tx.manager.create(Person, {
      id: newId(),
      displayName: input.displayName.trim(),
      email: input.email.trim(),
      active: true,
      createdAt: viewer.now,
    });
    await viewer.tx.manager.insert(Person, person);
    await this.employ(viewer, {
      personId: person.id,
      jobTitle: input.jobTitle.trim(),
      orgUnitName: input.orgUnitName.trim(),
      managerId: input.managerId ?? null,
      jobRoleLevelId: input.jobRoleLevelId ?? null,
      startsOn: input.startsOn ?? dayOf(viewer),
      endsOn: null,
    });
    await record(viewer, new PersonAdded(person.id));
    for (const role of new Set(input.roles)) await this.give(viewer, person.id, role);
    return person;
  }

  /** Adds a dated employment; the unit is found by its name or made. */
  async employ(viewer: Viewer, given: NewEmployment): Promise<Employment> {
    const unit = await this.unitNamed(viewer, given.orgUnitName);
    const employment = viewer.tx.manager.create(Employment, {
      id: newId(),
      personId: given.personId,
      jobTitle: given.jobTitle,
      orgUnitId: unit.id,
      managerId: given.managerId,
      jobRoleLevelId: given.jobRoleLevelId,
      startsOn: given.startsOn,
      endsOn: given.endsOn,
    });
    await viewer.tx.manager.insert(Employment, employment);
    viewer.forget('employment', given.personId);
    return employment;
  }

  async grantRole(
    viewer: Viewer,
    personId: string,
    role: Role,
  ): Promise<Person | InvalidInput | NotAllowed | NotFound> {
    const person = await this.people.find(viewer, personId);
    if (!person) return new NotFound('This person');
    if (!can(viewer, 'grantRole', person)) return new NotAllowed(whyNot(viewer, person));
    if (!GRANTABLE.includes(role)) return InvalidInput.of('role', notGranted(role));
    // Two who grant the same at once would each see that it is not held yet.
    await viewer.tx.aloneIn(`roles ${person.id}`);
    if (await viewer.tx.manager.existsBy(RoleGrant, { personId: person.id, role, endsAt: IsNull() })) return person;

    await this.give(viewer, person.id, role);
    return person;
  }

  async endRole(viewer: Viewer, personId: string, role: Role): Promise<Person | InvalidInput | NotAllowed | NotFound> {
    const person = await this.people.find(viewer, personId);
    if (!person) return new NotFound('This person');
    if (!can(viewer, 'endRole', person)) return new NotAllowed(whyNot(viewer, person));
    if (!GRANTABLE.includes(role)) return InvalidInput.of('role', notGranted(role));

    const open = await viewer.tx.manager.findBy(RoleGrant, { personId: person.id, role, endsAt: IsNull() });
    for (const grant of open) await viewer.tx.manager.update(RoleGrant, { id: grant.id }, { endsAt: viewer.now });
    if (open.length > 0) await record(viewer, new RoleEnded(person.id, role));
    viewer.forget('roles', person.id);
    return person;
  }

  private async give(viewer: Viewer, personId: string, role: Role): Promise<void> {
    await viewer.tx.manager.insert(RoleGrant, {
      id: newId(),
      personId,
      role,
      startsAt: viewer.now,
      endsAt: null,
      grantedBy: viewer.personId,
    });
    await record(viewer, new RoleGranted(personId, role));
    viewer.forget('roles', personId);
  }

  private async unitNamed(viewer: Viewer, name: string): Promise<OrgUnit> {
    const known = await viewer.tx.manager
      .createQueryBuilder(OrgUnit, 'unit')
      .where('lower(unit.name) = lower(:name)', { name })
      .orderBy('unit.id')
      .getOne();
    if (known) return known;
    const unit = viewer.tx.manager.create(OrgUnit, { id: newId(), name, parentId: null });
    await viewer.tx.manager.insert(OrgUnit, unit);
    return unit;
  }

  private async problemsOf(viewer: Viewer, input: AddPersonInput): Promise<InputProblem[]> {
    const problems: InputProblem[] = [];
    const say = (field: keyof AddPersonInput, message: string) => problems.push(new InputProblem(field, message));
    const named = { displayName: 'A name', jobTitle: 'A job title', orgUnitName: 'The name of a unit' } as const;
    for (const [field, what] of Object.entries(named) as [keyof typeof named, string][]) {
      const length = input[field].trim().length;
      if (length === 0) say(field, `${what} is needed.`);
      if (length > 200) say(field, `${what} has at most 200 characters.`);
    }
    const email = input.email.trim();
    if (email.length > MOST_MAIL_CHARACTERS)
      say('email', `A mail address has at most ${MOST_MAIL_CHARACTERS} characters.`);
    else if (!MAIL.test(email)) say('email', `“${email}” is not a mail address.`);
    else if (await this.mailTaken(viewer, email)) say('email', `${email} belongs to somebody else already.`);
    if (input.managerId && !(await this.people.find(viewer, input.managerId))?.active)
      say('managerId', 'There is no such manager.');
    if (
      input.jobRoleLevelId &&
      !(isId(input.jobRoleLevelId) && (await this.jobRoleLevelExists(viewer, input.jobRoleLevelId)))
    )
      say('jobRoleLevelId', 'There is no such level of a job role.');
    for (const role of input.roles) if (!GRANTABLE.includes(role)) say('roles', notGranted(role));
    return problems;
  }

  private mailTaken(viewer: Viewer, email: string): Promise<boolean> {
    return viewer.tx.manager
      .createQueryBuilder(Person, 'person')
      .where('lower(person.email) = lower(:email)', { email })
      .getExists();
  }
}

function notGranted(role: Role): string {
  return role === 'MANAGER'
    ? 'Manager is not granted: whoever has reports is one.'
    : 'Employee is not granted: everybody is one.';
}

function whyNot(viewer: Viewer, person: Person): string {
  if (viewer.isSelf(person.id)) return 'Nobody changes their own roles. Ask another administrator.';
  if (!viewer.may('people.manage')) return 'You may not change roles.';
  return `${person.displayName} is no longer with the organisation.`;
}
