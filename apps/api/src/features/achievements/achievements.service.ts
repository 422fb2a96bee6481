import type { Rubric } from '@assay/rubric';
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

/** A published version and the level of the skill that it gives. */
export interface OfferedFor {
  readonly version: AchievementVersion;
  readonly ordinal: number;
}

/** What a list says of a version in a row. */
export type VersionHeading = Pick<AchievementVersion, 'id' | 'name' | 'number'> & {
  level: { id: string; label: string; ordinal: number } | null;
};

/** A few kilobytes each. */
const MOST_RUBRICS = 1_000;

/** Looks up what can be earned. */
@Injectable()
export class AchievementsService implements OnModuleInit {
  private readonly rubrics = new Map<string, Rubric>();

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
    return viewer.loadKept(
      'achievement-version',
      id,
      async (ids) => {
        const versions = await viewer.tx.manager.findBy(AchievementVersion, { id: In([...ids]) });
        return new Map(versions.map((version) => [version.id, version]));
      },
      ({ state }) => state !== 'DRAFT',
    );
  }

  /** The rubric of a version, whoever asks. Once it is published it never changes, and is kept by this process. */
  async rubricOf(viewer: Viewer, versionId: string): Promise<Rubric | null> {
    const kept = this.rubrics.get(versionId);
    if (kept) return kept;
    const version = await this.versionById(viewer, versionId);
    if (version && version.state !== 'DRAFT') {
      if (this.rubrics.size >= MOST_RUBRICS) this.rubrics.clear();
      this.rubrics.set(versionId, version.rubric);
    }
    return version?.rubric ?? null;
  }

  /** Versions with the level of their principal skill, whoever asks, in one statement: a hundred rows name a few of them. */
  async headingsOf(viewer: Viewer, ids: readonly string[]): Promise<Map<string, VersionHeading>> {
    const rows = await viewer.tx.query<VersionHeading>(
      `SELECT version.id, version.name, version.number,
         CASE WHEN level.id IS NOT NULL THEN json_build_object('id', level.id, 'label', level.label, 'ordinal', level.ordinal) END AS level
       FROM achievement_version version
       LEFT JOIN LATERAL (SELECT framework.scale_id FROM skill_revision revision
         JOIN skill_framework framework ON framework.id = revision.framework_id
         WHERE revision.skill_id = version.skill_id AND framework.state <> 'DRAFT'
         ORDER BY framework.published_at DESC LIMIT 1) placed ON true
       LEFT JOIN proficiency_level level ON level.scale_id = placed.scale_id AND level.ordinal = version.level_ordinal
       WHERE version.id = ANY ($1::uuid[])`,
      [[...ids]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The version when this viewer may see it. */
  async find(viewer: Viewer, id: string): Promise<AchievementVersion | null> {
    const version = isId(id) ? await this.versionById(viewer, id) : null;
    return version && can(viewer, 'read', version) ? version : null;
  }

  /** The version of an achievement that can be earned today. */
  async publishedOf(viewer: Viewer, achievementId: string): Promise<AchievementVersion | null> {
    const current = await this.currentOf(viewer, achievementId);
    return current?.state === 'PUBLISHED' ? current : null;
  }

  /** The version as it is stored now. Two who save or publish at once come one after the other. */
  async locked(viewer: Viewer, id: string): Promise<AchievementVersion | null> {
    const seen = await this.find(viewer, id);
    if (!seen) return null;
    return viewer.tx.manager
      .createQueryBuilder(AchievementVersion, 'version')
      .setLock('pessimistic_write')
      .where('version.id = :id', { id: seen.id })
      .getOne();
  }

  /** The version after it was written. */
  async reread(viewer: Viewer, id: string): Promise<AchievementVersion> {
    viewer.forget('achievement-version', id);
    const version = await this.versionById(viewer, id);
    if (!version) throw new Error(`Achievement version ${id} vanished while it was written.`);
    viewer.forget('current-version', version.achievementId);
    return version;
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

  /** As `offeredFor`: what gives this skill at this level, or the next level above. */
  async proving(viewer: Viewer, skillId: string, ordinal: number): Promise<AchievementVersion | null> {
    const offered = await this.offeredFor(viewer, skillId);
    return offered.find((each) => each.ordinal >= ordinal)?.version ?? null;
  }

  /** The version of an achievement that is offered, or was until it was retired. */
  currentOf(viewer: Viewer, achievementId: string): Promise<AchievementVersion | null> {
    return viewer.loadKept(
      'current-version',
      achievementId,
      async (ids) => {
        const versions = await viewer.tx.manager.findBy(AchievementVersion, {
          achievementId: In([...ids]),
          state: In(['PUBLISHED', 'RETIRED']),
        });
        return new Map(versions.map((version) => [version.achievementId, version]));
      },
      () => true,
    );
  }

  /** Prerequisites of this version that lead back to its own achievement, by what is published. */
  async circularPrerequisites(viewer: Viewer, versionId: string): Promise<readonly string[]> {
    const found = await viewer.load('circular-prerequisites', versionId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; roots: string[] }>(
        `WITH RECURSIVE chain (id, target, root, achievement_id) AS (
           SELECT version.id, version.achievement_id, first, first
           FROM achievement_version version, unnest(version.prerequisite_ids) AS first WHERE version.id = ANY ($1::uuid[])
           UNION
           SELECT chain.id, target, root, next FROM chain JOIN achievement_version version USING (achievement_id),
             unnest(version.prerequisite_ids) AS next WHERE version.state IN ('PUBLISHED', 'RETIRED')
         )
         SELECT id, array_agg(DISTINCT root) AS roots FROM chain WHERE achievement_id = target GROUP BY id`,
        [[...ids]],
      );
      return new Map(rows.map(({ id, roots }) => [id, roots]));
    });
    return found ?? [];
  }

  /** What can be earned for each skill, by the level that it gives; whoever asks for several pays once. */
  async offeredFor(viewer: Viewer, skillId: string): Promise<readonly OfferedFor[]> {
    const offered = await viewer.loadKept(
      'achievements-of-skill',
      skillId,
      async (ids) => {
        const rows = await viewer.tx.query<{ skillId: string; id: string; ordinal: number }>(
          `SELECT awards.skill_id AS "skillId", version.id, awards.level_ordinal AS ordinal
         FROM app_versions_for($1) AS named (id) JOIN achievement_version version ON version.id = named.id AND version.state = 'PUBLISHED'
         CROSS JOIN LATERAL (SELECT * FROM awarded_skill it WHERE it.achievement_version_id = version.id OFFSET 0) awards
         WHERE awards.skill_id = ANY ($1::uuid[]) AND awards.verifies
         ORDER BY awards.level_ordinal, NOT awards.is_principal, version.id`,
          [[...ids]],
        );
        const versions = await Promise.all(rows.map((row) => this.versionById(viewer, row.id)));
        const bySkill = new Map(ids.map((id) => [id, [] as OfferedFor[]]));
        for (const [place, { skillId: of, ordinal }] of rows.entries()) {
          const version = versions[place];
          if (version) bySkill.get(of)?.push({ version, ordinal });
        }
        return bySkill;
      },
      () => true,
    );
    return offered ?? [];
  }

  /**
   * By name. Without a state: everything that is current, which is what is published and, for designers, drafts.
   * Of a version both published and under revision designers see both. What is retired is only there when asked for.
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
           SELECT FROM awarded_skill awards JOIN skill_revision r USING (skill_id)
           WHERE awards.achievement_version_id = version.id AND r.name ILIKE :words))`,
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
