import type { Browser } from 'playwright-core';
import { personAt } from '../support/browser.js';

export type Seat = Awaited<ReturnType<typeof signIn>>;

/** Somebody at their own browser, signed in already: for stories that do not begin at the door. */
export async function seatOf(browser: Browser, url: string, personId: string): Promise<Seat> {
  const seat = await personAt(browser, url);
  const answer = await seat.context.request.post('/auth/demo/sign-in', { data: { personId } });
  if (!answer.ok()) throw new Error(`Nobody was let in: ${await answer.text()}`);
  return seat;
}

/** Opens a browser of somebody's own and goes through the door as them, in one of their roles. */
export async function signIn(browser: Browser, url: string, name: string, role: string) {
  const seat = await personAt(browser, url);
  await seat.page.goto('/sign-in');
  const group = seat.page.getByRole('main').getByRole('heading', { name: role, exact: true }).locator('xpath=../..');
  const person = group.getByRole('button', { name });
  // A long group shows its first people and a way to the rest.
  const everybody = group.getByRole('button', { name: /^Show all/ });
  await person.or(everybody).first().waitFor();
  if (!(await person.isVisible())) await everybody.click();
  await person.click();
  await seat.page.getByRole('button', { name: new RegExp(`^${name}:`) }).waitFor();
  return seat;
}
