import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import {
  ChangedMeanwhile,
  InputProblem,
  InvalidInput,
  type NotAllowed,
  NotFound,
} from '../../platform/graphql/refusal.js';
import { DraftSteps } from './draft-steps.service.js';
import type { SkillKind } from './framework-content.rules.js';
import { WouldGoRound } from './framework-draft.refusals.js';
import { SkillFramework } from './framework.entity.js';
import { codeFor, type SkillChanges, skillColumns, skillProblems } from './skill-draft.rules.js';
import { Skill, SkillRevision, type SkillView } from './skill.entity.js';
import { SkillTreeService } from './skill-tree.service.js';
import { SkillsService } from './skills.service.js';

type Refused = InvalidInput | NotAllowed | NotFound;

/** Skills of a draft: their wordings, and which there are. */
@Injectable()
export class SkillDraftService {
  constructor(
    private readonly steps: DraftSteps,
    private readonly skills: SkillsService,
    private readonly tree: SkillTreeService,
  ) {}

  /** Two who write the same skill at once come one after the other; two who write different ones do not meet. */
  async save(
    viewer: Viewer,
    about: { frameworkId: string; skillId: string; expectedEdit: number },
    changes: SkillChanges,
  ): Promise<SkillView | Refused | ChangedMeanwhile> {
    const framework = await this.steps.hold(viewer, about.frameworkId, 'SHARE');
    if (!(framework instanceof SkillFramework)) return framework;
    const revision = await this.locked(viewer, framework.id, about.skillId);
    if (!revision) return new NotFound('This skill');
    if (revision.edit !== about.expectedEdit) return new ChangedMeanwhile(revision.edit);
    const { levels } = await this.skills.scaleOf(viewer, framework.id);
    const problems = skillProblems(changes, levels.length);
    if (problems.length)
      return new InvalidInput(problems.map(({ field, message }) => new InputProblem(field, message)));
    await viewer.tx.manager.update(
      SkillRevision,
      { id: revision.id },
      { ...skillColumns(changes, levels.length), edit: revision.edit + 1 },
    );
    return this.reread(viewer, framework.id, about.skillId);
  }

  async add(
    viewer: Viewer,
    frameworkId: string,
    input: { name: string; kind?: SkillKind | null; parentId?: string | null },
  ): Promise<SkillView | Refused> {
    const framework = await this.steps.hold(viewer, frameworkId);
    if (!(framework instanceof SkillFramework)) return framework;
    const { levels } = await this.skills.scaleOf(viewer, framework.id);
    const problems = skillProblems({ name: input.name }, levels.length).map(
      ({ field, message }) => new InputProblem(field, message),
    );
    const parentId = input.parentId ?? null;
    if (parentId && !(await this.find(viewer, framework.id, parentId)))
      problems.push(new InputProblem('parentId', 'The skill above it is not in this draft.'));
    if (problems.length) return new InvalidInput(problems);

    const skillId = await this.identify(viewer, framework.seriesId, input.name);
    await this.steps.make(viewer, framework, { kind: 'ADD_SKILL', subject: input.name.trim() }, async (step) => {
      await step.add('skill_revision', [
        {
          ...{ id: newId(), skill_id: skillId, framework_id: framework.id, name: input.name.trim(), description: null },
          ...{ descriptors: levels.map(() => null), position: await this.nextPosition(viewer, framework.id), edit: 1 },
          ...{ kind: input.kind ?? 'SKILL', category: null, synonyms: [], coding: null, uri: null, notes: null },
          source: {},
        },
      ]);
      if (parentId)
        await step.add('skill_relation', [await this.tree.childRow(viewer, framework.id, skillId, parentId)]);
    });
    return this.reread(viewer, framework.id, skillId);
  }

  /** Takes the skill out, with what ties it to others and what job roles of this draft ask of it. */
  async remove(viewer: Viewer, frameworkId: string, skillId: string): Promise<SkillFramework | Refused> {
    const framework = await this.steps.hold(viewer, frameworkId);
    if (!(framework instanceof SkillFramework)) return framework;
    const revision = await this.find(viewer, framework.id, skillId);
    if (!revision) return new NotFound('This skill');
    await this.steps.make(viewer, framework, { kind: 'REMOVE_SKILL', subject: revision.name }, async (step) => {
      const [tied] = await viewer.tx.query<{ relations: string[]; requirements: string[] }>(
        `SELECT ARRAY(SELECT id FROM skill_relation
             WHERE framework_id = $1 AND $2 IN (origin_skill_id, target_skill_id)) AS relations,
           ARRAY(SELECT id FROM job_role_requirement WHERE framework_id = $1 AND skill_id = $2) AS requirements`,
        [framework.id, skillId],
      );
      await step.remove('skill_relation', tied?.relations ?? []);
      await step.remove('job_role_requirement', tied?.requirements ?? []);
      await step.remove('skill_revision', [revision.id]);
    });
    return framework;
  }

  /** From below one skill to below another; without either it stands at the top. */
  async move(
    viewer: Viewer,
    frameworkId: string,
    input: { skillId: string; fromParentId?: string | null; toParentId?: string | null },
  ): Promise<SkillView | Refused | WouldGoRound> {
    const framework = await this.steps.hold(viewer, frameworkId);
    if (!(framework instanceof SkillFramework)) return framework;
    const revision = await this.find(viewer, framework.id, input.skillId);
    if (!revision) return new NotFound('This skill');
    const { skillId, toParentId = null, fromParentId = null } = input;
    if (toParentId && !(await this.find(viewer, framework.id, toParentId)))
      return InvalidInput.of('toParentId', 'The skill above it is not in this draft.');
    if (toParentId) {
      const round = await this.tree.wayRound(viewer, framework.id, skillId, toParentId);
      if (round) return new WouldGoRound(round);
    }
    const before = await this.tree.parentRows(viewer, framework.id, skillId);
    if (fromParentId && !before.some((row) => row.parentId === fromParentId))
      return InvalidInput.of('fromParentId', 'It is not below that skill.');
    if (before.some((row) => row.parentId === toParentId) || (!toParentId && before.length === 0))
      return this.reread(viewer, framework.id, skillId);

    // Without the place it comes from, it leaves every place it has.
    const leaves = before.filter((row) => !fromParentId || row.parentId === fromParentId);
    await this.steps.make(viewer, framework, { kind: 'MOVE_SKILL', subject: revision.name }, async (step) => {
      await step.remove(
        'skill_relation',
        leaves.map((row) => row.id),
      );
      if (toParentId)
        await step.add('skill_relation', [await this.tree.childRow(viewer, framework.id, skillId, toParentId)]);
    });
    return this.reread(viewer, framework.id, skillId);
  }

  find(viewer: Viewer, frameworkId: string, skillId: string): Promise<SkillRevision | null> {
    return isId(skillId) ? viewer.tx.manager.findOneBy(SkillRevision, { frameworkId, skillId }) : Promise.resolve(null);
  }

  /** A new identity in the series, under a code made of the name. */
  private async identify(viewer: Viewer, seriesId: string, name: string): Promise<string> {
    const codes = await viewer.tx.query<{ code: string }>('SELECT code FROM skill WHERE series_id = $1', [seriesId]);
    const taken = new Set(codes.map(({ code }) => code));
    const skill = { id: newId(), seriesId, code: codeFor(name, (code) => taken.has(code)) };
    await viewer.tx.manager.insert(Skill, skill);
    return skill.id;
  }

  private async nextPosition(viewer: Viewer, frameworkId: string): Promise<number> {
    const [row] = await viewer.tx.query<{ next: number }>(
      'SELECT coalesce(max(position), -1) + 1 AS next FROM skill_revision WHERE framework_id = $1',
      [frameworkId],
    );
    return row?.next ?? 0;
  }

  private locked(viewer: Viewer, frameworkId: string, skillId: string): Promise<SkillRevision | null> {
    if (!isId(skillId)) return Promise.resolve(null);
    return viewer.tx.manager
      .createQueryBuilder(SkillRevision, 'revision')
      .setLock('pessimistic_write')
      .where('revision.frameworkId = :frameworkId AND revision.skillId = :skillId', { frameworkId, skillId })
      .getOne();
  }

  private async reread(viewer: Viewer, frameworkId: string, skillId: string): Promise<SkillView> {
    viewer.forget('skill-in-framework', `${frameworkId} ${skillId}`);
    const skill = await this.skills.skillIn(viewer, frameworkId, skillId);
    if (!skill) throw new Error(`Skill ${skillId} vanished while it was written.`);
    return skill;
  }
}
