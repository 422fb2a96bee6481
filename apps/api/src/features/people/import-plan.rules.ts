import type { ImportField } from './import-columns.rules.js';

/**
 * The statements that work out what a file of people would change. They read the file's rows from a table of texts and
 * write tables that end with the transaction; `$1` is the day from which changes hold.
 */

/** The tables of one plan. */
export function scratchTables(columns: number): string {
  const texts = Array.from({ length: columns }, (_, index) => `c${index} text`).join(', ');
  return `
    CREATE TEMP TABLE import_raw (${texts}) ON COMMIT DROP;
    CREATE TEMP TABLE import_fresh (row int, ${texts}) ON COMMIT DROP;
    CREATE TEMP TABLE import_twice (key text) ON COMMIT DROP;
    CREATE TEMP TABLE import_unit (text text, unit_id uuid, label text, problem text) ON COMMIT DROP;
    CREATE TEMP TABLE import_new_unit (id uuid, name text, parent_id uuid, position int) ON COMMIT DROP;
    CREATE TEMP TABLE import_level (text text, level_id uuid, problem text) ON COMMIT DROP;
    CREATE TEMP TABLE import_day (text text, day date) ON COMMIT DROP;
    CREATE TEMP TABLE import_manager (key text, manager_id uuid, here boolean) ON COMMIT DROP;
    CREATE TEMP TABLE import_problem (row int, field text, message text) ON COMMIT DROP;
    CREATE TEMP TABLE import_leave (row int, person_id uuid, name text) ON COMMIT DROP;
    CREATE TEMP TABLE import_line (
      row int, person_number text, name text, email text, job_title text, unit text, manager_email text, manager_number text,
      level text, starts_on text, last_day text, by_number uuid, by_mail uuid, known boolean, person_id uuid,
      old_name text, old_email text, old_number text, old_active boolean, old_last_day date, there boolean,
      employment_id uuid, old_title text, old_unit uuid, old_manager uuid, old_level uuid, old_starts date, old_ends date
    ) ON COMMIT DROP;
    CREATE TEMP TABLE import_plan (
      row int, person_id uuid, known boolean, there boolean, comes_back boolean,
      old_name text, old_email text, old_number text, old_last_day date, new_name text, new_email text, new_number text, new_last_day date,
      employment_id uuid, old_title text, old_unit uuid, old_manager uuid, old_level uuid, old_starts date, old_ends date,
      new_title text, new_unit uuid, new_manager uuid, new_level uuid, new_starts date,
      person_changes boolean, place_changes boolean, leaving_changes boolean,
      unit text, manager_key text, level text, starts_text text, last_text text
    ) ON COMMIT DROP`;
}

const CELLS: [string, ImportField][] = [
  ['person_number', 'PERSON_NUMBER'],
  ['email', 'EMAIL'],
  ['job_title', 'JOB_TITLE'],
  ['unit', 'UNIT'],
  ['manager_email', 'MANAGER_EMAIL'],
  ['manager_number', 'MANAGER_NUMBER'],
  ['level', 'JOB_ROLE_LEVEL'],
  ['starts_on', 'STARTS_ON'],
  ['last_day', 'LAST_DAY'],
];
/** A cell without what stands around it; nothing where nothing is written. */
export const cell = (column: string | undefined) =>
  column ? `nullif(btrim(${column}, E' \\t\\r\\n\\u00a0'), '')` : 'NULL::text';

/** Every row of the file beside the person it means and that person's main employment of the day. */
export function linesInto(columns: ReadonlyMap<ImportField, string>): string {
  const given = `nullif(concat_ws(' ', ${cell(columns.get('GIVEN_NAME'))}, ${cell(columns.get('FAMILY_NAME'))}), '')`;
  const name = `coalesce(${cell(columns.get('DISPLAY_NAME'))}, ${given})`;
  const read = CELLS.map(([into, field]) => `${cell(columns.get(field))} AS ${into}`);
  const numbered = columns.has('PERSON_NUMBER');
  const mailed = columns.has('EMAIL');
  const both = (column: string) => {
    if (!mailed) return `pn.${column}`;
    return numbered ? `CASE WHEN pn.id IS NULL THEN pm.${column} ELSE pn.${column} END` : `pm.${column}`;
  };
  return `
    INSERT INTO import_line (row, person_number, name, email, job_title, unit, manager_email, manager_number, level, starts_on, last_day,
      by_number, by_mail, known, person_id, old_name, old_email, old_number, old_active, old_last_day, there,
      employment_id, old_title, old_unit, old_manager, old_level, old_starts, old_ends)
    SELECT person.*, known AND (old_last_day IS NULL OR old_last_day >= $1::date),
      e.id, e.job_title, e.org_unit_id, e.manager_id, e.job_role_level_id, e.starts_on, e.ends_on
    FROM (
      SELECT cells.row, cells.person_number, cells.name, cells.email, cells.job_title, cells.unit, cells.manager_email, cells.manager_number,
        cells.level, cells.starts_on, cells.last_day,
        ${numbered ? 'pn.id' : 'NULL::uuid'} AS by_number, ${mailed ? 'pm.id' : 'NULL::uuid'} AS by_mail,
        ${both('id')} IS NOT NULL AS known, coalesce(${both('id')}, gen_random_uuid()) AS person_id,
        ${both('display_name')} AS old_name, ${both('email')} AS old_email, ${both('person_number')} AS old_number,
        ${both('active')} AS old_active, ${both('last_day')} AS old_last_day
      FROM (
        SELECT row, ${name} AS name, ${read.join(', ')} FROM import_fresh
      ) cells
      ${numbered ? 'LEFT JOIN person pn ON lower(pn.person_number) = lower(cells.person_number)' : ''}
      ${mailed ? 'LEFT JOIN person pm ON lower(pm.email) = lower(cells.email)' : ''}
      WHERE num_nonnulls(cells.person_number, cells.name, ${CELLS.slice(1)
        .map(([into]) => `cells.${into}`)
        .join(', ')}) > 0
    ) person
    LEFT JOIN employment e ON e.person_id = person.person_id AND e.is_primary AND e.starts_on <= $1::date
      AND (e.ends_on IS NULL OR e.ends_on >= $1::date)`;
}

/** Whom the file means by a manager: somebody of the file, or somebody recorded. */
export function managersInto(mapped: ReadonlySet<ImportField>): string[] {
  const by = (kind: 'N' | 'E', cellName: string, column: string) => `
    INSERT INTO import_manager (key, manager_id, here)
    SELECT DISTINCT ON (wanted.key) '${kind}' || wanted.key, coalesce(line.person_id, person.id),
      CASE WHEN line.row IS NULL THEN person.active AND (person.last_day IS NULL OR person.last_day >= $1::date)
        ELSE NOT line.known OR (line.there AND line.old_active) OR line.starts_on IS NOT NULL END
    FROM (SELECT DISTINCT lower(${cellName}) AS key FROM import_line WHERE ${cellName} IS NOT NULL AND ${cellName} <> '-') wanted
    LEFT JOIN import_line line ON lower(line.${column}) = wanted.key
    LEFT JOIN person ON lower(person.${column}) = wanted.key
    ORDER BY wanted.key, line.row`;
  return [
    ...(mapped.has('MANAGER_NUMBER') ? [by('N', 'manager_number', 'person_number')] : []),
    ...(mapped.has('MANAGER_EMAIL') ? [by('E', 'manager_email', 'email')] : []),
  ];
}

/** Rows that differ from what is recorded, and those of which something could not be resolved. */
export function changedRows(mapped: ReadonlySet<ImportField>): string {
  const managed = mapped.has('MANAGER_NUMBER') || mapped.has('MANAGER_EMAIL');
  const key = `coalesce('N' || lower(line.manager_number), 'E' || lower(line.manager_email))`;
  const emptied = (text: string, old: string, found: string) =>
    `CASE WHEN ${text} IS NULL THEN ${old} WHEN ${text} = '-' THEN NULL ELSE ${found} END`;
  const unit = mapped.has('UNIT') ? emptied('line.unit', 'line.old_unit', 'u.unit_id') : 'line.old_unit';
  const manager = managed
    ? `CASE WHEN ${key} IS NULL THEN line.old_manager WHEN ${key} IN ('N-', 'E-') THEN NULL ELSE m.manager_id END`
    : 'line.old_manager';
  const level = mapped.has('JOB_ROLE_LEVEL') ? emptied('line.level', 'line.old_level', 'v.level_id') : 'line.old_level';
  const starts = mapped.has('STARTS_ON') ? 'first.day' : 'NULL::date';
  const last = mapped.has('LAST_DAY') ? 'last.day' : 'NULL::date';
  const unresolved = [
    'line.known AND NOT line.there AND line.last_day IS NULL',
    ...(mapped.has('UNIT') ? [`line.unit <> '-' AND u.unit_id IS NULL`] : []),
    ...(managed ? [`${key} NOT IN ('N-', 'E-') AND (m.manager_id IS NULL OR NOT m.here)`] : []),
    ...(mapped.has('JOB_ROLE_LEVEL') ? [`line.level <> '-' AND v.level_id IS NULL`] : []),
    ...(mapped.has('STARTS_ON') ? ['line.starts_on IS NOT NULL AND first.day IS NULL'] : []),
    ...(mapped.has('LAST_DAY') ? ['line.last_day IS NOT NULL AND last.day IS NULL'] : []),
  ];
  return `
    INSERT INTO import_plan
    SELECT row, person_id, known, there, comes_back, old_name, old_email, old_number, old_last_day, new_name, new_email, new_number,
      new_last_day, employment_id, old_title, old_unit, old_manager, old_level, old_starts, old_ends, new_title, new_unit, new_manager,
      new_level, new_starts, person_changes, place_changes, leaving_changes, unit, manager_key, level, starts_text, last_text
    FROM (
      SELECT row, person_id, known, there, comes_back, old_name, old_email, old_number, old_last_day, new_name, new_email, new_number,
        CASE WHEN comes_back THEN nullif(given_last, old_last_day) ELSE coalesce(given_last, old_last_day) END AS new_last_day,
        employment_id, old_title, old_unit, old_manager, old_level, old_starts, old_ends,
        new_title, new_unit, new_manager, new_level,
        CASE WHEN known AND NOT comes_back THEN NULL ELSE coalesce(given_start, $1::date) END AS new_starts,
        (new_name, new_email, new_number) IS DISTINCT FROM (old_name, old_email, old_number) AS person_changes,
        NOT known OR comes_back OR (there AND (new_title, new_unit, new_manager, new_level)
          IS DISTINCT FROM (old_title, old_unit, old_manager, old_level)) AS place_changes,
        known AND CASE WHEN comes_back THEN true ELSE given_last IS NOT NULL AND given_last IS DISTINCT FROM old_last_day END AS leaving_changes,
        unit, manager_key, level, starts_text, last_text, unresolved
      FROM (
        SELECT line.row, line.person_id, line.known, line.there, line.old_name, line.old_email, line.old_number, line.old_last_day,
          coalesce(line.name, line.old_name) AS new_name,
          CASE WHEN lower(line.email) = lower(line.old_email) THEN line.old_email ELSE coalesce(line.email, line.old_email) END AS new_email,
          CASE WHEN lower(line.person_number) = lower(line.old_number) THEN line.old_number
            ELSE coalesce(line.person_number, line.old_number) END AS new_number,
          line.employment_id, line.old_title, line.old_unit, line.old_manager, line.old_level, line.old_starts, line.old_ends,
          coalesce(line.job_title, line.old_title) AS new_title, ${unit} AS new_unit, ${manager} AS new_manager, ${level} AS new_level,
          ${starts} AS given_start, ${last} AS given_last,
          coalesce(line.known AND NOT line.there AND ${starts} > line.old_last_day, false) AS comes_back,
          line.unit, ${key} AS manager_key, line.level, line.starts_on AS starts_text, line.last_day AS last_text,
          coalesce(${unresolved.map((each) => `(${each})`).join(' OR ')}, false) AS unresolved
        FROM import_line line
        ${mapped.has('UNIT') ? 'LEFT JOIN import_unit u ON u.text = line.unit' : ''}
        ${managed ? `LEFT JOIN import_manager m ON m.key = ${key}` : ''}
        ${mapped.has('JOB_ROLE_LEVEL') ? 'LEFT JOIN import_level v ON v.text = line.level' : ''}
        ${mapped.has('STARTS_ON') ? 'LEFT JOIN import_day first ON first.text = line.starts_on' : ''}
        ${mapped.has('LAST_DAY') ? 'LEFT JOIN import_day last ON last.text = line.last_day' : ''}
      ) resolved
    ) compared
    WHERE person_changes OR place_changes OR leaving_changes OR unresolved`;
}
