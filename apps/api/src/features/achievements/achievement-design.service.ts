import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { SkillsService } from '../skills/skills.service.js';
import { Achievement, AchievementVersion } from './achievement-version.entity.js';
import { AchievementsService } from './achievements.service.js';
import { cutScoreColumns } from './cut-score.rules.js';
import { changedColumns, type ChosenSkill, type DraftChanges, draftProblems } from './draft-changes.rules.js';
import { PrerequisitesService } from './prerequisites.service.js';
import { stackColumns } from './stack.rules.js';
import {
  duplicateOf,
  STARTING_DESCRIPTORS,
  STARTING_MARKING,
  startingCutScore,
  startingRubric,
} from './starting-draft.rules.js';

/** Design: begin, save, begin the next version or a copy. */
@Injectable()
export class AchievementDesignService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly skills: SkillsService,
    private readonly prerequisites: PrerequisitesService,
  ) {}

  async create(
    viewer: Viewer,
    input: { name: string; skillId: string; levelOrdinal: number },
  ): Promise<AchievementVersion | InvalidInput | NotAllowed> {
    if (!viewer.mayEverywhere('achievement.design'))
      return new NotAllowed('Your role is limited to an achievement: it designs that one and begins no other.');
    const problems = draftProblems(input).map(({ field, message }) => new InputProblem(field, message));
    if (!input.name.trim()) problems.push(new InputProblem('name', 'Give it a name.'));
    problems.push(...(await this.skillProblems(viewer, input)));
    if (problems.length) return new InvalidInput(problems);

    const scale = await this.skills.scaleOfSkill(viewer, input.skillId);
    const rubric = startingRubric(scale?.levels ?? [], input.levelOrdinal, newId);
    const achievementId = await this.newAchievement(viewer);
    return this.insertDraft(viewer, {
      achievementId,
      number: 1,
      name: input.name.trim(),
      description: '',
      skillId: input.skillId,
      levelOrdinal: input.levelOrdinal,
      outcomes: [],
      rubric,
      evidenceAsked: [],
      evidenceRules: [],
      furtherSkills: [],
      cutScore: startingCutScore(rubric),
      validityMonths: 36,
      evidenceMaxAgeMonths: 24,
      maxAttempts: null,
      coolOffDays: null,
      route: 'PORTFOLIO',
      cutScoreSetting: null,
      angoffPanel: null,
      stackRule: null,
      ...STARTING_MARKING,
      prerequisiteIds: [],
      descriptors: STARTING_DESCRIPTORS,
      authorIds: withAuthor([], viewer),
    });
  }

  saveDraft(
    viewer: Viewer,
    id: string,
    expectedRevision: number,
    changes: DraftChanges,
  ): Promise<AchievementVersion | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile> {
    return this.changeDraft(viewer, id, expectedRevision, async (draft) => {
      const problems = draftProblems(changes).map(({ field, message }) => new InputProblem(field, message));
      for (const [place, skill] of (changes.skills ?? []).entries())
        problems.push(...(await this.skillProblems(viewer, skill, place)));
      if (changes.prerequisiteIds)
        problems.push(...(await this.prerequisites.problems(viewer, draft, changes.prerequisiteIds)));
      if (problems.length) return new InvalidInput(problems);
      return {
        ...changedColumns(draft, changes),
        ...cutScoreColumns(draft, changes, { personId: viewer.personId, at: viewer.now }),
        ...stackColumns(draft, changes.stackRule),
      };
    });
  }

  /** Writes the columns that `columnsOf` gives for the draft as it stands, unless somebody saved it meanwhile. */
  async changeDraft(
    viewer: Viewer,
    id: string,
    expectedRevision: number,
    columnsOf: (draft: AchievementVersion) => Promise<Partial<AchievementVersion> | InvalidInput>,
  ): Promise<AchievementVersion | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile> {
    const draft = await this.achievements.locked(viewer, id);
    if (!draft) return new NotFound('This achievement');
    if (!can(viewer, 'edit', draft))
      return new NotAllowed('A published version does not change. Begin the next version instead.');
    if (draft.revision !== expectedRevision) return new ChangedMeanwhile(draft.revision);
    const columns = await columnsOf(draft);
    if (columns instanceof InvalidInput) return columns;
    const changed = {
      ...columns,
      revision: draft.revision + 1,
      authorIds: withAuthor(draft.authorIds, viewer),
      savedAt: viewer.now,
      savedBy: viewer.personId,
    };
    await viewer.tx.manager.update(AchievementVersion, { id: draft.id }, changed);
    viewer.forget('circular-prerequisites', draft.id);
    return this.achievements.reread(viewer, draft.id);
  }

  /** A draft that begins as a copy. One at a time: a draft that is there already is given back. */
  async startNextVersion(viewer: Viewer, id: string): Promise<AchievementVersion | NotAllowed | NotFound> {
    const version = await this.achievements.locked(viewer, id);
    if (!version) return new NotFound('This achievement');
    if (!can(viewer, 'startNextVersion', version))
      return new NotAllowed('The next version begins from the published one.');
    const { achievementId } = version;
    const begun = await viewer.tx.manager.findOneBy(AchievementVersion, { achievementId, state: 'DRAFT' });
    if (begun) return begun;

    const { ...content } = version;
    return this.insertDraft(viewer, {
      ...content,
      number: version.number + 1,
      changes: [],
      authorIds: withAuthor(version.authorIds, viewer),
    });
  }

  /** Another achievement that begins as a copy of this one, with an identity of its own in everything. */
  async duplicate(viewer: Viewer, id: string): Promise<AchievementVersion | NotAllowed | NotFound> {
    const version = await this.achievements.find(viewer, id);
    if (!version) return new NotFound('This achievement');
    if (!viewer.mayEverywhere('achievement.design'))
      return new NotAllowed('Your role is limited to an achievement: it designs that one and begins no other.');
    return this.insertDraft(viewer, {
      ...duplicateOf(version, newId),
      achievementId: await this.newAchievement(viewer),
      number: 1,
      authorIds: withAuthor([], viewer),
    });
  }

  private async newAchievement(viewer: Viewer): Promise<string> {
    const id = newId();
    await viewer.tx.manager.insert(Achievement, { id, createdAt: viewer.now, createdBy: viewer.personId });
    return id;
  }

  private async insertDraft(viewer: Viewer, content: Partial<AchievementVersion>): Promise<AchievementVersion> {
    const draft = viewer.tx.manager.create(AchievementVersion, {
      ...content,
      id: newId(),
      state: 'DRAFT',
      revision: 1,
      skillRevisionId: null,
      createdAt: viewer.now,
      createdBy: viewer.personId,
      savedAt: viewer.now,
      savedBy: viewer.personId,
      publishedAt: null,
      publishedBy: null,
      retiredAt: null,
      retiredBy: null,
      retiredReason: null,
    });
    await viewer.tx.manager.insert(AchievementVersion, draft);
    return draft;
  }

  private async skillProblems(viewer: Viewer, chosen: ChosenSkill, place = 0): Promise<InputProblem[]> {
    const at = (field: 'skillId' | 'levelOrdinal') => (place === 0 ? field : `skills.${place}.${field}`);
    const scale = await this.skills.scaleOfSkill(viewer, chosen.skillId);
    if (!scale) return [new InputProblem(at('skillId'), 'This skill is in no published framework.')];
    const end = await this.skills.endOf(viewer, chosen.skillId);
    if (end !== null)
      return [new InputProblem(at('skillId'), `The skill is retired, so nothing new is built on it: ${end}`)];
    const ordinal = chosen.levelOrdinal ?? null;
    if (ordinal === null || scale.levels.some((level) => level.ordinal === ordinal)) return [];
    return [new InputProblem(at('levelOrdinal'), 'The scale of this skill has no such level.')];
  }
}

function withAuthor(authorIds: string[], { personId }: Viewer): string[] {
  return personId === null || authorIds.includes(personId) ? authorIds : [...authorIds, personId];
}
