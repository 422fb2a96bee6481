import type { Page } from 'playwright-core';
import type { HandedFile } from '../support/invention.js';
import { arrowTo, enterOn, jumpTo, openToChoose, reach, typeToChoose, writeIn } from '../support/keys.js';
import { sees } from '../support/screen.js';
import { copyElsewhere } from '../support/spreadsheet.js';

/** From the files to a published framework. */
export async function bringFrameworkIn(page: Page, title: string, files: readonly HandedFile[]): Promise<void> {
  await jumpTo(page, 'Programme');
  await enterOn(page, page.getByRole('link', { name: 'Import a framework' }));
  await arrowTo(page, page.getByRole('radiogroup', { name: 'What kind of files' }), /^UK Government/);
  const chooser = page.waitForEvent('filechooser');
  await enterOn(page, page.getByLabel(/^Drop files here/));
  await (await chooser).setFiles([...files]);
  await page
    .getByRole('button', { name: /^Take .* away$/ })
    .nth(1)
    .waitFor();
  await writeIn(page, page.getByRole('textbox', { name: /^Title/ }), title);
  // A field that nothing has to be said in takes Enter as "read them".
  await page.keyboard.press('Enter');
  await enterOn(page, page.getByRole('button', { name: 'Import as a draft' }));
  await enterOn(page, page.getByRole('link', { name: 'Open the framework' }));
  await enterOn(page, page.getByRole('button', { name: 'Publish', exact: true }));
  await enterOn(page, page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }));
  await sees(page, `${title} is published.`);
}

/** A name, a skill and its third level. */
export async function beginDraft(page: Page, it: { name: string; skill: string }): Promise<void> {
  await jumpTo(page, 'Programme');
  await enterOn(page, page.getByRole('button', { name: 'New achievement' }).first());
  const dialog = page.getByRole('dialog', { name: 'New achievement' });
  await typeToChoose(page, dialog.getByRole('combobox', { name: /^Skill/ }), it.skill);
  await arrowTo(page, dialog.getByRole('group', { name: 'Level' }), /^3 /);
  await writeIn(page, dialog.getByRole('textbox', { name: /^Name/ }), it.name);
  await page.keyboard.press('Enter');
  await sees(page, 'Draft of version 1');
}

export async function section(page: Page, name: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name });
  // What was written in stands below the tabs.
  await enterOn(page, link, 'Shift+Tab');
}

export async function writeLines(page: Page, label: string, lines: readonly string[]): Promise<void> {
  await reach(page, page.getByRole('textbox', { name: `${label}, line 1` }));
  for (const [at, line] of lines.entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: `${label}, line ${at + 1}` });
    await field.and(page.locator(':focus')).waitFor();
    await page.keyboard.type(line);
  }
}

/** Copied in a spreadsheet, pasted into the first cell, looked at, taken over. */
export async function pasteRubric(page: Page, text: string, understood: string): Promise<void> {
  await copyElsewhere(page, text);
  await reach(page, page.getByRole('grid', { name: 'Rubric' }).getByRole('gridcell'));
  await page.keyboard.press('ControlOrMeta+v');
  await sees(page.getByRole('dialog', { name: 'Bring a rubric in' }), understood);
  await enterOn(page, page.getByRole('button', { name: 'Use this rubric' }));
}

/** How it may be judged and compared elsewhere, and who may mark it. */
export async function fillTheRest(page: Page, founder: string): Promise<void> {
  await section(page, 'Recognition');
  await writeIn(page, page.getByRole('textbox', { name: 'Hours of work' }), '6');
  await section(page, 'Renewal and stacking');
  await writeIn(page, page.getByRole('textbox', { name: /^Valid for how many months/ }), '12');
  await section(page, 'Badge');
  await openToChoose(page, page.getByRole('combobox', { name: 'Outline' }), 'Cartouche');
  await section(page, 'Assessors');
  await typeToChoose(page, page.getByRole('combobox', { name: /^Name a founding assessor/ }), founder);
  await page.getByRole('button', { name: `Remove ${founder}` }).waitFor();
}

/** The check before publishing, and what it asks to be confirmed. */
export async function publish(page: Page, name: string): Promise<void> {
  await enterOn(page, page.getByRole('button', { name: 'Publish version 1' }), 'Shift+Tab');
  const check = page.getByRole('dialog', { name: `Publish ${name}, version 1?` });
  await enterOn(page, check.getByRole('button', { name: 'Publish version 1' }));
  await sees(page, `${name} is published.`);
}
