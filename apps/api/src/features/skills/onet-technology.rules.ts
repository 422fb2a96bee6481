import type { ContentRelation, ContentRequirement, ContentSkill } from './framework-content.rules.js';
import type { OnetTables } from './onet-tables.rules.js';

const SOC = 'O*NET-SOC Code';
type Technology = OnetTables['technology'];

const ROOT = 'technology-skills';

/** Tools under the commodities of the product classification, these under one heading. A tool may stand under two. */
export function technologyOf({ rows }: Technology): { skills: ContentSkill[]; relations: ContentRelation[] } {
  if (rows.length === 0) return { skills: [], relations: [] };
  const commodities = new Map<string, string>();
  const tools = new Map<string, Set<string>>();
  for (const { cells } of rows) {
    const [code, tool] = [cells['Commodity Code'], cells.Example];
    commodities.set(code, cells['Commodity Title']);
    tools.set(tool, (tools.get(tool) ?? new Set()).add(code));
  }
  const skills = [
    group(ROOT, 'Technology skills', null),
    ...[...commodities].map(([code, title]) => group(commodityId(code), title, code)),
    ...[...tools.keys()].map(
      (name) => ({ ...plain(toolId(name), name), kind: 'TOOL', category: 'TECHNICAL' }) as const,
    ),
  ];
  const below = (origin: string, target: string): ContentRelation => ({ type: 'isChildOf', origin, target });
  const relations = [
    ...[...commodities.keys()].map((code) => below(commodityId(code), ROOT)),
    ...[...tools].flatMap(([name, codes]) => [...codes].map((code) => below(toolId(name), commodityId(code)))),
  ];
  return { skills, relations };
}

/** Which tools an occupation uses. In demand there is important; the others are useful. No level is published. */
export function toolRequirements({ rows }: Technology): Map<string, ContentRequirement[]> {
  const of = new Map<string, ContentRequirement[]>();
  const met = new Set<string>();
  for (const { cells } of rows) {
    const [soc, skill] = [cells[SOC], toolId(cells.Example)];
    if (met.has(`${soc} ${skill}`)) continue;
    met.add(`${soc} ${skill}`);
    const source = {
      hotTechnology: cells['Hot Technology'],
      inDemand: cells['In Demand'],
      commodity: cells['Commodity Code'],
    };
    const requirement = { skill, level: null, importance: cells['In Demand'] === 'Y' ? 2 : 1, source };
    const list = of.get(soc);
    if (list) list.push(requirement);
    else of.set(soc, [requirement]);
  }
  return of;
}

/** Names of products differ in signs alone (C, C++, C#), so that the name itself is the code. */
const toolId = (name: string) => `tool:${name}`;

const commodityId = (code: string) => `commodity:${code}`;

const plain = (id: string, name: string): ContentSkill => ({ id, name, description: null, levels: {} });

function group(id: string, name: string, coding: string | null): ContentSkill {
  return { ...plain(id, name), kind: 'GROUP', coding };
}
