import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { dayOf } from '../../platform/access/day.js';
import { can } from '../../platform/access/policy.js';
import { asEntities, type Part } from '../../platform/access/together.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { PeopleService } from '../people/people.service.js';
import type { JobRoleLevel } from '../skills/job-role.entity.js';
import { SkillsService } from '../skills/skills.service.js';
import { ReadinessService } from '../standings/readiness.service.js';
import { goalDayFault } from './goal-day.rules.js';
import { Goal } from './goal.entity.js';
import { GoalAssigned } from './pathways.events.js';
import type { GoalInput } from './goal.inputs.js';

const OPEN_GOAL: Part<Goal> = {
  name: 'goal',
  sql: 'SELECT * FROM goal WHERE person_id = ANY ($ids) AND ended_at IS NULL',
  rows: (rows, tx) => new Map(asEntities(tx, Goal, rows).map((each) => [each.personId, each])),
};

/** What somebody aims at: chosen by the person, or assigned by the line manager. */
@Injectable()
export class GoalsService implements OnModuleInit {
  constructor(
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
    private readonly ready: ReadinessService,
  ) {}

  onModuleInit(): void {
    this.ready.aimsBy(async (viewer, personId) => (await this.of(viewer, personId))?.jobRoleLevelId ?? null);
  }

  /** The open goal of a person, as far as the viewer may read it. */
  async of(viewer: Viewer, personId: string): Promise<Goal | null> {
    const goal = await viewer.loadTogether(OPEN_GOAL, personId);
    return goal && can(viewer, 'read', goal) ? goal : null;
  }

  /** What a goal aims at, for who tells of it; null where it is not seen. */
  async levelOf(viewer: Viewer, goalId: string): Promise<JobRoleLevel | null> {
    const goal = await viewer.tx.manager.findOneBy(Goal, { id: goalId });
    return goal ? this.skills.jobRoleLevelById(viewer, goal.jobRoleLevelId) : null;
  }

  choose(viewer: Viewer, input: GoalInput): Promise<Goal | InvalidInput | NotFound> {
    return this.set(viewer, viewer.personId ?? '', input, input.shared);
  }

  async assign(
    viewer: Viewer,
    personId: string,
    input: GoalInput,
  ): Promise<Goal | InvalidInput | NotAllowed | NotFound> {
    const person = isId(personId) ? await this.people.visible(viewer, personId) : null;
    if (!person) return new NotFound('This person');
    if (!can(viewer, 'assignGoal', person)) return new NotAllowed('Line managers assign goals to their own reports.');
    if (!person.isWithUs(dayOf(viewer))) return new NotAllowed(`${person.displayName} is not with us any more.`);
    const own = await this.of(viewer, person.id);
    if (!own && (await this.hasPrivate(viewer, person.id)))
      return new NotAllowed(`${person.displayName} has a goal of their own that is not shared. Talk about it first.`);
    const goal = await this.set(viewer, person.id, input, true);
    if (goal instanceof Goal) await record(viewer, new GoalAssigned(goal.id, person.id, viewer.personId ?? ''));
    return goal;
  }

  async end(viewer: Viewer, id: string): Promise<Goal | NotFound> {
    const goal = isId(id) ? await viewer.tx.manager.findOneBy(Goal, { id }) : null;
    if (!goal || !can(viewer, 'end', goal)) return new NotFound('This goal');
    await this.endOpen(viewer, goal.personId);
    return viewer.tx.manager.findOneByOrFail(Goal, { id });
  }

  private async set(
    viewer: Viewer,
    personId: string,
    input: GoalInput,
    shared: boolean,
  ): Promise<Goal | InvalidInput | NotFound> {
    const level = isId(input.jobRoleLevelId) ? await this.skills.jobRoleLevelById(viewer, input.jobRoleLevelId) : null;
    if (!level) return new NotFound('This job role level');
    const state = await this.skills.stateOfJobRoleLevel(viewer, level.id);
    if (state !== 'PUBLISHED')
      return InvalidInput.of(
        'jobRoleLevelId',
        state === 'DRAFT'
          ? 'This job role level is not published yet.'
          : 'There is a newer version of this job role level: choose that one.',
      );
    const fault = goalDayFault(input.byDay, dayOf(viewer));
    if (fault) return InvalidInput.of('byDay', fault);
    // Two at once would both find none open.
    await viewer.tx.query(`SELECT pg_advisory_xact_lock(hashtext('goal-' || $1))`, [personId]);
    await this.endOpen(viewer, personId);
    const goal = viewer.tx.manager.create(Goal, {
      ...{ id: newId(), personId, jobRoleLevelId: level.id, chosenBy: viewer.personId ?? '', shared },
      ...{ byDay: input.byDay ?? null, createdAt: viewer.now, followedAt: null, endedAt: null, endedBy: null },
    });
    await viewer.tx.manager.insert(Goal, goal);
    viewer.forget('goal', personId);
    return goal;
  }

  private async endOpen(viewer: Viewer, personId: string): Promise<void> {
    await viewer.tx.manager.update(
      Goal,
      { personId, endedAt: IsNull() },
      { endedAt: viewer.now, endedBy: viewer.personId },
    );
    viewer.forget('goal', personId);
  }

  /** That there is one, and nothing more of it. */
  private async hasPrivate(viewer: Viewer, personId: string): Promise<boolean> {
    const [row] = await viewer.tx.query<{ has: boolean }>('SELECT app_has_goal($1) AS has', [personId]);
    return row?.has ?? false;
  }
}
