import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { InputProblem } from '../../platform/graphql/refusal.js';
import { dayOf, inWords } from '../../platform/access/day.js';
import { JobRoleLevels } from './job-role-levels.service.js';
import { OrgUnit } from './org-unit.entity.js';
import { PeopleService } from './people.service.js';
import { mailProblem, numberProblem, textProblem } from './person.rules.js';
import { cycleInWords, firstCycle, type ReportingLine } from './reporting-lines.rules.js';
import { coversUnit } from './unit-limits.rules.js';

export interface Identity {
  displayName?: string | null;
  email?: string | null;
  personNumber?: string | null;
}

/** Where somebody is to work, as what and for whom. Undefined: not asked about. */
export interface Place {
  jobTitle?: string | null;
  orgUnitId?: string | null;
  managerId?: string | null;
  jobRoleLevelId?: string | null;
}

/** What stands against a change of people: texts that cannot be, what belongs to somebody else, circles of managers. */
@Injectable()
export class PeopleChecksService {
  constructor(
    private readonly people: PeopleService,
    private readonly levels: JobRoleLevels,
  ) {}

  /** `ownId`: whose identity it is to be; null for somebody new. */
  async identityProblems(viewer: Viewer, given: Identity, ownId: string | null): Promise<InputProblem[]> {
    const problems: InputProblem[] = [];
    const say = (field: keyof Identity, message: string | null) =>
      message && problems.push(new InputProblem(field, message));
    if (given.displayName !== undefined) say('displayName', textProblem('A name', given.displayName ?? ''));
    if (given.email !== undefined) {
      const email = (given.email ?? '').trim();
      say('email', mailProblem(email) ?? (await this.taken(viewer, 'email', email, ownId)));
    }
    if (given.personNumber?.trim()) {
      const number = given.personNumber.trim();
      say('personNumber', numberProblem(number) ?? (await this.taken(viewer, 'person_number', number, ownId)));
    }
    return problems;
  }

  async placeProblems(viewer: Viewer, given: Place, personId: string | null): Promise<InputProblem[]> {
    const problems: InputProblem[] = [];
    const say = (field: keyof Place, message: string | null) =>
      message && problems.push(new InputProblem(field, message));
    if (given.jobTitle !== undefined) say('jobTitle', textProblem('A job title', given.jobTitle ?? ''));
    if (given.orgUnitId !== undefined) say('orgUnitId', await this.unitProblem(viewer, given.orgUnitId));
    if (given.managerId) {
      const manager = await this.people.find(viewer, given.managerId);
      if (given.managerId === personId) say('managerId', 'Nobody is their own manager.');
      else if (!manager?.isWithUs(dayOf(viewer))) say('managerId', 'There is no such manager.');
    }
    const level = given.jobRoleLevelId;
    if (level && !(isId(level) && (await this.levels.exists(viewer, level))))
      say('jobRoleLevelId', 'There is no such level of a job role.');
    return problems;
  }

  /** Whether these lines, in place of those of the named employments, close a circle on any day from today on. */
  async lineProblem(
    viewer: Viewer,
    lines: readonly ReportingLine[],
    instead: readonly string[],
  ): Promise<string | null> {
    if (lines.length === 0) return null;
    const today = dayOf(viewer);
    const known = await viewer.tx.query<ReportingLine>(
      `WITH RECURSIVE up AS (
         SELECT unnest($1::uuid[]) AS id
         UNION SELECT e.manager_id FROM up JOIN employment e ON e.person_id = up.id
           WHERE e.manager_id IS NOT NULL AND (e.ends_on IS NULL OR e.ends_on >= $2::date)
       ) SELECT e.person_id AS "personId", e.manager_id AS "managerId", e.starts_on::text AS "from", e.ends_on::text AS "until"
       FROM up JOIN employment e ON e.person_id = up.id
       WHERE e.manager_id IS NOT NULL AND (e.ends_on IS NULL OR e.ends_on >= $2::date) AND NOT e.id = ANY ($3::uuid[])`,
      [lines.map(({ managerId }) => managerId), today, [...instead]],
    );
    const cycle = firstCycle([...known, ...lines], today);
    if (!cycle) return null;
    const names = await this.people.byIds(viewer, cycle.people);
    const when = cycle.day > today ? ` From ${inWords(cycle.day)} on it would be so.` : '';
    return `That would be a circle: ${cycleInWords(names.map(({ displayName }) => displayName))}.${when}`;
  }

  private async unitProblem(viewer: Viewer, id: string | null): Promise<string | null> {
    if (id !== null && !(isId(id) && (await viewer.tx.manager.existsBy(OrgUnit, { id }))))
      return 'There is no such unit.';
    if (coversUnit(viewer, 'people.manage', id)) return null;
    return 'Your role is limited to a unit: choose one within it.';
  }

  private async taken(
    viewer: Viewer,
    column: 'email' | 'person_number',
    value: string,
    ownId: string | null,
  ): Promise<string | null> {
    const found = await viewer.tx.query(
      `SELECT 1 FROM person WHERE lower(${column}) = lower($1) AND id IS DISTINCT FROM $2::uuid`,
      [value, ownId],
    );
    return found.length > 0 ? `${value} belongs to somebody else already.` : null;
  }
}
