import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, personAt } from './browser.js';
import { closedNumbers } from './closed-numbers.js';
import { enter, type Leg, settled } from './tour.mjs';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
// Each width and each scheme once: what is wrong with a colour does not depend on the width.
const LOOKS = [
  { viewport: WIDE, colorScheme: 'light' },
  { viewport: PHONE, colorScheme: 'dark' },
] as const;

/**
 * Goes to every stop as somebody of the role, on a desk by day and on a phone by night, and says what is wrong there.
 * Pages in `looked` were looked at both ways already; for the next role the first look is enough.
 */
export async function faultsOnTheWay(
  browser: Browser,
  url: string,
  { role, stops }: Leg,
  looked: Set<string>,
): Promise<string[]> {
  const { page, context, faults } = await personAt(browser, url);
  if (role) await enter(page, role);
  const found: string[] = [];
  for (const stop of stops) {
    await page.setViewportSize(WIDE);
    await stop.open(page);
    await settled(page);
    const place = placeOf(page);
    for (const { viewport, colorScheme } of looked.has(place) ? LOOKS.slice(0, 1) : LOOKS) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const problems = [...(await accessibilityFaults(page)), ...(await tooWide(page))];
      found.push(...problems.map((each) => `${stop.name}, ${viewport.width} px, ${colorScheme}: ${each}`));
    }
    if (!looked.has(place)) found.push(...(await closedNumbers(page)).map((each) => `${stop.name}: ${each}`));
    looked.add(place);
    found.push(...faults.splice(0).map((each) => `${stop.name}: ${each}`));
  }
  await context.close();
  return found;
}

/** The address without what differs from thing to thing. */
function placeOf(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return `${pathname.replace(/[0-9a-f-]{36}/g, ':id')}${search}`;
}

/** A page that a phone has to push from side to side. */
async function tooWide(page: Page): Promise<string[]> {
  const { wide, window } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  return wide > window ? [`is ${wide} px wide`] : [];
}
