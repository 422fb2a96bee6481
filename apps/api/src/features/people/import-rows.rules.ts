/**
 * What a plan comes to, row by row, as people read it: needs the tables of the plan, and the names of units and levels in
 * `import_label (id, label)`.
 */
const label = (id: string) => `(SELECT label FROM import_label WHERE import_label.id = ${id})`;
const personName = (id: string) =>
  `coalesce((SELECT display_name FROM person WHERE person.id = ${id}), (SELECT name FROM import_line other WHERE other.person_id = ${id} LIMIT 1))`;

const CHANGES: [field: string, from: string, to: string, when: string][] = [
  ['displayName', 'plan.old_name', 'plan.new_name', 'true'],
  ['email', 'plan.old_email', 'plan.new_email', 'true'],
  ['personNumber', 'plan.old_number', 'plan.new_number', 'true'],
  ['jobTitle', 'plan.old_title', 'plan.new_title', 'plan.place_changes'],
  [
    'unit',
    label('plan.old_unit'),
    label('plan.new_unit'),
    'plan.place_changes AND plan.new_unit IS DISTINCT FROM plan.old_unit',
  ],
  [
    'manager',
    personName('plan.old_manager'),
    personName('plan.new_manager'),
    'plan.place_changes AND plan.new_manager IS DISTINCT FROM plan.old_manager',
  ],
  [
    'jobRoleLevel',
    label('plan.old_level'),
    label('plan.new_level'),
    'plan.place_changes AND plan.new_level IS DISTINCT FROM plan.old_level',
  ],
  ['startsOn', 'NULL', 'plan.new_starts::text', 'plan.new_starts IS NOT NULL'],
  ['lastDay', 'plan.old_last_day::text', 'plan.new_last_day::text', 'plan.leaving_changes OR NOT plan.known'],
];

const changes = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('field', field, 'from', was, 'to', will)), '[]')
  FROM (${CHANGES.map(
    ([field, from, to, when]) => `SELECT '${field}' AS field, ${from} AS was, ${to} AS will WHERE ${when}`,
  ).join(' UNION ALL ')}) each WHERE was IS DISTINCT FROM will)`;

/** Rows that do something or are wrong. `$1` is the import; what is asked for is an INSERT's SELECT. */
export const ROWS_THAT_MATTER = `
  WITH wrong AS (
    SELECT row, jsonb_agg(jsonb_build_object('field', field, 'message', message) ORDER BY field, message) AS problems
    FROM import_problem GROUP BY row
  )
  SELECT line.row,
    CASE WHEN wrong.row IS NOT NULL THEN 'ERROR' WHEN line.known THEN 'CHANGE' ELSE 'CREATE' END AS outcome,
    CASE WHEN line.known THEN line.person_id END AS person_id,
    coalesce(line.name, line.old_name, line.email, line.person_number, '') AS name,
    CASE WHEN plan.row IS NULL THEN '[]'::jsonb ELSE ${changes} END AS changes,
    coalesce(wrong.problems, '[]'::jsonb) AS problems
  FROM import_line line LEFT JOIN import_plan plan ON plan.row = line.row LEFT JOIN wrong ON wrong.row = line.row
  WHERE plan.row IS NOT NULL OR wrong.row IS NOT NULL
  UNION ALL
  SELECT leave.row, CASE WHEN wrong.row IS NULL THEN 'LEAVE' ELSE 'ERROR' END, person_id, name,
    jsonb_build_array(jsonb_build_object('field', 'lastDay', 'from', NULL, 'to', $1::date::text)), coalesce(wrong.problems, '[]'::jsonb)
  FROM import_leave leave LEFT JOIN wrong ON wrong.row = leave.row`;

/** Rows that were looked at properly and change nothing all the same. */
export const ROWS_UNCHANGED = `
  SELECT row, 'UNCHANGED', person_id, old_name, '[]'::jsonb, '[]'::jsonb FROM import_line line
  WHERE NOT EXISTS (SELECT FROM import_plan plan WHERE plan.row = line.row)
    AND NOT EXISTS (SELECT FROM import_problem wrong WHERE wrong.row = line.row)`;

export const COUNTS = `
  SELECT ((SELECT count(*) FROM import_raw) - (SELECT count(*) FROM import_fresh) + (SELECT count(*) FROM import_line))::int AS rows,
    (SELECT count(DISTINCT row)::int FROM import_problem) AS errors,
    (SELECT count(*)::int FROM import_leave WHERE row NOT IN (SELECT row FROM import_problem)) AS leave,
    (SELECT count(*)::int FROM import_leave WHERE row IN (SELECT row FROM import_problem)) AS kept,
    count(*) FILTER (WHERE NOT known)::int AS create, count(*) FILTER (WHERE known)::int AS change
  FROM import_plan WHERE NOT EXISTS (SELECT FROM import_problem wrong WHERE wrong.row = import_plan.row)`;
