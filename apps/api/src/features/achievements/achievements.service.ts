import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { GrantChecksService } from '../people/grant-checks.service.js';
import { type AchievementState, AchievementVersion } from './achievement-version.entity.js';
import './achievement.policy.js';

/** Looks up what can be earned. */
@Injectable()
export class AchievementsService implements OnModuleInit {
  constructor(
    private readonly nodes: NodeFinders,
    private readonly grants: GrantChecksService,
  ) {}

  onModuleInit(): void {
    this.grants.knowAchievementsBy((viewer, ids) => this.namesOf(viewer, ids));
    this.nodes.register(AchievementVersion, 'AchievementVersion', (viewer, id) => this.find(viewer, id));
  }

  /** Any version, whoever asks; for features that hold its id. */
  versionById(viewer: Viewer, id: string): Promise<AchievementVersion | null> {
    return viewer.load('achievement-version', id, async (ids) => {
      const versions = await viewer.tx.manager.findBy(AchievementVersion, { id: In([...ids]) });
      return new Map(versions.map((version) => [version.id, version]));
    });
  }

  /** The version when this viewer may see it. */
  async find(viewer: Viewer, id: string): Promise<AchievementVersion | null> {
    const version = isId(id) ? await this.versionById(viewer, id) : null;
    return version && can(viewer, 'read', version) ? version : null;
  }

  /** The version of an achievement that can be earned today. */
  publishedOf(viewer: Viewer, achievementId: string): Promise<AchievementVersion | null> {
    return viewer.load('published-version', achievementId, async (ids) => {
      const versions = await viewer.tx.manager.findBy(AchievementVersion, {
        achievementId: In([...ids]),
        state: 'PUBLISHED',
      });
      return new Map(versions.map((version) => [version.achievementId, version]));
    });
  }

  /** Achievements with the name of their newest version, whoever asks. */
  async namesOf(viewer: Viewer, ids: readonly string[]): Promise<Map<string, { id: string; name: string }>> {
    const rows = await viewer.tx.query<{ id: string; name: string }>(
      `SELECT DISTINCT ON (achievement_id) achievement_id AS id, name FROM achievement_version
       WHERE achievement_id = ANY ($1::uuid[]) ORDER BY achievement_id, number DESC`,
      [[...ids]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** As `publishedFor`, for many at once. */
  proving(viewer: Viewer, skillId: string, ordinal: number): Promise<AchievementVersion | null> {
    return viewer.load('achievement-proving', `${skillId} ${ordinal}`, async (keys) => {
      const asked = keys.map((key) => key.split(' '));
      const rows = await viewer.tx.query<{ key: string; id: string }>(
        `SELECT asked.skill_id || ' ' || asked.ordinal AS key, found.id FROM unnest($1::uuid[], $2::int[]) AS asked (skill_id, ordinal)
         CROSS JOIN LATERAL (SELECT id FROM achievement_version version WHERE version.state = 'PUBLISHED'
           AND version.skill_id = asked.skill_id AND version.level_ordinal >= asked.ordinal
           ORDER BY version.level_ordinal, version.id LIMIT 1) found`,
        [asked.map(([skill]) => skill), asked.map(([, level]) => Number(level))],
      );
      const versions = await Promise.all(rows.map(({ id }) => this.versionById(viewer, id)));
      return new Map(
        rows.flatMap(({ key }, at): [string, AchievementVersion][] => {
          const version = versions[at];
          return version ? [[key, version]] : [];
        }),
      );
    });
  }

  /** The published version that proves this skill at this level; where there is none, at the next level above. */
  publishedFor(viewer: Viewer, skillId: string, ordinal: number): Promise<AchievementVersion | null> {
    return viewer.tx.manager
      .createQueryBuilder(AchievementVersion, 'version')
      .where(`version.state = 'PUBLISHED' AND version.skillId = :skillId AND version.levelOrdinal >= :ordinal`, {
        skillId,
        ordinal,
      })
      .orderBy('version.levelOrdinal')
      .addOrderBy('version.id')
      .limit(1)
      .getOne();
  }

  /** Published versions that prove the skill, the lowest level first. One statement for all skills of a page. */
  async provingSkill(viewer: Viewer, skillId: string): Promise<AchievementVersion[]> {
    const versions = await viewer.load('achievements-of-skill', skillId, async (ids) => {
      const found = await viewer.tx.manager.find(AchievementVersion, {
        where: { state: 'PUBLISHED', skillId: In([...ids]) },
        order: { levelOrdinal: 'ASC', id: 'ASC' },
      });
      return new Map(ids.map((id) => [id, found.filter((version) => version.skillId === id)]));
    });
    return versions ?? [];
  }

  /**
   * By name. Without a state: everything that is current, which is what is published and, for designers, drafts.
   * Of a version both published and under revision designers see both.
   */
  async page(
    viewer: Viewer,
    input: PageInput & { search?: string | null; state?: AchievementState | null },
  ): Promise<Page<AchievementVersion>> {
    const wanted: AchievementState[] = input.state ? [input.state] : ['PUBLISHED', 'DRAFT'];
    // Drafts are their designers'; a role limited to achievements opens the drafts of those alone.
    const matching = viewer.tx.manager
      .createQueryBuilder(AchievementVersion, 'version')
      .where('version.state = ANY (:wanted)', { wanted })
      .andWhere(`(version.state <> 'DRAFT' OR :everywhere OR version.achievementId = ANY (:designed::uuid[]))`, {
        everywhere: viewer.mayEverywhere('achievement.design'),
        designed: viewer.grantsOf('achievement.design').flatMap(({ achievementId }) => achievementId ?? []),
      });
    const words = searchPattern(input.search);
    if (words)
      matching.andWhere(
        `(version.name ILIKE :words OR version.description ILIKE :words OR EXISTS (
           SELECT FROM skill_revision r WHERE r.skill_id = version.skill_id AND r.name ILIKE :words))`,
        { words },
      );
    const total = await matching.getCount();
    const [name, id] = readCursor(input.after) ?? [];
    if (name !== undefined && id !== undefined)
      matching.andWhere('(lower(version.name), version.id::text) > (:name, :id)', { name, id });
    const rows = await matching
      .orderBy('lower(version.name)')
      .addOrderBy('version.id::text')
      .limit(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (version) => [version.name.toLowerCase(), version.id]);
  }
}
