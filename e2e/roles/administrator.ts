import type { Page } from 'playwright-core';
import type { HandedFile, InventedPerson } from '../support/invention.js';
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
  if (person.manager) await choose(page, /^Manager/, person.manager, form);
  for (const role of person.roles ?? []) await form.getByRole('checkbox', { name: role }).check();
  await press(form, 'Add person');
  await sees(page, `${person.name} is added.`);
  await form.waitFor({ state: 'hidden' });
}

/** Uploads a file of people and goes on to what it would change. */
export async function importFile(page: Page, file: HandedFile): Promise<void> {
  await page.goto('/admin/people/import');
  await page.locator('input[type=file]').setInputFiles(file);
  await press(page, 'Show what would change');
  await page.getByRole('button', { name: /^Apply/ }).waitFor();
}

/** Finds somebody by name and opens their page. */
export async function personPage(page: Page, name: string): Promise<void> {
  await page.goto('/admin/people');
  await page.getByRole('searchbox', { name: 'Search by name' }).fill(name);
  // What is looked for stands in the address before anybody reads the list.
  await page.waitForURL(/[?&]search=/);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** On the page of a person: another manager from a day on. */
export async function changeJob(page: Page, change: { from: Date; manager: string }): Promise<void> {
  await press(page, 'Change from a day on');
  const form = page.getByRole('dialog', { name: 'Change from a day on' });
  await form.getByLabel(/^First day it counts/).fill(dayOf(change.from));
  await choose(page, /^Manager/, change.manager, form);
  await press(form, 'Save the change');
  await form.waitFor({ state: 'hidden' });
}

/** On the page of a person: the last day and why. */
export async function recordLeaving(page: Page, name: string, lastDay: Date, reason: string): Promise<void> {
  await press(page, 'More');
  await page.getByRole('menuitem', { name: 'Record leaving' }).click();
  const form = page.getByRole('dialog', { name: `${name} leaves` });
  await form.getByLabel(/^Last day/).fill(dayOf(lastDay));
  await form.getByLabel(/^Reason/).fill(reason);
  await press(form, 'Record leaving');
  await form.waitFor({ state: 'hidden' });
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
