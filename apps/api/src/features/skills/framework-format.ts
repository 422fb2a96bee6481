import type { Readable } from 'node:stream';
import type { WorkbooksService } from '../../platform/spreadsheets/workbooks.service.js';
import type { ContentAbout, FrameworkContent } from './framework-content.rules.js';
import type { SourceKind } from './framework.entity.js';
import type { Finding } from './import-findings.rules.js';
import type { ColumnsSaid, TableShown } from './sheet-columns.rules.js';

/** A file as a reader gets it: unpacked, wherever it lies. Reading it twice opens it twice. */
export interface FormatFile {
  /** Which slot of the format it fills. */
  key: string;
  /** As whoever gave it knows it; findings name it so. */
  name: string;
  /** For files that may be large: read piece by piece. */
  open(): Promise<Readable>;
  /** For files that a reader needs whole. */
  bytes(): Promise<Buffer>;
}

/** One file that a format knows. */
export interface FormatSlot {
  key: string;
  /** What it is, for people: “Skills”. */
  title: string;
  /** One sentence more. */
  about: string;
  /** By which a file is recognised as this one; the first slot that matches has it. */
  name: RegExp;
  required: boolean;
  /** Whether more than one file may fill it. */
  many?: boolean;
}

/** Something that a person says and no file does. */
export interface FormatOption {
  key: string;
  title: string;
  about: string;
  /** What holds when nothing is said. */
  standard: string;
  /** What can be chosen; left out where anything may be written. */
  choices?: readonly string[];
}

/** Everything that the files say, or everything that is wrong with them and nothing else. */
export type FrameworkRead = ({ content: FrameworkContent; findings: Finding[] } | { problems: Finding[] }) & {
  /** How the columns were understood, in a form whose columns are anybody's own. */
  tables?: TableShown[];
};

/** What is recorded of a version that an import is compared with. */
export type RecordedAbout = Required<Omit<ContentAbout, 'licenceUrl' | 'uri' | 'source'>> & {
  seriesId: string;
  licenceUrl: string | null;
  uri: string | null;
  source: object;
};

/** What a form whose files are tables is read with. */
export interface TableReading {
  workbooks: WorkbooksService;
  columns?: ColumnsSaid;
}

/** A published form of frameworks that can come in. */
export interface FrameworkFormat {
  kind: SourceKind;
  /** Its word on the command line. */
  word: string;
  title: string;
  about: string;
  slots: readonly FormatSlot[];
  options?: readonly FormatOption[];
  /** What people need not write again: as the publisher asks to be named. */
  standard?: Partial<
    Record<'title' | 'publisher' | 'version' | 'licence' | 'licenceUrl' | 'attribution' | 'sourceUrl', string>
  >;
  /** True for tables of people's own, where they say which column is what. */
  hasColumns?: true;
  read(
    files: readonly FormatFile[],
    options: Readonly<Record<string, string>>,
    tables?: TableReading,
  ): Promise<FrameworkRead>;
  /** False for a form that has no place for what its source says besides: it is kept as it is recorded. */
  carriesSource?: false;
  /** What the files say of the framework, once it is known which version they are compared with. */
  aboutAgainst?(about: ContentAbout, base: RecordedAbout): ContentAbout;
}
