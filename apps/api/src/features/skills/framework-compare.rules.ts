import type { FrameworkObject } from './framework-import.entity.js';

interface Compared {
  object: FrameworkObject;
  /** Rows of a version, either staged or of the version `$1`: `key`, `label` and the columns that are compared. */
  from(table: (name: string) => string, where: string): string;
  columns: readonly string[];
}

/** What makes two things the same thing, and what makes it a different one. Places in lists do not, but of a ladder. */
const COMPARED: readonly Compared[] = [
  {
    object: 'SKILL',
    columns: [
      ...['name', 'description', 'descriptors', 'kind', 'category', 'synonyms', 'coding', 'uri', 'notes', 'source'],
    ],
    from: (t, where) =>
      `SELECT it.skill_id::text AS key, skill.code, it.name AS label, it.* FROM ${t('skill_revision')} it JOIN skill ON skill.id = it.skill_id ${where}`,
  },
  {
    object: 'SKILL_RELATION',
    columns: ['target_title', 'source'],
    from: (t, where) =>
      `SELECT it.type || ' ' || it.origin_skill_id || ' ' || coalesce(it.target_skill_id::text, it.target_uri) AS key,
         it.type AS code, coalesce(origin.name, '') || ' → ' || coalesce(target.name, it.target_title, it.target_uri, '') AS label, it.target_title, it.source
       FROM ${t('skill_relation')} it LEFT JOIN ${t('skill_revision')} origin ON origin.skill_id = it.origin_skill_id AND origin.framework_id = it.framework_id
       LEFT JOIN ${t('skill_revision')} target ON target.skill_id = it.target_skill_id AND target.framework_id = it.framework_id ${where}`,
  },
  {
    object: 'JOB_FAMILY',
    columns: ['name'],
    from: (t, where) => `SELECT it.code AS key, it.code, it.name AS label, it.name FROM ${t('job_family')} it ${where}`,
  },
  {
    object: 'JOB_ROLE',
    columns: ['family', 'name', 'description', 'responsibilities', 'uri', 'alternative_titles', 'source'],
    from: (t, where) =>
      `SELECT it.code AS key, it.name AS label, family.code AS family, it.* FROM ${t('job_role')} it JOIN ${t('job_family')} family ON family.id = it.family_id ${where}`,
  },
  {
    object: 'JOB_ROLE_LEVEL',
    columns: ['role', 'name', 'order', 'description', 'responsibilities', 'facts'],
    from: (t, where) =>
      `SELECT it.code AS key, it.name AS label, role.code AS role, it.* FROM ${t('job_role_level')} it JOIN ${t('job_role')} role ON role.id = it.role_id ${where}`,
  },
  {
    object: 'REQUIREMENT',
    columns: ['level_ordinal', 'importance', 'must_have', 'source'],
    from: (t, where) =>
      `SELECT level.code || ' ' || it.skill_id AS key, level.code, level.name || ': ' || coalesce(skill.name, '') AS label,
         it.level_ordinal, it.importance, it.must_have, it.source
       FROM ${t('job_role_requirement')} it JOIN ${t('job_role_level')} level ON level.id = it.job_role_level_id
       LEFT JOIN ${t('skill_revision')} skill ON skill.skill_id = it.skill_id AND skill.framework_id = it.framework_id ${where}`,
  },
  {
    object: 'JOB_ROLE_EDGE',
    columns: ['kind', 'note', 'source'],
    from: (t, where) =>
      `SELECT a.code || ' ' || b.code AS key, a.code, a.name || ' → ' || b.name AS label, it.kind, it.note, it.source
       FROM ${t('job_role_edge')} it JOIN ${t('job_role_level')} a ON a.id = it.from_level_id JOIN ${t('job_role_level')} b ON b.id = it.to_level_id ${where}`,
  },
];

export const STAGED_OBJECTS = COMPARED.map(({ object }) => object);

/** Where rows of a table wait. */
export const staged = (table: string) => `staged_${table}`;

/**
 * Everything that differs between what is staged and the version `$1`, as object, outcome, code, name and the columns that
 * differ. With `most`, no more than so many of one kind of thing: enough where all of them are new.
 */
export function differences(most: number | null): string {
  return COMPARED.map((each) => `(${differencesOf(each)}${most === null ? '' : ` LIMIT ${most}`})`).join(
    '\nUNION ALL\n',
  );
}

function differencesOf({ object, from, columns }: Compared): string {
  const all = (side: string) => columns.map((column) => `${side}."${column}"`).join(', ');
  const changed = columns
    .map((column) => `CASE WHEN was."${column}" IS DISTINCT FROM becomes."${column}" THEN '${column}' END`)
    .join(', ');
  return `SELECT '${object}' AS object,
      CASE WHEN was.key IS NULL THEN 'CREATE' WHEN becomes.key IS NULL THEN 'REMOVE' ELSE 'UPDATE' END AS outcome,
      coalesce(becomes.code, was.code) AS code, coalesce(becomes.label, was.label) AS name,
      CASE WHEN was.key IS NULL OR becomes.key IS NULL THEN '{}' ELSE array_remove(ARRAY[${changed}], NULL) END AS fields
    FROM (${from((table) => table, 'WHERE it.framework_id = $1')}) was
    FULL JOIN (${from(staged, '')}) becomes ON becomes.key = was.key
    WHERE was.key IS NULL OR becomes.key IS NULL OR (${all('was')}) IS DISTINCT FROM (${all('becomes')})`;
}
