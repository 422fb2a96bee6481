import type { Browser, Page } from 'playwright-core';
import { peopleMove } from './roles/people-move.js';
import { openBrowser, personAt, told } from './support/browser.js';
import { faultsOnTheWay } from './support/looking.js';
import { type Product, startProduct } from './support/product.js';
import { sees } from './support/screen.js';
import { enter, type Leg, settled, TOUR } from './support/tour.mjs';

/** Each waits for pages half of its time. */
const TOURS_AT_ONCE = 2;

// To invent the organisation, sign its badges and draw its files takes longer than to look at them: all of this happens in one.
describe('The demonstration', () => {
  let browser: Browser;
  let product: Product;

  beforeAll(async () => {
    product = await startProduct({ DEMO_DATA: 'true' });
    browser = await openBrowser();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('lets people come by a file, move from tomorrow on and go, and every page follows the dates', () =>
    told(browser, () => peopleMove(browser, product)));

  describe('has no page with a fault, on a desk and on a phone, by day and by night', () => {
    let tours: ReadonlyMap<Leg, Promise<string[]>>;

    beforeAll(() => {
      const looked = new Set<string>();
      tours = inTurn(TOUR, TOURS_AT_ONCE, (leg) => faultsOnTheWay(browser, product.url, leg, looked));
    });

    it.each(TOUR)('as seen by: $role', (leg) => told(browser, async () => expect(await tours.get(leg)).toEqual([])));
  });

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

/** Each as soon as the one so many places before it has ended. */
function inTurn<Thing, Result>(
  things: readonly Thing[],
  atOnce: number,
  work: (thing: Thing) => Promise<Result>,
): ReadonlyMap<Thing, Promise<Result>> {
  const results: Promise<Result>[] = [];
  const ended: Promise<void>[] = [];
  const ignore = () => undefined;
  for (const [place, thing] of things.entries()) {
    const result = (ended[place - atOnce] ?? Promise.resolve()).then(() => work(thing));
    results.push(result);
    // Whoever waits for it is told of its fault; the next one begins all the same.
    ended.push(result.then(ignore, ignore));
  }
  return new Map(things.map((thing, place) => [thing, results[place] as Promise<Result>]));
}
