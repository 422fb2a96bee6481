import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { SkillFramework } from './framework.entity.js';
import type { Impact } from './impact.type.js';
import { type FrameworkChange, PublishingImpacts } from './publishing-impacts.service.js';

const EXAMPLES = 10;

/** What publishing a draft changes, and the answers of this feature itself to whom that touches. */
@Injectable()
export class FrameworkChangesService implements OnModuleInit {
  constructor(private readonly impacts: PublishingImpacts) {}

  onModuleInit(): void {
    this.impacts.register({
      ofPublishing: async (viewer, change) => [
        ...(await this.wordings(viewer, change)),
        ...(await this.asked(viewer, change)),
      ],
      ofSkills: (viewer, skillIds) => this.askedOf(viewer, skillIds),
    });
  }

  /** Who is affected when this draft is published. */
  async impactOf(viewer: Viewer, draft: SkillFramework): Promise<Impact[]> {
    if (draft.state !== 'DRAFT' || !viewer.may('framework.manage')) return [];
    return this.impacts.whenPublished(viewer, await this.changeOf(viewer, draft));
  }

  async changeOf(viewer: Viewer, draft: SkillFramework): Promise<FrameworkChange> {
    const published = await viewer.tx.manager.findOneBy(SkillFramework, {
      seriesId: draft.seriesId,
      state: 'PUBLISHED',
    });
    const [row] = await viewer.tx.query<{ removed: string[]; changed: string[]; replaced: [string, string][] }>(
      `SELECT
         ARRAY(SELECT skill_id FROM skill_revision was WHERE framework_id = $2 AND NOT EXISTS (
           SELECT FROM skill_revision now WHERE now.framework_id = $1 AND now.skill_id = was.skill_id)) AS removed,
         ARRAY(SELECT now.skill_id FROM skill_revision now JOIN skill_revision was USING (skill_id)
           WHERE now.framework_id = $1 AND was.framework_id = $2
             AND (now.name, coalesce(now.description, ''), now.descriptors) IS DISTINCT FROM (was.name, coalesce(was.description, ''), was.descriptors)) AS changed,
         coalesce((SELECT jsonb_agg(jsonb_build_array(origin_skill_id, target_skill_id)) FROM skill_relation
           WHERE framework_id = $1 AND type = 'replacedBy' AND target_skill_id IS NOT NULL), '[]') AS replaced`,
      [draft.id, published?.id ?? null],
    );
    return {
      draft,
      published,
      removedSkillIds: row?.removed ?? [],
      changedSkillIds: row?.changed ?? [],
      replacedBy: new Map(row?.replaced ?? []),
    };
  }

  private async wordings(viewer: Viewer, change: FrameworkChange): Promise<Impact[]> {
    if (!change.published) return [];
    const { removedSkillIds, changedSkillIds, replacedBy } = change;
    const replaced = removedSkillIds.filter((id) => replacedBy.has(id));
    const gone = removedSkillIds.filter((id) => !replacedBy.has(id));
    return [
      {
        area: 'SKILLS_CHANGED',
        count: changedSkillIds.length,
        touched: `${skills(changedSkillIds.length)} with another wording.`,
        happens: 'What was awarded keeps the wording of its day; everything new is read in the new one.',
        examples: await this.named(viewer, changedSkillIds),
      },
      {
        area: 'SKILLS_REPLACED',
        count: replaced.length,
        touched: `${skills(replaced.length)} replaced by others.`,
        happens: 'Nobody is moved: whoever holds one is asked whether it shall count for the other.',
        examples: await this.named(viewer, replaced),
      },
      {
        area: 'SKILLS_REMOVED',
        count: gone.length,
        touched: `${skills(gone.length)} no longer in the framework.`,
        happens: 'Whoever holds them keeps them; nothing new can be designed on them.',
        examples: await this.named(viewer, gone),
      },
    ];
  }

  /** What levels of job roles ask differently from the version before, by the codes that last. */
  private async asked(viewer: Viewer, { draft, published }: FrameworkChange): Promise<Impact[]> {
    if (!published) return [];
    const rows = await viewer.tx.query<{ name: string; path: string | null }>(
      `SELECT DISTINCT coalesce(now.name, was.name) AS name, NULL AS path
       FROM (SELECT level.code, level.name, asked.skill_id, asked.level_ordinal, asked.importance, asked.must_have
         FROM job_role_requirement asked JOIN job_role_level level ON level.id = asked.job_role_level_id
         WHERE asked.framework_id = $1) now
       FULL JOIN (SELECT level.code, level.name, asked.skill_id, asked.level_ordinal, asked.importance, asked.must_have
         FROM job_role_requirement asked JOIN job_role_level level ON level.id = asked.job_role_level_id
         WHERE asked.framework_id = $2) was ON was.code = now.code AND was.skill_id = now.skill_id
       WHERE (now.level_ordinal, now.importance, now.must_have, now.code) IS DISTINCT FROM
         (was.level_ordinal, was.importance, was.must_have, was.code) ORDER BY 1`,
      [draft.id, published.id],
    );
    return [
      {
        area: 'JOB_ROLE_LEVELS',
        count: rows.length,
        touched: `${levels(rows.length)} asking something else than before.`,
        happens: 'Readiness is counted by the new version for whoever stands on it.',
        examples: rows.slice(0, EXAMPLES),
      },
    ];
  }

  private async askedOf(viewer: Viewer, skillIds: readonly string[]): Promise<Impact[]> {
    const rows = await viewer.tx.query<{ name: string }>(
      // A level that a draft calls otherwise is the one that stands already: its code lasts.
      `SELECT name FROM (
         SELECT DISTINCT ON (framework.series_id, level.code) role.name || ', ' || level.name AS name
         FROM job_role_requirement asked
         JOIN job_role_level level ON level.id = asked.job_role_level_id JOIN job_role role ON role.id = level.role_id
         JOIN skill_framework framework ON framework.id = asked.framework_id AND framework.state <> 'SUPERSEDED'
         WHERE asked.skill_id = ANY ($1::uuid[])
         ORDER BY framework.series_id, level.code, framework.state = 'PUBLISHED' DESC) asking ORDER BY name`,
      [[...skillIds]],
    );
    return [
      {
        area: 'JOB_ROLE_LEVELS',
        count: rows.length,
        touched: `${levels(rows.length)} asking for it.`,
        happens: 'They go on asking for it until their framework has a new version.',
        examples: rows.slice(0, EXAMPLES).map(({ name }) => ({ name, path: null })),
      },
    ];
  }

  private async named(viewer: Viewer, skillIds: readonly string[]): Promise<Impact['examples']> {
    if (skillIds.length === 0) return [];
    const rows = await viewer.tx.query<{ id: string; name: string }>(
      `SELECT DISTINCT ON (revision.skill_id) revision.skill_id AS id, revision.name
       FROM skill_revision revision JOIN skill_framework framework ON framework.id = revision.framework_id
       WHERE revision.skill_id = ANY ($1::uuid[]) AND framework.state <> 'DRAFT'
       ORDER BY revision.skill_id, framework.published_at DESC`,
      [skillIds.slice(0, EXAMPLES)],
    );
    return rows.map(({ id, name }) => ({ name, path: `/programme/skills/${id}` }));
  }
}

const skills = (count: number) => (count === 1 ? 'One skill' : `${count.toLocaleString('en')} skills`);
const levels = (count: number) =>
  count === 1 ? 'One level of a job role' : `${count.toLocaleString('en')} levels of job roles`;
