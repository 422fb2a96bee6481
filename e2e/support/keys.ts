import type { Locator, Page } from 'playwright-core';

// Nobody goes on for longer than this: what lies further away cannot be reached.
const MOST_STEPS = 80;

/** Goes on with Tab until the focus is there. What Tab does not reach, nobody without a pointer can use. */
export async function reach(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.first().waitFor({ state: 'attached' });
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_STEPS} × ${key} do not reach ${String(target)}.`);
}

/** A button or a link by its name, and Enter on it. */
export async function enterOn(page: Page, target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
  await reach(page, target, key);
  await page.keyboard.press('Enter');
}

/** Writes over what stands in a field. */
export async function writeIn(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** One of a few: Tab leads to the group, arrows through it. */
export async function arrowTo(page: Page, group: Locator, option: string | RegExp): Promise<void> {
  const wanted = group.getByRole('radio', { name: option });
  await reach(page, group.getByRole('radio'));
  for (let steps = 0; steps < MOST_STEPS && !(await hasFocus(wanted)); steps += 1)
    await page.keyboard.press('ArrowRight');
  if (!(await wanted.isChecked())) await page.keyboard.press('Space');
}

/** Chooses from a field that searches while one types: arrows to the option, Enter takes it. */
export async function typeToChoose(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.type(text);
  // What was found before the last letter goes: an arrow would mark one that is about to.
  await page.getByRole('option').nth(1).waitFor({ state: 'detached' });
  await arrowDownTo(page, text);
}

/** Opens a list of choices, and goes through it. */
export async function openToChoose(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.press('Enter');
  await arrowDownTo(page, text);
}

/** Anywhere by typing its name. */
export async function jumpTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const search = page.getByLabel('Search or jump to').and(page.locator(':focus'));
  await search.waitFor();
  await page.keyboard.type(name);
  await page.getByRole('dialog').getByText(name, { exact: true }).first().waitFor();
  await page.keyboard.press('Enter');
  await search.waitFor({ state: 'hidden' });
}

/** Counts what a pointer does from now on, so that a journey can say that there was none. */
export async function countPointer(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = { pointer: 0 };
    Object.assign(window, counter);
    for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
      window.addEventListener(kind, () => Object.assign(window, { pointer: ++counter.pointer }), true);
  });
  return () => page.evaluate(() => (window as unknown as { pointer: number }).pointer);
}

/** Counts the keys that are pressed outside fields from now on: what somebody writes is not counted. */
export async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = { keys: 0 };
    Object.assign(window, counter);
    window.addEventListener(
      'keydown',
      ({ target }) => {
        if (!(target instanceof HTMLTextAreaElement)) Object.assign(window, { keys: ++counter.keys });
      },
      true,
    );
  });
  return () => page.evaluate(() => (window as unknown as { keys: number }).keys);
}

async function arrowDownTo(page: Page, text: string): Promise<void> {
  const option = page.getByRole('option', { name: text }).first();
  await option.waitFor();
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if ((await option.getAttribute('data-combobox-selected')) === 'true') return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow keys do not reach ${text}.`);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluateAll((found) => found.some((each) => each === document.activeElement));
}
