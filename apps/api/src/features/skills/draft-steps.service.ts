import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { BuiltUpon } from './framework-draft.refusals.js';
import { SkillFramework } from './framework.entity.js';
import {
  type AddedIds,
  FrameworkStep,
  type RemovedRows,
  STEP_TABLES,
  type StepKind,
  type StepTable,
} from './framework-step.entity.js';
import { FrameworksService } from './frameworks.service.js';

/** Collects what one step adds to a draft and takes out of it. */
export class StepWork {
  readonly removed: RemovedRows = {};
  readonly added: AddedIds = {};

  constructor(
    private readonly viewer: Viewer,
    readonly framework: SkillFramework,
  ) {}

  async remove(table: StepTable, ids: readonly string[]): Promise<Record<string, unknown>[]> {
    if (ids.length === 0) return [];
    const rows = await this.viewer.tx.query<{ row: Record<string, unknown> }>(
      `WITH gone AS (DELETE FROM ${table} WHERE id = ANY ($1::uuid[]) AND framework_id = $2 RETURNING *)
       SELECT to_jsonb(gone) AS row FROM gone`,
      [[...ids], this.framework.id],
    );
    const removed = rows.map(({ row }) => row);
    (this.removed[table] ??= []).push(...removed);
    return removed;
  }

  async add(table: StepTable, rows: readonly Record<string, unknown>[]): Promise<void> {
    if (rows.length === 0) return;
    await insertRows(this.viewer, table, rows);
    (this.added[table] ??= []).push(...rows.map((row) => row.id as string));
  }
}

const NOT_WHOLE = 'This draft is not whole yet: it is still being copied from the published version.';

/** Changes of a draft's structure, one after another, each with the way back. */
@Injectable()
export class DraftSteps {
  constructor(private readonly frameworks: FrameworksService) {}

  /** The draft, held until the end of the transaction so that nobody publishes or rebuilds it meanwhile. */
  async hold(
    viewer: Viewer,
    id: string,
    how: 'SHARE' | 'UPDATE' = 'UPDATE',
  ): Promise<SkillFramework | NotAllowed | NotFound> {
    const seen = await this.frameworks.find(viewer, id);
    if (!seen) return new NotFound('This framework');
    if (!viewer.may('framework.manage')) return new NotAllowed('You may not change frameworks.');
    // Before the row is locked: who copies into it holds it for as long as that takes.
    if (seen.contentState !== 'WHOLE') return new NotAllowed(NOT_WHOLE);
    await viewer.tx.query(`SELECT FROM skill_framework WHERE id = $1 FOR ${how}`, [seen.id]);
    viewer.forget('framework', seen.id);
    const framework = await this.frameworks.byId(viewer, seen.id);
    return framework?.state === 'DRAFT'
      ? framework
      : new NotAllowed('A published version does not change. Begin the next version instead.');
  }

  async make(
    viewer: Viewer,
    framework: SkillFramework,
    what: { kind: StepKind; subject: string },
    work: (step: StepWork) => Promise<void>,
  ): Promise<FrameworkStep> {
    const step = new StepWork(viewer, framework);
    await work(step);
    const row = viewer.tx.manager.create(FrameworkStep, {
      id: newId(),
      frameworkId: framework.id,
      ...what,
      removed: step.removed,
      added: step.added,
      madeBy: viewer.personId ?? undefined,
      madeAt: viewer.now,
      undoneAt: null,
    });
    await viewer.tx.manager.insert(FrameworkStep, row);
    return row;
  }

  /** The newest steps of a draft that stand. */
  async of(viewer: Viewer, frameworkId: string, first: number): Promise<FrameworkStep[]> {
    if (!viewer.may('framework.manage')) return [];
    return viewer.tx.manager
      .createQueryBuilder(FrameworkStep, 'step')
      .where('step.frameworkId = :frameworkId AND step.undoneAt IS NULL', { frameworkId })
      .orderBy('step.madeAt', 'DESC')
      .addOrderBy('step.id', 'DESC')
      .limit(Math.min(Math.max(first, 0), 50))
      .getMany();
  }

  async undo(viewer: Viewer, id: string): Promise<SkillFramework | BuiltUpon | NotAllowed | NotFound> {
    const seen = isId(id) ? await viewer.tx.manager.findOneBy(FrameworkStep, { id }) : null;
    if (!seen) return new NotFound('This step');
    const framework = await this.hold(viewer, seen.frameworkId);
    if (!(framework instanceof SkillFramework)) return framework;
    const step = await viewer.tx.manager.findOneByOrFail(FrameworkStep, { id: seen.id });
    if (step.undoneAt) return framework;
    const why = await this.builtUpon(viewer, step);
    if (why) return new BuiltUpon(why);

    for (const table of STEP_TABLES.toReversed())
      await viewer.tx.query(`DELETE FROM ${table} WHERE id = ANY ($1::uuid[]) AND framework_id = $2`, [
        step.added[table] ?? [],
        framework.id,
      ]);
    for (const table of STEP_TABLES) {
      const rows = step.removed[table];
      if (rows?.length) await insertRows(viewer, table, rows);
    }
    await viewer.tx.manager.update(FrameworkStep, { id: step.id }, { undoneAt: viewer.now });
    return framework;
  }

  /** Why taking a step back would lose what came after it; null when it would not. */
  private async builtUpon(viewer: Viewer, step: FrameworkStep): Promise<string | null> {
    const [found] = await viewer.tx.query<{ edited: boolean; tied: boolean; back: boolean; missing: boolean }>(
      `WITH removed AS (SELECT * FROM jsonb_populate_recordset(NULL::skill_revision, $3)),
         tie AS (SELECT * FROM jsonb_populate_recordset(NULL::skill_relation, $4)),
         asked AS (SELECT * FROM jsonb_populate_recordset(NULL::job_role_requirement, $5)),
         came AS (SELECT id, skill_id, edit FROM skill_revision WHERE id = ANY ($2::uuid[])),
         here AS (SELECT skill_id FROM skill_revision WHERE framework_id = $1
           UNION SELECT skill_id FROM removed)
       SELECT
         EXISTS (SELECT FROM came WHERE edit > 1)
           OR (SELECT count(*) FROM came) < cardinality($2::uuid[]) AS edited,
         EXISTS (SELECT FROM skill_relation later JOIN came ON came.skill_id IN (later.origin_skill_id, later.target_skill_id)
           WHERE later.framework_id = $1 AND later.id <> ALL ($6::uuid[]))
           OR EXISTS (SELECT FROM job_role_requirement later JOIN came USING (skill_id)
             WHERE later.framework_id = $1 AND later.id <> ALL ($7::uuid[])) AS tied,
         EXISTS (SELECT FROM skill_revision now JOIN removed USING (skill_id) WHERE now.framework_id = $1)
           OR EXISTS (SELECT FROM job_role_requirement now JOIN asked USING (job_role_level_id, skill_id)
             WHERE now.id <> ALL ($7::uuid[])) AS back,
         EXISTS (SELECT FROM tie WHERE origin_skill_id NOT IN (SELECT skill_id FROM here)
             AND (type <> 'replacedBy' OR target_skill_id NOT IN (SELECT skill_id FROM here)))
           OR EXISTS (SELECT FROM asked WHERE NOT EXISTS (
             SELECT FROM job_role_level level WHERE level.id = asked.job_role_level_id)) AS missing`,
      [
        step.frameworkId,
        step.added.skill_revision ?? [],
        JSON.stringify(step.removed.skill_revision ?? []),
        JSON.stringify(step.removed.skill_relation ?? []),
        JSON.stringify(step.removed.job_role_requirement ?? []),
        step.added.skill_relation ?? [],
        step.added.job_role_requirement ?? [],
      ],
    );
    if (found?.edited) return 'The skill was worked on since. Remove it where it stands instead.';
    if (found?.tied) return 'Other skills or job roles were tied to this skill since. Take those steps back first.';
    if (found?.back) return 'What was taken out is there again.';
    if (found?.missing) return 'A skill or job role that this was tied to is gone since.';
    return null;
  }
}

async function insertRows(viewer: Viewer, table: StepTable, rows: readonly object[]): Promise<void> {
  await viewer.tx.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}
