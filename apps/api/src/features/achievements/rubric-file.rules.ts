import { type CaseProblem, type CaseRubric, readCaseRubrics } from '@assay/rubric';
import { parse } from 'csv-parse/sync';

const MOST = { rows: 200, columns: 60, characters: 500_000 };

/** The cells of a file of text; a cell that an export guarded against being run as a formula is as it was. */
export function cellsOf({ text, delimiter }: { text: string; delimiter: string }): string[][] | { problem: string } {
  if (text.length > MOST.characters)
    return { problem: 'The file is far longer than a rubric. Save the rubric alone and take that.' };
  try {
    const rows = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true }) as string[][];
    if (rows.length > MOST.rows)
      return { problem: `The file has ${rows.length} rows; a rubric has at most ${MOST.rows}.` };
    const wide = rows.findIndex((row) => row.length > MOST.columns);
    if (wide >= 0) return { problem: `Row ${wide + 1} has more than ${MOST.columns} columns.` };
    return rows.map((row) => row.map((cell) => cell.replace(/^'(?=[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－−＠])/u, '')));
  } catch (error) {
    const { lines } = error as { lines?: number };
    return {
      problem: `The file cannot be read${lines ? ` from line ${lines} on` : ''}: a quote is left open, or stands in the midst of a cell.`,
    };
  }
}

/** The rubrics of a CASE package, or the places in which it is none. */
export function caseRubricsOf(text: string): { rubrics: CaseRubric[] } | { problems: CaseProblem[] } {
  try {
    return readCaseRubrics(JSON.parse(text));
  } catch (error) {
    const where = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = where ? text.slice(0, Number(where)).split('\n').length : text.split('\n').length;
    return {
      problems: [{ place: `Line ${line}`, message: 'The file is no JSON from here on; it may have been cut off.' }],
    };
  }
}
