import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Part } from '../../platform/access/together.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { Cohort } from './cohort.entity.js';
import type { CohortInput, CohortRemindersInput } from './cohort.inputs.js';
import { OWN_COHORT } from './cohort.policy.js';
import type { Programme } from './programme.entity.js';
import { MOST_NAME, ProgrammesService } from './programmes.service.js';
import { MOST_DAYS_BEFORE, nextReminder } from './reminder-days.rules.js';

const MOST_SHOWN = 100;

const OWN_RUNNING: Part<string[], { personId: string; id: string }> = {
  name: 'own-cohorts-that-run',
  sql: `SELECT asked.id AS "personId", cohort.id FROM unnest($ids) AS asked (id)
    JOIN cohort ON asked.id = (SELECT app_person()) AND cohort.id = ANY ((SELECT app_own_cohorts())::uuid[]) AND closed_at IS NULL
    ORDER BY ends_on, cohort.id LIMIT 20`,
  rows: (rows) => new Map(rows.map(({ personId }) => [personId, rows.map(({ id }) => id)])),
};

/** People who are taken through a programme together: which cohorts there are, and who sees them. */
@Injectable()
export class CohortsService implements OnModuleInit {
  constructor(
    private readonly nodes: NodeFinders,
    private readonly programmes: ProgrammesService,
  ) {}

  onModuleInit(): void {
    this.nodes.register(Cohort, 'Cohort', (viewer, id) => this.find(viewer, id));
  }

  byId(viewer: Viewer, id: string): Promise<Cohort | null> {
    return viewer.load('cohort', id, async (ids) => {
      const rows = await viewer.tx.manager.findBy(Cohort, { id: In([...ids]) });
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  /** Learns whether the viewer is in these, which the rules ask. */
  async learn(viewer: Viewer, id: string): Promise<void> {
    await viewer.load(OWN_COHORT, id, async (ids) => {
      const [row] = await viewer.tx.query<{ own: string[] }>('SELECT app_own_cohorts() AS own');
      return new Map(ids.map((each) => [each, row?.own.includes(each) ?? false]));
    });
  }

  async find(viewer: Viewer, id: string): Promise<Cohort | null> {
    const cohort = isId(id) ? await this.byId(viewer, id) : null;
    if (!cohort) return null;
    await this.learn(viewer, cohort.id);
    return can(viewer, 'see', cohort) ? cohort : null;
  }

  /** Of a programme, newest first, as far as the viewer sees them; a hundred at most. */
  async of(viewer: Viewer, programme: Programme): Promise<Cohort[]> {
    const found = await viewer.load('cohorts-of-programme', programme.id, async (ids) => {
      const rows = await viewer.tx.query<{ programmeId: string; ids: string[] }>(
        `SELECT programme_id AS "programmeId", array_agg(id ORDER BY place) AS ids FROM (
           SELECT id, programme_id, row_number() OVER (PARTITION BY programme_id ORDER BY starts_on DESC, id DESC) AS place
           FROM cohort WHERE programme_id = ANY ($1::uuid[])) ranked
         WHERE place <= ${MOST_SHOWN} GROUP BY 1`,
        [[...ids]],
      );
      return new Map(rows.map((row) => [row.programmeId, row.ids]));
    });
    const seen = await Promise.all((found ?? []).map((id) => this.find(viewer, id)));
    return seen.filter((each) => each !== null);
  }

  /** The cohorts that the viewer is in and that run, the one that ends first on top; twenty at most. */
  async mine(viewer: Viewer): Promise<Cohort[]> {
    const own = (viewer.personId && (await viewer.loadTogether(OWN_RUNNING, viewer.personId))) || [];
    const cohorts = await Promise.all(own.map((id) => this.find(viewer, id)));
    return cohorts.filter((each) => each !== null);
  }

  async create(
    viewer: Viewer,
    programmeId: string,
    input: CohortInput,
  ): Promise<Cohort | InvalidInput | NotAllowed | NotFound> {
    const programme = await this.programmes.find(viewer, programmeId);
    if (!programme || !can(viewer, 'edit', programme)) return new NotFound('This programme');
    if (programme.endedAt) return new NotAllowed('This programme has ended. Take it up again first.');
    const said = saidOf(input);
    if (said instanceof InvalidInput) return said;
    const cohort = viewer.tx.manager.create(Cohort, {
      ...{ ...said, id: newId(), programmeId: programme.id },
      ...{ createdBy: viewer.personId ?? '', createdAt: viewer.now, closedAt: null },
      ...{ remindSchedule: null, remindDaysBefore: null, remindAt: null },
    });
    await viewer.tx.manager.insert(Cohort, cohort);
    viewer.forget('cohorts-of-programme', programme.id);
    return cohort;
  }

  async change(viewer: Viewer, id: string, input: CohortInput): Promise<Cohort | InvalidInput | NotAllowed | NotFound> {
    const cohort = await this.locked(viewer, id);
    if (!(cohort instanceof Cohort)) return cohort;
    const said = saidOf(input);
    if (said instanceof InvalidInput) return said;
    return this.save(viewer, cohort, { ...said, remindAt: nextReminder(Object.assign(cohort, said), viewer.now) });
  }

  /** Closes it, or opens it again. */
  async close(viewer: Viewer, id: string, closed: boolean): Promise<Cohort | NotAllowed | NotFound> {
    const cohort = await this.locked(viewer, id, true);
    if (!(cohort instanceof Cohort)) return cohort;
    if ((cohort.closedAt !== null) === closed)
      return new NotAllowed(closed ? 'It is closed already.' : 'It is open already.');
    // What fell due while it was closed is not made up for.
    const remindAt = closed ? null : nextReminder(cohort, viewer.now);
    return this.save(viewer, cohort, { closedAt: closed ? viewer.now : null, remindAt });
  }

  /** How often those on whom something waits are reminded by themselves, or that they are not. */
  async setReminders(
    viewer: Viewer,
    id: string,
    { schedule = null, daysBefore = null }: CohortRemindersInput,
  ): Promise<Cohort | InvalidInput | NotAllowed | NotFound> {
    const cohort = await this.locked(viewer, id);
    if (!(cohort instanceof Cohort)) return cohort;
    const wrong = daysBefore === null || daysBefore < 1 || daysBefore > MOST_DAYS_BEFORE;
    if (schedule === 'BEFORE_END' && wrong)
      return InvalidInput.of('daysBefore', `Between 1 and ${MOST_DAYS_BEFORE} days before its last day.`);
    if (schedule !== 'BEFORE_END' && daysBefore !== null)
      return InvalidInput.of('daysBefore', 'Days before its last day go with a reminder before that day alone.');
    const remindDaysBefore = daysBefore;
    const { startsOn, endsOn } = cohort;
    const remindAt = nextReminder({ startsOn, endsOn, remindSchedule: schedule, remindDaysBefore }, viewer.now);
    if (schedule === 'BEFORE_END' && !remindAt)
      return InvalidInput.of('daysBefore', 'That day is over. Take fewer days, or remind by hand.');
    if (schedule && !remindAt) return InvalidInput.of('schedule', 'No Monday is left before its last day.');
    return this.save(viewer, cohort, { remindSchedule: schedule, remindDaysBefore, remindAt });
  }

  /** The cohort as it is stored, for those who run it; who change one at once come one after the other. */
  async locked(viewer: Viewer, id: string, alsoClosed = false): Promise<Cohort | NotAllowed | NotFound> {
    const seen = await this.find(viewer, id);
    if (!seen || !(can(viewer, 'run', seen) || can(viewer, 'reopen', seen))) return new NotFound('This cohort');
    await viewer.tx.aloneIn(`cohort ${seen.id}`);
    const cohort = await viewer.tx.manager.findOneByOrFail(Cohort, { id: seen.id });
    return cohort.closedAt && !alsoClosed ? new NotAllowed('This cohort is closed. Open it again first.') : cohort;
  }

  private async save(viewer: Viewer, cohort: Cohort, changed: Partial<Cohort>): Promise<Cohort> {
    await viewer.tx.manager.update(Cohort, { id: cohort.id }, changed);
    viewer.forget('cohort', cohort.id);
    return Object.assign(cohort, changed);
  }
}

function saidOf(input: CohortInput): Pick<Cohort, 'name' | 'startsOn' | 'endsOn'> | InvalidInput {
  const problems: InputProblem[] = [];
  const name = input.name.trim();
  if (name === '') problems.push(new InputProblem('name', 'Give it a name.'));
  if (name.length > MOST_NAME) problems.push(new InputProblem('name', `At most ${MOST_NAME} characters.`));
  if (input.endsOn < input.startsOn)
    problems.push(new InputProblem('endsOn', 'Its last day comes before its first one.'));
  return problems.length > 0 ? new InvalidInput(problems) : { name, startsOn: input.startsOn, endsOn: input.endsOn };
}
