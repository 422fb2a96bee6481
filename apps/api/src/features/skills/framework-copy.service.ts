import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { tellProgress } from '../../platform/jobs/progress.js';
import { analyseContent } from './content-analysis.js';
import { SkillFramework } from './framework.entity.js';

/** So many rows are copied while somebody waits; more are copied by the worker. */
const AT_ONCE = 5_000;

/** Fills the draft of a next version with everything that is in the version it is based on. */
@Injectable()
export class FrameworkCopyService {
  /** At once where that takes no time; else the worker does it, and the draft says so. */
  async fill(viewer: Viewer, draft: SkillFramework, baseId: string): Promise<void> {
    if ((await this.rowsIn(viewer, baseId)) > AT_ONCE) return this.askFor(viewer, draft);
    await this.copy(viewer, baseId, draft.id);
  }

  /** A number of its own for each try: what failed may be asked for again. */
  async askFor(viewer: Viewer, draft: SkillFramework): Promise<void> {
    await enqueue(viewer.tx, {
      name: 'skills.copy-framework',
      id: newId(),
      payload: { frameworkId: draft.id },
      rules: { attempts: 3, backoffMs: 2_000 },
    });
    await this.turn(viewer, draft, 'COPYING');
  }

  /** In the one transaction of its job: all of it or nothing. */
  async run(system: Viewer, frameworkId: string): Promise<void> {
    const draft = await this.locked(system, frameworkId);
    if (draft?.contentState !== 'COPYING' || !draft.basedOnId) return;
    await this.copy(system, draft.basedOnId, draft.id, (percent) => tellProgress(system.tx, draft.id, percent));
    await analyseContent(system);
    await this.turn(system, draft, 'WHOLE');
  }

  /** The last try failed: said so; beginning the next version once more tries it again. */
  async failed(system: Viewer, frameworkId: string): Promise<void> {
    const draft = await this.locked(system, frameworkId);
    if (draft?.contentState === 'COPYING') await this.turn(system, draft, 'FAILED');
  }

  /** What job roles ask for is by far the most: it goes piece by piece, so that one can tell how far it has come. */
  private async copy(
    viewer: Viewer,
    fromId: string,
    toId: string,
    told: (percent: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    for (const [at, statement] of BEFORE_REQUIREMENTS.entries()) {
      await viewer.tx.query(statement, [fromId, toId]);
      await told((at + 1) * 5);
    }
    const rungs = await viewer.tx.query<{ id: string }>(
      'SELECT id FROM job_role_level WHERE framework_id = $1 ORDER BY id',
      [fromId],
    );
    const ids = rungs.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += RUNGS_AT_ONCE) {
      await viewer.tx.query(`${REQUIREMENTS} AND job_role_level_id = ANY ($3::uuid[])`, [
        ...[fromId, toId],
        ids.slice(at, at + RUNGS_AT_ONCE),
      ]);
      await told(25 + (70 * Math.min(at + RUNGS_AT_ONCE, ids.length)) / ids.length);
    }
    await viewer.tx.query(EDGES, [fromId, toId]);
  }

  private async rowsIn(viewer: Viewer, frameworkId: string): Promise<number> {
    const [row] = await viewer.tx.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM skill_revision WHERE framework_id = $1)::int
            + (SELECT count(*) FROM (SELECT FROM job_role_requirement asked JOIN job_role_level level
                 ON level.id = asked.job_role_level_id WHERE level.framework_id = $1 LIMIT $2) few)::int AS n`,
      [frameworkId, AT_ONCE + 1],
    );
    return row?.n ?? 0;
  }

  private async turn(
    viewer: Viewer,
    draft: SkillFramework,
    contentState: SkillFramework['contentState'],
  ): Promise<void> {
    draft.contentState = contentState;
    await viewer.tx.manager.update(SkillFramework, { id: draft.id }, { contentState });
    viewer.forget('framework', draft.id);
  }

  private locked(system: Viewer, id: string): Promise<SkillFramework | null> {
    return system.tx.manager.findOne(SkillFramework, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}

const RUNGS_AT_ONCE = 400;

/**
 * The id of a row's copy: its own with the moment at which the draft began, which is what the id of the draft ($2) begins
 * with. So nothing has to be looked up between the statements, and the copies lie in the indexes in the order of their rows.
 */
const copied = (id: string) => `overlay(${id}::text placing left($2::uuid::text, 13) from 1)::uuid`;

/** Everything of one table, from version $1 to $2. `ids`: the row's own, and those of rows that are copied too. */
const copyOf = (table: string, ids: string[], columns: string) =>
  `INSERT INTO ${table} (framework_id, ${ids.join(', ')}, ${columns})
   SELECT $2::uuid, ${ids.map(copied).join(', ')}, ${columns} FROM ${table} WHERE framework_id = $1`;

const BEFORE_REQUIREMENTS = [
  copyOf(
    'skill_revision',
    ['id'],
    'skill_id, name, description, descriptors, position, kind, category, synonyms, coding, uri, notes, source',
  ),
  copyOf(
    'skill_relation',
    ['id'],
    'type, origin_skill_id, target_skill_id, target_uri, target_title, position, source',
  ),
  copyOf('job_family', ['id'], 'code, name, position'),
  copyOf(
    'job_role',
    ['id', 'family_id'],
    'code, name, description, responsibilities, position, uri, alternative_titles, source',
  ),
  copyOf('job_role_level', ['id', 'role_id'], 'code, name, "order", description, responsibilities, facts'),
];
const REQUIREMENTS = copyOf(
  'job_role_requirement',
  ['id', 'job_role_level_id'],
  'skill_id, level_ordinal, importance, must_have, position, adopted_from, source',
);
const EDGES = copyOf('job_role_edge', ['id', 'from_level_id', 'to_level_id'], 'kind, origin, note, source');
