import {
  type ContentEdge,
  type ContentFamily,
  type ContentRole,
  type ContentRoleLevel,
  EDGE_KINDS,
  type FrameworkContent,
} from './framework-content.rules.js';
import { type Finding, problem } from './import-findings.rules.js';
import { meanLevel, rankTitle } from './ladder-order.rules.js';
import { linesOf, type ReadSheet, type SheetRow, wholeNumber, yesOrNo } from './sheet-cells.rules.js';
import type { SheetSkills } from './sheet-skills.rules.js';
import { idOfName } from './uk-gdd-text.rules.js';

const NO_FAMILY = 'Job roles';
/** What is about the role: it stands in its first row, and again only as it stood there. */
const OF_ROLE = ['role_description', 'role_responsibilities', 'alternative_titles', 'role_uri'] as const;

/** Job families, roles and levels of a table, what they ask, and the steps between them. */
export class SheetRoles {
  readonly families: ContentFamily[] = [];
  private readonly familyById = new Map<string, ContentFamily>();
  private readonly roleById = new Map<string, { role: ContentRole; first: SheetRow; family: string }>();
  private readonly levelById = new Map<string, ContentRoleLevel>();
  private readonly levelByName = new Map<string, string | null>();

  constructor(
    private readonly table: ReadSheet | null,
    private readonly problems: Finding[],
  ) {
    if (table) for (const row of table.rows) this.take(table, row);
  }

  ask(table: ReadSheet, skills: SheetSkills, scale: FrameworkContent['levels']): void {
    const metOf = new Map<ContentRoleLevel, Map<string, number>>();
    for (const row of table.rows) {
      const { cell } = row;
      const level = this.levelById.get(this.levelNamed(cell('role_level')) ?? '');
      const skill = skills.named(cell('skill'));
      if (!level)
        this.wrong(
          table,
          'UNKNOWN_ROLE_LEVEL',
          row,
          'role_level',
          `There is no level “${cell('role_level')}” of a job role.`,
        );
      if (!skill)
        this.wrong(
          table,
          'UNKNOWN_SKILL',
          row,
          'skill',
          `There is no skill “${cell('skill')}” in the table of skills.`,
        );
      if (!level || !skill) continue;
      const met = metOf.get(level) ?? new Map<string, number>();
      metOf.set(level, met);
      const before = met.get(skill);
      if (before !== undefined) {
        this.wrong(
          table,
          'TWICE',
          row,
          'skill',
          `Row ${before} asks for the same skill at the same level of the job role.`,
        );
        continue;
      }
      met.set(skill, row.row);
      level.skills.push({
        skill,
        level: this.askedLevel(table, row, scale),
        importance: this.importance(table, row),
        mustHave: this.yes(table, row, 'must_have'),
      });
    }
    for (const level of this.levelById.values())
      level.meanLevel = meanLevel(level.skills.flatMap((asked) => (asked.level === null ? [] : [asked.level])));
  }

  steps(table: ReadSheet): ContentEdge[] {
    const met = new Set<string>();
    return table.rows.flatMap((row) => {
      const [from, to] = ['from', 'to'].map((field) => {
        const id = this.levelNamed(row.cell(field));
        if (id === undefined)
          this.wrong(table, 'UNKNOWN_ROLE_LEVEL', row, field, `There is no level “${row.cell(field)}” of a job role.`);
        return id;
      });
      const said = row.cell('kind').trim().toUpperCase() || 'LATERAL';
      const kind = EDGE_KINDS.find((each) => each === said);
      if (!kind) this.wrong(table, 'UNKNOWN_WORD', row, 'kind', `“${said}” is none of ${EDGE_KINDS.join(', ')}.`);
      if (from === undefined || to === undefined || !kind) return [];
      if (from === to) this.wrong(table, 'STEP_TO_ITSELF', row, 'to', 'A step goes to another level.');
      if (met.has(`${from}\t${to}`)) this.wrong(table, 'TWICE', row, 'to', 'This step stands here already.');
      met.add(`${from}\t${to}`);
      return [{ from, to, kind, note: row.cell('note') }];
    });
  }

  private take(table: ReadSheet, row: SheetRow): void {
    const { cell } = row;
    const [roleName, levelName] = [cell('role'), cell('level')];
    if (roleName.trim() === '') return this.wrong(table, 'EMPTY_NAME', row, 'role', 'A job role needs a name.');
    if (levelName.trim() === '')
      return this.wrong(table, 'EMPTY_NAME', row, 'level', 'A level of a job role needs a name.');
    const role = this.role(table, row, roleName);
    const id = cell('level_code').trim() || `${role.id}--${idOfName(levelName)}`;
    if (this.levelById.has(id))
      return this.wrong(table, 'TWICE', row, 'level_code', `The level “${id}” stands here already.`);
    const ranked = rankTitle(levelName);
    const level: ContentRoleLevel = {
      id,
      name: levelName,
      order: this.number(table, row, 'order') ?? role.levels.length + 1,
      titleRank: this.number(table, row, 'title_rank') ?? ranked.titleRank,
      track: table.places.has('track') ? cell('track') || null : ranked.track,
      seniorCivilService: this.yes(table, row, 'senior_civil_service'),
      meanLevel: 0,
      description: cell('level_description'),
      responsibilities: linesOf(cell('level_responsibilities')),
      skills: [],
    };
    role.levels.push(level);
    this.levelById.set(id, level);
    const word = `${roleName.trim()}, ${levelName.trim()}`.toLowerCase();
    this.levelByName.set(word, this.levelByName.has(word) ? null : id);
  }

  private role(table: ReadSheet, row: SheetRow, name: string): ContentRole {
    const { cell } = row;
    const familyName = cell('family') || NO_FAMILY;
    const familyId = cell('family_code').trim() || idOfName(familyName);
    const id = cell('role_code').trim() || idOfName(name);
    const known = this.roleById.get(id);
    if (known) {
      for (const field of OF_ROLE)
        if (cell(field) !== '' && cell(field) !== known.first.cell(field))
          this.wrong(table, 'CONTRADICTION', row, field, `Row ${known.first.row} says something else of “${name}”.`);
      if (known.role.name !== name || known.family !== familyId)
        this.wrong(
          table,
          'CONTRADICTION',
          row,
          'role',
          `Row ${known.first.row} has this job role under another name or family.`,
        );
      return known.role;
    }
    const role: ContentRole = {
      id,
      name,
      description: cell('role_description'),
      responsibilities: linesOf(cell('role_responsibilities')),
      uri: cell('role_uri').trim() || null,
      alternativeTitles: linesOf(cell('alternative_titles')),
      levels: [],
    };
    this.roleById.set(id, { role, first: row, family: familyId });
    this.family(familyId, familyName).roles.push(role);
    return role;
  }

  private family(id: string, name: string): ContentFamily {
    const known = this.familyById.get(id);
    if (known) return known;
    const family = { id, name, roles: [] };
    this.familyById.set(id, family);
    this.families.push(family);
    return family;
  }

  private levelNamed(text: string): string | undefined {
    const word = text.trim();
    return this.levelById.has(word) ? word : (this.levelByName.get(word.toLowerCase()) ?? undefined);
  }

  private askedLevel(table: ReadSheet, row: SheetRow, scale: FrameworkContent['levels']): number | null {
    const text = row.cell('level').trim();
    if (text === '') return null;
    const found = scale.find(
      ({ value, name }) => value === wholeNumber(text) || name.toLowerCase() === text.toLowerCase(),
    );
    if (!found) this.wrong(table, 'UNKNOWN_LEVEL', row, 'level', `The scale has no level “${text}”.`);
    return found?.value ?? null;
  }

  private importance(table: ReadSheet, row: SheetRow): number {
    const text = row.cell('importance').trim();
    const number = text === '' ? 2 : wholeNumber(text);
    if (number !== null && [1, 2, 3].includes(number)) return number;
    this.wrong(table, 'UNKNOWN_WORD', row, 'importance', `“${text}” is none of 1, 2, 3.`);
    return 2;
  }

  private yes(table: ReadSheet, row: SheetRow, field: string): boolean {
    const said = yesOrNo(row.cell(field));
    if (said === null) this.wrong(table, 'UNKNOWN_WORD', row, field, `“${row.cell(field)}” is neither yes nor no.`);
    return said ?? false;
  }

  private number(table: ReadSheet, row: SheetRow, field: string): number | null {
    const text = row.cell(field).trim();
    const number = text === '' ? null : wholeNumber(text);
    if (text !== '' && number === null)
      this.wrong(table, 'NOT_A_NUMBER', row, field, `“${text}” is not a whole number.`);
    return number;
  }

  private wrong(table: ReadSheet, kind: string, { row }: SheetRow, field: string, message: string): void {
    this.problems.push(problem(kind, table.file, row, table.columnOf(field), message));
  }
}
