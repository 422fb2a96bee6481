import type { Browser } from 'playwright-core';
import { startIdentityProvider, type TestProvider } from '../apps/api/test/support/identity-provider.js';
import { accessibilityFaults, openBrowser, personAt, told } from './support/browser.js';
import { type Product, startProduct } from './support/product.js';

const organisation = 'Mill Lane Works';

describe('From the link of the first start to a colleague who signs in with the company account', () => {
  let browser: Browser;
  let product: Product;
  let provider: TestProvider;

  beforeAll(async () => {
    product = await startProduct({ DEMO: 'false' });
    provider = await startIdentityProvider({ publicUrl: product.url });
    provider.accounts.set('ada-there', { email: 'ada@example.org', email_verified: true, name: 'Ada Marsh' });
    provider.accounts.set('eve-there', { email: 'eve@elsewhere.example', email_verified: true, name: 'Eve' });
    browser = await openBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await provider?.close();
  });

  it('is played through the screens and a real provider', () =>
    told(browser, async () => {
      const { page, faults } = await personAt(browser, product.url);
      await page.goto('/sign-in');
      await page.getByText('This installation waits for its administrator').waitFor();

      await page.goto(product.setupLink ?? '');
      await page.getByLabel(/Your name/).fill('Ada Marsh');
      await page.getByLabel(/Your mail address/).fill('ada@example.org');
      await page.getByLabel(/Name of your organisation/).fill(organisation);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Set up and sign in' }).click();
      await page.getByRole('button', { name: /^Ada Marsh:/ }).waitFor();

      await page.goto('/admin/sign-in');
      await page.getByRole('button', { name: 'Add a provider' }).click();
      await page.getByRole('textbox', { name: /^Name/ }).fill('Works account');
      await page.getByRole('textbox', { name: /Issuer/ }).fill(provider.issuer);
      await page.getByRole('button', { name: 'Try discovery' }).click();
      await page.getByText(/It answers as .* signs with 1 key/).waitFor();
      await page.getByRole('textbox', { name: /Client id/ }).fill(provider.clientId);
      await page.getByLabel(/Client secret/).fill(provider.clientSecret);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Add the provider' }).click();
      await page.getByRole('row', { name: /Works account/ }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);

      // Another browser, at work.
      const work = await personAt(browser, product.url, { userAgent: FIREFOX });
      await work.page.goto('/account/sessions');
      await work.page.getByRole('link', { name: 'Sign in with Works account' }).click();
      await work.page.getByRole('link', { name: 'ada-there' }).click();
      await work.page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
      const rows = work.page.getByRole('row', { name: /on (Windows|Linux)/ });
      await rows.nth(1).waitFor();
      expect(await rows.count()).toBe(2);
      expect(await accessibilityFaults(work.page)).toEqual([]);
      await work.page.getByRole('button', { name: /^End Chrome/ }).click();
      await work.page.getByText(/is signed out/).waitFor();
      await page.goto('/growth');
      await page.getByRole('heading', { name: 'Sign in to Assay' }).waitFor();

      // Somebody whom nobody took on.
      const stranger = await personAt(browser, product.url);
      await stranger.page.goto('/sign-in');
      await stranger.page.getByRole('link', { name: 'Sign in with Works account' }).click();
      await stranger.page.getByRole('link', { name: 'eve-there' }).click();
      await stranger.page
        .getByRole('alert')
        .getByText(/Nobody here is known by your account/)
        .waitFor();
      expect(await accessibilityFaults(stranger.page)).toEqual([]);

      // Out here and at the provider: the next sign-in asks again who one is.
      await work.page.getByRole('button', { name: /^Ada Marsh:/ }).click();
      await work.page.getByRole('menuitem', { name: 'Sign out' }).click();
      await work.page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await work.page.getByRole('link', { name: 'Sign in with Works account' }).click();
      await work.page.getByRole('heading', { name: 'Who are you?' }).waitFor();
      for (const each of [faults, work.faults, stranger.faults]) expect(each.filter(isOurs)).toEqual([]);
    }));
});

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** The provider's page has no icon, and the browser says so. */
const isOurs = (fault: string) => !/404|favicon/i.test(fault);
