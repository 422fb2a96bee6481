import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { SkillsService } from '../skills/skills.service.js';
import { Achievement, AchievementVersion } from './achievement-version.entity.js';
import { AchievementPublished } from './achievement.events.js';
import { NotReadyToPublish } from './achievement.refusals.js';
import { AchievementsService } from './achievements.service.js';
import { cutScoreColumns } from './cut-score.rules.js';
import { changedColumns, type DraftChanges, draftProblems } from './draft-changes.rules.js';
import { type OpenPoint, openPoints } from './open-points.rules.js';
import { stackColumns } from './stack.rules.js';
import { STARTING_DESCRIPTORS, startingCutScore, startingRubric } from './starting-draft.rules.js';

type Check = (viewer: Viewer, version: AchievementVersion) => Promise<OpenPoint[]>;

/** Design: begin, save, check, publish, and begin the next version. */
@Injectable()
export class AchievementDesignService {
  private readonly checks: Check[] = [];

  constructor(
    private readonly achievements: AchievementsService,
    private readonly skills: SkillsService,
  ) {}

  /** A higher feature adds what must be there before publishing, such as somebody who may assess it. */
  alsoCheckedBy(check: Check): void {
    this.checks.push(check);
  }

  async create(
    viewer: Viewer,
    input: { name: string; skillId: string; levelOrdinal: number },
  ): Promise<AchievementVersion | InvalidInput | NotAllowed> {
    if (!viewer.mayEverywhere('achievement.design'))
      return new NotAllowed('Your role is limited to an achievement: it designs that one and begins no other.');
    const problems = draftProblems(input).map(({ field, message }) => new InputProblem(field, message));
    if (!input.name.trim()) problems.push(new InputProblem('name', 'Give it a name.'));
    problems.push(...(await this.alignmentProblems(viewer, input.skillId, input.levelOrdinal)));
    if (problems.length) return new InvalidInput(problems);

    const scale = await this.skills.scaleOfSkill(viewer, input.skillId);
    const rubric = startingRubric(scale?.levels ?? [], input.levelOrdinal, newId);
    const achievementId = newId();
    await viewer.tx.manager.insert(Achievement, {
      id: achievementId,
      createdAt: viewer.now,
      createdBy: viewer.personId,
    });
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
      cutScore: startingCutScore(rubric),
      validityMonths: 36,
      evidenceMaxAgeMonths: 24,
      route: 'PORTFOLIO',
      cutScoreSetting: null,
      angoffPanel: null,
      stackRule: null,
      markingPolicy: 'SINGLE',
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
      if (typeof changes.skillId === 'string' || typeof changes.levelOrdinal === 'number') {
        const skillId = changes.skillId === undefined ? draft.skillId : changes.skillId;
        const level = changes.levelOrdinal === undefined ? draft.levelOrdinal : changes.levelOrdinal;
        problems.push(...(await this.alignmentProblems(viewer, skillId, level)));
      }
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
    const draft = await this.locked(viewer, id);
    if (!draft) return new NotFound('This achievement');
    if (!can(viewer, 'edit', draft))
      return new NotAllowed('A published version does not change. Begin the next version instead.');
    if (draft.revision !== expectedRevision) return new ChangedMeanwhile(draft.revision);
    const columns = await columnsOf(draft);
    if (columns instanceof InvalidInput) return columns;
    const changed = { ...columns, revision: draft.revision + 1, authorIds: withAuthor(draft.authorIds, viewer) };
    await viewer.tx.manager.update(AchievementVersion, { id: draft.id }, changed);
    return this.reread(viewer, draft.id);
  }

  async openPointsOf(viewer: Viewer, version: AchievementVersion): Promise<OpenPoint[]> {
    if (version.state !== 'DRAFT') return [];
    const others = await Promise.all(this.checks.map((check) => check(viewer, version)));
    return [...openPoints(version), ...others.flat()];
  }

  async publish(viewer: Viewer, id: string): Promise<AchievementVersion | NotReadyToPublish | NotAllowed | NotFound> {
    const draft = await this.locked(viewer, id);
    if (!draft) return new NotFound('This achievement');
    if (!can(viewer, 'publish', draft)) return new NotAllowed('This version is published already.');
    // Two stacks published at once must not come to need each other.
    if (draft.stackRule) await viewer.tx.aloneIn('publishing a stack');
    const open = await this.openPointsOf(viewer, draft);
    if (open.length) return new NotReadyToPublish(open);

    const previous = await viewer.tx.manager.findOneBy(AchievementVersion, {
      achievementId: draft.achievementId,
      state: 'PUBLISHED',
    });
    if (previous) {
      await viewer.tx.manager.update(AchievementVersion, { id: previous.id }, { state: 'SUPERSEDED' });
      viewer.forget('achievement-version', previous.id);
    }
    const skill = draft.skillId ? await this.skills.skillById(viewer, draft.skillId) : null;
    await viewer.tx.manager.update(
      AchievementVersion,
      { id: draft.id },
      {
        state: 'PUBLISHED',
        // An editor leaves empty lines behind; from here on they would stay for ever.
        outcomes: draft.outcomes.filter((outcome) => outcome.trim()),
        evidenceAsked: draft.evidenceAsked.filter((each) => each.trim()),
        skillRevisionId: skill?.revisionId ?? null,
        publishedAt: viewer.now,
        publishedBy: viewer.personId,
      },
    );
    await record(viewer, new AchievementPublished(draft.id, draft.achievementId, previous?.id ?? null));
    return this.reread(viewer, draft.id);
  }

  /** A draft that begins as a copy. One at a time: a draft that is there already is given back. */
  async startNextVersion(viewer: Viewer, id: string): Promise<AchievementVersion | NotAllowed | NotFound> {
    const version = await this.locked(viewer, id);
    if (!version) return new NotFound('This achievement');
    if (!can(viewer, 'startNextVersion', version))
      return new NotAllowed('The next version begins from the published one.');
    const { achievementId } = version;
    const begun = await viewer.tx.manager.findOneBy(AchievementVersion, { achievementId, state: 'DRAFT' });
    if (begun) return begun;

    const { id: _id, number, publishedAt: _at, publishedBy: _by, skillRevisionId: _revision, ...content } = version;
    return this.insertDraft(viewer, { ...content, number: number + 1 });
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
      publishedAt: null,
      publishedBy: null,
    });
    await viewer.tx.manager.insert(AchievementVersion, draft);
    return draft;
  }

  /** Two who save or publish at once come one after the other. */
  private async locked(viewer: Viewer, id: string): Promise<AchievementVersion | null> {
    const seen = await this.achievements.find(viewer, id);
    if (!seen) return null;
    return viewer.tx.manager
      .createQueryBuilder(AchievementVersion, 'version')
      .setLock('pessimistic_write')
      .where('version.id = :id', { id: seen.id })
      .getOne();
  }

  private async reread(viewer: Viewer, id: string): Promise<AchievementVersion> {
    viewer.forget('achievement-version', id);
    const version = await this.achievements.versionById(viewer, id);
    if (!version) throw new Error(`Achievement version ${id} vanished while it was written.`);
    return version;
  }

  private async alignmentProblems(
    viewer: Viewer,
    skillId: string | null,
    ordinal: number | null,
  ): Promise<InputProblem[]> {
    if (skillId === null) return [];
    const scale = await this.skills.scaleOfSkill(viewer, skillId);
    if (!scale) return [new InputProblem('skillId', 'This skill is in no published framework.')];
    const end = await this.skills.endOf(viewer, skillId);
    if (end !== null)
      return [new InputProblem('skillId', `The skill is retired, so nothing new is built on it: ${end}`)];
    if (ordinal === null || scale.levels.some((level) => level.ordinal === ordinal)) return [];
    return [new InputProblem('levelOrdinal', 'The scale of this skill has no such level.')];
  }
}

function withAuthor(authorIds: string[], { personId }: Viewer): string[] {
  return personId === null || authorIds.includes(personId) ? authorIds : [...authorIds, personId];
}
