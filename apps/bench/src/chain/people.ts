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
  return { id, displayName, client: await Client.signIn(administrator.client.baseUrl, id) };
}
