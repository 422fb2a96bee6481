import { Injectable } from '@nestjs/common';
import { dayOf } from '../../platform/access/day.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { recordAll } from '../../platform/events/event.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { Cohort, CohortMember } from './cohort.entity.js';
import type { EnrolmentInput } from './cohort.inputs.js';
import { CohortJoined } from './cohorts.events.js';
import { CohortsService } from './cohorts.service.js';
import { type Known, linesOf, MOST_MEMBERS, type PlannedEnrolment, planEnrolment } from './enrolment.rules.js';

/** A mail address has at most 320 characters, a number no more than 100. */
const MOST_TEXT = MOST_MEMBERS * 500;

const KNOWN = `SELECT person.id, email, person_number AS "personNumber", app_is_with_us(active, last_day) AS "withUs",
    member.person_id IS NOT NULL AS enrolled
  FROM person LEFT JOIN cohort_member member ON member.cohort_id = $1 AND member.person_id = person.id AND member.left_at IS NULL`;

/** Who comes into a cohort and who goes: all that were named, or nobody. */
@Injectable()
export class EnrolmentService {
  constructor(private readonly cohorts: CohortsService) {}

  /** What would become of each line; null for whoever does not run the cohort. */
  async preview(viewer: Viewer, input: EnrolmentInput): Promise<PlannedEnrolment[] | InvalidInput | null> {
    const cohort = await this.cohorts.locked(viewer, input.cohortId);
    return cohort instanceof Cohort ? this.plan(viewer, cohort, input) : null;
  }

  async enrol(viewer: Viewer, input: EnrolmentInput): Promise<Cohort | InvalidInput | NotAllowed | NotFound> {
    const cohort = await this.cohorts.locked(viewer, input.cohortId);
    if (!(cohort instanceof Cohort)) return cohort;
    const plan = await this.plan(viewer, cohort, input);
    if (plan instanceof InvalidInput) return plan;
    const problems = plan.flatMap(({ row, problem }) => (problem ? [new InputProblem(`rows.${row}`, problem)] : []));
    if (problems.length > 0) return new InvalidInput(problems);
    const ids = plan.flatMap(({ outcome, personId }) => (outcome === 'ENROL' && personId ? [personId] : []));
    if (ids.length === 0) return InvalidInput.of('personIds', 'Everybody you named is in the cohort already.');
    const members = await viewer.tx.manager.countBy(CohortMember, { cohortId: cohort.id });
    if (members + ids.length > MOST_MEMBERS)
      return InvalidInput.of('personIds', `A cohort has at most ${MOST_MEMBERS} people.`);
    await viewer.tx.query(
      `INSERT INTO cohort_member (cohort_id, person_id, enrolled_by, enrolled_at)
       SELECT $1, id, $2, $3 FROM unnest($4::uuid[]) AS id
       ON CONFLICT (cohort_id, person_id) DO UPDATE SET left_at = NULL, enrolled_by = excluded.enrolled_by,
         enrolled_at = excluded.enrolled_at`,
      [cohort.id, viewer.personId, viewer.now, ids],
    );
    await recordAll(
      viewer,
      ids.map((id) => new CohortJoined(cohort.id, id)),
    );
    return cohort;
  }

  /** Takes somebody out. What they earn stays theirs, and so does what they have begun. */
  async leave(viewer: Viewer, cohortId: string, personId: string): Promise<Cohort | NotAllowed | NotFound> {
    const cohort = await this.cohorts.locked(viewer, cohortId);
    if (!(cohort instanceof Cohort)) return cohort;
    const member = isId(personId)
      ? await viewer.tx.manager.findOneBy(CohortMember, { cohortId: cohort.id, personId })
      : null;
    if (!member || member.leftAt) return new NotFound('This member');
    await viewer.tx.manager.update(CohortMember, { cohortId: cohort.id, personId }, { leftAt: viewer.now });
    return cohort;
  }

  private async plan(
    viewer: Viewer,
    cohort: Cohort,
    input: EnrolmentInput,
  ): Promise<PlannedEnrolment[] | InvalidInput> {
    const ways = [input.personIds?.length, input.unitId, input.file].filter(Boolean);
    if (ways.length !== 1)
      return InvalidInput.of('personIds', 'Pick people, name a unit, or give a file: one of them.');
    if (input.file) return this.fromFile(viewer, cohort, input.file);
    const ids = input.unitId ? await this.inUnit(viewer, input.unitId) : [...new Set(input.personIds)];
    if (ids.length > MOST_MEMBERS) return InvalidInput.of('unitId', `A cohort has at most ${MOST_MEMBERS} people.`);
    if (ids.length === 0) return InvalidInput.of('unitId', 'Nobody works in this unit today.');
    const known = await viewer.tx.query<Known>(`${KNOWN} WHERE person.id = ANY ($2::uuid[])`, [
      cohort.id,
      ids.filter(isId),
    ]);
    const byId = new Map(known.map((each) => [each.id, each]));
    return ids.map((id, index) => {
      const person = byId.get(id);
      const problem = person?.withUs ? null : 'This person is not with us.';
      const outcome = problem ? 'ERROR' : person?.enrolled ? 'ALREADY' : 'ENROL';
      return { row: index + 1, named: person?.email ?? '', personId: person?.id ?? null, outcome, problem };
    });
  }

  private async fromFile(viewer: Viewer, cohort: Cohort, text: string): Promise<PlannedEnrolment[] | InvalidInput> {
    if (text.length > MOST_TEXT) return InvalidInput.of('file', 'The file is too long to be a list of people.');
    const read = linesOf(text);
    if ('problem' in read) return InvalidInput.of('file', read.problem);
    const words = (of: 'email' | 'personNumber') => read.lines.map((line) => line[of].toLowerCase()).filter(Boolean);
    const known = await viewer.tx.query<Known>(
      `${KNOWN} WHERE lower(email) = ANY ($2::text[]) OR lower(person_number) = ANY ($3::text[])`,
      [cohort.id, words('email'), words('personNumber')],
    );
    return planEnrolment(read.lines, known);
  }

  /** Who works in a unit or below today, by name. */
  private async inUnit(viewer: Viewer, unitId: string): Promise<string[]> {
    if (!isId(unitId)) return [];
    const rows = await viewer.tx.query<{ id: string }>(
      `WITH RECURSIVE below AS (SELECT $1::uuid AS id UNION SELECT unit.id FROM below JOIN org_unit unit ON unit.parent_id = below.id)
       SELECT person.id FROM person JOIN employment ON employment.person_id = person.id AND employment.is_primary
         AND starts_on <= $2 AND (ends_on IS NULL OR ends_on >= $2)
       WHERE org_unit_id IN (SELECT id FROM below) AND app_is_with_us(active, last_day)
       ORDER BY lower(display_name), person.id LIMIT ${MOST_MEMBERS + 1}`,
      [unitId, dayOf(viewer)],
    );
    return rows.map(({ id }) => id);
  }
}
