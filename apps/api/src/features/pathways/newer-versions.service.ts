import { type AskedChange, type AskedSkill, askedChanges, followsAt, neededOrdinal } from '@assay/pathway';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { dayOf } from '../../platform/access/day.js';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { record, recordAll } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { SkillFramework } from '../skills/framework.entity.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import type { JobRoleLevel, JobRoleRequirement } from '../skills/job-role.entity.js';
import { FrameworkPublished } from '../skills/skills.events.js';
import { SkillsService } from '../skills/skills.service.js';
import { ReadinessService } from '../standings/readiness.service.js';
import { Goal } from './goal.entity.js';
import { GoalKeeping } from './goal-keeping.entity.js';
import { GoalAsksChanged, GoalFollowed } from './pathways.events.js';

/** A newer version of what somebody aims at. */
export interface NewerVersion {
  goal: Goal;
  jobRoleLevel: JobRoleLevel;
  framework: SkillFramework;
  /** The last day on which the goal stays as it was planned; null: until the person moves. */
  keptUntil: string | null;
  changes: AskedChange[];
}

/** What is asked otherwise since a goal was planned, and whether the goal follows: at once, when the person says so, or on a day. */
@Injectable()
export class NewerVersionsService implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly frameworks: FrameworksService,
    private readonly ready: ReadinessService,
    private readonly skills: SkillsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(FrameworkPublished, (system, { subjectId }) => this.published(system, subjectId));
  }

  /** Null where what was planned against is the version of today, or the newer one has no such level. */
  async of(viewer: Viewer, goal: Goal): Promise<NewerVersion | null> {
    const newerId = goal.endedAt ? null : await this.newerLevel(viewer, goal.jobRoleLevelId);
    const level = newerId ? await this.skills.jobRoleLevelById(viewer, newerId) : null;
    const framework = level && (await this.frameworks.byId(viewer, level.frameworkId));
    if (!level || !framework) return null;
    const [then, now] = await Promise.all(
      [goal.jobRoleLevelId, level.id].map(async (id) =>
        this.askedBy(viewer, await this.skills.requirementsOf(viewer, id)),
      ),
    );
    const changes = askedChanges(then ?? [], now ?? []);
    return { goal, jobRoleLevel: level, framework, changes, keptUntil: await this.keptUntil(viewer, framework.id) };
  }

  /** Verified readiness by the newer version. */
  async verified(viewer: Viewer, { goal, jobRoleLevel }: NewerVersion): Promise<number | null> {
    return (await this.ready.of(viewer, goal.personId, jobRoleLevel.id, viewer.now))?.verified ?? null;
  }

  async keptUntil(viewer: Viewer, frameworkId: string): Promise<string | null> {
    const kept = await viewer.load('goals-kept-until', frameworkId, async (ids) => {
      const found = await viewer.tx.manager.findBy(GoalKeeping, { frameworkId: In([...ids]) });
      return new Map(found.map((each) => [each.frameworkId, each]));
    });
    return kept?.keptUntil ?? null;
  }

  /** What requirements ask, by the names of their skills. */
  async askedBy(viewer: Viewer, requirements: readonly JobRoleRequirement[]): Promise<AskedSkill[]> {
    const skills = await Promise.all(requirements.map((each) => this.skills.skillAsked(viewer, each)));
    return requirements.map((each, place) => ({
      ...{ skillId: each.skillId, level: neededOrdinal(each), mustHave: each.mustHave },
      name: skills[place]?.name ?? '',
    }));
  }

  /** The person goes along with the newer version before anybody makes them. */
  async move(viewer: Viewer, id: string): Promise<Goal | NotAllowed | NotFound> {
    const goal = isId(id) ? await viewer.tx.manager.findOneBy(Goal, { id }) : null;
    if (!goal || !can(viewer, 'read', goal)) return new NotFound('This goal');
    if (!can(viewer, 'move', goal)) return new NotAllowed('Whose goal it is decides when it follows a newer version.');
    if (!(await this.of(viewer, goal))) return new NotAllowed('This goal is planned against the version of today.');
    await viewer.tx.query('SELECT app_move_goal($1)', [goal.id]);
    viewer.forget('goal', goal.personId);
    return viewer.tx.manager.findOneByOrFail(Goal, { id });
  }

  /** Until when goals stay as they were planned; null: until each person moves. */
  async keepUntil(
    viewer: Viewer,
    frameworkId: string,
    until: string | null,
  ): Promise<SkillFramework | InvalidInput | NotFound> {
    const framework = await this.frameworks.find(viewer, frameworkId);
    if (!framework) return new NotFound('This framework');
    if (framework.state === 'SUPERSEDED')
      return InvalidInput.of('frameworkId', 'A newer version took the place of this one; name the day there.');
    if (until && until < dayOf(viewer)) return InvalidInput.of('until', 'Goals can be kept up to a day to come.');
    await viewer.tx.manager.delete(GoalKeeping, { frameworkId: framework.id });
    if (until)
      await viewer.tx.manager.insert(GoalKeeping, {
        ...{ frameworkId: framework.id, keptUntil: until, setBy: viewer.personId ?? '', setAt: viewer.now },
      });
    viewer.forget('goals-kept-until', framework.id);
    return framework;
  }

  /** Goals whose time to follow has come: what asks the same, or was kept long enough. */
  async follow(system: Viewer): Promise<void> {
    const rows = await system.tx.query<{ id: string }>(
      `SELECT goal.id FROM goal JOIN job_role_level level ON level.id = goal.job_role_level_id
       JOIN skill_framework own ON own.id = level.framework_id AND own.state = 'SUPERSEDED'
       JOIN skill_framework fresh ON fresh.series_id = own.series_id AND fresh.state = 'PUBLISHED'
       LEFT JOIN goal_keeping kept ON kept.framework_id = fresh.id
       WHERE goal.ended_at IS NULL AND (kept.kept_until < $1 OR fresh.published_at > goal.followed_at OR goal.followed_at IS NULL)
       ORDER BY goal.followed_at NULLS FIRST, goal.id LIMIT 2000`,
      [dayOf(system)],
    );
    const goals = await system.tx.manager.findBy(Goal, { id: In(rows.map(({ id }) => id)), endedAt: IsNull() });
    for (const goal of goals) await this.followOne(system, goal);
  }

  private async followOne(system: Viewer, goal: Goal): Promise<void> {
    const newer = await this.of(system, goal);
    const isDue = newer && followsAt(newer.changes, newer.keptUntil, dayOf(system)) === 'NOW';
    // Looked at once for each version: what waits for its day is found by the day.
    const moved = isDue ? { jobRoleLevelId: newer.jobRoleLevel.id } : {};
    await system.tx.manager.update(Goal, { id: goal.id }, { ...moved, followedAt: system.now });
    if (isDue && newer.changes.length > 0) await record(system, new GoalFollowed(goal.id, goal.personId));
  }

  private async published(system: Viewer, frameworkId: string): Promise<void> {
    await this.follow(system);
    const left = await system.tx.query<{ id: string; personId: string }>(
      `SELECT goal.id, goal.person_id AS "personId" FROM goal
       JOIN job_role_level level ON level.id = goal.job_role_level_id
       JOIN skill_framework own ON own.id = level.framework_id AND own.id <> $1
       JOIN skill_framework fresh ON fresh.id = $1 AND fresh.series_id = own.series_id
       WHERE goal.ended_at IS NULL ORDER BY goal.id`,
      [frameworkId],
    );
    await recordAll(
      system,
      left.map(({ id, personId }) => new GoalAsksChanged(id, personId)),
    );
  }

  private async newerLevel(viewer: Viewer, levelId: string): Promise<string | null> {
    const newer = await viewer.loadKept(
      'newer-level',
      levelId,
      async (ids) => {
        const rows = await viewer.tx.query<{ from: string; to: string }>(
          'SELECT from_level_id AS "from", to_level_id AS "to" FROM app_newer_levels($1::uuid[])',
          [[...ids]],
        );
        // That there is none is known, too.
        return new Map([...ids.map((id) => [id, ''] as const), ...rows.map(({ from, to }) => [from, to] as const)]);
      },
      () => true,
    );
    return newer || null;
  }
}
