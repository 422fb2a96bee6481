import { ROLE_BEYOND } from './grant-sentences.rules.js';
import type { ImportField } from './import-columns.rules.js';
import { keyOf } from './import-compare.rules.js';
import { MOST_CHARACTERS, MOST_MAIL_CHARACTERS, MOST_NUMBER_CHARACTERS } from './person.rules.js';

/**
 * The statements that find what is wrong with the rows of a plan; each adds to `import_problem`.
 * `$1` is the day from which changes hold, `$2` the units of the order (null: everywhere), `$3` who ordered it.
 */

const day = (expression: string) => `to_char(${expression}, 'FMDD Mon YYYY')`;

/** Somebody else's role, lasting or waiting, that reaches beyond the units of the order. */
const roleBeyond = (person: string) => `($2::uuid[] IS NOT NULL AND ${person} IS DISTINCT FROM $3::uuid AND EXISTS (
  SELECT FROM role_grant held WHERE held.person_id = ${person} AND held.declined_at IS NULL AND (held.ends_at IS NULL OR held.ends_at > now())
    AND (held.scope_unit_id IS NULL OR NOT held.scope_unit_id = ANY ($2::uuid[]))))`;

/** Of every row of the file, whether or not it changes anything. */
export const PROBLEMS_OF_LINES = [
  `INSERT INTO import_problem SELECT row, 'email', 'A row needs the number or the mail address of the person.'
   FROM import_line WHERE person_number IS NULL AND email IS NULL`,
  ...(
    [
      ['personNumber', 'person_number', 'The number %s stands in the rows %s.'],
      ['email', 'email', 'The mail address %s stands in the rows %s.'],
    ] as const
  ).map(
    ([field, column, message]) => `
   WITH twice AS (SELECT lower(${column}) AS key FROM import_line WHERE ${column} IS NOT NULL GROUP BY 1 HAVING count(*) > 1),
     told AS (SELECT twice.key, string_agg(line.row::text, ', ' ORDER BY line.row) AS rows
       FROM twice JOIN import_line line ON lower(line.${column}) = twice.key GROUP BY twice.key)
   INSERT INTO import_problem SELECT line.row, '${field}', format('${message}', line.${column}, told.rows)
   FROM told JOIN import_line line ON lower(line.${column}) = told.key`,
  ),
  `INSERT INTO import_problem SELECT line.row, 'email', format('%s belongs to %s already, and the number %s to %s.',
     line.email, other.display_name, line.person_number, line.old_name)
   FROM import_line line JOIN person other ON other.id = line.by_mail WHERE line.by_number <> line.by_mail`,
  `INSERT INTO import_problem SELECT row, 'personNumber', format('%s belongs to %s, who has the number %s and not %s.',
     email, old_name, old_number, person_number)
   FROM import_line WHERE by_number IS NULL AND by_mail IS NOT NULL AND old_number IS NOT NULL AND person_number IS NOT NULL`,
];

const NOT_A_DAY = (text: string) =>
  `format('“%s” is not a day as it is read here. Write it as 2026-11-03: year, month, day.', ${text})`;

/** Field, when it is wrong, and the sentence. */
const OF_PLAN: [field: string, wrong: string, says: string][] = [
  ['displayName', 'plan.new_name IS NULL', `'A new person needs a name.'`],
  ['displayName', `length(plan.new_name) > ${MOST_CHARACTERS}`, `'A name has at most ${MOST_CHARACTERS} characters.'`],
  ['email', 'plan.new_email IS NULL', `'A new person needs a mail address.'`],
  [
    'email',
    `length(plan.new_email) > ${MOST_MAIL_CHARACTERS}`,
    `'A mail address has at most ${MOST_MAIL_CHARACTERS} characters.'`,
  ],
  [
    'email',
    `plan.new_email IS DISTINCT FROM plan.old_email AND plan.new_email !~ '^[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+$'`,
    `format('“%s” is not a mail address.', plan.new_email)`,
  ],
  [
    'personNumber',
    `length(plan.new_number) > ${MOST_NUMBER_CHARACTERS}`,
    `'A number has at most ${MOST_NUMBER_CHARACTERS} characters.'`,
  ],
  ['jobTitle', 'plan.place_changes AND plan.new_title IS NULL', `'A job title is needed.'`],
  [
    'jobTitle',
    `length(plan.new_title) > ${MOST_CHARACTERS}`,
    `'A job title has at most ${MOST_CHARACTERS} characters.'`,
  ],
  ['unit', 'unit.problem IS NOT NULL', 'unit.problem'],
  ['jobRoleLevel', 'level.problem IS NOT NULL', 'level.problem'],
  [
    'manager',
    `plan.manager_key NOT IN ('N-', 'E-') AND manager.manager_id IS NULL`,
    `format('There is nobody with the %s %s, neither here nor in the file.',
       CASE left(plan.manager_key, 1) WHEN 'N' THEN 'number' ELSE 'mail address' END, substr(plan.manager_key, 2))`,
  ],
  ['manager', 'plan.new_manager = plan.person_id', `'Nobody is their own manager.'`],
  [
    'manager',
    'manager.manager_id IS NOT NULL AND NOT manager.here AND plan.new_manager IS DISTINCT FROM plan.old_manager',
    `format('The manager %s is not with us on %s.', substr(plan.manager_key, 2), ${day('$1::date')})`,
  ],
  ['startsOn', 'plan.starts_text IS NOT NULL AND first.day IS NULL', NOT_A_DAY('plan.starts_text')],
  ['lastDay', `plan.last_text = '-'`, `'That somebody stays after all is said on the page of the person.'`],
  ['lastDay', `plan.last_text <> '-' AND last.day IS NULL`, NOT_A_DAY('plan.last_text')],
  [
    'lastDay',
    'plan.new_last_day < coalesce(plan.new_starts, CASE WHEN plan.leaving_changes THEN plan.old_starts END)',
    `format('The employment begins on %s, after that day.', ${day('coalesce(plan.new_starts, plan.old_starts)')})`,
  ],
  [
    'startsOn',
    'plan.known AND NOT plan.there AND NOT plan.comes_back AND plan.last_text IS NULL',
    `format('%s left on %s. To take them back, give a first day after that; else give the last day, or leave the row out.',
       plan.old_name, ${day('plan.old_last_day')})`,
  ],
  [
    'lastDay',
    'plan.leaving_changes AND plan.person_id = $3::uuid',
    `'Nobody records that they leave themselves. Ask another administrator.'`,
  ],
  [
    'lastDay',
    `plan.leaving_changes AND NOT plan.comes_back AND EXISTS (SELECT FROM employment e
       WHERE e.person_id = plan.person_id AND e.starts_on > plan.new_last_day AND e.starts_on > current_date)`,
    `'A change is planned for a later day. Take that back on the page of the person first.'`,
  ],
  [
    'unit',
    `$2::uuid[] IS NOT NULL AND plan.place_changes AND unit.problem IS NULL AND (plan.new_unit IS NULL OR NOT plan.new_unit = ANY ($2::uuid[]))
       AND NOT EXISTS (SELECT FROM import_new_unit made WHERE made.id = plan.new_unit)`,
    `'Your role is limited to a unit: choose one within it.'`,
  ],
  [
    'personNumber',
    `$2::uuid[] IS NOT NULL AND plan.known AND NOT EXISTS (SELECT FROM employment e WHERE e.person_id = plan.person_id
       AND e.org_unit_id = ANY ($2::uuid[]) AND e.starts_on <= current_date AND (e.ends_on IS NULL OR e.ends_on >= current_date))`,
    `'Your role does not reach this person.'`,
  ],
  [
    'personNumber',
    `plan.known AND (plan.person_changes OR plan.leaving_changes) AND ${roleBeyond('plan.person_id')}`,
    `'${ROLE_BEYOND}'`,
  ],
];

/** Of the rows that would change something. */
export const PROBLEMS_OF_PLAN = `
  INSERT INTO import_problem
  SELECT plan.row, found.field, found.message
  FROM import_plan plan
  LEFT JOIN import_unit unit ON unit.text = plan.unit
  LEFT JOIN import_level level ON level.text = plan.level
  LEFT JOIN import_manager manager ON manager.key = plan.manager_key
  LEFT JOIN import_day first ON first.text = plan.starts_text
  LEFT JOIN import_day last ON last.text = plan.last_text
  CROSS JOIN LATERAL (
    ${OF_PLAN.map(([field, wrong, says]) => `SELECT '${field}' AS field, ${says} AS message WHERE ${wrong}`).join(' UNION ALL ')}
  ) found
  WHERE (${OF_PLAN.map(([, wrong]) => `(${wrong})`).join(' OR ')})
    -- Always true: the database asks that each parameter be named.
    AND (($1::date, $2::uuid[], $3::uuid) IS NOT NULL) IS NOT NULL`;

/** Who is with us, in no row of the file, and within reach: they would leave. Whoever ordered it stays. */
export const leavingBy = (columns: ReadonlyMap<ImportField, string>) => `
  INSERT INTO import_leave
  SELECT (SELECT count(*) + 1 FROM import_raw) + row_number() OVER (ORDER BY lower(person.display_name), person.id), person.id, person.display_name
  FROM person
  WHERE person.active AND person.last_day IS NULL AND person.id IS DISTINCT FROM $3::uuid
    AND NOT EXISTS (SELECT FROM import_line line WHERE line.known AND line.person_id = person.id)
    AND NOT EXISTS (SELECT FROM import_raw raw WHERE lower(raw.${keyOf(columns).cell}) = lower(person.${keyOf(columns).column}))
    AND ($2::uuid[] IS NULL OR EXISTS (SELECT FROM employment e WHERE e.person_id = person.id AND e.org_unit_id = ANY ($2::uuid[])
      AND e.starts_on <= $1::date AND (e.ends_on IS NULL OR e.ends_on >= $1::date)))`;

/** Of those who would leave for not being in the file. */
export const PROBLEMS_OF_LEAVING = `
  INSERT INTO import_problem SELECT leave.row, 'lastDay', '${ROLE_BEYOND} Or put them into the file.'
  FROM import_leave leave WHERE ${roleBeyond('leave.person_id')} AND ($1::date IS NOT NULL) IS NOT NULL`;

/** Reporting lines as they would be, of those who both lead and are led: only these can stand in a circle. */
export const LINES_AFTERWARDS = `
  WITH line AS (
    SELECT e.person_id, e.manager_id, e.starts_on AS day, e.ends_on AS until FROM employment e
    WHERE e.manager_id IS NOT NULL AND (e.ends_on IS NULL OR e.ends_on >= $1::date)
      AND NOT EXISTS (SELECT FROM import_plan plan WHERE plan.employment_id = e.id AND plan.place_changes)
    UNION ALL
    SELECT plan.person_id, plan.new_manager, coalesce(plan.new_starts, $1::date), coalesce(plan.old_ends, plan.new_last_day)
    FROM import_plan plan WHERE plan.place_changes AND plan.new_manager IS NOT NULL
  )
  SELECT person_id AS "personId", manager_id AS "managerId", day::text AS "from", until::text AS until FROM line
  WHERE person_id IN (SELECT manager_id FROM line)`;
