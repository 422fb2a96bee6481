import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { idFor, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import type { ContentRoleLevel, FrameworkContent } from './framework-content.rules.js';
import type { AboutFramework } from './framework-import.entity.js';
import { ProficiencyLevel, ProficiencyScale, SkillFramework } from './framework.entity.js';
import { JobFamily, JobRole, JobRoleEdge, JobRoleLevel, JobRoleRequirement } from './job-role.entity.js';
import { Skill, SkillRelation, SkillRevision } from './skill.entity.js';
import { FrameworkDrafted } from './skills.events.js';

export type { FrameworkContent };

/** What frameworks that do not say how important a skill is are taken to mean. */
const IMPORTANT = 2;

/** Versions of one framework belong together by publisher and title, whatever their case. */
export function seriesOf(about: Pick<AboutFramework, 'title' | 'publisher'>): string {
  return idFor('framework-series', about.publisher.trim().toLowerCase(), about.title.trim().toLowerCase());
}

/** Writes a framework as a draft version: scale, skills with their revisions, job roles with what they ask. */
@Injectable()
export class FrameworkWriter {
  async draft(viewer: Viewer, about: AboutFramework, content: FrameworkContent): Promise<SkillFramework> {
    const seriesId = seriesOf(about);
    const framework = viewer.tx.manager.create(SkillFramework, {
      id: newId(),
      seriesId,
      title: about.title,
      publisher: about.publisher,
      version: about.version,
      licence: about.licence,
      attribution: about.attribution,
      sourceUrl: about.sourceUrl,
      restricted: about.restricted ?? false,
      sourceKind: about.sourceKind ?? 'UK_GDD',
      description: content.about?.description ?? '',
      language: content.about?.language ?? 'en',
      licenceUrl: about.licenceUrl ?? content.about?.licenceUrl ?? null,
      uri: content.about?.uri ?? null,
      source: content.about?.source ?? {},
      state: 'DRAFT',
      scaleId: await this.scaleFor(viewer, seriesId, about, content),
      createdAt: viewer.now,
      publishedAt: null,
    });
    await viewer.tx.manager.insert(SkillFramework, framework);
    const skillIds = await this.writeSkills(viewer, framework, content);
    await this.writeJobRoles(viewer, framework, content, skillIds);
    await record(viewer, new FrameworkDrafted(framework.id));
    return framework;
  }

  /** A version whose levels have the same names keeps the scale, so that levels held stay comparable. */
  private async scaleFor(
    viewer: Viewer,
    seriesId: string,
    about: AboutFramework,
    content: FrameworkContent,
  ): Promise<string> {
    const known = await viewer.tx.query<{ id: string; labels: string[] }>(
      `SELECT scale.id, array_agg(level.label ORDER BY level.ordinal) AS labels
       FROM (SELECT DISTINCT scale_id AS id FROM skill_framework WHERE series_id = $1) scale
       JOIN proficiency_level level ON level.scale_id = scale.id GROUP BY scale.id`,
      [seriesId],
    );
    const labels = content.levels.map((level) => level.name);
    const same = known.find((scale) => JSON.stringify(scale.labels) === JSON.stringify(labels));
    if (same) return same.id;
    const id = newId();
    await viewer.tx.manager.insert(ProficiencyScale, { id, name: about.title });
    await viewer.tx.manager.insert(
      ProficiencyLevel,
      content.levels.map((level) => ({
        id: newId(),
        scaleId: id,
        ordinal: level.value,
        label: level.name,
        description: level.description ?? null,
      })),
    );
    return id;
  }

  /** Skills that an earlier version knew by the same code stay the same skills and get a new wording. */
  private async writeSkills(
    viewer: Viewer,
    framework: SkillFramework,
    content: FrameworkContent,
  ): Promise<Map<string, string>> {
    const { seriesId } = framework;
    const codes = content.skills.map((skill) => skill.id);
    const known = await viewer.tx.manager.findBy(Skill, { seriesId, code: In(codes) });
    const ids = new Map(known.map((skill) => [skill.code, skill.id]));
    const fresh = codes.filter((code) => !ids.has(code)).map((code) => ({ id: newId(), seriesId, code }));
    await viewer.tx.manager.insert(Skill, fresh);
    for (const skill of fresh) ids.set(skill.code, skill.id);
    await viewer.tx.manager.insert(
      SkillRevision,
      content.skills.map((skill, position) => ({
        id: newId(),
        skillId: idOf(ids, skill.id),
        frameworkId: framework.id,
        name: skill.name,
        description: skill.description,
        descriptors: content.levels.map((level) => skill.levels[level.name.toLowerCase()] ?? null),
        position,
        kind: skill.kind ?? 'SKILL',
        category: skill.category ?? null,
        synonyms: skill.synonyms ?? [],
        coding: skill.coding ?? null,
        uri: skill.uri ?? null,
        notes: skill.notes ?? null,
        source: skill.source ?? {},
      })),
    );
    await viewer.tx.manager.insert(
      SkillRelation,
      (content.relations ?? []).map((relation, place) => ({
        id: newId(),
        frameworkId: framework.id,
        type: relation.type,
        originSkillId: idOf(ids, relation.origin),
        targetSkillId: relation.target === undefined ? null : idOf(ids, relation.target),
        targetUri: relation.targetUri ?? null,
        targetTitle: relation.targetTitle ?? null,
        position: relation.position ?? place,
        source: relation.source ?? {},
      })),
    );
    return ids;
  }

  private async writeJobRoles(
    viewer: Viewer,
    framework: SkillFramework,
    content: FrameworkContent,
    skillIds: ReadonlyMap<string, string>,
  ): Promise<void> {
    const frameworkId = framework.id;
    const levelIds = new Map<string, string>();
    const families: JobFamily[] = [];
    const roles: JobRole[] = [];
    const levels: JobRoleLevel[] = [];
    const requirements: JobRoleRequirement[] = [];
    for (const [at, { roles: itsRoles, id: code, name }] of content.families.entries()) {
      const familyId = newId();
      families.push({ id: familyId, frameworkId, code, name, position: at });
      for (const [place, role] of itsRoles.entries()) {
        const roleId = newId();
        const { id: roleCode, name: roleName, description, responsibilities } = role;
        roles.push({
          id: roleId,
          frameworkId,
          familyId,
          code: roleCode,
          name: roleName,
          description,
          responsibilities,
          position: place,
          uri: role.uri ?? null,
          alternativeTitles: role.alternativeTitles ?? [],
          revision: 1,
          source: role.source ?? {},
        });
        for (const level of role.levels) {
          const levelId = newId();
          levelIds.set(level.id, levelId);
          levels.push(levelRow(level, { id: levelId, frameworkId, roleId }));
          requirements.push(...requirementRows(level, { frameworkId, jobRoleLevelId: levelId }, skillIds));
        }
      }
    }
    await viewer.tx.manager.insert(JobFamily, families);
    await viewer.tx.manager.insert(JobRole, roles);
    await viewer.tx.manager.insert(JobRoleLevel, levels);
    await viewer.tx.manager.insert(JobRoleRequirement, requirements);
    await viewer.tx.manager.insert(
      JobRoleEdge,
      (content.edges ?? []).map((edge) => ({
        id: newId(),
        frameworkId,
        fromLevelId: idOf(levelIds, edge.from),
        toLevelId: idOf(levelIds, edge.to),
        kind: edge.kind,
        origin: 'DECLARED' as const,
        note: edge.note ?? '',
        source: edge.source ?? {},
      })),
    );
  }
}

function levelRow(level: ContentRoleLevel, ids: { id: string; frameworkId: string; roleId: string }): JobRoleLevel {
  const { titleRank = 0, track = null, meanLevel = 0, seniorCivilService = false } = level;
  return {
    ...ids,
    code: level.id,
    name: level.name,
    order: level.order,
    description: level.description,
    responsibilities: level.responsibilities,
    facts: { titleRank, track, meanLevel, seniorCivilService },
  };
}

function requirementRows(
  level: ContentRoleLevel,
  ids: { frameworkId: string; jobRoleLevelId: string },
  skillIds: ReadonlyMap<string, string>,
): JobRoleRequirement[] {
  return level.skills.map((asked, position) => ({
    id: newId(),
    ...ids,
    skillId: idOf(skillIds, asked.skill),
    adoptedFrom: null,
    levelOrdinal: asked.level,
    importance: asked.importance ?? IMPORTANT,
    mustHave: asked.mustHave ?? false,
    position,
    source: asked.source ?? {},
  }));
}

function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`The framework names what it does not hold: ${code}`);
  return id;
}
