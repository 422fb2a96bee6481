import type { ImportField } from './import-columns.rules.js';

/**
 * Sorts out, before anything dear is done, the rows of a file that say nothing new: most files are nearly the last one again.
 * Cells are compared as they stand; a row with so much as a blank too many is looked at properly later.
 */

/** The rows as people count them: the headers are row 1. A table that was just filled is read in the order of filling. */
const NUMBERED = '(SELECT (row_number() OVER () + 1)::int AS row, * FROM import_raw)';

type Columns = ReadonlyMap<ImportField, string>;

/** What people are recognised by: their number where the file has one, else their mail address. */
export function keyOf(columns: Columns): { cell: string; column: 'person_number' | 'email' } {
  const number = columns.get('PERSON_NUMBER');
  return number ? { cell: number, column: 'person_number' } : { cell: columns.get('EMAIL') ?? 'c0', column: 'email' };
}

/** Keys that stand in several rows, letter by letter; others are found where rows are looked at properly. */
export function keysTwice(columns: Columns): string {
  const { cell } = keyOf(columns);
  return `INSERT INTO import_twice SELECT ${cell} FROM import_raw WHERE ${cell} IS NOT NULL GROUP BY 1 HAVING count(*) > 1`;
}

/** The rows that differ from what is recorded, or may. `$1` is the day from which changes hold. */
export function freshRows(columns: Columns): string {
  const { cell, column } = keyOf(columns);
  const joins = [
    `LEFT JOIN person p ON p.${column} = raw.${cell}`,
    'LEFT JOIN employment e ON e.person_id = p.id AND e.is_primary AND e.starts_on <= $1::date AND (e.ends_on IS NULL OR e.ends_on >= $1::date)',
  ];
  const same = ['p.active', '(p.last_day IS NULL OR p.last_day >= $1::date)'];
  const compare = (field: ImportField, equal: (cell: string) => string, join?: string) => {
    const at = columns.get(field);
    if (!at) return;
    if (join) joins.push(join.replaceAll('CELL', `raw.${at}`));
    same.push(`(raw.${at} IS NULL OR ${equal(`raw.${at}`)})`);
  };
  const manager = (of: string) => (text: string) => `${text} = ${of} OR (${text} = '-' AND e.manager_id IS NULL)`;
  compare('PERSON_NUMBER', (text) => `${text} = p.person_number`);
  compare('EMAIL', (text) => `${text} = p.email`);
  compare('DISPLAY_NAME', (text) => `${text} = p.display_name`);
  const [given, family] = [columns.get('GIVEN_NAME'), columns.get('FAMILY_NAME')];
  if ((given ?? family) && !columns.has('DISPLAY_NAME'))
    same.push(
      `concat_ws(' ', ${[given, family].flatMap((at) => (at ? [`raw.${at}`] : [])).join(', ')}) IN ('', p.display_name)`,
    );
  compare('JOB_TITLE', (text) => `${text} = e.job_title`);
  compare('UNIT', () => 'u.unit_id = e.org_unit_id', 'LEFT JOIN import_unit u ON u.text = CELL');
  if (columns.has('MANAGER_NUMBER') || columns.has('MANAGER_EMAIL'))
    joins.push('LEFT JOIN person m ON m.id = e.manager_id');
  compare('MANAGER_NUMBER', manager('m.person_number'));
  compare('MANAGER_EMAIL', manager('m.email'));
  compare('JOB_ROLE_LEVEL', () => 'v.level_id = e.job_role_level_id', 'LEFT JOIN import_level v ON v.text = CELL');
  compare('STARTS_ON', () => 'first.day IS NOT NULL', 'LEFT JOIN import_day first ON first.text = CELL');
  compare('LAST_DAY', () => 'last.day = p.last_day', 'LEFT JOIN import_day last ON last.text = CELL');
  return `INSERT INTO import_fresh SELECT raw.* FROM ${NUMBERED} raw ${joins.join('\n')}
    WHERE (${same.join('\n AND ')}) IS NOT TRUE OR raw.${cell} IN (SELECT key FROM import_twice)`;
}

/** Rows that are looked at properly and mean somebody whom another row of the file means too. */
export function meantTwice(columns: Columns): string {
  const { cell, column } = keyOf(columns);
  const old = column === 'person_number' ? 'old_number' : 'old_email';
  return `INSERT INTO import_problem SELECT line.row, '${column === 'email' ? 'email' : 'personNumber'}',
      format('%s is meant by the rows %s.', line.old_name, concat_ws(', ', least(line.row, raw.row), greatest(line.row, raw.row)))
    FROM import_line line JOIN ${NUMBERED} raw ON lower(raw.${cell}) = lower(line.${old}) AND raw.row <> line.row
    WHERE line.known AND NOT EXISTS (SELECT FROM import_problem known WHERE known.row = line.row)`;
}

/** Rows sorted out as saying nothing new, with whom they mean. */
export function sameRows(columns: Columns): string {
  const { cell, column } = keyOf(columns);
  return `SELECT raw.row, 'UNCHANGED', p.id, p.display_name, '[]'::jsonb, '[]'::jsonb
    FROM ${NUMBERED} raw JOIN person p ON p.${column} = raw.${cell}
    WHERE NOT EXISTS (SELECT FROM import_fresh fresh WHERE fresh.row = raw.row)`;
}
