import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Command } from '../../platform/commands/command.js';
import type { CommandContext, ParsedArguments } from '../../platform/commands/command-registry.js';
import { dayOf } from '../../platform/access/day.js';
import { type ColumnMapping, guessMapping, IMPORT_FIELDS, mappingProblem } from './import-columns.rules.js';
import { ImportSourceService } from './import-source.service.js';
import { dayIn } from './import-text.rules.js';
import { type FullImportOrder, PeopleImporterService } from './people-importer.service.js';

const MOST_SHOWN = 50;

/** The operator's way to the same import: shows what it would do, and does it when told to. */
@Injectable()
export class ImportPeopleCommand extends Command {
  readonly name = 'people import';
  readonly usage = 'FILE [--apply] [--map HEADER=FIELD …] [--from DAY] [--missing keep|leave]';
  readonly summary = 'shows what a .csv or .xlsx of people would change; with --apply does it, all of it or nothing';
  override readonly changes = true;
  override readonly options = {
    apply: { type: 'boolean' },
    map: { type: 'string', multiple: true },
    from: { type: 'string' },
    missing: { type: 'string' },
  } as const;

  constructor(
    private readonly source: ImportSourceService,
    private readonly importer: PeopleImporterService,
  ) {
    super();
  }

  async run({ system, args, out, err }: CommandContext): Promise<number> {
    const [path, ...others] = args.positionals;
    if (!path || others.length > 0) return complain(err, 'Name one file: npm run assay -- people import people.csv');
    const text = await this.source.read(basename(path), await readFile(path));
    if ('problem' in text) return complain(err, text.problem);
    const order = orderOf(args, text.headers, dayOf(system));
    if ('problem' in order) return complain(err, order.problem);
    for (const { header, field } of order.mapping) out(`${header.padEnd(24)} ${field ?? '(not read)'}`);

    const counts = await this.importer.plan(system, text, order);
    if ('problem' in counts) return complain(err, counts.problem);
    out('');
    out(
      `${counts.rows} rows: ${counts.create} new, ${counts.change} changed, ${counts.unchanged} unchanged, ${counts.leave} would leave, ${counts.errors} with problems.`,
    );
    if (counts.errors > 0) {
      const problems = await this.importer.problems(system, MOST_SHOWN);
      for (const { row, field, message } of problems) err(`Row ${row}, ${field}: ${message}`);
      return complain(err, 'Nothing was changed. Mend the file, or map its columns with --map.');
    }
    if (!args.values['apply']) {
      out('Nothing was changed. The same with --apply does it.');
      return 0;
    }
    const problem = await this.importer.merge(system, order);
    if (problem) return complain(err, problem.problem);
    out('Applied.');
    return 0;
  }
}

function complain(err: (line: string) => void, problem: string): number {
  err(problem);
  return 1;
}

function orderOf(
  { values }: ParsedArguments,
  headers: readonly string[],
  today: string,
): FullImportOrder | { problem: string } {
  const from = typeof values['from'] === 'string' ? dayIn(values['from']) : today;
  if (!from) return { problem: 'A day looks like 2026-11-03.' };
  const missing = typeof values['missing'] === 'string' ? values['missing'].toUpperCase() : 'KEEP';
  if (missing !== 'KEEP' && missing !== 'LEAVE')
    return { problem: 'People who are not in the file keep or leave: --missing keep, or --missing leave.' };
  const mapping: ColumnMapping[] = guessMapping(headers);
  for (const given of Array.isArray(values['map']) ? values['map'] : []) {
    const [, header, name] = /^(.+)=([^=]+)$/.exec(String(given)) ?? [];
    const field = IMPORT_FIELDS.find((each) => each === name?.toUpperCase());
    const column = mapping.find((each) => each.header === header);
    if (!column || !field)
      return { problem: `--map ${String(given)}: a header of the file, =, and one of ${IMPORT_FIELDS.join(', ')}.` };
    for (const each of mapping) if (each.field === field) each.field = null;
    column.field = field;
  }
  const problem = mappingProblem(mapping, headers);
  return problem ? { problem } : { mapping, effectiveOn: from, missing, unitIds: null, orderedBy: null };
}
