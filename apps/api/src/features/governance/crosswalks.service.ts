import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { ProficiencyScale } from '../skills/framework.entity.js';
import { SkillsService } from '../skills/skills.service.js';
import { type LevelPair, ScaleCrosswalk } from './governance.entity.js';
import './governance.policy.js';
import { crosswalkProblems, settledPairs, textProblems, walkedBack } from './governance.rules.js';

/** What the levels of one skill mean on the scale of another, as far as anybody has agreed on it. */
export interface LevelMeanings {
  from: ProficiencyScale;
  to: ProficiencyScale;
  /** Null: the scale is the same, or nobody has agreed on anything. */
  crosswalk: ScaleCrosswalk | null;
  pairs: LevelPair[];
}

export interface CrosswalkInput {
  fromScaleId: string;
  toScaleId: string;
  pairs: LevelPair[];
  reason: string;
  expectedRevision?: number | null;
}

/** Cross-walks between scales: written by one person, agreed by another, and never more than a suggestion. */
@Injectable()
export class CrosswalksService implements OnModuleInit {
  constructor(
    private readonly nodes: NodeFinders,
    private readonly skills: SkillsService,
  ) {}

  onModuleInit(): void {
    this.nodes.register(ScaleCrosswalk, 'ScaleCrosswalk', async (viewer, id) =>
      viewer.may('framework.read') && isId(id) ? viewer.tx.manager.findOneBy(ScaleCrosswalk, { id }) : null,
    );
  }

  /** Those in use and those that wait for a second person; there are a handful. */
  all(viewer: Viewer): Promise<ScaleCrosswalk[]> {
    return viewer.tx.manager.find(ScaleCrosswalk, {
      where: { state: In(['DRAFT', 'AGREED']) },
      order: { writtenAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  async between(
    viewer: Viewer,
    fromSkillId: string,
    toSkillId: string,
    draftId: string | null,
  ): Promise<LevelMeanings | null> {
    const [from, to] = await Promise.all(
      [fromSkillId, toSkillId].map(async (skillId) => {
        const here = draftId ? await this.skills.findIn(viewer, draftId, skillId) : null;
        const skill = here ?? (await this.skills.findSkill(viewer, skillId));
        return skill ? this.skills.scaleOf(viewer, skill.frameworkId) : null;
      }),
    );
    return from && to ? this.meanings(viewer, from, to) : null;
  }

  /** On the same scale a level means itself. A cross-walk agreed the other way round is walked back. */
  async meanings(viewer: Viewer, from: ProficiencyScale, to: ProficiencyScale): Promise<LevelMeanings> {
    if (from.id === to.id)
      return { from, to, crosswalk: null, pairs: from.levels.map(({ ordinal }) => ({ from: ordinal, to: [ordinal] })) };
    const agreed = await viewer.tx.manager.findBy(ScaleCrosswalk, {
      state: 'AGREED',
      fromScaleId: In([from.id, to.id]),
      toScaleId: In([from.id, to.id]),
    });
    const straight = agreed.find(({ fromScaleId }) => fromScaleId === from.id);
    const crosswalk = straight ?? agreed[0] ?? null;
    return { from, to, crosswalk, pairs: straight?.pairs ?? walkedBack(crosswalk?.pairs ?? []) };
  }

  /** One draft for a pair of scales at a time; what is agreed goes on until the draft is. */
  async save(
    viewer: Viewer,
    input: CrosswalkInput,
  ): Promise<ScaleCrosswalk | InvalidInput | NotAllowed | ChangedMeanwhile> {
    const problems = await this.problems(viewer, input);
    if (problems.length) return new InvalidInput(problems);
    const { fromScaleId, toScaleId } = input;
    await viewer.tx.aloneIn(`crosswalk ${fromScaleId} ${toScaleId}`);
    const draft = await viewer.tx.manager.findOneBy(ScaleCrosswalk, { fromScaleId, toScaleId, state: 'DRAFT' });
    if (draft && draft.revision !== input.expectedRevision) return new ChangedMeanwhile(draft.revision);
    const words = {
      pairs: settledPairs(input.pairs),
      reason: input.reason.trim(),
      writtenBy: viewer.personId ?? undefined,
      writtenAt: viewer.now,
    };
    const id = draft?.id ?? newId();
    if (draft) await viewer.tx.manager.update(ScaleCrosswalk, { id }, { ...words, revision: draft.revision + 1 });
    else
      await viewer.tx.manager.insert(ScaleCrosswalk, {
        ...{ id, fromScaleId, toScaleId, ...words, state: 'DRAFT', revision: 1, agreedBy: null, agreedAt: null },
      });
    return viewer.tx.manager.findOneByOrFail(ScaleCrosswalk, { id });
  }

  async agree(
    viewer: Viewer,
    id: string,
    expectedRevision: number,
  ): Promise<ScaleCrosswalk | NotAllowed | NotFound | ChangedMeanwhile> {
    const seen = isId(id) ? await viewer.tx.manager.findOneBy(ScaleCrosswalk, { id }) : null;
    if (!seen) return new NotFound('This cross-walk');
    await viewer.tx.aloneIn(`crosswalk ${seen.fromScaleId} ${seen.toScaleId}`);
    const draft = await viewer.tx.manager.findOneByOrFail(ScaleCrosswalk, { id: seen.id });
    if (!can(viewer, 'agree', draft))
      return new NotAllowed('A second person agrees to what is still a draft: not the one who wrote it last.');
    if (draft.revision !== expectedRevision) return new ChangedMeanwhile(draft.revision);
    const { fromScaleId, toScaleId } = draft;
    await viewer.tx.manager.update(
      ScaleCrosswalk,
      { fromScaleId, toScaleId, state: 'AGREED' },
      { state: 'SUPERSEDED' },
    );
    await viewer.tx.manager.update(
      ScaleCrosswalk,
      { id: draft.id },
      { state: 'AGREED', agreedBy: viewer.personId, agreedAt: viewer.now },
    );
    return viewer.tx.manager.findOneByOrFail(ScaleCrosswalk, { id: draft.id });
  }

  private async problems(viewer: Viewer, input: CrosswalkInput): Promise<InputProblem[]> {
    const problems = textProblems(
      { reason: input.reason },
      { reason: { most: 'text', needed: 'Say what this rests on.' } },
    );
    const [from, to] = await Promise.all(
      [input.fromScaleId, input.toScaleId].map((id) =>
        isId(id) ? this.skills.scaleById(viewer, id) : Promise.resolve(null),
      ),
    );
    if (!from) problems.push({ field: 'fromScaleId', message: 'There is no such scale.' });
    if (!to) problems.push({ field: 'toScaleId', message: 'There is no such scale.' });
    if (from && to && from.id === to.id)
      problems.push({ field: 'toScaleId', message: 'A scale needs no cross-walk to itself.' });
    if (from && to)
      problems.push(
        ...crosswalkProblems(
          input.pairs,
          from.levels.map(({ ordinal }) => ordinal),
          to.levels.map(({ ordinal }) => ordinal),
        ),
      );
    return problems.map(({ field, message }) => new InputProblem(field, message));
  }
}
