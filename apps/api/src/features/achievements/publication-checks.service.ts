import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { SkillsService } from '../skills/skills.service.js';
import { type AchievementVersion, awardedSkills } from './achievement-version.entity.js';
import { AchievementsService } from './achievements.service.js';
import {
  type DraftSurroundings,
  type OpenPoint,
  PRINCIPLES,
  type PublicationCheck,
  publicationChecks,
} from './publication-checks.rules.js';
import { needsReason } from './version-changes.rules.js';
import { VersionChangesService } from './version-changes.service.js';

type Answer = (viewer: Viewer, version: AchievementVersion) => Promise<OpenPoint[]>;
type Question = Omit<PublicationCheck, 'points'>;

/** What is looked at before publishing: our own checks, and those of higher features. */
@Injectable()
export class PublicationChecksService {
  private readonly others: { question: Question; answer: Answer }[] = [];

  constructor(
    private readonly achievements: AchievementsService,
    private readonly changes: VersionChangesService,
    private readonly skills: SkillsService,
  ) {}

  /** A higher feature adds what must be there before publishing, such as somebody who may assess it. */
  alsoAsked(question: Question, answer: Answer): void {
    this.others.push({ question, answer });
  }

  /** Every check of a draft, by principle. */
  async of(viewer: Viewer, version: AchievementVersion): Promise<PublicationCheck[]> {
    return version.state === 'DRAFT' ? this.ask(viewer, version, await this.roleLevelsAsking(viewer, version)) : [];
  }

  /** What stops publishing. Advice is left out, and so is what only advice needs to know. */
  async openPointsOf(viewer: Viewer, version: AchievementVersion): Promise<OpenPoint[]> {
    if (version.state !== 'DRAFT') return [];
    const checks = await this.ask(viewer, version, 0);
    return checks.filter(({ isBlocking }) => isBlocking).flatMap(({ points }) => points);
  }

  private async ask(viewer: Viewer, version: AchievementVersion, askedByRoles: number): Promise<PublicationCheck[]> {
    const around: DraftSurroundings = {
      ...(await this.prerequisitesOf(viewer, version)),
      skills: awardedSkills(version),
      askedByRoles,
    };
    const own = publicationChecks(version, around);
    const others = await Promise.all(
      this.others.map(async ({ question, answer }) => ({ ...question, points: await answer(viewer, version) })),
    );
    const all = [...own, ...others, await this.reasonsGiven(viewer, version)];
    return PRINCIPLES.flatMap((principle) => all.filter((check) => check.principle === principle));
  }

  /** Whoever holds the version before reads why it changed. */
  private async reasonsGiven(viewer: Viewer, version: AchievementVersion): Promise<PublicationCheck> {
    const changes = version.number > 1 ? await this.changes.of(viewer, version) : [];
    return {
      key: 'changes',
      principle: 'INFORMATION_AND_GUIDANCE',
      title: 'Every change has its kind and its reason',
      isBlocking: true,
      points: changes.filter(needsReason).map(({ key, title }) => ({
        section: 'changes',
        field: `changes.${key}`,
        message: `Say why this changed: ${title}.`,
      })),
    };
  }

  private async prerequisitesOf(
    viewer: Viewer,
    { id, prerequisiteIds }: AchievementVersion,
  ): Promise<Pick<DraftSurroundings, 'prerequisites' | 'circular'>> {
    if (prerequisiteIds.length === 0) return { prerequisites: [], circular: [] };
    const found = await Promise.all(
      prerequisiteIds.map((achievementId) => this.achievements.currentOf(viewer, achievementId)),
    );
    const prerequisites = found.flatMap((it) =>
      it ? [{ id: it.achievementId, name: it.name, isOffered: it.state === 'PUBLISHED' }] : [],
    );
    const circular = await this.achievements.circularPrerequisites(viewer, id);
    return { prerequisites, circular: prerequisites.filter((it) => circular.includes(it.id)).map(({ name }) => name) };
  }

  private async roleLevelsAsking(viewer: Viewer, version: AchievementVersion): Promise<number> {
    const asking = await Promise.all(
      awardedSkills(version).map(async ({ skillId }) => {
        const skill = await this.skills.skillById(viewer, skillId);
        return skill ? (await this.skills.askedBy(viewer, skill)).length : 0;
      }),
    );
    return asking.reduce((sum, count) => sum + count, 0);
  }
}
