import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
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
import { JobRoleLevels } from '../people/job-role-levels.service.js';
import type { SkillCategory, SkillKind } from './framework-content.rules.js';
import { type FrameworkState, ProficiencyLevel, ProficiencyScale } from './framework.entity.js';
import { JobRoleLevel, JobRoleRequirement } from './job-role.entity.js';
import { rowsBy } from '../../platform/database/rows-by.rules.js';
import { SkillView } from './skill.entity.js';

interface SkillRow {
  id: string;
  code: string;
  revisionId: string;
  frameworkId: string;
  name: string;
  description: string | null;
  descriptors: (string[] | null)[];
  kind: SkillKind;
  category: SkillCategory | null;
  synonyms: string[];
  coding: string | null;
  uri: string | null;
  notes: string | null;
  edit: number;
}

const COLUMNS = `skill.id, skill.code, revision.id AS "revisionId", revision.framework_id AS "frameworkId",
  revision.name, revision.description, revision.descriptors, revision.kind, revision.category, revision.synonyms,
  revision.coding, revision.uri, revision.notes, revision.edit`;
const SEARCHED = `($2::text IS NULL OR revision.name ILIKE $2 OR skill.code ILIKE $2)`;

const toView = (row: SkillRow) =>
  new SkillView(
    row.id,
    row.code,
    row.revisionId,
    row.frameworkId,
    row.name,
    row.description ?? '',
    row.descriptors,
    row.kind,
    row.category,
    row.synonyms,
    row.coding,
    row.uri,
    row.notes,
    row.edit,
  );

/** Skills, scales, and what job roles ask for: what other features need to know of a framework. */
@Injectable()
export class SkillsService implements OnModuleInit {
  private asksEnd: (viewer: Viewer, skillId: string) => Promise<string | null> = () => Promise.resolve(null);

  constructor(
    private readonly nodes: NodeFinders,
    private readonly jobRoleLevels: JobRoleLevels,
  ) {}

  onModuleInit(): void {
    this.nodes.register(SkillView, 'Skill', (viewer, id) =>
      viewer.may('framework.read') ? this.skillById(viewer, id) : Promise.resolve(null),
    );
    this.jobRoleLevels.askOf({
      exists: (viewer, id) => this.canBeStoodOn(viewer, id),
      named: (viewer, texts) => this.jobRoleLevelsNamed(viewer, texts),
      labels: (viewer, ids) => this.labelsOfJobRoleLevels(viewer, ids),
    });
  }

  /** By whom it is known that a skill has come to its end. */
  retiredOn(ask: (viewer: Viewer, skillId: string) => Promise<string | null>): void {
    this.asksEnd = ask;
  }

  /** Why nothing new is built on this skill; null while everything may be. */
  endOf(viewer: Viewer, skillId: string): Promise<string | null> {
    return this.asksEnd(viewer, skillId);
  }

  /** The skill in its newest published wording; of a skill that newer versions dropped, the last one. */
  skillById(viewer: Viewer, id: string): Promise<SkillView | null> {
    return viewer.loadKept(
      'skill',
      id,
      async (ids) => {
        const rows = await viewer.tx.query<SkillRow>(
          `SELECT DISTINCT ON (skill.id) ${COLUMNS}
         FROM skill JOIN skill_revision revision ON revision.skill_id = skill.id
         JOIN skill_framework framework ON framework.id = revision.framework_id
         WHERE skill.id = ANY ($1::uuid[]) AND framework.state <> 'DRAFT'
         ORDER BY skill.id, framework.published_at DESC`,
          [[...ids]],
        );
        return new Map(rows.map((row) => [row.id, toView(row)]));
      },
      () => true,
    );
  }

  /** As `skillById`, for an id from outside. */
  async findSkill(viewer: Viewer, id: string): Promise<SkillView | null> {
    return isId(id) ? this.skillById(viewer, id) : null;
  }

  /** The skill in the wording of one framework version. */
  skillIn(viewer: Viewer, frameworkId: string, skillId: string): Promise<SkillView | null> {
    return viewer.loadKept(
      'skill-in-framework',
      `${frameworkId} ${skillId}`,
      async (keys) => {
        const pairs = keys.map((key) => key.split(' '));
        const rows = await viewer.tx.query<SkillRow>(
          `SELECT ${COLUMNS} FROM unnest($1::uuid[], $2::uuid[]) AS asked (framework_id, skill_id)
         JOIN skill_revision revision USING (framework_id, skill_id) JOIN skill ON skill.id = revision.skill_id`,
          [pairs.map(([framework]) => framework), pairs.map(([, skill]) => skill)],
        );
        return new Map(rows.map((row) => [`${row.frameworkId} ${row.id}`, toView(row)]));
      },
      ({ frameworkId: of }) => this.isPublished(viewer, of),
    );
  }

  /** As `skillIn`, for ids from outside. */
  findIn(viewer: Viewer, frameworkId: string, skillId: string): Promise<SkillView | null> {
    return isId(skillId) ? this.skillIn(viewer, frameworkId, skillId) : Promise.resolve(null);
  }

  /** The skill as the requirement means it: in the wording of its own framework, or of the one it was adopted from. */
  skillAsked(viewer: Viewer, asked: JobRoleRequirement): Promise<SkillView | null> {
    return this.skillIn(viewer, asked.adoptedFrom ?? asked.frameworkId, asked.skillId);
  }

  /** Skills by name: of one framework version, or of all published ones. */
  async page(
    viewer: Viewer,
    frameworkId: string | null,
    input: PageInput & { search?: string | null },
  ): Promise<Page<SkillView>> {
    const from = `FROM skill_revision revision JOIN skill ON skill.id = revision.skill_id
      WHERE ${SEARCHED} AND revision.framework_id = ANY (
        SELECT id FROM skill_framework WHERE CASE WHEN $1::uuid IS NULL THEN state = 'PUBLISHED' ELSE id = $1 END)`;
    const asked = [frameworkId, searchPattern(input.search)];
    const [name, id] = readCursor(input.after) ?? [];
    const [count] = await viewer.tx.query<{ n: number }>(`SELECT count(*)::int AS n ${from}`, asked);
    const rows = await viewer.tx.query<SkillRow>(
      `SELECT ${COLUMNS} ${from} AND ($3::text IS NULL OR (lower(revision.name), skill.id::text) > ($3, $4))
       ORDER BY lower(revision.name), skill.id::text LIMIT $5`,
      [...asked, name ?? null, id ?? null, limitOf(input)],
    );
    return pageOf(rows.map(toView), input, count?.n ?? 0, (skill) => [skill.name.toLowerCase(), skill.id]);
  }

  /** Every scale that a framework uses, with the titles of those frameworks. */
  async scalesInUse(viewer: Viewer): Promise<{ scale: ProficiencyScale; frameworks: string[] }[]> {
    const rows = await viewer.tx.query<{ id: string; titles: string[] }>(
      `SELECT scale_id AS id, array_agg(DISTINCT title ORDER BY title) AS titles FROM skill_framework
       GROUP BY scale_id ORDER BY min(title), scale_id LIMIT 200`,
    );
    const scales = await Promise.all(rows.map(({ id }) => this.scaleById(viewer, id)));
    return rows.flatMap(({ titles }, at) => {
      const scale = scales[at];
      return scale ? [{ scale, frameworks: titles }] : [];
    });
  }

  scaleById(viewer: Viewer, id: string): Promise<ProficiencyScale | null> {
    return viewer.loadKept(
      'scale',
      id,
      async (ids) => {
        const scales = await viewer.tx.manager.findBy(ProficiencyScale, { id: In([...ids]) });
        const levels = await viewer.tx.manager.find(ProficiencyLevel, {
          where: { scaleId: In([...ids]) },
          order: { ordinal: 'ASC' },
        });
        const ofScale = rowsBy(levels, (level) => level.scaleId);
        for (const scale of scales) scale.levels = ofScale.get(scale.id) ?? [];
        return new Map(scales.map((scale) => [scale.id, scale]));
      },
      () => true,
    );
  }

  /** The scale of a framework version. */
  async scaleOf(viewer: Viewer, frameworkId: string): Promise<ProficiencyScale> {
    const scaleId = await viewer.loadKept(
      'scale-of-framework',
      frameworkId,
      async (ids) => {
        const rows = await viewer.tx.query<{ id: string; scaleId: string }>(
          `SELECT id, scale_id AS "scaleId" FROM skill_framework WHERE id = ANY ($1::uuid[])`,
          [[...ids]],
        );
        return new Map(rows.map((row) => [row.id, row.scaleId]));
      },
      () => this.isPublished(viewer, frameworkId),
    );
    const scale = scaleId ? await this.scaleById(viewer, scaleId) : null;
    if (!scale) throw new Error(`There is no scale of framework ${frameworkId}.`);
    return scale;
  }

  async scaleOfSkill(viewer: Viewer, skillId: string): Promise<ProficiencyScale | null> {
    const skill = await this.findSkill(viewer, skillId);
    return skill ? this.scaleOf(viewer, skill.frameworkId) : null;
  }

  async levelOf(viewer: Viewer, skillId: string, ordinal: number): Promise<ProficiencyLevel | null> {
    const scale = await this.scaleOfSkill(viewer, skillId);
    return scale?.levels.find((level) => level.ordinal === ordinal) ?? null;
  }

  async requirementsOf(viewer: Viewer, jobRoleLevelId: string): Promise<JobRoleRequirement[]> {
    const requirements = await viewer.loadKept(
      'requirements',
      jobRoleLevelId,
      async (ids) => {
        const found = await viewer.tx.manager.find(JobRoleRequirement, {
          where: { jobRoleLevelId: In([...ids]) },
          order: { position: 'ASC' },
        });
        return rowsBy(found, (requirement) => requirement.jobRoleLevelId);
      },
      ([first]) => first !== undefined && this.isPublished(viewer, first.frameworkId),
    );
    return requirements ?? [];
  }

  /** Which rungs ask for a skill, in the framework version whose wording this is; ladder by ladder. */
  async askedBy(viewer: Viewer, skill: SkillView): Promise<JobRoleRequirement[]> {
    const requirements = await viewer.load('asked-by', `${skill.frameworkId} ${skill.id}`, async (keys) => {
      const pairs = keys.map((key) => key.split(' '));
      const found = await viewer.tx.manager
        .createQueryBuilder(JobRoleRequirement, 'asked')
        .innerJoin(JobRoleLevel, 'level', 'level.id = asked.jobRoleLevelId')
        .where('asked.frameworkId IN (:...frameworks) AND asked.skillId IN (:...skills)', {
          frameworks: pairs.map(([framework]) => framework),
          skills: pairs.map(([, id]) => id),
        })
        .orderBy('level.code')
        .getMany();
      return rowsBy(found, (asked) => `${asked.frameworkId} ${asked.skillId}`);
    });
    return requirements ?? [];
  }

  jobRoleLevelById(viewer: Viewer, id: string): Promise<JobRoleLevel | null> {
    return viewer.loadKept(
      'job-role-level',
      id,
      async (ids) => {
        const levels = await viewer.tx.manager.findBy(JobRoleLevel, { id: In([...ids]) });
        return new Map(levels.map((level) => [level.id, level]));
      },
      ({ frameworkId }) => this.isPublished(viewer, frameworkId),
    );
  }

  /** Whether everybody sees what is in it. */
  async isPublished(viewer: Viewer, frameworkId: string): Promise<boolean> {
    const state = await viewer.loadKept(
      'framework-state',
      frameworkId,
      async (ids) => {
        const rows = await viewer.tx.query<{ id: string; state: FrameworkState }>(
          'SELECT id, state FROM skill_framework WHERE id = ANY ($1::uuid[])',
          [[...ids]],
        );
        return new Map(rows.map((row) => [row.id, row.state]));
      },
      (found) => found !== 'DRAFT',
    );
    return state !== null && state !== 'DRAFT';
  }

  /** In what state the framework of a level is; null where there is none. */
  async stateOfJobRoleLevel(viewer: Viewer, id: string): Promise<FrameworkState | null> {
    const [row] = await viewer.tx.query<{ state: FrameworkState }>(
      `SELECT framework.state FROM job_role_level level JOIN skill_framework framework ON framework.id = level.framework_id
       WHERE level.id = $1`,
      [id],
    );
    return row?.state ?? null;
  }

  /** Nobody stands on a draft: it may be gone tomorrow. */
  private async canBeStoodOn(viewer: Viewer, id: string): Promise<boolean> {
    const state = await this.stateOfJobRoleLevel(viewer, id);
    return state !== null && state !== 'DRAFT';
  }

  /** Rungs of published frameworks whose own name or whose role's name holds the words: what is called just so, then ladder by ladder. */
  async findJobRoleLevels(viewer: Viewer, search: string | null | undefined, first: number): Promise<JobRoleLevel[]> {
    const rows = await viewer.tx.query<{ id: string }>(
      `SELECT level.id FROM job_role_level level JOIN job_role role ON role.id = level.role_id
       JOIN skill_framework framework ON framework.id = level.framework_id
       WHERE framework.state = 'PUBLISHED' AND ($1::text IS NULL OR level.name ILIKE $1 OR role.name ILIKE $1)
       ORDER BY lower(level.name) IS NOT DISTINCT FROM lower($3) DESC, lower(role.name), level."order" LIMIT $2`,
      [searchPattern(search), Math.min(Math.max(first, 0), 300), search?.trim() ?? null],
    );
    const levels = await Promise.all(rows.map((row) => this.jobRoleLevelById(viewer, row.id)));
    return levels.filter((level) => level !== null);
  }

  /** Rungs of published frameworks by code or name, or by “role, rung”; for texts that people wrote into a file. */
  private async jobRoleLevelsNamed(viewer: Viewer, texts: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await viewer.tx.query<{ text: string; ids: string[] }>(
      `SELECT text, array_agg(DISTINCT level.id) AS ids FROM unnest($1::text[]) AS text
       JOIN job_role_level level ON true JOIN job_role role ON role.id = level.role_id
       JOIN skill_framework framework ON framework.id = level.framework_id
       WHERE framework.state = 'PUBLISHED' AND lower(text) IN (lower(level.code), lower(level.name), lower(role.name || ', ' || level.name))
       GROUP BY text`,
      [[...texts]],
    );
    return new Map(rows.map(({ text, ids }) => [text, ids]));
  }

  private async labelsOfJobRoleLevels(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
    const levels = await Promise.all(ids.map((id) => this.jobRoleLevelById(viewer, id)));
    return new Map(levels.filter((level) => level !== null).map(({ id, name }) => [id, name]));
  }
}
