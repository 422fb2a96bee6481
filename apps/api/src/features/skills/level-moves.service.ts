import { Injectable, type OnModuleInit } from '@nestjs/common';
import { audit } from '../../platform/audit/audit.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { can } from '../../platform/access/policy.js';
import { isId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import type { SkillFramework } from './framework.entity.js';
import { JobRoleLevel } from './job-role.entity.js';
import type { Impact } from './impact.type.js';
import { PublishingImpacts } from './publishing-impacts.service.js';

/** People on a rung of an earlier version, and the rung of this version that is theirs. */
export interface LevelMove {
  fromLevelId: string;
  /** Null: this version has no such rung, and nobody said where they go. They stay where they are and keep counting. */
  toLevelId: string | null;
  people: number;
  /** Whether a person said it, because no rung has the same code. */
  chosen: boolean;
  /** Null: happens when the version is published. */
  movedAt: Date | null;
}

const WORKS_OR_WILL = `(job.ends_on IS NULL OR job.ends_on >= current_date)
  AND app_is_with_us(person.active, person.last_day)`;

/**
 * Rungs of two versions of one framework with the same code are the same rung: who stands on the older one goes with it to
 * the newer when that is published. What goes where is shown before and recorded after.
 */
@Injectable()
export class LevelMovesService implements OnModuleInit {
  constructor(private readonly impacts: PublishingImpacts) {}

  onModuleInit(): void {
    this.impacts.register({ ofPublishing: async (viewer, { draft }) => this.impactsOf(viewer, draft) });
  }

  /** Of a draft what would happen; of a version that was published what did, and who stayed behind. */
  async of(viewer: Viewer, framework: SkillFramework): Promise<LevelMove[]> {
    if (!viewer.may('framework.manage')) return [];
    return viewer.tx.query<LevelMove>(
      `WITH waiting AS (
         SELECT pair.*, count(DISTINCT job.person_id)::int AS people
         FROM job_role_level_pairs($1) pair JOIN employment job ON job.job_role_level_id = pair.from_level_id
         JOIN person ON person.id = job.person_id AND ${WORKS_OR_WILL}
         GROUP BY 1, 2, 3
       ), listed AS (
         SELECT from_level_id, to_level_id, people, chosen, NULL::timestamptz AS moved_at FROM waiting
         UNION ALL
         SELECT from_level_id, to_level_id, people, chosen_by IS NOT NULL, moved_at FROM job_role_level_move
         WHERE framework_id = $1 AND moved_at IS NOT NULL
       )
       SELECT from_level_id AS "fromLevelId", to_level_id AS "toLevelId", people, chosen, moved_at AS "movedAt"
       FROM listed JOIN job_role_level level ON level.id = from_level_id
       ORDER BY (to_level_id IS NULL) DESC, people DESC, level.code, from_level_id`,
      [framework.id],
    );
  }

  /** Everybody who stands on an earlier version goes to this one, which has just been published. */
  async carryOut(viewer: Viewer, frameworkId: string): Promise<void> {
    const [moved] = await viewer.tx.query<{ people: number }>('SELECT app_move_people_to($1) AS people', [frameworkId]);
    if (moved?.people)
      await audit(viewer, {
        operation: 'movePeopleToVersion',
        target: frameworkId,
        detail: { people: moved.people },
      });
  }

  /** The rung of this version with this id; null for any other. */
  async rungOf(viewer: Viewer, frameworkId: string, id: string): Promise<JobRoleLevel | null> {
    return isId(id) ? viewer.tx.manager.findOneBy(JobRoleLevel, { id, frameworkId }) : null;
  }

  /** People on rungs of this code go to another rung of the draft when it is published. */
  async chooseForCode(viewer: Viewer, draft: SkillFramework, code: string, toLevelId: string): Promise<void> {
    await viewer.tx.query(
      `DELETE FROM job_role_level_move WHERE framework_id = $1
         AND from_level_id IN (SELECT from_level_id FROM job_role_level_pairs($1) JOIN job_role_level level ON level.id = from_level_id WHERE level.code = $2)`,
      [draft.id, code],
    );
    await viewer.tx.query(
      `INSERT INTO job_role_level_move (framework_id, from_level_id, to_level_id, chosen_by)
       SELECT $1, from_level_id, $3, $4 FROM job_role_level_pairs($1) JOIN job_role_level level ON level.id = from_level_id
       WHERE level.code = $2`,
      [draft.id, code, toLevelId, viewer.personId],
    );
  }

  /** Where people on a rung of an earlier version go; null takes the choice back. */
  async choose(
    viewer: Viewer,
    draft: SkillFramework,
    fromLevelId: string,
    toLevelId: string | null,
  ): Promise<SkillFramework | InvalidInput | NotAllowed> {
    if (!can(viewer, 'edit', draft)) return new NotAllowed('This version is published: people have moved.');
    const pairs = await viewer.tx.query<{ code: string }>(
      `SELECT level.code FROM job_role_level_pairs($1) JOIN job_role_level level ON level.id = from_level_id
       WHERE from_level_id::text = $2`,
      [draft.id, fromLevelId],
    );
    if (pairs.length === 0)
      return InvalidInput.of('fromLevelId', 'This is no level of an earlier version of the framework.');
    if (toLevelId !== null && !(await this.rungOf(viewer, draft.id, toLevelId)))
      return InvalidInput.of('toLevelId', 'People can go to a level of this draft.');
    await viewer.tx.query('DELETE FROM job_role_level_move WHERE framework_id = $1 AND from_level_id = $2', [
      draft.id,
      fromLevelId,
    ]);
    if (toLevelId !== null)
      await viewer.tx.query(
        'INSERT INTO job_role_level_move (framework_id, from_level_id, to_level_id, chosen_by) VALUES ($1, $2, $3, $4)',
        [draft.id, fromLevelId, toLevelId, viewer.personId],
      );
    return draft;
  }

  /** How many stand on each of these rungs today, in whichever version: of designers' business only. */
  async peopleOn(viewer: Viewer, levelId: string): Promise<number | null> {
    if (!viewer.may('framework.manage')) return null;
    const people = await viewer.load('people-on-level', levelId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; people: number }>(
        `SELECT asked.id, count(DISTINCT job.person_id)::int AS people
         FROM job_role_level asked JOIN skill_framework own ON own.id = asked.framework_id
         JOIN skill_framework version ON version.series_id = own.series_id
         JOIN job_role_level same ON same.framework_id = version.id AND same.code = asked.code
         JOIN employment job ON job.job_role_level_id = same.id AND job.starts_on <= current_date
         JOIN person ON person.id = job.person_id AND ${WORKS_OR_WILL}
         WHERE asked.id = ANY ($1::uuid[]) GROUP BY asked.id`,
        [[...ids]],
      );
      const found = new Map(rows.map((row) => [row.id, row.people]));
      return new Map(ids.map((id) => [id, found.get(id) ?? 0]));
    });
    return people ?? 0;
  }

  /** For who is about to publish: who goes along, and who has nowhere to go. */
  private async impactsOf(viewer: Viewer, draft: SkillFramework): Promise<Impact[]> {
    const moves = await this.of(viewer, draft);
    const names = await viewer.tx.query<{ id: string; name: string }>(
      `SELECT level.id, role.name || ', ' || level.name AS name FROM job_role_level level JOIN job_role role ON role.id = level.role_id
       WHERE level.id = ANY ($1::uuid[])`,
      [moves.map(({ fromLevelId }) => fromLevelId)],
    );
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    const told = (some: readonly LevelMove[], happens: string): Impact => {
      const people = some.reduce((sum, move) => sum + move.people, 0);
      return {
        area: 'People on job role levels',
        // Levels, as the examples are; how many people stand on them is said.
        count: people === 0 ? 0 : some.length,
        touched: `${people === 1 ? 'One person stands' : `${people} people stand`} on a level of an earlier version.`,
        happens,
        examples: some.slice(0, 5).map(({ fromLevelId, people }) => ({
          name: `${nameOf.get(fromLevelId) ?? ''} (${people})`,
          path: `/programme/roles/${fromLevelId}`,
        })),
      };
    };
    return [
      told(
        moves.filter(({ toLevelId }) => toLevelId !== null),
        'They go to the same level of this version, or to the one that was chosen for them.',
      ),
      told(
        moves.filter(({ toLevelId }) => toLevelId === null),
        'This version has no such level. They stay where they are and keep counting, unless a level is chosen for them.',
      ),
    ];
  }
}
