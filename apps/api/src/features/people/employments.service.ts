import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { dayAfter, dayOf, inWords } from '../../platform/access/day.js';
import { Employment } from './employment.entity.js';
import { GrantChecksService } from './grant-checks.service.js';
import { ROLE_BEYOND } from './grant-sentences.rules.js';
import { PeopleChecksService, type Place } from './people-checks.service.js';
import { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import type { ReportingLine } from './reporting-lines.rules.js';
import { UnitsService } from './units.service.js';

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

type Changed = Promise<Person | InvalidInput | NotAllowed | NotFound>;
type Columns = Pick<Employment, 'jobTitle' | 'orgUnitId' | 'managerId' | 'jobRoleLevelId'>;

const NOT_REACHED = 'Your role does not reach this person.';
const UNIT_NOT_REACHED = 'Your role does not reach the unit of this employment.';

/** Where people work, from which day to which: the only writer of employments. */
@Injectable()
export class EmploymentsService {
  constructor(
    private readonly people: PeopleService,
    private readonly checks: PeopleChecksService,
    private readonly grantChecks: GrantChecksService,
    private readonly units: UnitsService,
  ) {}

  /** Adds a main employment; the unit is found by its name or made. For callers that looked at everything. */
  async employ(viewer: Viewer, given: NewEmployment): Promise<Employment> {
    const { orgUnitName, ...columns } = given;
    const unit = await this.units.named(viewer, orgUnitName);
    return this.insert(viewer, { ...columns, orgUnitId: unit.id, isPrimary: true });
  }

  /**
   * From a day on the main employment is another one; until the day before it was as it was. What is undefined stays.
   * Somebody without employment gets the first one this way.
   */
  async change(viewer: Viewer, input: Place & { personId: string; from: string }): Changed {
    const { personId, from, ...place } = input;
    const person = await this.people.visible(viewer, personId);
    if (!person) return new NotFound('This person');
    if (!can(viewer, 'move', person)) return new NotAllowed(whyNotMoved(viewer, person));
    await viewer.tx.aloneIn('people');
    const own = await this.mainOf(viewer, person.id);
    const before = own.find((each) => each.stateOn(from) === 'CURRENT') ?? null;
    if (before && !can(viewer, 'correct', before)) return new NotAllowed(UNIT_NOT_REACHED);
    const next = own.find((each) => each.startsOn > from) ?? null;
    const wrongDay = whyNotFrom(viewer, person, own, before, from);
    if (wrongDay) return InvalidInput.of('from', wrongDay);
    const wanted = { ...(before ? {} : { jobTitle: '', orgUnitId: null }), ...given(place) };
    const problems = await this.checks.placeProblems(viewer, wanted, person.id);
    if (problems.length > 0) return new InvalidInput(problems);

    const columns = { ...columnsOf(before), ...trimmed(wanted) };
    if (before && same(columns, before)) return person;
    const endsOn = before ? before.endsOn : next ? dayAfter(next.startsOn, -1) : person.lastDay;
    const circle = await this.circle(viewer, person.id, columns.managerId, from, endsOn, before ? [before.id] : []);
    if (circle) return InvalidInput.of('managerId', circle);
    if (before?.startsOn === from) await viewer.tx.manager.update(Employment, { id: before.id }, columns);
    else {
      if (before) await viewer.tx.manager.update(Employment, { id: before.id }, { endsOn: dayAfter(from, -1) });
      await this.insert(viewer, { personId: person.id, ...columns, startsOn: from, endsOn, isPrimary: true });
    }
    return this.changed(viewer, person);
  }

  /** Mends a row that was never true as it stands; the audit log keeps that it was mended. */
  async correct(
    viewer: Viewer,
    id: string,
    input: Place & { startsOn?: string | null; endsOn?: string | null },
  ): Changed {
    const found = await this.reached(viewer, id);
    if (found instanceof NotFound || found instanceof NotAllowed) return found;
    const { person, employment } = found;
    const { startsOn, endsOn, ...place } = input;
    const problems = await this.checks.placeProblems(viewer, given(place), person.id);
    if (problems.length > 0) return new InvalidInput(problems);
    const mended = {
      ...columnsOf(employment),
      ...trimmed(given(place)),
      startsOn: startsOn ?? employment.startsOn,
      endsOn: endsOn === undefined ? employment.endsOn : endsOn,
    };
    const wrongDay = await this.dayProblem(viewer, person, employment, mended);
    if (wrongDay) return InvalidInput.of(endsOn === undefined ? 'startsOn' : 'endsOn', wrongDay);
    const circle = await this.circle(viewer, person.id, mended.managerId, mended.startsOn, mended.endsOn, [id]);
    if (circle) return InvalidInput.of('managerId', circle);
    await viewer.tx.manager.update(Employment, { id }, mended);
    return this.changed(viewer, person);
  }

  /** Takes back what has not begun; the employment that was to end for it goes on as long as it would have lasted. */
  async removePlanned(viewer: Viewer, id: string): Changed {
    const found = await this.reached(viewer, id);
    if (found instanceof NotFound || found instanceof NotAllowed) return found;
    const { person, employment } = found;
    if (employment.stateOn(dayOf(viewer)) !== 'PLANNED')
      return new NotAllowed('It has begun. Change it from a day on, or correct what was recorded wrongly.');
    const before = (await this.mainOf(viewer, person.id)).find(
      (each) => each.endsOn === dayAfter(employment.startsOn, -1) && each.isPrimary === employment.isPrimary,
    );
    const circle = before
      ? await this.circle(viewer, person.id, before.managerId, before.startsOn, employment.endsOn, [before.id, id])
      : null;
    if (circle) return InvalidInput.of('id', circle);
    await viewer.tx.manager.delete(Employment, { id });
    if (before) await viewer.tx.manager.update(Employment, { id: before.id }, { endsOn: employment.endsOn });
    return this.changed(viewer, person);
  }

  async addSecondary(
    viewer: Viewer,
    input: Place & { personId: string; startsOn: string; endsOn?: string | null },
  ): Changed {
    const { personId, startsOn, endsOn = null, ...place } = input;
    const person = await this.people.visible(viewer, personId);
    if (!person) return new NotFound('This person');
    if (!can(viewer, 'move', person)) return new NotAllowed(whyNotMoved(viewer, person));
    await viewer.tx.aloneIn('people');
    const wanted = { jobTitle: '', orgUnitId: null, ...given(place) };
    const problems = await this.checks.placeProblems(viewer, wanted, person.id);
    if (problems.length > 0) return new InvalidInput(problems);
    if (endsOn !== null && endsOn < startsOn) return InvalidInput.of('endsOn', 'The last day lies before the first.');
    if (person.lastDay !== null && startsOn > person.lastDay) return InvalidInput.of('startsOn', leftBy(person));
    const columns = { ...columnsOf(null), ...trimmed(wanted) };
    const until = person.lastDay !== null && (endsOn === null || endsOn > person.lastDay) ? person.lastDay : endsOn;
    const circle = await this.circle(viewer, person.id, columns.managerId, startsOn, until, []);
    if (circle) return InvalidInput.of('managerId', circle);
    await this.insert(viewer, { personId: person.id, ...columns, startsOn, endsOn: until, isPrimary: false });
    return this.changed(viewer, person);
  }

  async endSecondary(viewer: Viewer, id: string, lastDay: string): Changed {
    const found = await this.reached(viewer, id);
    if (found instanceof NotFound || found instanceof NotAllowed) return found;
    if (found.employment.isPrimary)
      return new NotAllowed('This is the main employment. Change it from a day on, or record that the person leaves.');
    return this.correct(viewer, id, { endsOn: lastDay });
  }

  /** A main employment as it will be, for callers that looked at everything. */
  async insert(viewer: Viewer, columns: Omit<Employment, 'id' | 'stateOn'>): Promise<Employment> {
    const employment = viewer.tx.manager.create(Employment, { id: newId(), ...columns });
    await viewer.tx.manager.insert(Employment, employment);
    viewer.forget('employment', columns.personId);
    viewer.forget('employments', columns.personId);
    return employment;
  }

  /** The main employments of a person, the first one first, as they are now. */
  mainOf(viewer: Viewer, personId: string): Promise<Employment[]> {
    return viewer.tx.manager.find(Employment, { where: { personId, isPrimary: true }, order: { startsOn: 'ASC' } });
  }

  /** The person as after a change of employments: what was read before is read again. */
  changed(viewer: Viewer, person: Person): Person {
    for (const loader of ['employment', 'employments', 'line of managers', 'units of', 'roles'])
      viewer.forget(loader, person.id);
    viewer.forget('org-tree', 'all');
    return person;
  }

  circle(
    viewer: Viewer,
    personId: string,
    managerId: string | null,
    from: string,
    until: string | null,
    instead: string[],
  ): Promise<string | null> {
    const lines: ReportingLine[] = managerId === null ? [] : [{ personId, managerId, from, until }];
    return this.checks.lineProblem(viewer, lines, instead);
  }

  /** The employment and its person when the viewer may change them, with everybody else kept out of `people` from here on. */
  private async reached(
    viewer: Viewer,
    id: string,
  ): Promise<{ person: Person; employment: Employment } | NotAllowed | NotFound> {
    const seen = isId(id) ? await viewer.tx.manager.findOneBy(Employment, { id }) : null;
    const person = seen ? await this.people.visible(viewer, seen.personId) : null;
    if (!seen || !person || !can(viewer, 'seeHistory', person)) return new NotFound('This employment');
    if (!can(viewer, 'change', person)) return new NotAllowed(NOT_REACHED);
    await viewer.tx.aloneIn('people');
    if (await this.grantChecks.reachesBeyond(viewer, person.id)) return new NotAllowed(ROLE_BEYOND);
    const employment = await viewer.tx.manager.findOneBy(Employment, { id });
    if (!employment) return new NotFound('This employment');
    return can(viewer, 'correct', employment) ? { person, employment } : new NotAllowed(UNIT_NOT_REACHED);
  }

  private async dayProblem(
    viewer: Viewer,
    person: Person,
    employment: Employment,
    { startsOn, endsOn }: { startsOn: string; endsOn: string | null },
  ): Promise<string | null> {
    if (endsOn !== null && endsOn < startsOn) return 'The last day lies before the first.';
    if (person.lastDay !== null && (endsOn === null || endsOn > person.lastDay)) return leftBy(person);
    if (!employment.isPrimary) return null;
    const other = (await this.mainOf(viewer, person.id)).find(
      (each) =>
        each.id !== employment.id &&
        (endsOn === null || each.startsOn <= endsOn) &&
        (each.endsOn === null || each.endsOn >= startsOn),
    );
    if (!other) return null;
    return `From ${inWords(other.startsOn)} another main employment is recorded (${other.jobTitle}); two cannot overlap.`;
  }
}

/** Only what was named: an argument left out comes as undefined or not at all. */
function given(place: Place): Place {
  const { jobTitle, orgUnitId, managerId, jobRoleLevelId } = place;
  return Object.fromEntries(
    Object.entries({ jobTitle: jobTitle ?? undefined, orgUnitId, managerId, jobRoleLevelId }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

function trimmed(place: Place): Partial<Columns> {
  const { jobTitle, ...others } = place;
  return { ...others, ...(typeof jobTitle === 'string' ? { jobTitle: jobTitle.trim() } : {}) };
}

function columnsOf(employment: Employment | null): Columns {
  if (!employment) return { jobTitle: '', orgUnitId: null, managerId: null, jobRoleLevelId: null };
  const { jobTitle, orgUnitId, managerId, jobRoleLevelId } = employment;
  return { jobTitle, orgUnitId, managerId, jobRoleLevelId };
}

function same(columns: Columns, employment: Employment): boolean {
  return (Object.keys(columns) as (keyof Columns)[]).every((key) => columns[key] === employment[key]);
}

function whyNotMoved(viewer: Viewer, person: Person): string {
  return person.isWithUs(dayOf(viewer)) ? NOT_REACHED : `${person.displayName} is no longer with the organisation.`;
}

const leftBy = (person: Person) =>
  `${person.displayName}'s last day is ${inWords(person.lastDay ?? '')}; nothing lasts longer than that.`;

function whyNotFrom(
  viewer: Viewer,
  person: Person,
  own: readonly Employment[],
  before: Employment | null,
  from: string,
): string | null {
  if (person.lastDay !== null && from > person.lastDay) return leftBy(person);
  if (before && before.stateOn(dayOf(viewer)) === 'PAST')
    return 'That lies in an employment that is over. Correct that one instead.';
  const last = own.at(-1);
  if (!before && last && from < last.startsOn && last.stateOn(dayOf(viewer)) !== 'PLANNED')
    return `There was no employment on that day; the present one began on ${inWords(last.startsOn)}.`;
  return null;
}
