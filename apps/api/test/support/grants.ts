import type { Role } from '@assay/access';
import { newId } from '../../src/platform/database/id.js';
import type { TestApi, TestClient } from './api.js';

export interface GrantAnswer {
  __typename: string;
  id: string;
  state: string;
  approval: string;
  message: string;
  viewerCan: string[];
  problems: { field: string; message: string }[];
}

const GRANT = `__typename ... on RoleGrant { id state approval viewerCan } ... on Refusal { message }`;

async function act(by: TestClient, document: string, variables: object): Promise<GrantAnswer> {
  return (await by.query<{ result: GrantAnswer }>(document, variables)).result;
}

/** Gives a role by hand, or asks for it. */
export const grant = (by: TestClient, personId: string, role: Role, more: object = {}) =>
  act(
    by,
    `mutation($input: GrantRoleInput!) { result: grantRole(input: $input) { ${GRANT} ... on InvalidInput { problems { field message } } } }`,
    { input: { personId, role, reason: 'The job asks for it.', ...more } },
  );
export const approve = (by: TestClient, id: string) =>
  act(by, `mutation($id: ID!) { result: approveGrant(id: $id) { ${GRANT} } }`, { id });
export const decline = (by: TestClient, id: string, reason = 'Not needed for this job.') =>
  act(
    by,
    `mutation($id: ID!, $reason: String!) { result: declineGrant(id: $id, reason: $reason) { ${GRANT} ... on InvalidInput { problems { field message } } } }`,
    { id, reason },
  );
export const end = (by: TestClient, id: string, reason = 'The job changed.') =>
  act(
    by,
    `mutation($id: ID!, $reason: String!) { result: endGrant(id: $id, reason: $reason) { ${GRANT} ... on InvalidInput { problems { field message } } } }`,
    { id, reason },
  );

/** A grant as the database keeps it, with its limits. */
export async function addGrant(
  api: TestApi,
  personId: string,
  role: Role,
  limits: { unit?: string; achievement?: string } = {},
): Promise<string> {
  const id = newId();
  await api.sql(
    `INSERT INTO role_grant (id, person_id, role, starts_at, scope_unit_id, scope_achievement_id) VALUES ($1, $2, $3, now(), $4, $5)`,
    [id, personId, role, limits.unit ?? null, limits.achievement ?? null],
  );
  return id;
}

export async function addUnit(api: TestApi, name: string, parentId: string | null = null): Promise<string> {
  const id = newId();
  await api.sql('INSERT INTO org_unit (id, name, parent_id) VALUES ($1, $2, $3)', [id, name, parentId]);
  return id;
}

/** From today on the person works there. */
export async function employIn(api: TestApi, personId: string, unitId: string, managerId: string | null = null) {
  await api.sql(
    `INSERT INTO employment (id, person_id, job_title, org_unit_id, manager_id, starts_on) VALUES ($1, $2, 'Engineer', $3, $4, current_date)`,
    [newId(), personId, unitId, managerId],
  );
}
