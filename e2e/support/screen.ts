import type { Locator, Page } from 'playwright-core';

/** Waits until a person would see it. */
export async function sees(place: Page | Locator, text: string | RegExp): Promise<void> {
  await place.getByText(text).filter({ visible: true }).first().waitFor();
}

export async function press(place: Page | Locator, name: string | RegExp): Promise<void> {
  await place.getByRole('button', { name }).click();
}

/** Goes by the bar at the top, as everybody does. */
export async function goTo(page: Page, area: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: area }).click();
}

/** Chooses from a field that searches while one types. */
export async function choose(page: Page, label: string | RegExp, text: string, place: Page | Locator = page) {
  const field = place.getByRole('combobox', { name: label });
  await field.click();
  await field.fill(text);
  await page.getByRole('option', { name: text }).first().click();
}

/** One of a few, by the words on it. */
export async function pick(place: Page | Locator, group: string | RegExp, option: string | RegExp): Promise<void> {
  await place.getByRole('group', { name: group }).getByRole('radio', { name: option }).check();
}

/** The number that stands above the words, as in the head of a page. */
export async function figure(page: Page, words: string | RegExp): Promise<number> {
  const label = page.getByText(words, { exact: true });
  await label.first().waitFor();
  const text = await label.first().locator('xpath=preceding-sibling::*').innerText();
  return Number(text.replaceAll(/\D/g, ''));
}
