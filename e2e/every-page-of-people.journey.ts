import type { Browser } from 'playwright-core';
import { openBrowser, told } from './support/browser.js';
import { faultsOnTheWay } from './support/looking.js';
import { type Product, startProduct } from './support/product.js';
import { isKeeper, TOUR } from './support/tour.mjs';

describe('Every page of those who learn, judge and lead, on a desk and on a phone, by day and by night', () => {
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

  it.each(TOUR.filter(({ role }) => !isKeeper(role)))('as seen by: $role', (leg) =>
    told(browser, async () => expect(await faultsOnTheWay(browser, product.url, leg, looked)).toEqual([])),
  );
});
