import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Impact } from '../skills/impact.type.js';
import { PublishingImpacts } from '../skills/publishing-impacts.service.js';
import { SkillsService } from '../skills/skills.service.js';
import { type AchievementVersion, awardedSkills } from './achievement-version.entity.js';
import type { OpenPoint } from './publication-checks.rules.js';
import { PublicationChecksService } from './publication-checks.service.js';

interface Awarding {
  id: string;
  name: string;
  state: string;
  holders: number;
}

const EXAMPLES = 10;

/** Tells which achievements prove a skill, to whoever is about to change it, and keeps new ones off skills that have ended. */
@Injectable()
export class AchievementSkillUses implements OnModuleInit {
  constructor(
    private readonly impacts: PublishingImpacts,
    private readonly skills: SkillsService,
    private readonly checks: PublicationChecksService,
  ) {}

  onModuleInit(): void {
    this.impacts.register({
      ofPublishing: async (viewer, { removedSkillIds, changedSkillIds }) => {
        const found = await this.awarding(viewer, [...removedSkillIds, ...changedSkillIds]);
        const published = found.filter(({ state }) => state === 'PUBLISHED');
        return [...this.offered(published, 'a skill that changes'), this.held(found)];
      },
      ofSkills: async (viewer, skillIds) => {
        const found = await this.awarding(viewer, skillIds);
        const drafts = found.filter(({ state }) => state === 'DRAFT');
        return [
          ...this.offered(
            found.filter(({ state }) => state === 'PUBLISHED'),
            'it',
          ),
          {
            area: 'ACHIEVEMENT_DRAFTS',
            count: drafts.length,
            touched: `${drafts.length === 1 ? 'A draft of an achievement proves' : `${drafts.length} drafts of achievements prove`} it.`,
            happens: 'Choose another skill there, or finish and publish it first.',
            examples: examplesOf(drafts),
            stops: true,
          },
          this.held(found),
        ];
      },
    });
    this.checks.alsoAsked(
      { key: 'current-skills', principle: 'RELEVANCE', title: 'No skill of it is retired', isBlocking: true },
      (viewer, version) => this.ended(viewer, version),
    );
  }

  private async ended(viewer: Viewer, version: AchievementVersion): Promise<OpenPoint[]> {
    const points = await Promise.all(
      awardedSkills(version).map(async ({ skillId }, place): Promise<OpenPoint[]> => {
        const end = await this.skills.endOf(viewer, skillId);
        const message = `The skill is retired, so nothing new is built on it: ${end}`;
        return end === null ? [] : [{ section: 'basics', field: place === 0 ? 'skillId' : `skills.${place}`, message }];
      }),
    );
    return points.flat();
  }

  private offered(published: readonly Awarding[], what: string): Impact[] {
    return [
      {
        area: 'ACHIEVEMENTS',
        count: published.length,
        touched: `${published.length === 1 ? 'One published achievement proves' : `${published.length} published achievements prove`} ${what}.`,
        happens: 'They keep the wording they were published with until they have a new version.',
        examples: examplesOf(published),
      },
    ];
  }

  private held(awarding: readonly Awarding[]): Impact {
    const count = awarding.reduce((sum, { holders }) => sum + holders, 0);
    return {
      area: 'STANDINGS',
      count,
      touched: `${count === 1 ? 'One verified level' : `${count.toLocaleString('en')} verified levels`} held today.`,
      happens: 'They stay as they are, in the skill they were earned in. Nobody is moved without their own word.',
      examples: [],
    };
  }

  /** Every version that proves one of these skills and is still somebody's, with how many hold it. */
  private awarding(viewer: Viewer, skillIds: readonly string[]): Promise<Awarding[]> {
    if (skillIds.length === 0) return Promise.resolve([]);
    return viewer.tx.query<Awarding>(
      `WITH proves AS (
         SELECT DISTINCT id, name, state FROM achievement_version version
         JOIN awarded_skill awards ON awards.achievement_version_id = version.id
         WHERE awards.skill_id = ANY ($1::uuid[])
       )
       SELECT proves.id, proves.name, proves.state, coalesce(held.holders, 0) AS holders
       FROM proves LEFT JOIN app_holders(ARRAY(SELECT id FROM proves), $2) held ON held.id = proves.id
       ORDER BY proves.name, proves.id`,
      [[...skillIds], viewer.now],
    );
  }
}

function examplesOf(versions: readonly Awarding[]): Impact['examples'] {
  return versions.slice(0, EXAMPLES).map(({ id, name }) => ({ name, path: `/programme/achievements/${id}` }));
}
