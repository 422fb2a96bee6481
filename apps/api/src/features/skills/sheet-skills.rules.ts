import {
  type ContentRelation,
  type ContentSkill,
  type FrameworkContent,
  SKILL_CATEGORIES,
  SKILL_KINDS,
} from './framework-content.rules.js';
import { type Finding, finding, problem } from './import-findings.rules.js';
import { linesOf, type ReadSheet, type SheetRow } from './sheet-cells.rules.js';
import { idOfName } from './uk-gdd-text.rules.js';

/** The skills of a table, and finding them by code or name, as people write either. */
export class SheetSkills {
  readonly skills: ContentSkill[] = [];
  private readonly rows = new Map<string, number>();
  private readonly byName = new Map<string, string | null>();
  private readonly nameById = new Map<string, string>();
  private readonly parentCells: { id: string; row: SheetRow }[] = [];

  constructor(
    private readonly table: ReadSheet,
    private readonly levels: FrameworkContent['levels'],
    private readonly problems: Finding[],
    private readonly findings: Finding[],
  ) {
    for (const row of table.rows) this.take(row);
    if (table.rows.length === 0 && table.places.has('name'))
      problems.push(problem('NOTHING_THERE', table.file, null, null, 'There is no skill in this table.'));
  }

  /** Undefined where nothing is called so, or more than one. */
  named(text: string): string | undefined {
    const word = text.trim();
    if (this.rows.has(word)) return word;
    return this.byName.get(word.toLowerCase()) ?? undefined;
  }

  nameOf(id: string): string {
    return this.nameById.get(id) ?? id;
  }

  rowOf(id: string): number | null {
    return this.rows.get(id) ?? null;
  }

  parents(): ContentRelation[] {
    return this.parentCells.flatMap(({ id, row }) => {
      const target = this.named(row.cell('parent'));
      if (target !== undefined) return [{ type: 'isChildOf', origin: id, target } as const];
      this.wrong('UNKNOWN_SKILL', row, 'parent', `There is no skill “${row.cell('parent')}” in this table.`);
      return [];
    });
  }

  private take(row: SheetRow): void {
    const { cell } = row;
    const name = cell('name');
    if (name.trim() === '') return this.wrong('EMPTY_NAME', row, 'name', 'A skill needs a name.');
    const id = cell('skill').trim() || idOfName(name);
    const before = this.rows.get(id);
    if (before !== undefined)
      return this.wrong('TWICE', row, 'skill', `The skill “${id}” stands in row ${before} already.`);
    if (name !== name.trim())
      this.findings.push(finding('STRAY_SPACE', this.table.file, row.row, this.table.columnOf('name'), `“${name}”`));
    this.rows.set(id, row.row);
    this.nameById.set(id, name);
    const word = name.trim().toLowerCase();
    this.byName.set(word, this.byName.has(word) ? null : id);
    if (cell('parent').trim() !== '') this.parentCells.push({ id, row });
    this.skills.push({
      id,
      name,
      description: cell('description') || null,
      kind: this.word(row, 'kind', SKILL_KINDS) ?? 'SKILL',
      category: this.word(row, 'category', SKILL_CATEGORIES) ?? null,
      synonyms: linesOf(cell('synonyms')),
      coding: cell('coding') || null,
      uri: cell('uri').trim() || null,
      notes: cell('notes') || null,
      levels: Object.fromEntries(
        this.levels.map((level) => {
          const texts = linesOf(cell(`level_${level.value}`));
          return [level.name.toLowerCase(), texts.length > 0 ? texts : null];
        }),
      ),
    });
  }

  private word<Word extends string>(row: SheetRow, field: string, known: readonly Word[]): Word | undefined {
    const text = row.cell(field).trim();
    const word = known.find((each) => each === text.toUpperCase());
    if (text !== '' && !word) this.wrong('UNKNOWN_WORD', row, field, `“${text}” is none of ${known.join(', ')}.`);
    return word;
  }

  private wrong(kind: string, { row }: SheetRow, field: string, message: string): void {
    this.problems.push(problem(kind, this.table.file, row, this.table.columnOf(field), message));
  }
}
