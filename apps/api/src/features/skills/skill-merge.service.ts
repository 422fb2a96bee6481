import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { InputProblem, InvalidInput, type NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { DraftSteps, type StepWork } from './draft-steps.service.js';
import { WouldGoRound } from './framework-draft.refusals.js';
import { SkillFramework } from './framework.entity.js';
import { SkillDraftService } from './skill-draft.service.js';
import type { SkillView } from './skill.entity.js';
import { SkillTreeService } from './skill-tree.service.js';
import { SkillsService } from './skills.service.js';

export interface MergeInput {
  duplicateId: string;
  survivorId: string;
  /** What a level of the duplicate means on the scale of the survivor, as a person decided it. */
  levels?: { from: number; to: number }[] | null;
}

/** A level that job roles ask of the duplicate, and what somebody decided it means. */
export interface DecidedLevel {
  from: number;
  to: number;
}

type Row = Record<string, unknown>;

/** Two skills of a draft that are the same become one; the other says by which it is replaced. */
@Injectable()
export class SkillMergeService {
  constructor(
    private readonly steps: DraftSteps,
    private readonly drafts: SkillDraftService,
    private readonly tree: SkillTreeService,
    private readonly skills: SkillsService,
  ) {}

  /**
   * Inside the draft only: what job roles ask goes to the survivor, and the duplicate leaves. What people hold is not
   * touched, here or by publishing.
   */
  async merge(
    viewer: Viewer,
    frameworkId: string,
    input: MergeInput,
  ): Promise<{ skill: SkillView; decided: DecidedLevel[] } | InvalidInput | NotAllowed | NotFound | WouldGoRound> {
    const framework = await this.steps.hold(viewer, frameworkId);
    if (!(framework instanceof SkillFramework)) return framework;
    const { duplicateId, survivorId } = input;
    if (duplicateId === survivorId) return InvalidInput.of('survivorId', 'A skill cannot be merged into itself.');
    const duplicate = await this.drafts.find(viewer, framework.id, duplicateId);
    if (!duplicate) return new NotFound('This skill');
    const here = await this.drafts.find(viewer, framework.id, survivorId);
    const survivor = here
      ? await this.skills.skillIn(viewer, framework.id, survivorId)
      : await this.skills.findSkill(viewer, survivorId);
    if (!survivor) return InvalidInput.of('survivorId', 'The skill that stays is not in this draft and not published.');
    const round = await this.tree.wayRound(viewer, framework.id, duplicateId, survivorId);
    const asked = await this.askedLevels(viewer, framework.id, duplicateId);
    const decided = input.levels ?? [];
    const problems = await this.levelProblems(viewer, framework, survivor, asked, decided);
    if (problems.length) return new InvalidInput(problems);
    // What is below the duplicate goes below the survivor; the survivor cannot go below itself.
    if (round && round.length > 3) return new WouldGoRound(round);

    await this.steps.make(viewer, framework, { kind: 'MERGE_SKILLS', subject: duplicate.name }, async (step) => {
      await this.moveRelations(viewer, step, duplicateId, survivorId, here !== null);
      await this.moveRequirements(viewer, step, duplicateId, survivorId, {
        decided,
        adoptedFrom: here ? null : survivor.frameworkId,
      });
      await step.remove('skill_revision', [duplicate.id]);
    });
    viewer.forget('relations', `${framework.id} ${survivorId}`);
    return { skill: survivor, decided: decided.filter(({ from }) => asked.includes(from)) };
  }

  /** The levels at which job roles of this draft ask for a skill. */
  async askedLevels(viewer: Viewer, frameworkId: string, skillId: string): Promise<number[]> {
    const rows = await viewer.tx.query<{ level: number }>(
      `SELECT DISTINCT level_ordinal AS level FROM job_role_requirement
       WHERE framework_id = $1 AND skill_id = $2 AND level_ordinal IS NOT NULL ORDER BY 1`,
      [frameworkId, skillId],
    );
    return rows.map(({ level }) => level);
  }

  /** On another scale every level that is asked needs somebody's word for what it means there. */
  private async levelProblems(
    viewer: Viewer,
    framework: SkillFramework,
    survivor: SkillView,
    asked: readonly number[],
    decided: readonly DecidedLevel[],
  ): Promise<InputProblem[]> {
    const own = await this.skills.scaleOf(viewer, framework.id);
    const theirs = await this.skills.scaleOf(viewer, survivor.frameworkId);
    const problems = decided
      .filter(({ to }) => !theirs.levels.some(({ ordinal }) => ordinal === to))
      .map(({ to }) => new InputProblem('levels', `The scale of the skill that stays has no level ${to}.`));
    if (own.id === theirs.id) return problems;
    const undecided = asked.filter((level) => !decided.some(({ from }) => from === level));
    const names = undecided.map((level) => own.levels.find(({ ordinal }) => ordinal === level)?.label ?? String(level));
    if (names.length)
      problems.push(
        new InputProblem(
          'levels',
          `Job roles ask for ${names.join(', ')}. Say which level of the other scale that is.`,
        ),
      );
    return problems;
  }

  private async moveRelations(
    viewer: Viewer,
    step: StepWork,
    duplicateId: string,
    survivorId: string,
    inside: boolean,
  ) {
    const frameworkId = step.framework.id;
    const ties = await viewer.tx.query<{ id: string }>(
      'SELECT id FROM skill_relation WHERE framework_id = $1 AND $2 IN (origin_skill_id, target_skill_id)',
      [frameworkId, duplicateId],
    );
    const removed = await step.remove(
      'skill_relation',
      ties.map(({ id }) => id),
    );
    const there = new Set(
      (
        await viewer.tx.query<{ key: string }>(
          `SELECT type || ' ' || origin_skill_id || ' ' || coalesce(target_skill_id::text, target_uri) AS key FROM skill_relation
         WHERE framework_id = $1 AND $2 IN (origin_skill_id, target_skill_id)`,
          [frameworkId, survivorId],
        )
      ).map(({ key }) => key),
    );
    // Ties of a skill that lives in another framework are not of this draft's making.
    // Where the survivor stands in the tree is its own; only what was below the duplicate comes with it.
    const kept = removed.filter((row) => row.type !== 'isChildOf' || row.origin_skill_id !== duplicateId);
    const moved = inside ? kept.map((row) => retied(row, duplicateId, survivorId)) : [];
    const fresh = moved.filter((row) => {
      const key = keyOf(row);
      if (row.origin_skill_id === row.target_skill_id || there.has(key)) return false;
      there.add(key);
      return true;
    });
    const replaced = await this.tree.relationRow(viewer, frameworkId, {
      ...{ type: 'replacedBy', originSkillId: duplicateId, targetSkillId: survivorId },
    });
    await step.add('skill_relation', [...fresh.map((row) => ({ ...row, id: newId() })), replaced]);
  }

  /** Where a job role asked for both, the higher level, the greater importance and the stricter word stay. */
  private async moveRequirements(
    viewer: Viewer,
    step: StepWork,
    duplicateId: string,
    survivorId: string,
    { decided, adoptedFrom }: { decided: readonly DecidedLevel[]; adoptedFrom: string | null },
  ) {
    const rows = await viewer.tx.query<{ id: string; skillId: string; levelId: string }>(
      `SELECT asked.id, asked.skill_id AS "skillId", asked.job_role_level_id AS "levelId" FROM job_role_requirement asked
       WHERE asked.framework_id = $1 AND asked.job_role_level_id IN (
         SELECT job_role_level_id FROM job_role_requirement WHERE framework_id = $1 AND skill_id = $2)
         AND asked.skill_id IN ($2, $3)`,
      [step.framework.id, duplicateId, survivorId],
    );
    const removed = await step.remove(
      'job_role_requirement',
      rows.map(({ id }) => id),
    );
    const meaning = new Map(decided.map(({ from, to }) => [from, to]));
    const byLevel = new Map<string, Row>();
    for (const row of removed) {
      const asked =
        row.skill_id === duplicateId ? { ...row, level_ordinal: converted(row.level_ordinal, meaning) } : row;
      const other = byLevel.get(row.job_role_level_id as string);
      byLevel.set(row.job_role_level_id as string, other ? stricter(other, asked) : asked);
    }
    await step.add(
      'job_role_requirement',
      [...byLevel.values()].map((row) => ({ ...row, id: newId(), skill_id: survivorId, adopted_from: adoptedFrom })),
    );
  }
}

function retied(row: Row, duplicateId: string, survivorId: string): Row {
  const end = (id: unknown) => (id === duplicateId ? survivorId : id);
  return { ...row, origin_skill_id: end(row.origin_skill_id), target_skill_id: end(row.target_skill_id) };
}

const keyOf = (row: Row) =>
  `${String(row.type)} ${String(row.origin_skill_id)} ${String(row.target_skill_id ?? row.target_uri)}`;

function converted(level: unknown, meaning: ReadonlyMap<number, number>): unknown {
  return typeof level === 'number' ? (meaning.get(level) ?? level) : level;
}

function stricter(one: Row, other: Row): Row {
  const most = (field: string) => Math.max(Number(one[field] ?? 0), Number(other[field] ?? 0));
  return {
    ...one,
    level_ordinal: most('level_ordinal') || null,
    importance: most('importance'),
    must_have: one.must_have === true || other.must_have === true,
  };
}
