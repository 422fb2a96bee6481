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

export async function signOut(): Promise<void> {
  await post('/auth/sign-out');
  forgetUnsent();
}

async function post(path: string, body: Record<string, string> = {}): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Sign-in answered ${response.status}.`);
}
