import type { FrameworkObject } from './framework-import.entity.js';

interface Compared {
  object: FrameworkObject;
  /** Columns by which two things are the same thing. */
  keys: readonly string[];
  /** What makes a thing different. Places in lists do not, but that of a ladder. */
  columns: readonly string[];
  /** Rows of a version, staged or recorded: keys, columns, `code`, `name`, and the skills that its name is made of. */
  from(table: (name: string) => string, where: string): string;
  skills?: { origin: string; target?: string };
}

const COMPARED: readonly Compared[] = [
  {
    object: 'SKILL',
    keys: ['skill_id'],
    columns: [
      ...['name', 'description', 'descriptors', 'kind', 'category', 'synonyms', 'coding', 'uri', 'notes', 'source'],
    ],
    from: (t, where) => `SELECT it.*, NULL::text AS code FROM ${t('skill_revision')} it ${where}`,
    skills: { origin: 'skill_id' },
  },
  {
    object: 'SKILL_RELATION',
    keys: ['type', 'origin_skill_id', 'other'],
    columns: ['target_title', 'source'],
    from: (t, where) =>
      `SELECT it.*, coalesce(it.target_skill_id::text, it.target_uri) AS other, it.type AS code, coalesce(it.target_title, it.target_uri, '') AS name
       FROM ${t('skill_relation')} it ${where}`,
    skills: { origin: 'origin_skill_id', target: 'target_skill_id' },
  },
  {
    object: 'JOB_FAMILY',
    keys: ['code'],
    columns: ['name'],
    from: (t, where) => `SELECT it.* FROM ${t('job_family')} it ${where}`,
  },
  {
    object: 'JOB_ROLE',
    keys: ['code'],
    columns: ['family', 'name', 'description', 'responsibilities', 'uri', 'alternative_titles', 'source'],
    from: (t, where) =>
      `SELECT it.*, family.code AS family FROM ${t('job_role')} it JOIN ${t('job_family')} family ON family.id = it.family_id ${where}`,
  },
  {
    object: 'JOB_ROLE_LEVEL',
    keys: ['code'],
    columns: ['role', 'name', 'order', 'description', 'responsibilities', 'facts'],
    from: (t, where) =>
      `SELECT it.*, role.code AS role FROM ${t('job_role_level')} it JOIN ${t('job_role')} role ON role.id = it.role_id ${where}`,
  },
  {
    object: 'REQUIREMENT',
    keys: ['code', 'skill_id'],
    columns: ['level_ordinal', 'importance', 'must_have', 'source'],
    from: (t, where) =>
      `SELECT it.skill_id, it.level_ordinal, it.importance, it.must_have, it.source, level.code, level.name
       FROM ${t('job_role_requirement')} it JOIN ${t('job_role_level')} level ON level.id = it.job_role_level_id ${where}`,
    skills: { origin: 'skill_id' },
  },
  {
    object: 'JOB_ROLE_EDGE',
    keys: ['code', 'other'],
    columns: ['kind', 'note', 'source'],
    from: (t, where) =>
      `SELECT it.*, a.code, b.code AS other, a.name || ' → ' || b.name AS name FROM ${t('job_role_edge')} it
       JOIN ${t('job_role_level')} a ON a.id = it.from_level_id JOIN ${t('job_role_level')} b ON b.id = it.to_level_id ${where}`,
  },
];

export const STAGED_OBJECTS = COMPARED.map(({ object }) => object);

/** Where rows of a table wait. */
export const staged = (table: string) => `staged_${table}`;

/** Everything that differs between what is staged and a version: what, how, its code and name, and which columns. */
export function differences(baseId: string): string {
  return COMPARED.map(({ object, keys, columns, from, skills }) => {
    const [key] = keys;
    const all = (side: string) => columns.map((column) => `${side}."${column}"`).join(', ');
    const changed = columns.map(
      (column) => `CASE WHEN was."${column}" IS DISTINCT FROM becomes."${column}" THEN '${column}' END`,
    );
    const either = (column: string) => `coalesce(becomes."${column}", was."${column}")`;
    return `(SELECT '${object}' AS object,
        CASE WHEN was."${key}" IS NULL THEN 'CREATE' WHEN becomes."${key}" IS NULL THEN 'REMOVE' ELSE 'UPDATE' END AS outcome,
        ${either('code')} AS code, ${either('name')} AS name,
        ${skills ? either(skills.origin) : 'NULL::uuid'} AS origin, ${skills?.target ? either(skills.target) : 'NULL::uuid'} AS target,
        CASE WHEN was."${key}" IS NULL OR becomes."${key}" IS NULL THEN '{}' ELSE array_remove(ARRAY[${changed.join(', ')}], NULL) END AS fields
      FROM (${from((table) => table, `WHERE it.framework_id = '${baseId}'`)}) was
      FULL JOIN (${from(staged, '')}) becomes ON ${keys.map((each) => `becomes."${each}" = was."${each}"`).join(' AND ')}
      WHERE was."${key}" IS NULL OR becomes."${key}" IS NULL OR (${all('was')}) IS DISTINCT FROM (${all('becomes')}))`;
  }).join('\nUNION ALL\n');
}

/** Where there is no version yet all of it is new; so many of one kind of thing are enough to look at. */
export function firstOf(most: number): string {
  return COMPARED.map(
    ({ object, from, skills }) =>
      `(SELECT '${object}' AS object, 'CREATE' AS outcome, it.code, it.name, ${skills?.origin ?? 'NULL::uuid'} AS origin,
         ${skills?.target ?? 'NULL::uuid'} AS target, '{}'::text[] AS fields FROM (${from(staged, '')}) it LIMIT ${most})`,
  ).join('\nUNION ALL\n');
}

/** What differs, in words that people know it by; no more than `$1` of one kind and outcome. Names of skills are as they will be. */
export const DIFFERENCES_NAMED = `
  SELECT object, outcome, coalesce(each.code, origin.code) AS code, fields, CASE object
    WHEN 'REQUIREMENT' THEN each.name || ': ' || coalesce(origin.name, '')
    WHEN 'SKILL_RELATION' THEN coalesce(origin.name, '') || ' → ' || coalesce(target.name, each.name)
    ELSE each.name END AS name
  FROM (SELECT *, row_number() OVER (PARTITION BY object, outcome ORDER BY name, code) AS place FROM staged_difference) each
  LEFT JOIN LATERAL (${skillNamed('each.origin')}) origin ON each.origin IS NOT NULL
  LEFT JOIN LATERAL (${skillNamed('each.target')}) target ON each.target IS NOT NULL
  WHERE place <= $1`;

function skillNamed(id: string): string {
  return `SELECT coalesce(known.code, fresh.code) AS code, coalesce(now.name, before.name) AS name
    FROM (SELECT ${id} AS id) asked LEFT JOIN skill known ON known.id = asked.id
    LEFT JOIN staged_skill fresh ON fresh.id = asked.id LEFT JOIN staged_skill_revision now ON now.skill_id = asked.id
    LEFT JOIN LATERAL (SELECT name FROM skill_revision WHERE skill_id = asked.id ORDER BY id DESC LIMIT 1) before ON true`;
}
