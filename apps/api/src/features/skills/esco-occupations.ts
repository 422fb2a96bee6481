import { codeOf } from './esco-skills.js';
import { addressesOf, eachRow, labelsOf, type Problems, said } from './esco-table.js';
import type { ContentFamily, ContentRequirement, ContentRole, ContentSkill } from './framework-content.rules.js';
import type { FormatFile } from './framework-format.js';
import { type Finding, finding } from './import-findings.rules.js';

const ESSENTIAL = 3;
const OPTIONAL = 1;

interface Occupation {
  group: string;
  role: ContentRole;
  asked: ContentRequirement[];
  /** Which skill each of them is, and in which row of the file it stands. */
  skills: ContentSkill[];
  rows: number[];
}

/** Occupations as job roles of one level each, in families by the code of their ISCO group. */
export class EscoOccupations {
  readonly findings: Finding[] = [];
  private readonly roles = new Map<string, Occupation>();

  constructor(
    private readonly skills: ReadonlyMap<string, ContentSkill>,
    private readonly problems: Problems,
  ) {}

  async readOccupations(file: FormatFile): Promise<void> {
    const columns = [
      ...['conceptUri', 'iscoGroup', 'preferredLabel', 'code', 'altLabels', 'hiddenLabels', 'status', 'modifiedDate'],
      ...['regulatedProfessionNote', 'scopeNote', 'definition', 'inScheme', 'description'],
    ];
    await eachRow(file, columns, 3, this.problems, (cells, row) => {
      const [uri = '', group = '', name = '', code = '', also = '', hidden = '', status = '', changed = ''] = cells;
      const [regulated = '', notes = '', definition = '', schemes = '', description = ''] = cells.slice(8);
      if (!/^\d{1,4}$/.test(group))
        this.problems.add('UNKNOWN_GROUP', file.name, row, 'iscoGroup', `“${group}” is no code of an ISCO group.`);
      if (this.roles.has(uri))
        return this.problems.add(
          'TWICE',
          file.name,
          row,
          'conceptUri',
          `${uri} stands here for the second time (“${name}”).`,
        );
      const id = codeOf(uri);
      const asked: ContentRequirement[] = [];
      const level = { id, name, order: 1, description: '', responsibilities: [], skills: asked };
      this.roles.set(uri, {
        ...{ group, asked, skills: [], rows: [] },
        role: {
          ...{ id, name, uri, description: description.trim(), responsibilities: [], levels: [level] },
          alternativeTitles: labelsOf(also, name),
          source: said({
            ...{ code, status, modifiedDate: changed, regulatedProfessionNote: regulated, scopeNote: notes.trim() },
            ...{ definition: definition.trim(), inScheme: addressesOf(schemes), hiddenLabels: labelsOf(hidden, '') },
          }),
        },
      });
    });
  }

  /** What an occupation asks: essential or optional, at no level that ESCO would name. */
  async readAsked(file: FormatFile): Promise<void> {
    const columns = ['occupationUri', 'skillUri', 'relationType'];
    await eachRow(file, columns, 3, this.problems, ([occupation = '', uri = '', type = ''], row) => {
      const [role, skill] = [this.roles.get(occupation), this.skills.get(uri)];
      if (!role)
        return this.problems.add(
          'UNKNOWN_ROLE',
          file.name,
          row,
          'occupationUri',
          `${occupation} is not among the occupations.`,
        );
      if (!skill)
        return this.problems.add('UNKNOWN_SKILL', file.name, row, 'skillUri', `${uri} is not among the skills.`);
      if (type !== 'essential' && type !== 'optional')
        return this.problems.add(
          'UNKNOWN_TYPE',
          file.name,
          row,
          'relationType',
          `“${type}” is neither essential nor optional.`,
        );
      role.asked.push({ skill: skill.id, level: null, importance: type === 'essential' ? ESSENTIAL : OPTIONAL });
      role.skills.push(skill);
      role.rows.push(row);
    });
    this.findings.push(
      ...[...this.roles.values()]
        .flatMap((role) => this.onceEach(role))
        .sort((one, other) => one.row - other.row)
        .map(({ row, message }) => finding('ASKED_TWICE', file.name, row, 'skillUri', message)),
    );
  }

  /** What an occupation asks twice counts once, as what is more; looked for when all is read, in one small set after another. */
  private onceEach(occupation: Occupation): { row: number; message: string }[] {
    const { role, asked, skills, rows } = occupation;
    if (new Set(skills).size === skills.length) return [];
    const again: { row: number; message: string }[] = [];
    const kept = new Map<ContentSkill, number>();
    for (const [at, skill] of skills.entries()) {
      const before = asked[kept.get(skill) ?? -1];
      if (!before) {
        kept.set(skill, at);
        continue;
      }
      before.importance = Math.max(before.importance ?? 0, asked[at]?.importance ?? 0);
      again.push({ row: rows[at] ?? 0, message: `“${role.name}” asks for “${skill.name}” a second time.` });
    }
    for (const list of [asked, skills, rows] as unknown[][])
      list.splice(0, list.length, ...[...kept.values()].map((at) => list[at]));
    return again;
  }

  /** By the code of their ISCO group. Its words are not ESCO's, and are not shipped. */
  families(): ContentFamily[] {
    const families = new Map<string, ContentFamily>();
    for (const { group, role } of this.roles.values()) {
      const family = families.get(group) ?? { id: `isco-${group}`, name: `ISCO-08 ${group}`, roles: [] };
      family.roles.push(role);
      families.set(group, family);
    }
    return [...families.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}
