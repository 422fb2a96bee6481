import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { InputProblem, InvalidInput, type NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { DraftSteps } from './draft-steps.service.js';
import type { RelationType } from './framework-content.rules.js';
import { WouldGoRound } from './framework-draft.refusals.js';
import { SkillFramework } from './framework.entity.js';
import { rowsBy } from '../../platform/database/rows-by.rules.js';
import { SkillDraftService } from './skill-draft.service.js';
import { SkillRelation, type SkillView } from './skill.entity.js';
import { SkillTreeService } from './skill-tree.service.js';
import { SkillsService } from './skills.service.js';

export interface RelationInput {
  type: RelationType;
  originSkillId: string;
  targetSkillId?: string | null;
  targetUri?: string | null;
  targetTitle?: string | null;
}

const MOST_SHOWN = 200;

/** What ties skills of a version to others, here and elsewhere. */
@Injectable()
export class SkillRelationsService {
  constructor(
    private readonly steps: DraftSteps,
    private readonly drafts: SkillDraftService,
    private readonly tree: SkillTreeService,
    private readonly skills: SkillsService,
  ) {}

  /** Those that a skill begins or ends, in the version of this wording; the first two hundred. */
  async of(viewer: Viewer, skill: SkillView): Promise<SkillRelation[]> {
    const relations = await viewer.load('relations', `${skill.frameworkId} ${skill.id}`, async (keys) => {
      const pairs = keys.map((key) => key.split(' '));
      const rows = await viewer.tx.query<{ key: string; id: string }>(
        `SELECT asked.framework_id || ' ' || asked.skill_id AS key, tie.id
         FROM unnest($1::uuid[], $2::uuid[]) AS asked (framework_id, skill_id)
         CROSS JOIN LATERAL (
           SELECT id, type, position FROM skill_relation
             WHERE framework_id = asked.framework_id AND origin_skill_id = asked.skill_id
           UNION SELECT id, type, position FROM skill_relation
             WHERE framework_id = asked.framework_id AND target_skill_id = asked.skill_id
           ORDER BY type, position, id LIMIT $3) tie`,
        [pairs.map(([framework]) => framework), pairs.map(([, id]) => id), MOST_SHOWN],
      );
      const found = await viewer.tx.manager.findBy(SkillRelation, { id: In(rows.map(({ id }) => id)) });
      const byId = new Map(found.map((relation) => [relation.id, relation]));
      const lists = rowsBy(rows, ({ key }) => key);
      return new Map(
        [...lists].map(([key, ids]) => [key, ids.flatMap(({ id }) => byId.get(id) ?? [])] as [string, SkillRelation[]]),
      );
    });
    return relations ?? [];
  }

  /** One end in the version's own wording; an end in another framework in its newest published one. */
  async end(viewer: Viewer, relation: SkillRelation, skillId: string | null): Promise<SkillView | null> {
    if (!skillId) return null;
    return (
      (await this.skills.skillIn(viewer, relation.frameworkId, skillId)) ??
      (await this.skills.skillById(viewer, skillId))
    );
  }

  async add(
    viewer: Viewer,
    frameworkId: string,
    input: RelationInput,
  ): Promise<SkillView | InvalidInput | NotAllowed | NotFound | WouldGoRound> {
    const framework = await this.steps.hold(viewer, frameworkId);
    if (!(framework instanceof SkillFramework)) return framework;
    const origin = await this.drafts.find(viewer, framework.id, input.originSkillId);
    if (!origin) return new NotFound('This skill');
    const problems = await this.problems(viewer, framework.id, input);
    if (problems.length) return new InvalidInput(problems);
    if (input.type === 'isChildOf' && input.targetSkillId) {
      const round = await this.tree.wayRound(viewer, framework.id, input.originSkillId, input.targetSkillId);
      if (round) return new WouldGoRound(round);
    }
    await this.steps.make(viewer, framework, { kind: 'ADD_RELATION', subject: origin.name }, async (step) => {
      await step.add('skill_relation', [await this.tree.relationRow(viewer, framework.id, trimmed(input))]);
    });
    return this.reread(viewer, framework.id, input.originSkillId);
  }

  async remove(viewer: Viewer, id: string): Promise<SkillView | NotAllowed | NotFound> {
    const seen = isId(id) ? await viewer.tx.manager.findOneBy(SkillRelation, { id }) : null;
    if (!seen) return new NotFound('This relation');
    const framework = await this.steps.hold(viewer, seen.frameworkId);
    if (!(framework instanceof SkillFramework)) return framework;
    const relation = await viewer.tx.manager.findOneBy(SkillRelation, { id });
    const origin = relation && (await this.drafts.find(viewer, framework.id, relation.originSkillId));
    if (!relation || !origin) return new NotFound('This relation');
    await this.steps.make(viewer, framework, { kind: 'REMOVE_RELATION', subject: origin.name }, async (step) => {
      await step.remove('skill_relation', [relation.id]);
    });
    return this.reread(viewer, framework.id, relation.originSkillId);
  }

  private async problems(viewer: Viewer, frameworkId: string, input: RelationInput): Promise<InputProblem[]> {
    const { targetSkillId, targetUri, originSkillId, type } = trimmed(input);
    if (targetSkillId === originSkillId)
      return [new InputProblem('targetSkillId', 'A skill cannot be tied to itself.')];
    if (Boolean(targetSkillId) === Boolean(targetUri))
      return [new InputProblem('targetSkillId', 'Name a skill, or the address of one elsewhere.')];
    if (targetUri && !(URL.canParse(targetUri) && targetUri.length <= 2_000))
      return [new InputProblem('targetUri', 'An address begins with https:// or another scheme.')];
    if (targetSkillId) {
      const here = await this.drafts.find(viewer, frameworkId, targetSkillId);
      const elsewhere = here ?? (await this.skills.findSkill(viewer, targetSkillId));
      if (!elsewhere) return [new InputProblem('targetSkillId', 'This skill is not in the draft and not published.')];
      if (!here && (type === 'isChildOf' || type === 'isPartOf'))
        return [new InputProblem('targetSkillId', 'Above and below are skills of the same framework.')];
    }
    const [same] = await viewer.tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM skill_relation WHERE framework_id = $1 AND type = $2 AND origin_skill_id = $3
         AND target_skill_id IS NOT DISTINCT FROM $4::uuid AND target_uri IS NOT DISTINCT FROM $5`,
      [frameworkId, type, originSkillId, targetSkillId, targetUri],
    );
    return same?.n ? [new InputProblem('targetSkillId', 'The two are tied like this already.')] : [];
  }

  private async reread(viewer: Viewer, frameworkId: string, skillId: string): Promise<SkillView> {
    viewer.forget('relations', `${frameworkId} ${skillId}`);
    const skill = await this.skills.skillIn(viewer, frameworkId, skillId);
    if (!skill) throw new Error(`Skill ${skillId} vanished while it was written.`);
    return skill;
  }
}

function trimmed(input: RelationInput) {
  return {
    ...input,
    targetSkillId: input.targetSkillId ?? null,
    targetUri: input.targetUri?.trim() || null,
    targetTitle: input.targetTitle?.trim().slice(0, 500) || null,
  };
}
