import type { INestApplicationContext } from '@nestjs/common';
import { RoleStepsService } from '../features/job-roles/role-steps.service.js';
import { type FrameworkContent, FrameworkWriter } from '../features/skills/framework-writer.service.js';
import { JobRoleLevel } from '../features/skills/job-role.entity.js';
import { FrameworksService } from '../features/skills/frameworks.service.js';
import { SkillsService } from '../features/skills/skills.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { acted } from './done.js';
import { FAMILIES, type InventedRole, STEPS_ACROSS } from './invented-framework.js';
import { LEVELS, SKILLS } from './invented-skills.js';

/** Ids of what the demonstration refers to, by code. */
export interface FrameworkIds {
  skills: Map<string, string>;
  rungs: Map<string, string>;
}

const ABOUT = {
  title: 'Calder Water skills',
  publisher: 'Calder Water',
  version: '2026',
  licence: 'CC0 1.0',
  attribution: 'Written for the demonstration of Assay.',
  sourceUrl: null,
};

/** Writes and publishes the small framework of our own. */
export async function fillFramework(app: INestApplicationContext, viewer: Viewer): Promise<FrameworkIds> {
  const draft = await app.get(FrameworkWriter).draft(viewer, ABOUT, content());
  await addSteps(app, viewer, draft.id);
  await acted(viewer, 'publishFramework', app.get(FrameworksService).publish(viewer, draft.id));
  const service = app.get(SkillsService);
  const skills = await service.page(viewer, draft.id, { first: 100, after: null });
  const rungs = await service.findJobRoleLevels(viewer, null, 300);
  return {
    skills: new Map(skills.edges.map(({ node }) => [node.code, node.id])),
    rungs: new Map(rungs.map((rung) => [rung.code, rung.id])),
  };
}

async function addSteps(app: INestApplicationContext, viewer: Viewer, frameworkId: string): Promise<void> {
  const levels = await viewer.tx.manager.findBy(JobRoleLevel, { frameworkId });
  const idOf = (code: string) => levels.find((level) => level.code === code)?.id ?? '';
  for (const [from, to, note] of STEPS_ACROSS) {
    const step = { fromLevelId: idOf(from), toLevelId: idOf(to), kind: 'LATERAL' as const, note };
    await acted(viewer, 'addRoleStep', app.get(RoleStepsService).add(viewer, step));
  }
}

const codeOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');

function content(): FrameworkContent {
  return {
    levels: LEVELS.map(({ name, description }, at) => ({ value: at + 1, name, description })),
    skills: SKILLS.map((skill) => ({
      id: skill.code,
      name: skill.name,
      description: skill.description,
      levels: Object.fromEntries(LEVELS.map(({ name }, at) => [name.toLowerCase(), skill.levels[at] ?? null])),
    })),
    families: FAMILIES.map(({ name, roles }) => ({ id: codeOf(name), name, roles: roles.map(toRole) })),
  };
}

function toRole(role: InventedRole): FrameworkContent['families'][number]['roles'][number] {
  const id = codeOf(role.name);
  return {
    id,
    name: role.name,
    description: role.description,
    responsibilities: role.responsibilities,
    levels: role.rungs.map((rung, at) => ({
      id: `${id}--${codeOf(rung.name)}`,
      name: rung.name,
      order: at + 1,
      titleRank: at,
      track: null,
      seniorCivilService: false,
      meanLevel: rung.asks.reduce((sum, [, level]) => sum + level, 0) / rung.asks.length,
      description: rung.description,
      responsibilities: [],
      skills: rung.asks.map(([skill, level, importance, must]) => ({
        skill,
        level,
        importance,
        mustHave: must === 'must',
      })),
    })),
  };
}
