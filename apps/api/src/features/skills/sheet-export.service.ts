import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Cell } from '../../platform/export/spreadsheet-safe.js';
import type { ExportTable } from '../../platform/export/spreadsheet-files.js';
import type { OutgoingLevel } from './case-items-out.rules.js';
import { FrameworkReadingService } from './framework-reading.service.js';
import type { RowKind, RowOf, SkillRow } from './framework-rows.js';
import type { SkillFramework } from './framework.entity.js';
import { type FieldOf, type Sheet, type SheetKey, SHEETS } from './sheet-fields.rules.js';

/** A framework version as tables, in the form in which they can be imported again. */
@Injectable()
export class SheetExportService {
  constructor(private readonly reading: FrameworkReadingService) {}

  /** The tables; their rows are read from the database when they are asked for, one table after another. */
  async tables(viewer: Viewer, framework: SkillFramework): Promise<ExportTable[]> {
    const scale = await this.reading.scale(viewer, framework.id);
    const rows = <Kind extends RowKind>(kind: Kind) => this.reading.rows(viewer, framework.id, kind);
    const roles = new Map<string, RowOf['roles']>();
    return [
      table('framework', async function* () {
        yield await Promise.resolve(frameworkCells(framework));
      }),
      table('scale', async function* () {
        for (const { ordinal, label, description } of scale)
          yield await Promise.resolve(cells('scale', { level: ordinal, name: label, description }));
      }),
      skillTable(scale, () => rows('skills')),
      table('relations', async function* () {
        for await (const { origin, type, target, targetTitle } of rows('relations')) {
          const inside = target.inside ? target.code : null;
          const outside = inside === null ? (target.uri ?? `urn:skill:${target.code}`) : null;
          const title = inside === null ? (targetTitle ?? target.name) : null;
          yield cells('relations', {
            skill: origin.code,
            type,
            target: inside,
            target_uri: outside,
            target_title: title,
          });
        }
      }),
      table('job_roles', async function* () {
        for await (const role of rows('roles')) roles.set(role.code, role);
        const begun = new Set<string>();
        for await (const level of rows('levels')) {
          yield levelCells(level, roles.get(level.roleCode), begun.has(level.roleCode));
          begun.add(level.roleCode);
        }
      }),
      table('requirements', async function* () {
        for await (const { levelCode, skill, level, importance, mustHave } of rows('requirements'))
          if (skill.inside)
            yield cells('requirements', {
              role_level: levelCode,
              skill: skill.code,
              level,
              importance,
              must_have: mustHave ? 'yes' : 'no',
            });
      }),
      table('steps', async function* () {
        for await (const { fromCode, toCode, kind, note } of rows('edges'))
          yield cells('steps', { from: fromCode, to: toCode, kind, note });
      }),
    ];
  }

  /** Empty tables with their headers and a row as it is meant. */
  template(): ExportTable[] {
    const examples = (key: SheetKey) => {
      const { fields }: Sheet = SHEETS[key];
      return fields.some(({ example }) => example !== undefined) ? [fields.map(({ example }) => example ?? '')] : [];
    };
    const keys: SheetKey[] = ['skills', 'relations', 'scale', 'job_roles', 'requirements', 'steps'];
    return [
      ...keys.map((key) => {
        const levels: OutgoingLevel[] =
          key === 'skills' ? [1, 2, 3, 4].map((ordinal) => ({ ordinal, label: '', description: null })) : [];
        const filled = examples(key).map((row) => [
          ...row,
          ...levels.map(({ ordinal }) => (ordinal === 1 ? 'mix a dough by a recipe' : '')),
        ]);
        return { ...table(key, () => from(filled)), columns: columnsOf(key, levels) };
      }),
      {
        name: 'columns',
        columns: [
          { header: 'table', width: 16 },
          { header: 'column' },
          { header: 'needed', width: 10 },
          { header: 'meaning', width: 100 },
        ],
        rows: () => from(keys.flatMap(explained)),
      },
    ];
  }
}

function explained(key: SheetKey): Cell[][] {
  const { about, fields }: Sheet = SHEETS[key];
  return [[key, '', '', about], ...fields.map((field) => [key, field.name, field.needed ? 'yes' : 'no', field.about])];
}

function table(key: SheetKey, rows: ExportTable['rows']): ExportTable {
  return { name: key, columns: columnsOf(key, []), rows };
}

function columnsOf(key: SheetKey, levels: readonly OutgoingLevel[]): ExportTable['columns'] {
  const { fields }: Sheet = SHEETS[key];
  return [
    ...fields.map(({ name, width }) => ({ header: name, width })),
    ...levels.map(({ ordinal }) => ({ header: `level_${ordinal}`, width: 40 })),
  ];
}

function cells<Key extends SheetKey>(key: Key, said: Partial<Record<FieldOf<Key>, Cell>>): Cell[] {
  const { fields }: Sheet = SHEETS[key];
  return fields.map(({ name }) => (said as Record<string, Cell>)[name]);
}

function skillTable(scale: readonly OutgoingLevel[], rows: () => AsyncGenerator<SkillRow>): ExportTable {
  return {
    name: 'skills',
    columns: columnsOf('skills', scale),
    rows: async function* () {
      for await (const row of rows()) {
        const { code, name, description, kind, category, coding, uri, notes } = row;
        const synonyms = row.synonyms.join('\n');
        yield [
          ...cells('skills', { skill: code, name, description, kind, category, coding, synonyms, uri, notes }),
          ...scale.map(({ ordinal }) => row.descriptors[ordinal - 1]?.join('\n')),
        ];
      }
    },
  };
}

function levelCells(level: RowOf['levels'], role: RowOf['roles'] | undefined, again: boolean): Cell[] {
  const { facts } = level;
  const once = again || !role ? {} : roleCells(role);
  return cells('job_roles', {
    family_code: role?.familyCode,
    family: role?.familyName,
    role_code: level.roleCode,
    role: level.roleName,
    ...once,
    level_code: level.code,
    level: level.name,
    level_description: level.description,
    level_responsibilities: level.responsibilities.join('\n'),
    order: level.order,
    track: facts.track,
    title_rank: facts.titleRank,
    senior_civil_service: facts.seniorCivilService ? 'yes' : 'no',
  });
}

function roleCells(role: RowOf['roles']): Partial<Record<FieldOf<'job_roles'>, Cell>> {
  return {
    role_description: role.description,
    role_responsibilities: role.responsibilities.join('\n'),
    alternative_titles: role.alternativeTitles.join('\n'),
    role_uri: role.uri,
  };
}

function frameworkCells(framework: SkillFramework): Cell[] {
  const { title, publisher, version, description, language, licence, licenceUrl, attribution, sourceUrl, uri } =
    framework;
  return cells('framework', {
    title,
    publisher,
    version,
    description,
    language,
    licence,
    licence_url: licenceUrl,
    attribution,
    source_url: sourceUrl,
    uri,
  });
}

async function* from(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly Cell[]> {
  for (const row of rows) yield await Promise.resolve(row);
}
