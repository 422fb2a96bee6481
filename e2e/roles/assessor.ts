import type { Page } from 'playwright-core';
import { goTo, pick, press, sees } from '../support/screen.js';

/** Finds it in the queue and claims it with one key. */
export async function claim(page: Page, achievement: string): Promise<void> {
  await goTo(page, 'Reviews');
  await page.getByRole('row').filter({ hasText: achievement }).click();
  const panel = page.getByRole('complementary', { name: 'The chosen review' });
  await panel.getByRole('button', { name: /^Claim for 30 minutes/ }).waitFor();
  await page.keyboard.press('c');
  await panel.getByRole('link', { name: /^Open and mark/ }).click();
  await sees(page, 'Yours until');
}

export interface Mark {
  criterion: string;
  level: number;
  comment: string;
}

/** Marks every criterion without a pointer: a number picks the level, M writes, ] goes on. */
export async function mark(page: Page, marks: readonly Mark[]): Promise<void> {
  for (const [at, it] of marks.entries()) {
    if (at > 0) await page.keyboard.press(']');
    const open = page.getByRole('region', { name: it.criterion });
    await open.waitFor();
    await page.keyboard.press(String(it.level));
    await open.getByRole('radio', { checked: true }).waitFor({ state: 'attached' });
    await page.keyboard.press('m');
    await page.keyboard.type(it.comment);
    await page.keyboard.press('Escape');
  }
}

/** The four questions about the evidence, and the view of the whole. */
export async function judge(page: Page): Promise<void> {
  for (const rule of [/^Valid:/, /^Authentic:/, /^Sufficient:/, /^Current:/]) await pick(page, rule, 'Yes');
  await pick(page, 'Taken as a whole', 'Pass');
  await sees(page, 'Nothing is left');
}

/** Hands in what is complete. */
export async function handIn(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await press(page.getByRole('dialog', { name: 'Hand in this mark' }), 'Hand in');
  await page
    .getByText(/^Handed in /)
    .first()
    .waitFor();
}

/** Hands in, reads the outcome, and lets the candidate know. */
export async function handInAndRelease(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await press(page.getByRole('dialog', { name: 'Hand in this mark' }), 'Hand in');
  await sees(page, 'Not released: the candidate knows nothing of this yet.');
  await press(page, 'Release');
  await press(page.getByRole('dialog', { name: 'Release this decision' }), 'Release');
  await sees(page, /^Released .* The candidate sees the outcome/);
}
