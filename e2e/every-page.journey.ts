import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, openBrowser, personAt, told } from './support/browser.js';
import { type Product, startProduct } from './support/product.js';
import { sees } from './support/screen.js';
import { enter, settled, TOUR } from './support/tour.mjs';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
// Each width and each scheme once: what is wrong with a colour does not depend on the width.
const LOOKS = [
  { viewport: WIDE, colorScheme: 'light' },
  { viewport: PHONE, colorScheme: 'dark' },
] as const;

describe('Every page, by everybody, on a desk and on a phone, by day and by night', () => {
  let browser: Browser;
  let product: Product;
  /** Pages that were looked at both ways; for the next role the first look is enough. */
  const looked = new Set<string>();

  beforeAll(async () => {
    product = await startProduct({ DEMO_DATA: 'true' });
    browser = await openBrowser();
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.each(TOUR)('as seen by: $role', ({ role, stops }) =>
    told(browser, async () => {
      const { page, context, faults } = await personAt(browser, product.url);
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
        looked.add(place);
        found.push(...faults.splice(0).map((each) => `${stop.name}: ${each}`));
      }
      await context.close();
      expect(found).toEqual([]);
    }),
  );

  it('shows no word that is not in the catalogue', () =>
    told(browser, async () => {
      const found: string[] = [];
      const pages = {
        'HR designer': ['/growth', '/growth/evidence', '/growth/badges', '/programme', '/inbox', '/inbox/mail'],
        Administrator: ['/admin/mail', '/admin/people?dialog=add', '/admin/organisation', '/admin/people/import'],
      };
      for (const [role, paths] of Object.entries(pages)) {
        const { page, context } = await personAt(browser, product.url);
        await enter(page, role);
        for (const path of paths) {
          await page.goto(`${path}${path.includes('?') ? '&' : '?'}lng=en-XA`);
          await settled(page);
          const words = await page.locator('h1, h2, button, nav a, th, label, legend').allInnerTexts();
          expect(words.filter(isMarked).length).toBeGreaterThan(3);
          found.push(...words.filter(isPlain).map((each) => `${path}: ${each}`));
        }
        await context.close();
      }
      expect(found).toEqual([]);
    }));

  it('needs no pointer from the door to an achievement', () =>
    told(browser, async () => {
      const { page, context } = await personAt(browser, product.url);
      await page.goto('/sign-in');
      await settled(page);
      // Whom one may be comes after the page itself.
      await page.getByRole('button').first().waitFor();
      await tabTo(page, 'button');
      await page.keyboard.press('Enter');
      await page.getByRole('navigation', { name: 'My growth' }).waitFor();
      await page.keyboard.press('Control+k');
      const search = page.getByLabel('Search or jump to').and(page.locator(':focus'));
      await search.waitFor();
      await page.keyboard.type('incident');
      await page.getByRole('dialog').getByText('Leading an incident').waitFor();
      await page.keyboard.press('Enter');
      await search.waitFor({ state: 'hidden' });
      await sees(page, 'What it certifies');
      await context.close();
    }));
});

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

/** The pseudo-locale marks every word of the catalogue; what is left plain never went through it. */
function isPlain(text: string): boolean {
  return /[a-z]{3}/.test(text) && !isMarked(text);
}

function isMarked(text: string): boolean {
  return /[^\u0000-\u007f]/.test(text);
}

async function tabTo(page: Page, role: 'button'): Promise<void> {
  await page.keyboard.press('Tab');
  await page.getByRole(role).and(page.locator(':focus')).waitFor();
}
