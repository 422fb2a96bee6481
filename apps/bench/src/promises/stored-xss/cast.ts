import { type Actor, takeOn } from '../../chain/people.js';
import { Invented } from '../../chain/invented.js';
import type { Crowd } from '../crowd.js';

/** Whoever writes and reads in this promise: those whom a payload could reach. */
export interface Cast {
  administrator: Actor;
  second: Actor;
  designer: Actor;
  assessor: Actor;
  secondAssessor: Actor;
  lead: Actor;
  otherLead: Actor;
  auditor: Actor;
  manager: Actor;
}

const GRANT = `mutation($input: GrantRoleInput!) { done: grantRole(input: $input) { __typename
  ... on RoleGrant { id state } ... on Refusal { message } } }`;
const APPROVE = `mutation($id: ID!) { done: approveGrant(id: $id) { __typename ... on Refusal { message } } }`;

const SAVE_AVAILABILITY = `mutation($input: AvailabilityInput!) { done: saveAvailability(input: $input) { __typename
  ... on Refusal { message } } }`;
/** In every round something stays in hand, to be looked at. */
const MUCH_ROOM = { capacity: 40, paused: false, expectedRevision: 0 };

export async function castOf(crowd: Crowd): Promise<Cast> {
  const administrator = await crowd.administrator();
  const second = await crowd.everyRole();
  const invented = new Invented();
  const unit = invented.unit();
  const hire = async (title: string, role?: string): Promise<Actor> => {
    const actor = await takeOn(administrator, invented, { title, unit, roles: [] });
    if (!role) return actor;
    const input = { personId: actor.id, role, reason: 'To try it' };
    const { id, state } = await administrator.client.change<{ id: string; state: string }>(GRANT, { input });
    if (state === 'PROPOSED') await second.client.change(APPROVE, { id });
    return actor;
  };
  const secondAssessor = await hire('Second assessor', 'ASSESSOR');
  await secondAssessor.client.change(SAVE_AVAILABILITY, { input: MUCH_ROOM });
  return {
    administrator,
    second,
    designer: await hire('Designer', 'HR_DESIGNER'),
    assessor: await hire('Assessor', 'ASSESSOR'),
    secondAssessor,
    lead: await hire('Lead', 'ASSESSMENT_LEAD'),
    otherLead: await hire('Other lead', 'ASSESSMENT_LEAD'),
    auditor: await hire('Auditor', 'AUDITOR'),
    manager: await hire('Manager'),
  };
}

/** Somebody new without any role, who hands something in. */
export function candidateOf({ administrator }: Cast): Promise<Actor> {
  const invented = new Invented();
  return takeOn(administrator, invented, { title: 'Candidate', unit: invented.unit(), roles: [] });
}

/** A day so many days from now. */
export const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
