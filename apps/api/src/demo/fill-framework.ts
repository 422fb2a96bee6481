import type { INestApplicationContext } from '@nestjs/common';
import { type FrameworkContent, FrameworkWriter } from '../features/skills/framework-writer.service.js';
import { FrameworksService } from '../features/skills/frameworks.service.js';
import { SkillsService } from '../features/skills/skills.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { acted } from './done.js';
import { FAMILIES, type InventedRole, LEVELS, SKILLS } from './invented-framework.js';

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
  await acted(viewer, 'publishFramework', app.get(FrameworksService).publish(viewer, draft.id));
  const service = app.get(SkillsService);
  const skills = await service.page(viewer, draft.id, { first: 100, after: null });
  const rungs = await service.findJobRoleLevels(viewer, null, 300);
  return {
    skills: new Map(skills.edges.map(({ node }) => [node.code, node.id])),
    rungs: new Map(rungs.map((rung) => [rung.code, rung.id])),
  };
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
