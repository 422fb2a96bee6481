import type { Browser } from 'playwright-core';
import { type Seat, seatOf } from './roles/door.js';
import { ask, done } from './support/asking.js';
import { openBrowser, personAt, told } from './support/browser.js';
import { foreignBadge } from './support/foreign-badge.js';
import { csv, invented, word } from './support/invention.js';
import { type Achievement, handIn, judgeAndRelease, JudgingWorld, showAndSend } from './support/judging-world.js';
import { linkIn } from './support/letters.js';
import { type Product, startProduct } from './support/product.js';
import { choose, pick, press, sees } from './support/screen.js';

const first = invented('Administrator');

describe('What becomes of badges', () => {
  let browser: Browser;
  let product: Product;
  let world: JudgingWorld;
  let hana: Seat;
  let assessor: Seat;
  let earned: Achievement;
  let ids: { eve: string; bo: string; administrator: string };
  let eve: Seat;
  let bo: Seat;
  /** Badges of the two that rest on an assessment. */
  let badges: { eve: string; bo: string };
  const seat = (id: string) => seatOf(browser, product.url, id);

  beforeAll(async () => {
    product = await startProduct({
      ORGANISATION_NAME: `${word()} and Cousins`,
      FIRST_ADMINISTRATOR: `${first.name} <${first.email}>`,
    });
    [browser, world] = await Promise.all([openBrowser(), JudgingWorld.begin(product.databaseUrl)]);
    const assessorId = await world.person('ASSESSOR');
    const hr = await world.person('HR_DESIGNER');
    ids = {
      ...{ eve: await world.person(null), bo: await world.person(null) },
      administrator: await world.person('ADMINISTRATOR'),
    };
    earned = await world.achievement('SINGLE', [assessorId]);
    [hana, assessor, eve, bo] = await Promise.all([seat(hr), seat(assessorId), seat(ids.eve), seat(ids.bo)]);
    const passed = async (candidate: Seat) => {
      const submission = await handIn(candidate, earned, 'Five places, each weighed twice.');
      await judgeAndRelease(assessor, (await world.placesOf(submission)).FIRST ?? '', earned, [2, 2]);
      return held(candidate, 1);
    };
    badges = { eve: await passed(eve), bo: await passed(bo) };
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await world?.end();
    await product?.stop();
  });

  /** The newest badge of somebody, once there are so many. */
  async function held(who: Seat, many: number): Promise<string> {
    for (let tries = 0; tries < 200; tries += 1) {
      const { myCredentials: all } = await ask<{ myCredentials: { id: string; issuedAt: string }[] }>(
        who,
        '{ myCredentials { id issuedAt } }',
      );
      const newest = all.sort((one, other) => other.issuedAt.localeCompare(one.issuedAt))[0];
      if (newest && all.length >= many) return newest.id;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The badge was not signed within twenty seconds.');
  }

  it('a list with wrong rows gives nothing, the mended one gives all', () =>
    told(browser, async () => {
      const attended = await world.achievement('SINGLE', [], 'COMPLETION');
      const rows = async (...more: string[][]) => [
        ['Email', 'Badge', 'Awarded on'],
        [await world.mailOf(ids.eve), attended.name, '2026-03-02'],
        [await world.mailOf(ids.bo), attended.name, ''],
        ...more,
      ];
      const { page } = hana;
      await page.goto('/programme/credentials/bulk');
      const wrong = [
        ['nobody@example.org', attended.name, ''],
        [await world.mailOf(ids.eve), 'No such badge', ''],
        [await world.mailOf(ids.administrator), attended.name, '2099-01-01'],
      ];
      await page.getByLabel(/Drop files here/).setInputFiles(csv('wrong.csv', await rows(...wrong)));
      await sees(page, /^3 rows have something wrong/);
      if (await page.getByRole('button', { name: /^Give \d+ badge/ }).isEnabled())
        throw new Error('It could be given.');
      await page.goto('/programme/credentials/bulk');
      await page.getByLabel(/Drop files here/).setInputFiles(csv('mended.csv', await rows()));
      await press(page, 'Give 2 badges');
      await page.getByRole('table', { name: 'Given by this list' }).waitFor();
      await Promise.all([held(eve, 2), held(bo, 2)]);
    }));

  it('somebody without an account endorses one, and a stranger sees when it is withdrawn', () =>
    told(browser, async () => {
      const outsider = await personAt(browser, product.url);
      const { page } = eve;
      await page.goto(`/growth/badges/${badges.eve}`);
      await press(page, 'Ask somebody');
      const dialog = page.getByRole('dialog', { name: 'Ask for an endorsement' });
      await pick(dialog, 'Whom', 'Somebody else, by mail');
      const client = invented('Client');
      await dialog.getByRole('textbox', { name: /^Name/ }).fill(client.name);
      await dialog.getByRole('textbox', { name: /^Mail address/ }).fill(client.email);
      await press(dialog, 'Ask somebody');
      await dialog.waitFor({ state: 'hidden' });
      await outsider.page.goto(await linkIn(product.dataDir, client.email, '/e'));
      const words = `Our assay of ${word()} was right.`;
      await outsider.page.getByRole('textbox', { name: /^In which role/ }).fill('Client');
      await outsider.page.getByRole('textbox', { name: /^What you endorse/ }).fill(words);
      await press(outsider.page, 'Endorse it');
      await sees(outsider.page, /^Thank you/);
      await page.reload();
      await sees(page, words);

      await press(page, 'Make a link');
      const link = page.getByRole('link', { name: /\/p\// });
      const address = (await link.getAttribute('href')) ?? '';
      // Sent from here: the letter is read before it leaves, and opens the same page.
      await press(page, 'Send by mail');
      const letter = page.getByRole('dialog', { name: 'Send this link' });
      await letter.getByLabel(/^To which address/).fill('jobs@ats.example');
      await letter.getByLabel(/^A few words of yours/).fill('For post 12, as asked.');
      await letter.getByLabel(/^To which address/).focus();
      await sees(letter, 'For post 12, as asked.');
      await press(letter, 'Send');
      await sees(page, /^Sent to jobs@ats\.example on/);
      await outsider.page.goto(await linkIn(product.dataDir, 'jobs@ats.example', '/p/'));
      expect(new URL(outsider.page.url()).pathname).toBe(new URL(address).pathname);
      await sees(outsider.page, words);

      await hana.page.goto(`/programme/credentials/${badges.eve}`);
      await hana.page.getByRole('button', { name: 'Withdraw', exact: true }).click();
      const sure = hana.page.getByRole('dialog', { name: /^Withdraw the badge of/ });
      await sees(sure.getByRole('region', { name: 'Who loses what' }), /Testing/);
      await sure.getByRole('radio', { name: 'It was issued in error' }).check();
      await sure.getByRole('textbox', { name: /^Why, in your words/ }).fill('The sample was of something else.');
      await press(sure, 'Withdraw');
      await sees(hana.page, /^Withdrawn/);
      await outsider.page.reload();
      await sees(outsider.page, /withdrawn/i);
    }));

  it('one that ends soon is renewed', () =>
    told(browser, async () => {
      await world.endsIn(badges.bo, 20);
      const { page } = bo;
      await page.goto(`/growth/badges/${badges.bo}`);
      await sees(page, /It ends soon/);
      await press(page, 'Renew');
      await page.waitForURL(/\/growth\/submissions\//);
      const submission = page.url().split('/').at(-1) ?? '';
      await showAndSend(bo, submission, earned, 'Three more places this year.');
      await judgeAndRelease(assessor, (await world.placesOf(submission)).FIRST ?? '', earned, [2, 2]);
      await held(bo, 3);
      await page.goto(`/growth/badges/${badges.bo}`);
      await sees(page, 'This badge was renewed.');
    }));

  it('one of another issuer is brought, mapped, and HR says what it counts for', () =>
    told(browser, async () => {
      const { page } = eve;
      const name = `Sampling ${word()}`;
      await page.goto('/growth/elsewhere');
      await page.getByLabel(/Drop files here/).setInputFiles(await foreignBadge(name));
      await page.getByRole('heading', { name }).waitFor();
      await choose(page, 'Add a skill', 'Testing');
      await page.getByRole('combobox', { name: 'Level of Testing' }).click();
      await page.getByRole('option', { name: /Alone/ }).click();
      await page.getByRole('textbox', { name: /^Why it is yours/ }).fill('It went to my address at home.');
      await press(page, 'Ask what it counts for');
      await sees(page, 'Waiting for a decision');
      await hana.page.goto('/programme/elsewhere');
      await hana.page.getByRole('row').filter({ hasText: name }).getByRole('link').first().click();
      await pick(hana.page, 'What it counts for', 'Recognised');
      await hana.page.getByRole('checkbox', { name: /^I know that this badge/ }).check();
      await hana.page.getByRole('textbox', { name: /^Why/ }).fill('The guild tests as we do.');
      await press(hana.page, 'Decide');
      await sees(hana.page, /^Decided/);
      await page.reload();
      await sees(page, 'The guild tests as we do.');
      await sees(page, /^Testing, .*Alone/);
    }));

  it('who leaves opens theirs by a link, once', () =>
    told(browser, async () => {
      const own = invented('Home').email.replace('example.org', 'home.example');
      const { page } = bo;
      await page.goto('/account/keeping');
      await page.getByRole('textbox', { name: /^Your address/ }).fill(own);
      await press(page, 'Send the link');
      await sees(page, /A link was mailed to|A link is on its way/);
      await page.goto(await linkIn(product.dataDir, own, '/claim/address'));
      await press(page, 'Yes, this address is mine');
      await sees(page, 'Your address is proved');
      const administrator = await seat(ids.administrator);
      await done(
        administrator,
        'Person',
        `mutation($id: ID!) { result: setActive(personId: $id, active: false, reason: "Left us") { __typename ... on Refusal { message } } }`,
        { id: ids.bo },
      );
      // By itself it goes out within a minute; whoever keeps people need not wait for that.
      await done(
        administrator,
        'Leaver',
        `mutation($id: ID!) { result: sendClaimLink(personId: $id) { __typename ... on Refusal { message } } }`,
        { id: ids.bo },
      );
      const claim = await linkIn(product.dataDir, own, '/claim');
      const home = await personAt(browser, product.url);
      await home.page.goto(claim);
      await press(home.page, 'Open my badges');
      await home.page.waitForURL(/\/growth\/badges/);
      await sees(home.page, earned.name);
      const again = await personAt(browser, product.url);
      await again.page.goto(claim);
      await sees(again.page, 'This link was used');
    }));
});
