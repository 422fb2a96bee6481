import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { SkillFramework } from '../skills/framework.entity.js';
import { JobRole, JobRoleLevel } from '../skills/job-role.entity.js';
import { type Cell, cellProblems, type KnownSkill, MOST_CELLS } from './requirement-cells.rules.js';
import { RoleDraftsService } from './role-drafts.service.js';
import { RoleLevelsService } from './role-levels.service.js';

type Saved = Promise<JobRole | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile>;

/** What the rungs of a job role ask: saved cell by cell, as in a sheet. */
@Injectable()
export class RequirementsService {
  constructor(
    private readonly drafts: RoleDraftsService,
    private readonly levels: RoleLevelsService,
  ) {}

  /** All of these cells or none. Cells that are not named stay as they are. */
  async save(viewer: Viewer, roleId: string, expectedRevision: number, cells: readonly Cell[]): Saved {
    const held = await this.drafts.holdRole(viewer, roleId, expectedRevision);
    if (!('role' in held)) return held;
    if (cells.length > MOST_CELLS)
      return InvalidInput.of('cells', `At most ${MOST_CELLS.toLocaleString('en')} cells are saved at once.`);
    const rungs = new Map((await this.levels.ofRole(viewer, roleId)).map((level) => [level.id, level.name]));
    const skills = await this.known(
      viewer,
      held.framework,
      cells.map((cell) => cell.skillId),
    );
    const problems = cellProblems(cells, rungs, skills);
    if (problems.length > 0)
      return new InvalidInput(problems.map(({ field, message }) => new InputProblem(field, message)));
    await this.clear(
      viewer,
      cells.filter((cell) => cell.asked === null),
    );
    await this.write(
      viewer,
      held.framework.id,
      cells.filter((cell) => cell.asked !== null),
      skills,
    );
    return this.drafts.saved(viewer, held.role);
  }

  /** What another rung asks, of this role or any other of the draft; the rung's own requirements stay where it asks nothing. */
  async copy(viewer: Viewer, fromLevelId: string, toLevelId: string, expectedRevision: number): Saved {
    const held = await this.drafts.holdLevel(viewer, toLevelId, expectedRevision);
    if (!('level' in held)) return held;
    const from = isId(fromLevelId)
      ? await viewer.tx.manager.findOneBy(JobRoleLevel, { id: fromLevelId, frameworkId: held.framework.id })
      : null;
    if (!from || from.id === held.level.id)
      return InvalidInput.of('fromLevelId', 'Copy from another level of this draft.');
    await viewer.tx.query(
      `INSERT INTO job_role_requirement
         (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, position, adopted_from)
       SELECT gen_random_uuid(), framework_id, $2, skill_id, level_ordinal, importance, must_have, position, adopted_from
       FROM job_role_requirement WHERE job_role_level_id = $1
       ON CONFLICT (job_role_level_id, skill_id) DO UPDATE SET level_ordinal = excluded.level_ordinal,
         importance = excluded.importance, must_have = excluded.must_have, adopted_from = excluded.adopted_from`,
      [from.id, held.level.id],
    );
    viewer.forget('requirements', held.level.id);
    return this.drafts.saved(viewer, held.role);
  }

  private async clear(viewer: Viewer, cells: readonly Cell[]): Promise<void> {
    if (cells.length === 0) return;
    await viewer.tx.query(
      `DELETE FROM job_role_requirement USING unnest($1::uuid[], $2::uuid[]) AS cell (level_id, skill_id)
       WHERE job_role_requirement.job_role_level_id = cell.level_id AND job_role_requirement.skill_id = cell.skill_id`,
      [cells.map((cell) => cell.levelId), cells.map((cell) => cell.skillId)],
    );
    for (const { levelId } of cells) viewer.forget('requirements', levelId);
  }

  /** New ones stand after what the rung asks already, in the order they were sent. */
  private async write(
    viewer: Viewer,
    frameworkId: string,
    cells: readonly Cell[],
    skills: ReadonlyMap<string, KnownSkill>,
  ): Promise<void> {
    if (cells.length === 0) return;
    await viewer.tx.query(
      `WITH last AS (SELECT job_role_level_id, max(position) AS position FROM job_role_requirement
         WHERE job_role_level_id = ANY ($2::uuid[]) GROUP BY 1)
       INSERT INTO job_role_requirement
         (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, adopted_from, position)
       SELECT cell.id, $8, cell.level_id, cell.skill_id, cell.ordinal, cell.importance, cell.must_have, cell.adopted_from,
         coalesce(last.position, -1) + cell.at
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::int[], $6::boolean[], $7::uuid[]) WITH ORDINALITY
         AS cell (id, level_id, skill_id, ordinal, importance, must_have, adopted_from, at)
       LEFT JOIN last ON last.job_role_level_id = cell.level_id
       ON CONFLICT (job_role_level_id, skill_id) DO UPDATE SET level_ordinal = excluded.level_ordinal,
         importance = excluded.importance, must_have = excluded.must_have, adopted_from = excluded.adopted_from`,
      [
        cells.map(() => newId()),
        cells.map((cell) => cell.levelId),
        cells.map((cell) => cell.skillId),
        cells.map((cell) => cell.asked?.levelOrdinal ?? null),
        cells.map((cell) => cell.asked?.importance),
        cells.map((cell) => cell.asked?.mustHave),
        cells.map((cell) => skills.get(cell.skillId)?.adoptedFrom ?? null),
        frameworkId,
      ],
    );
    for (const { levelId } of cells) viewer.forget('requirements', levelId);
  }

  /** Skills of the draft itself, else of a published framework, in the version that counts today. */
  private async known(
    viewer: Viewer,
    framework: SkillFramework,
    ids: readonly string[],
  ): Promise<Map<string, KnownSkill>> {
    const rows = await viewer.tx.query<KnownSkill & { id: string }>(
      `SELECT DISTINCT ON (revision.skill_id) revision.skill_id AS id, revision.name, revision.kind = 'GROUP' AS "group",
         (SELECT count(*)::int FROM proficiency_level level WHERE level.scale_id = version.scale_id) AS levels,
         CASE WHEN version.id = $1 THEN NULL ELSE version.id END AS "adoptedFrom"
       FROM skill_revision revision JOIN skill_framework version ON version.id = revision.framework_id
       WHERE revision.skill_id = ANY ($2::uuid[])
         AND (version.id = $1 OR version.state = 'PUBLISHED' AND version.series_id <> $3)
       ORDER BY revision.skill_id, version.id = $1 DESC, version.published_at DESC`,
      [framework.id, [...new Set(ids)].filter(isId), framework.seriesId],
    );
    return new Map(rows.map(({ id, ...skill }) => [id, skill]));
  }
}
