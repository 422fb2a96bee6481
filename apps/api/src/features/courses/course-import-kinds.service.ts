import { readFile } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type ImportedCount,
  ImportKinds,
  type ImportNote,
  type ImportOrder,
  type ImportReport,
} from '../../platform/commands/import-kinds.js';
import type { CourseImportKind } from './course-import.entity.js';
import type { CatalogueAbout } from './course-rows.rules.js';
import { CourseImporterService } from './course-importer.service.js';
import { aloneWithCatalogue } from './course-keeping.service.js';
import { aloneWithCompletions } from './completions.service.js';
import type { ImportPlan } from './import-plan.rules.js';

const OPTIONS = {
  title: { type: 'string' },
  licence: { type: 'string' },
  attribution: { type: 'string' },
  'source-url': { type: 'string' },
} as const;
const READABLE = /\.(csv|xlsx|json)$/i;

const KINDS: { word: string; kind: CourseImportKind; what: string; summary: string }[] = [
  {
    word: 'courses',
    kind: 'COURSES',
    what: 'Courses',
    summary:
      'A list of courses as .csv or .xlsx, or a curriculum as .json. [--title --licence --attribution --source-url]',
  },
  {
    word: 'completions',
    kind: 'COMPLETIONS',
    what: 'Completions',
    summary: 'Who finished which course, as .csv or .xlsx: course code, person number or mail address, day.',
  },
];

/** The operator's way to the same imports. */
@Injectable()
export class CourseImportKinds implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly importer: CourseImporterService,
  ) {}

  onModuleInit(): void {
    for (const { word, kind, what, summary } of KINDS)
      this.kinds.register({ word, summary, options: OPTIONS, run: (order) => this.run(kind, what, order) });
  }

  private async run(kind: CourseImportKind, what: string, order: ImportOrder): Promise<ImportReport> {
    const { system, files, values, apply } = order;
    await (kind === 'COURSES' ? aloneWithCatalogue : aloneWithCompletions)(system);
    const counts: ImportedCount[] = [];
    const notes: ImportNote[] = [];
    let rows = 0;
    for (const { name, path, meant } of files) {
      if (!meant && !READABLE.test(name)) continue;
      const file = { name, bytes: await readFile(path) };
      const plan = await this.importer.plan(system, file, { kind, mapping: [], catalogue: catalogueFrom(values) });
      if ('problem' in plan) {
        notes.push(note('ERROR', name, null, null, plan.problem));
        continue;
      }
      rows += plan.counts.rows;
      counts.push(countOf(files.length > 1 ? `${what}, ${name}` : what, plan));
      notes.push(...notesOf(name, plan));
      // A file may build on the one before it.
      if (apply && plan.counts.errors === 0) await plan.write(system);
    }
    const wrong = notes.some(({ severity }) => severity === 'ERROR');
    const does = counts.reduce((sum, { create, update }) => sum + create + update, 0);
    return { title: what, counts, notes, rows, outcome: outcomeOf(wrong, does, apply) };
  }
}

function outcomeOf(wrong: boolean, does: number, apply: boolean): string {
  if (wrong) return 'Nothing was written.';
  if (does === 0) return 'Everything is here already, and nothing was written.';
  return apply ? `${does} were written.` : 'Nothing was written. The same with --apply does it.';
}

const countOf = (what: string, { counts }: ImportPlan): ImportedCount => ({
  what,
  create: counts.create,
  update: counts.change,
  unchanged: counts.unchanged,
  remove: 0,
});

function notesOf(file: string, { rows, counts, catalogue }: ImportPlan): ImportNote[] {
  const wrong = rows.flatMap(({ row, problems }) =>
    problems.map(({ field, message }) => note('ERROR', file, row, field || null, message)),
  );
  const { newProviders, linkedPrerequisites, prerequisitesInWords } = counts;
  const told = [
    newProviders && `${newProviders} providers are new; nobody checked them yet.`,
    linkedPrerequisites && `${linkedPrerequisites} prerequisites become links to courses.`,
    prerequisitesInWords && `The prerequisites of ${prerequisitesInWords} courses stay words.`,
    catalogue && `From ${[catalogue.name, catalogue.licence, catalogue.attribution].filter(Boolean).join(', ')}.`,
  ].filter((sentence) => typeof sentence === 'string');
  return [...wrong, ...told.map((sentence) => note('INFO', file, null, null, sentence))];
}

const note = (
  severity: ImportNote['severity'],
  file: string,
  row: number | null,
  column: string | null,
  message: string,
): ImportNote => ({ severity, file, row, column, message });

/** What the operator says of the list; null: what the file says of itself. */
function catalogueFrom(values: ImportOrder['values']): CatalogueAbout | null {
  const said = (option: keyof typeof OPTIONS) => {
    const value = values[option];
    return typeof value === 'string' ? value.trim() : '';
  };
  const name = said('title');
  if (!name) return null;
  return {
    name,
    licence: said('licence'),
    attribution: said('attribution'),
    sourceUrl: said('source-url') || null,
  };
}
