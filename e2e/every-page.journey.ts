import type { Browser, Page } from 'playwright-core';
import { openBrowser, personAt, told } from './support/browser.js';
import { faultsOnTheWay } from './support/looking.js';
import { type Product, startProduct } from './support/product.js';
import { sees } from './support/screen.js';
import { enter, isKeeper, settled, TOUR } from './support/tour.mjs';

describe('Every page of those who keep the programme, on a desk and on a phone, by day and by night', () => {
  let browser: Browser;
  let product: Product;
  const looked = new Set<string>();

  beforeAll(async () => {
    product = await startProduct({ DEMO_DATA: 'true' });
    browser = await openBrowser();
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.each(TOUR.filter(({ role }) => isKeeper(role)))('as seen by: $role', (leg) =>
    told(browser, async () => expect(await faultsOnTheWay(browser, product.url, leg, looked)).toEqual([])),
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
