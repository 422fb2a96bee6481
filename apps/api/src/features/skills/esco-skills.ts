import { addressesOf, eachRow, labelsOf, type Problems, said } from './esco-table.js';
import type { ContentRelation, ContentSkill, SkillCategory } from './framework-content.rules.js';
import type { FormatFile } from './framework-format.js';
import { firstCircle } from './framework-check.rules.js';

/** ESCO describes no skill level by level. */
const NO_LEVELS: ContentSkill['levels'] = {};

/** How widely a skill is of use, where ESCO says so. What is between the two is neither. */
const CATEGORY: Record<string, SkillCategory> = {
  transversal: 'TRANSFERABLE',
  'sector-specific': 'TECHNICAL',
  'occupation-specific': 'TECHNICAL',
};

/** Schemes that say how ESCO is built, and nothing of the skills in them. */
const STRUCTURE = /\/(skills|member-skills|skills-hierarchy|occupations|member-occupations|isco|isced-f)$/;

/** Skills and groups by their address, and how they hang together. */
export class EscoSkills {
  readonly skills = new Map<string, ContentSkill>();
  readonly relations: ContentRelation[] = [];
  /** By both ends: the file and the line that say so. */
  private readonly ties = new Map<string, [file: string, row: number]>();

  constructor(private readonly problems: Problems) {}

  async readSkills(file: FormatFile): Promise<void> {
    const columns = [
      ...['conceptUri', 'skillType', 'preferredLabel', 'reuseLevel', 'altLabels', 'hiddenLabels', 'status'],
      ...['modifiedDate', 'scopeNote', 'definition', 'inScheme', 'description'],
    ];
    await eachRow(file, columns, 3, this.problems, (cells, row) => {
      const [uri = '', type = '', name = '', reuse = '', also = '', hidden = '', status = '', changed = ''] = cells;
      const [notes = '', definition = '', schemes = '', description = ''] = cells.slice(8);
      if (type !== 'knowledge' && type !== 'skill/competence')
        this.problems.add('UNKNOWN_TYPE', file.name, row, 'skillType', `“${type}” is no type of skill that is known.`);
      this.add(file, row, uri, {
        ...{ id: codeOf(uri), name, levels: NO_LEVELS, uri, kind: type === 'knowledge' ? 'KNOWLEDGE' : 'SKILL' },
        ...{ category: CATEGORY[reuse] ?? null, synonyms: labelsOf(also, name) },
        ...{ description: description.trim() || null, notes: notes.trim() || null },
        source: said({
          ...{ reuseLevel: reuse, status, modifiedDate: changed, definition: definition.trim() },
          ...{ hiddenLabels: labelsOf(hidden, ''), inScheme: addressesOf(schemes) },
        }),
      });
    });
  }

  async readGroups(file: FormatFile): Promise<void> {
    const columns = [
      ...['conceptUri', 'preferredLabel', 'code', 'altLabels', 'hiddenLabels', 'status', 'modifiedDate', 'scopeNote'],
      ...['inScheme', 'description'],
    ];
    await eachRow(file, columns, 2, this.problems, (cells, row) => {
      const [uri = '', name = '', coding = '', also = '', hidden = '', status = '', changed = ''] = cells;
      const [notes = '', schemes = '', description = ''] = cells.slice(7);
      this.add(file, row, uri, {
        ...{ id: codeOf(uri), name, levels: NO_LEVELS, uri, kind: 'GROUP', coding: coding || null },
        ...{ synonyms: labelsOf(also, name), description: description.trim() || null, notes: notes.trim() || null },
        source: said({
          ...{ status, modifiedDate: changed, hiddenLabels: labelsOf(hidden, '') },
          inScheme: addressesOf(schemes),
        }),
      });
    });
  }

  async readBroader(file: FormatFile): Promise<void> {
    await eachRow(file, ['conceptUri', 'broaderUri'], 2, this.problems, ([child = '', parent = ''], row) => {
      this.tie(file, row, [child, 'conceptUri'], [parent, 'broaderUri']);
    });
  }

  /** Each row is a way from the top; what stands beside one another on it hangs together. */
  async readHierarchy(file: FormatFile): Promise<void> {
    const columns = [0, 1, 2, 3].map((level) => `Level ${level} URI`);
    await eachRow(file, columns, 1, this.problems, (cells, row) => {
      const way = cells.filter((uri) => uri !== '');
      for (const [at, parent] of way.slice(0, -1).entries())
        this.tie(file, row, [way[at + 1] ?? '', columns[at + 1] ?? ''], [parent, columns[at] ?? '']);
    });
  }

  /** A theme: which skills belong to it, and once more what stands above them. */
  async readCollection(file: FormatFile): Promise<void> {
    const name = /^(.*?)SkillsCollection/i.exec(file.name)?.[1] || 'other';
    const columns = ['conceptUri', 'broaderConceptUri', 'reuseLevel'];
    await eachRow(file, columns, 1, this.problems, ([uri = '', broader = '', reuse = ''], row) => {
      const skill = this.known(file, row, uri, 'conceptUri');
      if (!skill) return;
      note(skill, 'collections', name);
      skill.category ??= CATEGORY[reuse] ?? null;
      for (const parent of addressesOf(broader))
        this.tie(file, row, [uri, 'conceptUri'], [parent, 'broaderConceptUri']);
    });
  }

  /** Lists of skills by other aspects. Those of the structure itself are told by the other files. */
  async readSchemes(file: FormatFile): Promise<void> {
    const columns = ['conceptSchemeUri', 'hasTopConcept'];
    await eachRow(file, columns, 1, this.problems, ([scheme = '', members = '']) => {
      if (STRUCTURE.test(scheme)) return;
      for (const uri of addressesOf(members)) {
        const skill = this.skills.get(uri);
        if (skill) note(skill, 'schemes', scheme);
      }
    });
  }

  /** Whether something stands above itself; the path, and the line that closes it. */
  findCircle(): void {
    const circle = firstCircle(this.relations);
    if (!circle) return;
    const [last = '', first = ''] = circle.slice(-2);
    const [file, row] = this.ties.get(`${last} ${first}`) ?? ['', null];
    const names = new Map([...this.skills.values()].map(({ id, name }) => [id, name]));
    const path = circle.map((id) => `“${names.get(id) ?? id}”`).join(' → ');
    this.problems.add('CIRCLE', file, row, null, `“Is child of” comes round in a circle: ${path}.`);
  }

  private add(file: FormatFile, row: number, uri: string, skill: ContentSkill): void {
    if (!/^https?:\/\/\S+$/.test(uri))
      this.problems.add('NO_ADDRESS', file.name, row, 'conceptUri', `“${uri}” is no address.`);
    else if (this.skills.has(uri))
      this.problems.add(
        'TWICE',
        file.name,
        row,
        'conceptUri',
        `${uri} stands here for the second time (“${skill.name}”).`,
      );
    else this.skills.set(uri, skill);
  }

  private tie(file: FormatFile, row: number, child: [string, string], parent: [string, string]): void {
    const [origin, target] = [child, parent].map(([uri, column]) => this.known(file, row, uri, column));
    if (!origin || !target) return;
    const key = `${origin.id} ${target.id}`;
    if (this.ties.has(key)) return;
    this.ties.set(key, [file.name, row]);
    this.relations.push({ type: 'isChildOf', origin: origin.id, target: target.id });
  }

  private known(file: FormatFile, row: number, uri: string, column: string): ContentSkill | null {
    const skill = this.skills.get(uri) ?? null;
    if (!skill)
      this.problems.add('UNKNOWN_SKILL', file.name, row, column, `${uri} is among neither the skills nor the groups.`);
    return skill;
  }
}

/** The end of an address of ESCO: unique, fit for addresses of ours, and the same in every version. */
export function codeOf(uri: string): string {
  return uri
    .replace(/^https?:\/\/data\.europa\.eu\/esco\/((skill|occupation)\/)?/, '')
    .replace(/[^A-Za-z0-9.-]+/g, '-');
}

function note(skill: ContentSkill, what: 'collections' | 'schemes', name: string): void {
  const facts = (skill.source ??= {});
  const known = facts[what];
  if (!Array.isArray(known)) facts[what] = [name];
  else if (!known.includes(name)) known.push(name);
}
