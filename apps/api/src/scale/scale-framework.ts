import { existsSync, readFileSync } from 'node:fs';
import type { FrameworkContent } from '../features/skills/framework-writer.service.js';
import type { Seeded } from './seeded.rules.js';

/** Where the framework of the United Kingdom lies when it was fetched: beside the project, and never in it. */
export const UK_FRAMEWORK = '../shared/data/frameworks/uk-gdd-pcf/framework.json';

const LEVELS = ['Awareness', 'Working', 'Practitioner', 'Expert'];
/** A job asks for so many pairs of neighbouring skills. */
const PAIRS_OF_A_ROLE = 5;
const RUNGS = ['Junior', 'Established', 'Senior'];
const THINGS = ['pumps', 'valves', 'sensors', 'mains', 'records', 'contracts', 'sites', 'models', 'permits', 'routes'];
const ACTS = ['Planning', 'Inspecting', 'Repairing', 'Testing', 'Costing', 'Mapping', 'Auditing', 'Commissioning'];
const KINDS = ['rural', 'urban', 'deep', 'remote', 'high-pressure', 'legacy', 'buried', 'temporary', 'treated', 'raw'];

/** The published one as it was fetched, or null where it is not there. */
export function ukFramework(path: string): FrameworkContent | null {
  if (!existsSync(path)) return null;
  return JSON.parse(readFileSync(path, 'utf8')) as FrameworkContent;
}

/** So many invented skills, and job roles that ask for them: one role for every fifty skills. */
export function inventedFramework(skills: number, seeded: Seeded): FrameworkContent {
  const codes = Array.from({ length: skills }, (_each, nth) => `skill-${nth}`);
  return {
    levels: LEVELS.map((name, at) => ({ value: at + 1, name })),
    skills: codes.map((id, nth) => ({ id, name: nameOf(nth), description: null, levels: {} })),
    families: Array.from({ length: 10 }, (_family, family) => ({
      id: `family-${family}`,
      name: `Works ${family + 1}`,
      roles: Array.from({ length: Math.max(1, Math.round(skills / 500)) }, (_role, role) =>
        roleOf(`role-${family}-${role}`, `${nameOf(family * 37 + role)} lead`, codes, seeded),
      ),
    })),
  };
}

function roleOf(id: string, name: string, codes: readonly string[], seeded: Seeded) {
  const pairs = new Set<number>();
  while (pairs.size < PAIRS_OF_A_ROLE) pairs.add(seeded.mostlyLow(Math.floor(codes.length / 2)));
  const asked = [...pairs].flatMap((pair) => [codes[pair * 2] ?? '', codes[pair * 2 + 1] ?? '']);
  return {
    id,
    name,
    description: '',
    responsibilities: [],
    levels: RUNGS.map((rung, at) => ({
      id: `${id}--${at}`,
      name: `${rung} ${name.toLowerCase()}`,
      order: at + 1,
      titleRank: at,
      description: '',
      responsibilities: [],
      skills: asked.map((skill, nth) => ({
        skill,
        level: at + 1 + (nth % 3 === 0 ? 1 : 0),
        importance: 1 + (nth % 3),
        mustHave: nth === 0,
      })),
    })),
  };
}

/** Every number has a name of its own. */
function nameOf(nth: number): string {
  const [act, thing, kind] = [ACTS[nth % 8], THINGS[Math.floor(nth / 8) % 10], KINDS[Math.floor(nth / 80) % 10]];
  const round = Math.floor(nth / 800);
  return `${act} ${kind} ${thing}${round > 0 ? ` ${round + 1}` : ''}`;
}
