export type FindingSeverity = 'INFO' | 'WARNING' | 'ERROR';

/** Something an import met in the files, with the place where a person finds it. */
export interface Finding {
  severity: FindingSeverity;
  kind: string;
  file: string;
  /** Physical line where the record starts, counted as a text editor does; null when it is about the whole file. */
  row: number | null;
  column: string | null;
  message: string;
}

interface Kind {
  severity: FindingSeverity;
  /** What was done about all cases of the kind, in one sentence. */
  summary: string;
}

/** Everything that is worth telling and does not stop an import, most serious first. */
const KINDS = {
  REPEAT_AT_TWO_LEVELS: {
    severity: 'WARNING',
    summary: 'A role level asks for the same skill at two levels. The higher one is kept.',
  },
  ORDER_TIED: {
    severity: 'WARNING',
    summary: 'Two levels of a role have the same title rank and the same mean level. They keep the order of the file.',
  },
  NO_DESCRIPTORS: {
    severity: 'WARNING',
    summary: 'Skills that say at no level what somebody can do. They come in without descriptors.',
  },
  ROLES_LISTED_DIFFER: {
    severity: 'WARNING',
    summary: 'A skill lists other roles than those that ask for it. What the roles ask for is kept.',
  },
  ITEM_AGAIN: {
    severity: 'WARNING',
    summary: 'Items that stand in the package twice with the same statement. The first one is kept.',
  },
  ASKED_TWICE: {
    severity: 'WARNING',
    summary: 'An occupation asks for the same skill twice. It is kept once, as essential where one of the two is.',
  },
  LEVELS_CHOSEN: {
    severity: 'INFO',
    summary: 'The source names no levels. Those of the scale were chosen here.',
  },
  NOT_IN_USE: { severity: 'INFO', summary: 'Rows marked NOT IN USE. They are skipped.' },
  IDENTICAL_REPEAT: { severity: 'INFO', summary: 'Rows that say the same again. They are merged.' },
  LOOKS_LIKE_A_DATE: {
    severity: 'WARNING',
    summary: 'Codes that look like what a spreadsheet program makes of codes. They are kept as they are.',
  },
  LEVEL_WITHOUT_DESCRIPTORS: {
    severity: 'INFO',
    summary: 'Single levels of a skill that are not described, though others are. They come in without descriptors.',
  },
  NOT_REQUIRED: { severity: 'INFO', summary: 'Skills that no role level in use asks for. They are kept.' },
  NO_DESCRIPTION: { severity: 'INFO', summary: 'Skills without a description. They come in without one.' },
  OTHER_DESCRIPTION: {
    severity: 'INFO',
    summary: 'The roles file describes a skill otherwise than the skills file. The skills file wins.',
  },
  PARAGRAPH_LEFT_OUT: {
    severity: 'INFO',
    summary: 'Text between the first line and the list of duties. It is left out.',
  },
  STRAY_SPACE: { severity: 'INFO', summary: 'Names with a space before or after. They are kept as written.' },
  COLUMN_NOT_READ: { severity: 'INFO', summary: 'Columns that this import does not know. They are not read.' },
  NOT_RELEVANT: { severity: 'INFO', summary: 'Ratings that are marked as not relevant. They are left out.' },
  NOT_IMPORTANT: {
    severity: 'INFO',
    summary: 'Skills that an occupation does not need, by their importance. They are left out.',
  },
  SUPPRESSED: {
    severity: 'INFO',
    summary: 'Values that their publisher recommends to suppress. They are not used; they are kept as published.',
  },
  WITHOUT_RATINGS: { severity: 'INFO', summary: 'Occupations whose skills were not rated. They come in without.' },
  OLDER_CASE: { severity: 'INFO', summary: 'A package of CASE 1.0. Its liberties are understood.' },
  UNKNOWN_PROPERTY: { severity: 'INFO', summary: 'Properties that CASE does not know. They are kept with the item.' },
  ASSOCIATION_AS_IS: {
    severity: 'INFO',
    summary: 'Associations that are more than a relation between two skills of the package. Nothing of them is lost.',
  },
  ORDER_DERIVED: {
    severity: 'INFO',
    summary:
      'The files give the levels of a role no order. It is derived from the title, then from the mean level asked.',
  },
} satisfies Record<string, Kind>;

export type FindingKind = keyof typeof KINDS;

/** A finding of a known kind, with the severity that goes with it. */
export function finding(
  kind: FindingKind,
  file: string,
  row: number | null,
  column: string | null,
  message: string,
): Finding {
  return { severity: KINDS[kind].severity, kind, file, row, column, message };
}

/** What stops an import. */
export function problem(
  kind: string,
  file: string,
  row: number | null,
  column: string | null,
  message: string,
): Finding {
  return { severity: 'ERROR', kind, file, row, column, message };
}

/** How many there are of each kind, gravest first. */
export function totalsOf(findings: readonly Finding[]): { kind: string; severity: FindingSeverity; count: number }[] {
  const totals = new Map<string, { kind: string; severity: FindingSeverity; count: number }>();
  for (const { kind, severity } of findings) {
    const known = totals.get(kind);
    if (known) known.count += 1;
    else totals.set(kind, { kind, severity, count: 1 });
  }
  const order = Object.keys(KINDS);
  const place = ({ kind, severity }: { kind: string; severity: FindingSeverity }) =>
    GRAVITY.indexOf(severity) * 1_000 + order.indexOf(kind);
  return [...totals.values()].sort((one, other) => place(one) - place(other));
}
const GRAVITY: readonly FindingSeverity[] = ['ERROR', 'WARNING', 'INFO'];

/** What was done about all findings of a kind, in one sentence. */
export function summaryOf(kind: string): string {
  const known: Record<string, Kind> = KINDS;
  return known[kind]?.summary ?? 'Faults that stop the import. Mend them in the files and read those again.';
}

/** So many names of files are enough to say which ones to mend. */
const MOST_FAULTY = 1_000;

/** The files, and the tables in them, that stop an import. */
export function faultyFiles(findings: readonly Finding[]): string[] {
  const names = findings.filter(({ severity }) => severity === 'ERROR').map(({ file }) => file);
  return [...new Set(names)].slice(0, MOST_FAULTY);
}

/** Whether a finding about one of these is about this file: about itself, a table in it, or all files alike. */
export function isFaulty(name: string, faulty: readonly string[]): boolean {
  return faulty.some((each) => each === '' || each === name || each.startsWith(tablesIn(name)));
}

/** How the name of a table begins that is one of several in a file. */
export const tablesIn = (file: string) => `${file}: `;
