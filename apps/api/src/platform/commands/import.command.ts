import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Command } from './command.js';
import type { CommandContext } from './command-registry.js';
import { ImportKinds, type ImportKind, type ImportNote, type ImportReport, type NamedFile } from './import-kinds.js';

const MOST_SHOWN = 50;

/** One way in for everything that comes as files: shows what they would do, and does it when told to. */
@Injectable()
export class ImportCommand extends Command {
  readonly name = 'import';
  readonly usage = 'KIND FILES… --dry-run|--apply [options]';
  readonly summary = 'shows what files of a kind would change, or does it; without a KIND it lists them';
  override readonly changes = true;
  override readonly options: ImportKinds['options'];

  constructor(private readonly kinds: ImportKinds) {
    super();
    this.options = kinds.options;
  }

  async run({ system, args, out, err }: CommandContext): Promise<number> {
    const [word, ...paths] = args.positionals;
    const kind = word ? this.kinds.find(word) : null;
    if (!kind) {
      if (word) err(`There is no import of the kind “${word}”. There are:`);
      for (const each of this.kinds.all()) (word ? err : out)(describe(each));
      return word ? 1 : 0;
    }
    const apply = args.values['apply'] === true;
    if (apply === (args.values['dry-run'] === true)) return complain(err, 'Say one of --dry-run and --apply.');
    const named = await namedFiles(paths);
    if ('problem' in named) return complain(err, named.problem);

    const began = performance.now();
    const report = await kind.run({ system, files: named.files, values: args.values, apply });
    show(report, out, err);
    const seconds = (performance.now() - began) / 1_000;
    out(
      `${number(report.rows)} rows in ${seconds.toFixed(1)} s (${number(Math.round(report.rows / seconds))} a second), ` +
        `${Math.round(process.resourceUsage().maxRSS / 1_024)} MB at most.`,
    );
    const wrong = report.notes.some(({ severity }) => severity === 'ERROR');
    (wrong ? err : out)(report.outcome);
    return wrong ? 1 : 0;
  }
}

const number = (value: number) => value.toLocaleString('en');
const describe = ({ word, summary }: ImportKind) => `  ${word.padEnd(10)} ${summary}`;

function complain(err: (line: string) => void, problem: string): number {
  err(problem);
  return 1;
}

/** Files as they were named, `as=path` or path; of a folder, the files in it. */
async function namedFiles(paths: readonly string[]): Promise<{ files: NamedFile[] } | { problem: string }> {
  if (paths.length === 0) return { problem: 'Name the files, or the folder they are in.' };
  const files: NamedFile[] = [];
  for (const given of paths) {
    const [, as = null, path = given] = /^([a-zA-Z]+)=(.+)$/.exec(given) ?? [];
    const found = await stat(path).catch(() => null);
    if (!found) return { problem: `There is no file ${path}.` };
    if (!found.isDirectory()) {
      files.push({ name: basename(path), path, as, meant: true });
      continue;
    }
    for (const name of (await readdir(path)).sort())
      if ((await stat(join(path, name))).isFile()) files.push({ name, path: join(path, name), as: null, meant: false });
  }
  return { files };
}

function show({ title, counts, notes }: ImportReport, out: (line: string) => void, err: (line: string) => void): void {
  out(title);
  if (counts.length > 0) {
    const line = (cells: readonly string[]) =>
      cells.map((cell, at) => (at === 0 ? cell.padEnd(26) : cell.padStart(11))).join('');
    out(line(['', 'new', 'different', 'the same', 'left out']));
    for (const { what, create, update, unchanged, remove } of counts)
      out(line([what, ...[create, update, unchanged, remove].map(number)]));
  }
  // What stands in the way is never pushed out by what does not.
  const sorted = [...notes].sort((one, other) => GRAVITY.indexOf(one.severity) - GRAVITY.indexOf(other.severity));
  for (const note of sorted.slice(0, MOST_SHOWN)) (note.severity === 'ERROR' ? err : out)(inWords(note));
  if (notes.length > MOST_SHOWN) out(`… and ${number(notes.length - MOST_SHOWN)} more.`);
}

const GRAVITY: readonly ImportNote['severity'][] = ['ERROR', 'WARNING', 'INFO'];

function inWords({ severity, file, row, column, message }: ImportNote): string {
  const place = [file, row === null ? '' : `row ${row}`, column ?? ''].filter((part) => part !== '').join(', ');
  return `${severity}${place ? ` ${place}` : ''}: ${message}`;
}
