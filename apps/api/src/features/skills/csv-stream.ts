import { errorCode, FileFault } from './format-files.js';
import type { FormatFile } from './framework-format.js';
import { problem } from './import-findings.rules.js';

/** One record, with the physical line it starts in: a record may span many lines. */
export interface CsvRecord {
  row: number;
  cells: string[];
}

/** A text in quotation marks that does not end: longer than any cell that a framework holds. */
const LONGEST_RECORD = 1024 * 1024;

/**
 * The records of a large CSV file, in batches as they come. A line without a quotation mark is cut at its separators; what
 * holds one is cut here, too: going through it sign by sign, as a library for every dialect has to, took a fifth of an
 * import. A file that was cut off is refused where it ends.
 */
export async function* csvRecords(file: FormatFile, separator = ','): AsyncGenerator<CsvRecord[]> {
  const lines = new RecordReader(file.name, separator);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of await file.open()) {
    yield lines.take(decoded(decoder, piece as Buffer, file.name, lines.row));
  }
  yield lines.take(decoded(decoder, null, file.name, lines.row));
  lines.end();
}

/** Collects pieces of a file into records. */
class RecordReader {
  row = 1;
  private rest = '';
  /** A record whose quotation marks are open at the end of a line. */
  private open: { row: number; text: string } | null = null;

  constructor(
    private readonly file: string,
    private readonly separator: string,
  ) {}

  take(piece: string): CsvRecord[] {
    const text = this.rest + piece;
    const records: CsvRecord[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      const line = text.slice(from, text[end - 1] === '\r' ? Math.max(from, end - 1) : end);
      this.line(line, records);
      from = end + 1;
      this.row += 1;
    }
    this.rest = text.slice(from);
    if (this.rest.length > LONGEST_RECORD) throw this.unclosed(this.row);
    return records;
  }

  end(): void {
    if (this.open) throw this.cutOff(this.open.row, 'inside a text in quotation marks that begins here');
    if (this.rest !== '') throw this.cutOff(this.row, 'in the middle of this row: no line end follows');
  }

  private line(line: string, records: CsvRecord[]): void {
    const quotes = line.includes('"');
    if (!this.open && !quotes) {
      if (line !== '') records.push({ row: this.row, cells: line.split(this.separator) });
      return;
    }
    const record = this.open ?? { row: this.row, text: '' };
    record.text += this.open ? `\n${line}` : line;
    // Inside quotation marks there is an odd number of them before the end.
    const odd = quotes && count(line, '"') % 2 === 1;
    const stays = this.open ? !odd : odd;
    this.open = stays ? record : null;
    if (record.text.length > LONGEST_RECORD) throw this.unclosed(record.row);
    if (stays) return;
    const cells = cellsOf(record.text, this.separator);
    if (!cells) throw this.unclosed(record.row);
    records.push({ row: record.row, cells });
  }

  private unclosed(row: number): FileFault {
    const message = 'From here on this is not a CSV file: a quotation mark is missing or out of place.';
    return new FileFault(problem('NOT_A_CSV', this.file, row, null, message));
  }

  private cutOff(row: number, where: string): FileFault {
    return new FileFault(
      problem('CUT_OFF', this.file, row, null, `The file ends ${where}. It was cut off; fetch it again.`),
    );
  }
}

/** The cells of a record, of which some stand in quotation marks; null where a mark is out of place. */
export function cellsOf(text: string, separator: string): string[] | null {
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    if (text[at] === '"') {
      let cell = '';
      let from = at + 1;
      let mark = text.indexOf('"', from);
      // Two of them mean one.
      for (; mark !== -1 && text[mark + 1] === '"'; mark = text.indexOf('"', from)) {
        cell += text.slice(from, mark + 1);
        from = mark + 2;
      }
      if (mark === -1) return null;
      cells.push(cell + text.slice(from, mark));
      at = mark + 1;
    } else {
      const next = text.indexOf(separator, at);
      const end = next === -1 ? text.length : next;
      const cell = text.slice(at, end);
      if (cell.includes('"')) return null;
      cells.push(cell);
      at = end;
    }
    if (at >= text.length) return cells;
    if (text[at] !== separator) return null;
  }
}

function decoded(decoder: InstanceType<typeof TextDecoder>, piece: Buffer | null, file: string, row: number): string {
  try {
    const text = piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    if (text.includes('\u0000'))
      throw new FileFault(
        problem('NOT_A_CSV', file, row, null, 'There is a zero byte near here: this is not a text file.'),
      );
    return text;
  } catch (error) {
    if (errorCode(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    const message =
      'There are characters here or a little further down that are not UTF-8. Save the file as “CSV UTF-8”.';
    throw new FileFault(problem('WRONG_ENCODING', file, row, null, message));
  }
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}
