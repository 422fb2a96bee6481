import { Injectable } from '@nestjs/common';
import type { ParseArgsConfig } from 'node:util';
import type { Viewer } from '../access/viewer.js';
import type { ParsedArguments } from './command-registry.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** A file that was named on the command line, or lies in a folder that was. */
export interface NamedFile {
  name: string;
  path: string;
  /** What it was said to be: `skills=list.csv`. Null: by its name. */
  as: string | null;
  /** Whether it was named itself and not by its folder: then it must be known. */
  meant: boolean;
}

export interface ImportOrder {
  system: Viewer;
  files: readonly NamedFile[];
  values: ParsedArguments['values'];
  /** False: only shows what would be done. */
  apply: boolean;
}

export interface ImportedCount {
  what: string;
  create: number;
  update: number;
  unchanged: number;
  remove: number;
}

export interface ImportNote {
  severity: 'INFO' | 'WARNING' | 'ERROR';
  file: string;
  row: number | null;
  column: string | null;
  message: string;
}

/** What came of it, in the same words for every kind. */
export interface ImportReport {
  /** What it is, and what it was compared with. */
  title: string;
  counts: readonly ImportedCount[];
  notes: readonly ImportNote[];
  /** How many rows were read. */
  rows: number;
  /** What was done, or why nothing was. */
  outcome: string;
}

/** Something that can come in by files on the host. */
export interface ImportKind {
  /** The word that calls it: `esco`. */
  word: string;
  /** One line for the list. */
  summary: string;
  /** Its options besides `--dry-run` and `--apply`. Kinds that have one of the same name mean the same by it. */
  options: Options;
  run(order: ImportOrder): Promise<ImportReport>;
}

/** What can come in, by its word. Features add theirs in `onModuleInit`. */
@Injectable()
export class ImportKinds {
  readonly options: Options = { 'dry-run': { type: 'boolean' }, apply: { type: 'boolean' } };
  private readonly kinds = new Map<string, ImportKind>();

  register(kind: ImportKind): void {
    if (this.kinds.has(kind.word)) throw new Error(`Two kinds of imports are called ${kind.word}.`);
    this.kinds.set(kind.word, kind);
    Object.assign(this.options, kind.options);
  }

  find(word: string): ImportKind | null {
    return this.kinds.get(word) ?? null;
  }

  all(): ImportKind[] {
    return [...this.kinds.values()].sort((one, other) => one.word.localeCompare(other.word));
  }
}
