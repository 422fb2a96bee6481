import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { changeJob, importFile, personPage, recordLeaving } from './administrator.js';
import { signIn } from './door.js';
import { teamOf } from './manager.js';
import { csv, word } from '../support/invention.js';
import type { Product } from '../support/product.js';
import { press, sees } from '../support/screen.js';

const OLD_MANAGER = 'Siobhan Keaveney';
const NEW_MANAGER = 'Gwen Tregarthen';
const MOVED = 'Arjun Mehrotra';
const LEAVER = 'Dele Ogunbayo';
const DAY = 24 * 60 * 60 * 1_000;

const HEAD = ['Employee ID', 'Full name', 'Email', 'Job title', 'Department', 'Manager email'];
const joiner = `Joiner ${word()}`;
const number = word();
const row = (manager: string) => [
  number,
  joiner,
  `${number}@example.org`,
  'Tester',
  'Digital services / Testing',
  manager,
];

/** People come by a file with a mistake, move from tomorrow on and go with a last day; every page follows the dates. */
export async function peopleMove(browser: Browser, product: Product): Promise<void> {
  const administrator = await signIn(browser, product.url, 'Gareth Penhallow', 'Administrator');
  const { page } = administrator;
  const managerMail = await mailOf(page, OLD_MANAGER);

  await importFile(page, csv('people.csv', [HEAD, row('nobody@example.org')]));
  await sees(page, /^1 row must be fixed first/);
  await sees(page.getByRole('row', { name: joiner }), 'nobody@example.org');
  expect(await page.getByRole('button', { name: /^Apply/ }).isDisabled()).toBe(true);
  // The address leads back to it, and one may stop here.
  await page.reload();
  await sees(page, /^1 row must be fixed first/);
  await press(page, 'Cancel import');
  await sees(page, 'Nothing was written.');

  await importFile(page, csv('people-2.csv', [HEAD, row(managerMail)]));
  await sees(page.getByRole('row', { name: joiner }), OLD_MANAGER);
  await press(page, 'Apply 1 change');
  await sees(page, 'Applied');
  await page.getByRole('link', { name: 'To the people' }).click();
  await personPage(page, joiner);
  await sees(page.getByRole('list', { name: 'Employments' }), OLD_MANAGER);

  const old = await signIn(browser, product.url, OLD_MANAGER, 'Manager');
  const next = await signIn(browser, product.url, NEW_MANAGER, 'Manager');
  expect(await teamOf(old.page)).toEqual(expect.arrayContaining([joiner, MOVED, LEAVER]));

  await personPage(page, MOVED);
  await changeJob(page, { from: new Date(Date.now() + DAY), manager: NEW_MANAGER });
  await sees(page.getByRole('list', { name: 'Employments' }), 'Planned');
  expect(await teamOf(old.page)).toContain(MOVED);
  expect(await teamOf(next.page)).not.toContain(MOVED);

  await aDayPasses(product, MOVED);
  expect(await teamOf(old.page)).not.toContain(MOVED);
  expect(await teamOf(next.page)).toContain(MOVED);
  await page.reload();
  await page.getByRole('list', { name: 'Employments' }).getByText('Planned').waitFor({ state: 'detached' });

  await personPage(page, LEAVER);
  await recordLeaving(page, LEAVER, new Date(Date.now() - DAY), 'Moves abroad');
  await sees(page, /^Left /);
  expect(await teamOf(old.page)).not.toContain(LEAVER);
  await page.goto(`/admin/people?search=${encodeURIComponent(LEAVER)}`);
  await sees(page, /^Nothing matches/);
  await page.goto(`/admin/people?state=left&search=${encodeURIComponent(LEAVER)}`);
  await page.getByRole('link', { name: LEAVER }).waitFor();

  for (const seat of [administrator, old, next]) expect(seat.faults).toEqual([]);
}

async function mailOf(page: Page, name: string): Promise<string> {
  await personPage(page, name);
  return page.getByRole('link', { name: /@/ }).innerText();
}

/** What was to begin tomorrow begins today: the dates move instead of us. */
async function aDayPasses(product: Product, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  const of = 'person_id = (SELECT id FROM person WHERE display_name = $1)';
  await client.query(`UPDATE employment SET ends_on = ends_on - 1 WHERE ends_on IS NOT NULL AND ${of}`, [name]);
  await client.query(`UPDATE employment SET starts_on = starts_on - 1 WHERE starts_on > current_date AND ${of}`, [
    name,
  ]);
  await client.end();
}
