import { standardScore } from '@assay/pathway';
import type {
  ContentEdge,
  ContentFamily,
  ContentRelation,
  ContentRequirement,
  ContentSkill,
  FrameworkContent,
} from './framework-content.rules.js';
import { type Finding, finding } from './import-findings.rules.js';
import { meanLevel } from './ladder-order.rules.js';
import { type OnetFiles, type OnetTables, readOnetTables } from './onet-tables.rules.js';
import { technologyOf, toolRequirements } from './onet-technology.rules.js';
import { rowsBy } from '../../platform/database/rows-by.rules.js';

const SOC = 'O*NET-SOC Code';
/** The level scale runs from 0 to 7; 0 means that the skill is not needed at any level. */
const LEVELS = [1, 2, 3, 4, 5, 6, 7];
/** Skills and areas of knowledge; the other branches of the content model are no skills. */
const BRANCHES = [/^2\.[AB](\.|$)/, /^2\.C(\.|$)/];
const ROOT = '2';

/**
 * A release of the O*NET database from its text files: elements of the content model as skills, occupations as job roles
 * with one level, and what surveys and analysts said of both as requirements.
 * Importance is measured from 1 (not important) to 5 (extremely important), level from 0 to 7. Both are taken to the nearest
 * whole step; the published values stay in `source`.
 */
export function readOnet(
  files: OnetFiles,
): { content: FrameworkContent; findings: Finding[] } | { problems: Finding[] } {
  const read = readOnetTables(files);
  if ('problems' in read) return read;
  const { tables } = read;
  const ratings = ratingsOf(tables);
  const technology = technologyOf(tables.technology);
  const tools = toolRequirements(tables.technology);
  const elements = elementsOf(tables);
  const content: FrameworkContent = {
    levels: LEVELS.map((value) => ({ value, name: `Level ${value}` })),
    skills: [...elements.skills, ...technology.skills],
    relations: [...elements.relations, ...technology.relations],
    families: familiesOf(tables, (soc) => [...(ratings.of.get(soc) ?? []), ...(tools.get(soc) ?? [])]),
    edges: edgesOf(tables),
    about: {
      description: 'Skills, knowledge and technology of occupations, from the O*NET database.',
      language: 'en',
      uri: 'https://www.onetcenter.org/database.html',
    },
  };
  return { content, findings: [...ratings.findings, ...withoutRatings(tables, ratings.of)] };
}

function elementsOf(tables: OnetTables): { skills: ContentSkill[]; relations: ContentRelation[] } {
  const anchors = rowsBy(tables.anchors.rows, ({ cells }) => cells['Element ID']);
  const rated = new Set(tables.skills.rows.map(({ cells }) => cells['Element ID']));
  const wanted = new Set<string>();
  for (const { cells } of tables.elements.rows) {
    const id = cells['Element ID'];
    if (!rated.has(id) && !(anchors.has(id) && BRANCHES.some((branch) => branch.test(id)))) continue;
    for (let node: string | null = id; node !== null && !wanted.has(node); node = parentOf(node)) wanted.add(node);
  }
  const rows = tables.elements.rows.filter(({ cells }) => wanted.has(cells['Element ID']));
  const parents = new Set(rows.map(({ cells }) => parentOf(cells['Element ID'])));
  const skills = rows.map(({ cells }): ContentSkill => {
    const id = cells['Element ID'];
    const isGroup = parents.has(id);
    const said = anchors.get(id) ?? [];
    const texts = (level: number) => {
      const at = said.filter((row) => row.cells['Scale ID'] === 'LV' && Number(row.cells['Anchor Value']) === level);
      return at.length === 0 ? null : at.map((row) => row.cells['Anchor Description']);
    };
    return {
      id,
      coding: id,
      name: cells['Element Name'],
      description: cells.Description || null,
      kind: isGroup ? 'GROUP' : id.startsWith('2.C') ? 'KNOWLEDGE' : 'SKILL',
      category: isGroup || id.startsWith('2.C') ? null : id.startsWith('2.B.3') ? 'TECHNICAL' : 'TRANSFERABLE',
      uri: isGroup ? null : `https://www.onetonline.org/find/descriptor/result/${id}`,
      levels: Object.fromEntries(LEVELS.map((level) => [`level ${level}`, isGroup ? null : texts(level)])),
    };
  });
  const relations = rows.flatMap(({ cells }): ContentRelation[] => {
    const parent = parentOf(cells['Element ID']);
    return parent === null ? [] : [{ type: 'isChildOf', origin: cells['Element ID'], target: parent }];
  });
  return { skills, relations };
}

/** The heading above an element; the branch “worker requirements” is the top. */
function parentOf(id: string): string | null {
  const parent = id.split('.').slice(0, -1).join('.');
  return id === ROOT || parent === '' ? null : parent;
}

interface Ratings {
  /** By occupation: which skills it asks. */
  of: Map<string, ContentRequirement[]>;
  findings: Finding[];
}

type SkillRow = OnetTables['skills']['rows'][number];

/** What an occupation asks: its importance decides whether and how much, its level how well. */
function ratingsOf({ skills }: OnetTables): Ratings {
  const pairs = rowsBy(skills.rows, ({ cells }) => `${cells[SOC]}\t${cells['Element ID']}`);
  const of = new Map<string, ContentRequirement[]>();
  const left = { NOT_RELEVANT: 0, NOT_IMPORTANT: 0, SUPPRESSED: 0 };
  for (const [pair, rows] of pairs) {
    const [soc = '', skill = ''] = pair.split('\t');
    const by = (scale: string) => rows.find(({ cells }) => cells['Scale ID'] === scale);
    const [importance, level] = [by('IM'), by('LV')];
    const asked = importance && isPublished(importance) ? importanceOf(valueOf(importance)) : null;
    if (level?.cells['Not Relevant'] === 'Y' || importance?.cells['Not Relevant'] === 'Y') left.NOT_RELEVANT += 1;
    else if (importance && !isPublished(importance)) left.SUPPRESSED += 1;
    else if (asked === null) left.NOT_IMPORTANT += 1;
    else {
      if (level && !isPublished(level)) left.SUPPRESSED += 1;
      const value = level && isPublished(level) ? Math.round(valueOf(level)) : 0;
      const requirement = {
        skill,
        level: value > 0 ? value : null,
        importance: asked,
        source: sourceOf(importance, level),
      };
      const list = of.get(soc);
      if (list) list.push(requirement);
      else of.set(soc, [requirement]);
    }
  }
  const said = Object.entries(left).filter(([, count]) => count > 0) as [keyof typeof left, number][];
  return { of, findings: said.map(([kind, count]) => finding(kind, skills.file, null, null, LEFT_OUT[kind](count))) };
}

const LEFT_OUT = {
  NOT_RELEVANT: (count: number) => `${count} ratings say that the skill is not relevant for the occupation.`,
  NOT_IMPORTANT: (count: number) => `${count} ratings say that the skill is not important for the occupation.`,
  SUPPRESSED: (count: number) => `${count} values are not precise enough to be used, as their publisher says.`,
};

const valueOf = ({ cells }: SkillRow) => Number(cells['Data Value']);
const isPublished = ({ cells }: SkillRow) => cells['Recommend Suppress'] !== 'Y';

/** By the nearest of the five answers, of which each is a quarter of the scale from the next: not, somewhat, important, very, extremely. */
function importanceOf(value: number): 1 | 2 | 3 | null {
  const score = standardScore(value, 1, 5);
  if (score < 12.5) return null;
  return score < 37.5 ? 1 : score < 62.5 ? 2 : 3;
}

function sourceOf(importance: SkillRow | undefined, level: SkillRow | undefined): Record<string, unknown> {
  const published = (row: SkillRow) => ({
    value: row.cells['Data Value'],
    n: row.cells.N,
    standardError: row.cells['Standard Error'],
    bounds: [row.cells['Lower CI Bound'], row.cells['Upper CI Bound']],
    suppress: row.cells['Recommend Suppress'],
    date: row.cells.Date,
    by: row.cells['Domain Source'],
  });
  return {
    ...(importance ? { importance: published(importance) } : {}),
    ...(level ? { level: published(level) } : {}),
  };
}

function familiesOf(tables: OnetTables, asks: (soc: string) => ContentRequirement[]): ContentFamily[] {
  const zones = new Map(tables.zones.rows.map(({ cells }) => [cells[SOC], cells]));
  const families = new Map<string, ContentFamily>();
  for (const { cells } of tables.occupations.rows) {
    const soc = cells[SOC];
    const group = soc.slice(0, 2);
    const family = families.get(group) ?? { id: `soc-${group}`, name: `SOC major group ${group}`, roles: [] };
    families.set(group, family);
    const zone = zones.get(soc);
    const skills = asks(soc);
    const levels = skills.flatMap(({ level }) => (level === null ? [] : [level]));
    family.roles.push({
      id: soc,
      name: cells.Title,
      description: cells.Description,
      responsibilities: [],
      uri: `https://www.onetonline.org/link/summary/${soc}`,
      source: zone ? { jobZone: { value: zone['Job Zone'], date: zone.Date, by: zone['Domain Source'] } } : {},
      levels: [
        {
          id: soc,
          name: cells.Title,
          order: 1,
          titleRank: 0,
          track: null,
          seniorCivilService: false,
          meanLevel: meanLevel(levels),
          description: '',
          responsibilities: [],
          skills,
        },
      ],
    });
  }
  return [...families.values()];
}

/** Occupations that are alike, as the release lists them: the nearest first. */
function edgesOf({ related }: OnetTables): ContentEdge[] {
  return related.rows.map(({ cells }) => ({
    from: cells[SOC],
    to: cells['Related O*NET-SOC Code'],
    kind: 'LATERAL',
    source: { tier: cells['Relatedness Tier'], index: Number(cells.Index) },
  }));
}

function withoutRatings({ occupations, skills }: OnetTables, of: ReadonlyMap<string, unknown>): Finding[] {
  const without = occupations.rows.filter(({ cells }) => !of.has(cells[SOC])).length;
  if (without === 0) return [];
  const message = `${without} of ${occupations.rows.length} occupations have no rated skill in ${skills.file}.`;
  return [finding('WITHOUT_RATINGS', occupations.file, null, null, message)];
}
