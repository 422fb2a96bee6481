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
  /** By the code of the skill, to see what is asked twice. */
  known: Map<string, ContentRequirement>;
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
        ...{ group, asked, known: new Map() },
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
      const importance = type === 'essential' ? ESSENTIAL : OPTIONAL;
      const before = role.known.get(skill.id);
      if (before) {
        before.importance = Math.max(before.importance ?? 0, importance);
        const message = `“${role.role.name}” asks for “${skill.name}” a second time.`;
        this.findings.push(finding('ASKED_TWICE', file.name, row, 'skillUri', message));
        return;
      }
      const asked: ContentRequirement = { skill: skill.id, level: null, importance };
      role.known.set(skill.id, asked);
      role.asked.push(asked);
    });
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
