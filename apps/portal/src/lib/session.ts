import type { Role } from '@assay/access';
import { forgetUnsent } from './unsent.js';

/** Somebody whom a demo organisation lets a visitor be. */
export interface DemoPerson {
  personId: string;
  displayName: string;
  role: Role;
  /** One sentence: what this person does here. */
  note: string;
}

/** Whom one may be; null where the installation is no demonstration. */
export async function readDemoPeople(signal?: AbortSignal): Promise<DemoPerson[] | null> {
  const response = await fetch('/auth/demo/people', { credentials: 'same-origin', signal });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`Sign-in answered ${response.status}.`);
  return (await response.json()) as DemoPerson[];
}

export async function signInAs(personId: string): Promise<void> {
  await post('/auth/demo/sign-in', { personId });
}

/** Gives the address at which the provider signs the person out, too; null where there is none. */
export async function signOut(): Promise<string | null> {
  const response = await post('/auth/sign-out');
  forgetUnsent();
  const { continueAt } = (await response.json()) as { continueAt: string | null };
  return continueAt;
}

/** What the set-up page is told: whom the link signs in, or that it has to ask. */
export interface SetupView {
  organisationName: string;
  administrator: { displayName: string } | null;
}

export interface SetupAnswers {
  displayName: string;
  email: string;
  organisationName: string;
}

/** Null when the link is no good (any more). */
export async function lookAtSetupLink(token: string): Promise<SetupView | null> {
  const response = await send('/auth/setup/look', { token });
  if (response.status === 404) return null;
  return (await good(response).json()) as SetupView;
}

/** Uses the link up and signs in; or says what is wrong with the answers. */
export async function redeemSetupLink(
  token: string,
  answers: SetupAnswers,
): Promise<'done' | 'gone' | { field: string; message: string }[]> {
  const response = await send('/auth/setup', { token, ...answers });
  if (response.status === 404) return 'gone';
  if (response.status === 422)
    return ((await response.json()) as { problems: { field: string; message: string }[] }).problems;
  good(response);
  return 'done';
}

/** What the page behind the link of somebody who left is told. */
interface ClaimView {
  organisationName: string;
  state: 'GOOD' | 'USED' | 'EXPIRED' | 'BACK';
}

/** Null when there never was such a link. */
export async function lookAtClaim(token: string): Promise<ClaimView | null> {
  const response = await send('/auth/claim/look', { token });
  if (response.status === 404) return null;
  return (await good(response).json()) as ClaimView;
}

/** Uses the link up. */
export async function redeemClaim(token: string): Promise<'done' | 'gone'> {
  const response = await send('/auth/claim', { token });
  if (response.status === 404) return 'gone';
  good(response);
  return 'done';
}

export async function askClaimAgain(token: string): Promise<void> {
  await post('/auth/claim/again', { token });
}

const post = async (path: string, body: Record<string, string> = {}): Promise<Response> => good(await send(path, body));

function good(response: Response): Response {
  if (!response.ok) throw new Error(`Sign-in answered ${response.status}.`);
  return response;
}

function send(path: string, body: Record<string, string>): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
