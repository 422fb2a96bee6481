import { createReadStream } from 'node:fs';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type ImportOrder,
  ImportKinds,
  type ImportNote,
  type ImportReport,
} from '../../platform/commands/import-kinds.js';
import { TableKinds } from '../../platform/tables/table-kinds.js';
import { formatFile, slotFor } from './format-files.js';
import { countContent } from './framework-content.rules.js';
import type { FormatFile, FrameworkFormat } from './framework-format.js';
import { FRAMEWORK_FORMATS } from './framework-formats.js';
import type { AboutFramework, FrameworkObject } from './framework-import.entity.js';
import {
  aboutOf,
  columnProblems,
  missingWords,
  optionProblems,
  slotProblems,
  type WrongInput,
} from './framework-import.rules.js';
import { FrameworkImporter, type FrameworkPlan } from './framework-importer.service.js';
import { problem } from './import-findings.rules.js';
import { columnWritten } from './sheet-columns.rules.js';
import { type ColumnSaid, SHEET_KEYS, SHEETS } from './sheet-fields.rules.js';
import { fitOf } from './sheet-header.rules.js';

const OPTIONS = {
  title: { type: 'string' },
  publisher: { type: 'string' },
  'framework-version': { type: 'string' },
  licence: { type: 'string' },
  'licence-url': { type: 'string' },
  attribution: { type: 'string' },
  'source-url': { type: 'string' },
  restricted: { type: 'boolean' },
  option: { type: 'string', multiple: true },
  column: { type: 'string', multiple: true },
} as const;

const CALLED: Record<FrameworkObject, string> = {
  FRAMEWORK: 'The framework itself',
  SCALE_LEVEL: 'Levels of the scale',
  SKILL: 'Skills',
  SKILL_RELATION: 'Relations of skills',
  JOB_FAMILY: 'Job families',
  JOB_ROLE: 'Job roles',
  JOB_ROLE_LEVEL: 'Levels of job roles',
  REQUIREMENT: 'Skills asked for',
  JOB_ROLE_EDGE: 'Steps between job roles',
};

/** The operator's way to the same imports: every format by its word. */
@Injectable()
export class FrameworkImportKinds implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly importer: FrameworkImporter,
    private readonly tables: TableKinds,
  ) {}

  onModuleInit(): void {
    for (const key of SHEET_KEYS)
      if (key !== 'framework')
        this.tables.register({
          ...{ word: key, path: '/programme/frameworks/import', fit: (headers) => fitOf(key, headers) },
          what: `the table “${SHEETS[key].title}” of a framework`,
        });
    for (const format of FRAMEWORK_FORMATS) {
      const { word, title, about } = format;
      this.kinds.register({
        ...{ word, options: OPTIONS },
        summary: `${title}. ${about} [--title --publisher --framework-version --licence --licence-url --attribution --source-url --restricted --option KEY=VALUE${format.hasColumns ? ' --column HEADER=FIELD' : ''}]`,
        run: (order) => this.run(format, order),
      });
    }
  }

  private async run(format: FrameworkFormat, order: ImportOrder): Promise<ImportReport> {
    const about = aboutFrom(order.values, format);
    const options = optionsFrom(order.values);
    const columns = columnsFrom(order.values);
    const { files, unknown } = filesFor(format, order);
    const title = `${about.title || format.title} ${about.version}`;
    const wrong: ImportNote[] = [
      ...unknown.map((name) =>
        problem('UNKNOWN_FILE', name, null, null, `${format.title} knows no file of this name.`),
      ),
      ...[
        ...missingWords(about),
        ...optionProblems(format, options),
        ...columns.wrong,
        ...columnProblems(format, columns.said),
        ...slotProblems(
          format,
          files.map(({ key }) => key),
        ),
      ].map(({ field, message }) => problem('INPUT', `--${OPTION_OF[field] ?? field}`, null, null, message)),
    ];
    if (wrong.length > 0) return nothing(title, wrong);
    const framework = { format, about, options, files, columns: { said: columns.said, before: [] } };
    const plan = await this.importer.plan(order.system, framework);
    if ('problems' in plan) return nothing(title, plan.problems);
    const compared = plan.base
      ? `compared with version ${plan.base.version} (${plan.base.state.toLowerCase()})`
      : 'the first of its series';
    return {
      title: `${title}, ${compared}`,
      counts: plan.outcomes.map(({ object, ...counts }) => ({ what: CALLED[object], ...counts })),
      notes: plan.findings,
      rows: rowsOf(plan),
      outcome: await this.outcome(order, framework, plan),
    };
  }

  private async outcome(
    { system, apply }: ImportOrder,
    order: Parameters<FrameworkImporter['write']>[1],
    plan: FrameworkPlan,
  ): Promise<string> {
    if (plan.changesNothing) return 'Nothing differs from the newest version, and nothing was written.';
    if (!apply) return 'Nothing was written. The same with --apply does it.';
    const { id, version } = await this.importer.write(system, order, plan);
    return `Version ${version} was written as a draft: /programme/frameworks/${id}`;
  }
}

/** As the fields of the dry run are called on the command line. */
const OPTION_OF: Record<string, string> = {
  version: 'framework-version',
  licenceUrl: 'licence-url',
  sourceUrl: 'source-url',
  options: 'option',
  columns: 'column',
};

function nothing(title: string, notes: readonly ImportNote[]): ImportReport {
  return { title, counts: [], notes, rows: 0, outcome: 'Nothing was written.' };
}

function rowsOf({ content }: FrameworkPlan): number {
  const { skills, jobFamilies, jobRoles, jobRoleLevels, requirements } = countContent(content);
  const ties = (content.relations?.length ?? 0) + (content.edges?.length ?? 0);
  return skills + jobFamilies + jobRoles + jobRoleLevels + requirements + ties;
}

function filesFor(format: FrameworkFormat, { files }: ImportOrder): { files: FormatFile[]; unknown: string[] } {
  const known: FormatFile[] = [];
  const unknown: string[] = [];
  for (const { name, path, as, meant } of files) {
    const slot =
      as ??
      slotFor(
        format,
        name,
        known.map(({ key }) => key),
      );
    if (slot) known.push(formatFile(slot, name, () => Promise.resolve(createReadStream(path))));
    else if (meant) unknown.push(name);
  }
  return { files: known, unknown };
}

function aboutFrom(values: ImportOrder['values'], { standard = {} }: FrameworkFormat): AboutFramework {
  const said = (option: keyof typeof OPTIONS, usual = '') => {
    const value = values[option];
    return typeof value === 'string' ? value : usual;
  };
  return aboutOf({
    title: said('title', standard.title),
    publisher: said('publisher', standard.publisher),
    version: said('framework-version', standard.version),
    licence: said('licence', standard.licence),
    licenceUrl: said('licence-url', standard.licenceUrl),
    attribution: said('attribution', standard.attribution),
    sourceUrl: said('source-url', standard.sourceUrl),
    restricted: values['restricted'] === true,
  });
}

function optionsFrom(values: ImportOrder['values']): Record<string, string> {
  const given = values['option'];
  const pairs = Array.isArray(given) ? given.map(String) : [];
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at === -1 ? [pair, ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}

/** Which column is what, as “Header=field” or “table:Header=field”. */
function columnsFrom(values: ImportOrder['values']): { said: ColumnSaid[]; wrong: WrongInput[] } {
  const given = values['column'];
  const written = (Array.isArray(given) ? given.map(String) : []).map((text) => ({
    text,
    column: columnWritten(text),
  }));
  return {
    said: written.flatMap(({ column }) => column ?? []),
    wrong: written
      .filter(({ column }) => !column)
      .map(({ text }) => ({ field: 'columns', message: `“${text}” is no “Header=field”.` })),
  };
}
