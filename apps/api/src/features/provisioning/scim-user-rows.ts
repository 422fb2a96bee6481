import { findAttribute } from './scim-attribute.rules.js';
import type { ListQuery, ScimCall } from './scim-call.js';
import { badRequest } from './scim-error.rules.js';
import { type RowShape, filterSql, sortSql } from './scim-filter-sql.rules.js';
import { readFilter, type ScimFilter } from './scim-filter.rules.js';
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER, USER_SCHEMA } from './scim-schemas.rules.js';
import type { ResourceSchema } from './scim-attribute.rules.js';
import type { ScimDocument } from './scim-values.rules.js';

/** A user as the database has it: `doc` is what the client sent, with what the person's own row says over it. */
export interface UserRow {
  id: string;
  version: number;
  state: string;
  createdAt: Date;
  modifiedAt: Date;
  doc: ScimDocument;
  /** Whether the client ever named a display name, or it follows from the name. */
  namesDisplay: boolean;
}

const EMAILS = `jsonb_array_elements(u.attributes->'emails') WITH ORDINALITY e (it, n)`;
const MAIN_EMAIL = `(SELECT n FROM ${EMAILS} ORDER BY (it->>'primary') IS NOT DISTINCT FROM 'true' DESC, (it->>'type') IS NOT DISTINCT FROM 'work' DESC, n LIMIT 1)`;

/** An administrator may have corrected the address here; then that one is the address. */
const CORRECTED_EMAILS = `
  CASE WHEN u.mail_source = 'EMAILS' AND NOT EXISTS (SELECT FROM ${EMAILS} WHERE lower(it->>'value') = lower(p.email))
    THEN jsonb_build_object('emails', (SELECT jsonb_agg(CASE WHEN n = ${MAIN_EMAIL} THEN it || jsonb_build_object('value', p.email) ELSE it END ORDER BY n) FROM ${EMAILS}))
    ELSE '{}' END`;

const ENTERPRISE = `
  CASE WHEN p.person_number IS NOT NULL
    THEN jsonb_build_object('${ENTERPRISE_SCHEMA}', coalesce(u.attributes->'${ENTERPRISE_SCHEMA}', '{}') || jsonb_build_object('employeeNumber', p.person_number))
    WHEN (u.attributes->'${ENTERPRISE_SCHEMA}') ? 'employeeNumber'
    THEN jsonb_build_object('${ENTERPRISE_SCHEMA}', (u.attributes->'${ENTERPRISE_SCHEMA}') - 'employeeNumber')
    ELSE '{}' END`;

const SCHEMAS = `
  CASE WHEN p.person_number IS NOT NULL OR u.attributes ? '${ENTERPRISE_SCHEMA}'
    THEN '["${USER_SCHEMA}", "${ENTERPRISE_SCHEMA}"]' ELSE '["${USER_SCHEMA}"]' END::jsonb`;

const GROUPS = `
  coalesce((SELECT jsonb_build_object('groups', jsonb_agg(jsonb_build_object('value', g.id, '$ref', $2::text || '/Groups/' || g.id, 'display', g.display_name, 'type', 'direct') ORDER BY g.id))
    FROM scim_group_member m JOIN scim_group g ON g.id = m.group_id WHERE m.person_id = u.person_id HAVING count(*) > 0), '{}')`;

/** Users of one client (`$1`), with the groups only where somebody will look at them: they cost a look-up per user. */
export function userRows(withGroups: boolean): string {
  return `
    SELECT u.person_id, u.user_name, u.external_id, u.version, u.created_at, u.modified_at, p.display_name,
      app_is_with_us(p.active, p.last_day)::text AS active, u.attributes ? 'displayName' AS names_display,
      substr(md5(concat_ws(chr(31), p.display_name, p.email, app_is_with_us(p.active, p.last_day), p.person_number)), 1, 8) AS state,
      u.attributes || jsonb_build_object('schemas', ${SCHEMAS}, 'userName', u.user_name, 'displayName', p.display_name,
          'active', app_is_with_us(p.active, p.last_day))
        || jsonb_strip_nulls(jsonb_build_object('externalId', u.external_id))
        || ${CORRECTED_EMAILS} || ${ENTERPRISE}${withGroups ? ` || ${GROUPS}` : ''} AS doc
    FROM scim_user u JOIN person p ON p.id = u.person_id
    WHERE u.client_id = $1 AND u.deleted_at IS NULL AND $2::text IS NOT NULL`;
}

export const USER_COLUMNS = `person_id AS id, version, state, created_at AS "createdAt", modified_at AS "modifiedAt", doc, names_display AS "namesDisplay"`;

const USER_SHAPE: RowShape = {
  document: 'doc',
  columns: {
    id: 'person_id::text',
    userName: 'user_name',
    externalId: 'external_id',
    displayName: 'display_name',
    active: 'active',
    'meta.created': 'created_at',
    'meta.lastModified': 'modified_at',
    'meta.resourceType': `'User'::text`,
  },
};

export interface GroupRow {
  id: string;
  version: number;
  createdAt: Date;
  modifiedAt: Date;
  doc: ScimDocument;
}

const MEMBERS = `
  coalesce((SELECT jsonb_build_object('members', jsonb_agg(jsonb_build_object('value', m.person_id, '$ref', $2::text || '/Users/' || m.person_id, 'type', 'User', 'display', p.display_name) ORDER BY m.added_at, m.person_id))
    FROM scim_group_member m JOIN person p ON p.id = m.person_id WHERE m.group_id = g.id HAVING count(*) > 0), '{}')`;

export function groupRows(withMembers: boolean): string {
  return `
    SELECT g.id, g.display_name, g.external_id, g.version, g.created_at, g.modified_at,
      jsonb_build_object('schemas', '["${GROUP_SCHEMA}"]'::jsonb, 'displayName', g.display_name)
        || jsonb_strip_nulls(jsonb_build_object('externalId', g.external_id))${withMembers ? ` || ${MEMBERS}` : ''} AS doc
    FROM scim_group g WHERE g.client_id = $1 AND $2::text IS NOT NULL`;
}

export const GROUP_COLUMNS = 'id, version, created_at AS "createdAt", modified_at AS "modifiedAt", doc';

const GROUP_SHAPE: RowShape = {
  document: 'doc',
  columns: {
    id: 'id::text',
    displayName: 'display_name',
    externalId: 'external_id',
    'meta.created': 'created_at',
    'meta.lastModified': 'modified_at',
    'meta.resourceType': `'Group'::text`,
  },
};

/** Condition, order and parameters of a list; `$1` is the client and `$2` the base address. */
export function listSql(
  call: ScimCall,
  schema: ResourceSchema,
  query: ListQuery,
): { where: string; order: string; parameters: unknown[]; looksAt(name: string): boolean } {
  const shape = schema === USER ? USER_SHAPE : GROUP_SHAPE;
  const parameters: unknown[] = [call.client.id, call.base];
  const words = typeof query.filter === 'string' ? query.filter.trim() : '';
  const filter = words ? readFilter(schema, words) : null;
  const where = filter ? filterSql(filter, shape, parameters) : 'true';
  return {
    where,
    order: orderSql(schema, query, shape),
    parameters,
    looksAt: (name) => (filter ? mentions(filter, name) : false) || textOf(query.sortBy).includes(name),
  };
}

function orderSql(schema: ResourceSchema, { sortBy, sortOrder }: ListQuery, shape: RowShape): string {
  const id = schema === USER ? 'person_id' : 'id';
  if (typeof sortBy !== 'string' || !sortBy.trim()) return `created_at, ${id}`;
  const found = findAttribute(schema, sortBy.trim());
  if (!found) throw badRequest('invalidPath', `There is no attribute “${sortBy.slice(0, 100)}” to sort by.`);
  const direction = textOf(sortOrder).toLowerCase() === 'descending' ? 'DESC NULLS FIRST' : 'ASC NULLS LAST';
  return `${sortSql(found, shape)} ${direction}, ${id}`;
}

function mentions(filter: ScimFilter, name: string): boolean {
  if ('filters' in filter) return filter.filters.some((each) => mentions(each, name));
  if (filter.op === 'not') return mentions(filter.filter, name);
  return filter.target.found?.attribute.name === name;
}

function textOf(sent: unknown): string {
  return typeof sent === 'string' ? sent : '';
}
