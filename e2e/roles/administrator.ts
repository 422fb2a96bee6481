import type { Page } from 'playwright-core';
import type { InventedPerson } from '../support/invention.js';
import { choose, goTo, press, sees } from '../support/screen.js';

export interface Joining extends InventedPerson {
  manager?: string;
  roles?: readonly string[];
}

/** Adds people one after the other, as a first administrator does on the first day. */
export async function addPeople(page: Page, unit: string, people: readonly Joining[]): Promise<void> {
  await goTo(page, 'Administration');
  // What is left to set up stands first while there is something.
  await page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'People' }).click();
  for (const person of people) await addPerson(page, unit, person);
}

async function addPerson(page: Page, unit: string, person: Joining): Promise<void> {
  await press(page, 'Add person');
  const form = page.getByRole('dialog', { name: 'Add a person' });
  await form.getByRole('textbox', { name: /^Name/ }).fill(person.name);
  await form.getByRole('textbox', { name: /^Mail address/ }).fill(person.email);
  await form.getByRole('textbox', { name: /^Job title/ }).fill('Tester');
  await form.getByLabel(/^Unit/).fill(unit);
  if (person.manager) await choose(page, /^Manager/, person.manager);
  for (const role of person.roles ?? []) await form.getByRole('checkbox', { name: role }).check();
  await press(form, 'Add person');
  await sees(page, `${person.name} is added.`);
  await form.waitFor({ state: 'hidden' });
}
