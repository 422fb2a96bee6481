import type { Page } from 'playwright-core';
import type { HandedFile } from '../support/invention.js';
import { goTo, pick, press, sees } from '../support/screen.js';

const DECLARATION = /^This is my own work/;

/** Keeps something of each kind in the private library. */
export async function keepEvidence(page: Page, it: { file: HandedFile; link: string; text: string }): Promise<void> {
  await goTo(page, 'My growth');
  await page.getByRole('navigation', { name: 'My growth' }).getByRole('link', { name: 'Evidence' }).click();
  await page.getByLabel(/Drop files here/).setInputFiles(it.file);
  await page.getByRole('row').filter({ hasText: 'Text file' }).waitFor();
  await press(page, 'Paste a link');
  const link = page.getByRole('dialog', { name: 'Paste a link' });
  await link.getByRole('textbox', { name: /^Address/ }).fill('https://example.org/work');
  await link.getByRole('textbox', { name: /^Title/ }).fill(it.link);
  await link.getByLabel(/^Made on/).fill(new Date().toISOString().slice(0, 10));
  await press(link, 'Keep it');
  await page.getByRole('row').filter({ hasText: it.link }).waitFor();
  await press(page, 'Write');
  const text = page.getByRole('dialog', { name: 'Write' });
  await text.getByRole('textbox', { name: /^Title/ }).fill(it.text);
  await text.getByRole('textbox', { name: /^Text/ }).fill('# What I did\n\n- weighed it\n- wrote **everything** down');
  await press(text, 'Keep it');
  await page.getByRole('row').filter({ hasText: it.text }).waitFor();
}

/** Opens what can be earned and begins. */
export async function start(page: Page, achievement: string): Promise<void> {
  await goTo(page, 'My growth');
  await page.getByRole('navigation', { name: 'My growth' }).getByRole('link', { name: 'What you can earn' }).click();
  await page.getByRole('link', { name: achievement }).click();
  await press(page, 'Start');
  await page.getByRole('table', { name: 'Criteria by evidence' }).waitFor();
}

export interface Answer {
  criterion: string;
  item: string;
  reflection: string;
  level: number;
}

/** One criterion: what shows it, how, and where one would put oneself. */
export async function answer(page: Page, it: Answer): Promise<void> {
  await page.getByRole('button', { name: it.criterion, exact: true }).click();
  const panel = page.getByRole('region', { name: it.criterion });
  await press(panel, 'Link evidence');
  await page.getByRole('button', { name: `Link ${it.item}`, exact: true }).click();
  await panel.getByRole('textbox', { name: `How ${it.item} shows this criterion` }).fill(it.reflection);
  await pick(panel, 'Where would you put yourself?', new RegExp(`^${it.level} `));
  await page
    .getByRole('row', { name: it.criterion })
    .getByRole('img', { name: `You say level ${it.level}` })
    .waitFor();
}

/** The check, the declaration, and the copy that is kept. */
export async function send(page: Page): Promise<void> {
  await sees(page, 'Ready to send');
  await press(page, 'Check and send');
  const check = page.getByRole('dialog', { name: 'Check and send' });
  await check.getByRole('checkbox', { name: DECLARATION }).check();
  await press(check, 'Send');
  await page.getByRole('heading', { name: 'What you handed in' }).waitFor();
}

/** The shortest honest attempt: one text that shows all criteria. */
export async function handInText(page: Page, achievement: string, criteria: readonly string[]): Promise<void> {
  await start(page, achievement);
  const item = 'What I did last month';
  await press(page, 'Write');
  const text = page.getByRole('dialog', { name: 'Write' });
  await text.getByRole('textbox', { name: /^Title/ }).fill(item);
  await text
    .getByRole('textbox', { name: /^Text/ })
    .fill('I took five samples, weighed each twice and wrote a report.');
  await press(text, 'Keep it');
  for (const criterion of criteria)
    await answer(page, { criterion, item, reflection: `It shows ${criterion.toLowerCase()}.`, level: 3 });
  await send(page);
}

/** Opens the badge when it is signed, and makes a link for a stranger. */
export async function share(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Open your badge' }).click();
  await press(page, 'Make a link');
  const link = page.getByRole('link', { name: /\/p\// });
  await link.waitFor();
  return (await link.getAttribute('href')) ?? '';
}
