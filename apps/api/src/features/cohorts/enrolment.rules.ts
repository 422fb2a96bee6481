import { CsvError, parse } from 'csv-parse/sync';

/** The most people of one cohort. */
export const MOST_MEMBERS = 500;

/** Somebody as a line of a file names them. */
export interface NamedLine {
  /** As spreadsheets count: the headers are row 1. */
  readonly row: number;
  readonly email: string;
  readonly personNumber: string;
}

/** Somebody whom a line may mean. */
export interface Known {
  readonly id: string;
  readonly email: string;
  readonly personNumber: string | null;
  readonly withUs: boolean;
  readonly enrolled: boolean;
}

export interface PlannedEnrolment {
  readonly row: number;
  /** As it was written. */
  readonly named: string;
  readonly personId: string | null;
  readonly outcome: 'ENROL' | 'ALREADY' | 'ERROR';
  readonly problem: string | null;
}

const HEADERS: Record<string, 'email' | 'personNumber'> = {
  email: 'email',
  mail: 'email',
  mailaddress: 'email',
  emailaddress: 'email',
  personnumber: 'personNumber',
  number: 'personNumber',
  employeenumber: 'personNumber',
};

/** The people that a file names, one a line, or why it cannot be read. */
export function linesOf(text: string): { lines: NamedLine[] } | { problem: string } {
  let records: string[][];
  try {
    const [head = ''] = text.split(/\r?\n/, 1);
    const delimiter = [';', '\t'].find((each) => head.includes(each)) ?? ',';
    records = parse(text, { bom: true, delimiter, relax_column_count: true, trim: true });
  } catch (error) {
    const where = error instanceof CsvError && typeof error.lines === 'number' ? ` (line ${error.lines})` : '';
    return { problem: `The file cannot be read as a table${where}: look at its quotation marks.` };
  }
  const [heads = [], ...rest] = records;
  const fields = heads.map((head) => HEADERS[head.toLowerCase().replace(/[^a-z]/g, '')] ?? null);
  if (!fields.some((field) => field !== null))
    return { problem: 'The first line must name a column “email” or “person number”.' };
  const lines = rest.flatMap((cells, index) => {
    if (cells.every((cell) => cell === '')) return [];
    const cell = (field: 'email' | 'personNumber') => cells[fields.indexOf(field)] ?? '';
    return [
      {
        row: index + 2,
        email: fields.includes('email') ? cell('email') : '',
        personNumber: fields.includes('personNumber') ? cell('personNumber') : '',
      },
    ];
  });
  if (lines.length === 0) return { problem: 'The file names nobody.' };
  if (lines.length > MOST_MEMBERS)
    return { problem: `The file names ${lines.length} people; ${MOST_MEMBERS} are the most of one cohort.` };
  return { lines };
}

/** Whom each line means, and what would be done; with an error in one of them nothing is done at all. */
export function planEnrolment(lines: readonly NamedLine[], people: readonly Known[]): PlannedEnrolment[] {
  const byEmail = new Map(people.map((each) => [each.email.toLowerCase(), each]));
  const byNumber = new Map(
    people.flatMap((each) => (each.personNumber ? [[each.personNumber.toLowerCase(), each]] : [])),
  );
  const first = new Map<string, number>();
  return lines.map(({ row, email, personNumber }) => {
    const named = [email, personNumber].filter(Boolean).join(', ');
    const no = (problem: string): PlannedEnrolment => ({ row, named, personId: null, outcome: 'ERROR', problem });
    if (!named) return no('Say who, by mail address or person number.');
    const mailed = byEmail.get(email.toLowerCase());
    const numbered = byNumber.get(personNumber.toLowerCase());
    if (email && !mailed) return no(`There is nobody with the mail address “${email}”.`);
    if (personNumber && !numbered) return no(`There is nobody with the number “${personNumber}”.`);
    if (mailed && numbered && mailed.id !== numbered.id)
      return no(`The mail address and the number ${personNumber} are those of two people.`);
    const person = mailed ?? numbered;
    if (!person) return no('Say who, by mail address or person number.');
    const before = first.get(person.id);
    if (before !== undefined) return no(`The same person stands in row ${before} already.`);
    first.set(person.id, row);
    if (!person.withUs) return no('This person is not with us any more.');
    const outcome = person.enrolled ? 'ALREADY' : 'ENROL';
    return { row, named, personId: person.id, outcome, problem: null };
  });
}
