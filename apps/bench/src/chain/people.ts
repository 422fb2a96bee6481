import { Client } from '../product/client.js';
import type { Invented } from './invented.js';

/** Somebody of this run, signed in. */
export interface Actor {
  id: string;
  displayName: string;
  client: Client;
}

const ADD = `mutation($input: AddPersonInput!) { addPerson(input: $input) { __typename
  ... on Person { id displayName } ... on InvalidInput { message problems { field message } } ... on NotAllowed { message } } }`;

const WAITING = `query($personId: ID!) { roleGrants(personId: $personId, state: PROPOSED) { edges { node { id } } } }`;
const ADMINISTRATORS = `query { roleGrants(role: ADMINISTRATOR, state: IN_FORCE) { edges { node { person { id } } } } }`;
const APPROVE = `mutation($id: ID!) { approveGrant(id: $id) { __typename ... on RoleGrant { id } ... on Refusal { message } } }`;

interface Edges<Node> {
  edges: { node: Node }[];
}

/** Whoever the installation offers as administrator to its visitors. */
export async function findAdministrator(baseUrl: string): Promise<Actor> {
  const response = await Client.stranger(baseUrl).fetch('/auth/demo/people');
  if (!response.ok)
    throw new Error(
      `${baseUrl} offers no demo sign-in (${response.status}); the chain needs an instance with DEMO on.`,
    );
  const people = (await response.json()) as { personId: string; displayName: string; role: string }[];
  const found = people.find((person) => person.role === 'ADMINISTRATOR');
  if (!found) throw new Error('There is no administrator to sign in as.');
  return { id: found.personId, displayName: found.displayName, client: await Client.signIn(baseUrl, found.personId) };
}

/** Takes a new person on and signs them in. */
export async function takeOn(
  administrator: Actor,
  invented: Invented,
  job: { title: string; unit: string; roles: string[]; managerId?: string; jobRoleLevelId?: string },
): Promise<Actor> {
  const { title, unit, ...rest } = job;
  const input = { ...invented.person(), jobTitle: title, orgUnitName: unit, ...rest };
  const { id, displayName } = await administrator.client.change<Actor>(ADD, { input });
  if (job.roles.length > 0) await haveAnotherAgree(administrator, id);
  return { id, displayName, client: await Client.signIn(administrator.client.baseUrl, id) };
}

/** Where there are two administrators, a role waits until the other one agrees. */
async function haveAnotherAgree({ id: own, client }: Actor, personId: string): Promise<void> {
  const waiting = await client.query<Edges<{ id: string }>>(WAITING, { personId });
  if (waiting.edges.length === 0) return;
  const { edges } = await client.query<Edges<{ person: { id: string } }>>(ADMINISTRATORS);
  const other = edges.find(({ node }) => node.person.id !== own);
  if (!other) throw new Error('The role waits for a second administrator, and there is none.');
  const agreeing = await Client.signIn(client.baseUrl, other.node.person.id);
  for (const { node } of waiting.edges) await agreeing.change(APPROVE, { id: node.id });
}
