import type { Page } from 'playwright-core';
import type { HandedFile } from '../support/invention.js';
import { choose, figure, goTo, pick, press, sees } from '../support/screen.js';

// A stored file stands in its place with the way to take it out again.
const TAKE_AWAY = /^Take .* away$/;

/** The two files into the wizard, and where they come from; ends with the dry run or with what stands in its way. */
export async function readFiles(page: Page, title: string, files: readonly HandedFile[] | readonly string[]) {
  await goTo(page, 'Programme');
  await page.getByRole('link', { name: 'Import a framework' }).click();
  await page.getByRole('radio', { name: /^UK Government Digital and Data/ }).check();
  await page.getByLabel(/^Drop files here/).setInputFiles(files as HandedFile[]);
  // Both are on the server, each in its place.
  await page.getByRole('button', { name: TAKE_AWAY }).nth(1).waitFor();
  const about = {
    Title: title,
    Publisher: 'Those who wrote it down',
    Version: '2026-11',
    Licence: 'A licence that allows it',
    Attribution: 'Written down by those who wrote it down.',
  };
  for (const [field, text] of Object.entries(about))
    await page.getByRole('textbox', { name: new RegExp(`^${field}`) }).fill(text);
  await press(page, 'Read the files');
}

/** Another file for the job roles, after the first one was refused. */
export async function readOtherRoles(page: Page, file: HandedFile): Promise<void> {
  await page.getByRole('button', { name: 'Take roles.csv away' }).click();
  await page.getByLabel(/^Drop files here/).setInputFiles(file);
  await page.getByRole('button', { name: 'Take roles.csv away' }).waitFor();
  await press(page, 'Read the files');
}

/** What the dry run says would come in. */
export async function previewedFigures(page: Page) {
  return {
    skills: await figure(page, 'skills'),
    roles: await figure(page, /^job roles?$/),
    levels: await figure(page, /^role levels?$/),
    requirements: await figure(page, /^required skills?$/),
  };
}

/** Writes the draft and publishes it; from now on it stays as it is. */
export async function importAndPublish(page: Page, title: string): Promise<void> {
  await press(page, 'Import as a draft');
  await page.getByRole('link', { name: 'Open the framework' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const check = page.getByRole('dialog', { name: `Publish ${title}?` });
  await press(check, 'Publish');
  await sees(page, `${title} is published.`);
}

/** Name of the first skill in the framework that is on the screen. */
export async function firstSkill(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'List', exact: true }).click();
  return page.getByRole('table').getByRole('link').first().innerText();
}

export interface Design {
  name: string;
  skill: string;
  outcomes: readonly string[];
  evidence: readonly string[];
  /** Rows of the sheet: title, what it covers, and the words of each level. */
  rubric: readonly (readonly string[])[];
  founders: readonly string[];
}

/** A draft for a skill at its third level, filled section by section, and what stays open at every step. */
export async function design(page: Page, it: Design): Promise<void> {
  await beginDraft(page, it);
  await page.getByRole('textbox', { name: 'What it is about' }).fill(`Says that somebody can do ${it.skill}.`);
  await section(page, 'Outcomes');
  await writeLines(page, 'Outcomes', it.outcomes);
  await section(page, 'Rubric');
  await writeSheet(page, it.rubric);
  await section(page, 'Evidence');
  await writeLines(page, 'Evidence asked', it.evidence);
  await section(page, 'Recognition');
  await page.getByRole('textbox', { name: 'Hours of work' }).fill('20');
  await page.getByRole('textbox', { name: /^ECTS/ }).fill('0.8');
  await section(page, 'Renewal and stacking');
  await page.getByRole('textbox', { name: /^Valid for how many months/ }).fill('24');
  await nameFounders(page, it.founders);
}

/** A name, a skill and its third level: more does not make a draft. */
export async function beginDraft(page: Page, it: Pick<Design, 'name' | 'skill'>): Promise<void> {
  await goTo(page, 'Programme');
  // An empty programme offers it twice: in the head of the page and where the first one would stand.
  await page.getByRole('button', { name: 'New achievement' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New achievement' });
  await choose(page, /^Skill/, it.skill);
  await pick(dialog, 'Level', /^3 /);
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(it.name);
  await press(dialog, 'Create the draft');
  await sees(page, 'Draft of version 1');
}

/** The first people who may mark it. */
export async function nameFounders(page: Page, founders: readonly string[]): Promise<void> {
  await section(page, 'Assessors');
  for (const founder of founders) {
    await choose(page, /^Name a founding assessor/, founder);
    await page.getByRole('button', { name: `Remove ${founder}` }).waitFor();
  }
}

/** Publishes version 1; the page that follows is the one that employees see. */
export async function publishAchievement(page: Page, name: string): Promise<void> {
  await press(page, 'Publish version 1');
  const check = page.getByRole('dialog', { name: `Publish ${name}, version 1?` });
  await press(check, 'Publish version 1');
  await sees(page, `${name} is published.`);
}

export async function section(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name }).click();
}

export async function writeLines(page: Page, label: string, lines: readonly string[]): Promise<void> {
  await page.getByRole('textbox', { name: `${label}, line 1` }).click();
  for (const [at, line] of lines.entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    await page
      .getByRole('textbox', { name: `${label}, line ${at + 1}` })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.type(line);
  }
}

/** Fills the sheet from its first cell with the keyboard alone: typing writes, Tab goes on, at the end to the next row. */
async function writeSheet(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const sheet = page.getByRole('grid', { name: 'Rubric' });
  await sheet.getByRole('gridcell').first().click();
  for (const text of rows.flat()) {
    if (text) await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
}
