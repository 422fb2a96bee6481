import type { Browser, Page } from 'playwright-core';
import { claim, handIn as handInOf, judge, mark } from './roles/assessor.js';
import { type Seat, seatOf } from './roles/door.js';
import { answer, send } from './roles/employee.js';
import { openBrowser, told } from './support/browser.js';
import { done } from './support/asking.js';
import {
  claimPlace,
  handIn,
  judgeAndRelease,
  JudgingWorld,
  keepAsExemplar,
  recalledItem,
} from './support/judging-world.js';
import { invented, word } from './support/invention.js';
import { countKeys } from './support/keys.js';
import { type Product, startProduct } from './support/product.js';
import { pick, press, sees } from './support/screen.js';

const administrator = invented('Administrator');

describe('What somebody types while others judge', () => {
  let browser: Browser;
  let product: Product;
  let world: JudgingWorld;
  let assessors: Seat[];
  let ids: string[];
  let lead: Seat;
  const seat = async (role: Parameters<JudgingWorld['person']>[0]) =>
    seatOf(browser, product.url, await world.person(role));

  beforeAll(async () => {
    product = await startProduct({
      ORGANISATION_NAME: `${word()} and Nieces`,
      FIRST_ADMINISTRATOR: `${administrator.name} <${administrator.email}>`,
    });
    [browser, world] = await Promise.all([openBrowser(), JudgingWorld.begin(product.databaseUrl)]);
    ids = [];
    for (let count = 0; count < 3; count += 1) ids.push(await world.person('ASSESSOR'));
    assessors = await Promise.all(ids.map((id) => seatOf(browser, product.url, id)));
    lead = await seat('ASSESSMENT_LEAD');
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await world?.end();
    await product?.stop();
  });

  const assessor = (place: number): Seat => assessors[place] as Seat;

  it('one assessor: two keys for a criterion, a dead server, and a badge', () =>
    told(browser, async () => {
      const it = await world.achievement('SINGLE', ids);
      const eve = await seat(null);
      const id = await handIn(eve, it, 'Five places, each weighed twice.');
      const { page } = assessor(0);
      await page.goto('/reviews');
      await claim(page, it.name);

      const keys = await countKeys(page);
      for (const [place, { title }] of it.criteria.entries()) {
        if (place > 0) await page.keyboard.press(']');
        await page.getByRole('region', { name: title }).waitFor();
        await page.keyboard.press('2');
      }
      await sees(page, '2 of 2 criteria');
      expect(await keys()).toBeLessThanOrEqual(2 * it.criteria.length);

      const words = [`Before: ${word()}. `, `After: ${word()}.`] as const;
      await page.keyboard.press('m');
      await page.keyboard.type(words[0]);
      await product.whileServerIsDead(() => page.keyboard.type(words[1]));
      await comesBack(page);
      expect(await page.getByRole('textbox', { name: /Weighing/ }).inputValue()).toBe(words.join(''));
      await judge(page);
      await handInOf(page);
      await press(page, 'Release');
      await press(page.getByRole('dialog', { name: 'Release this decision' }), 'Release');
      await eve.page.goto(`/growth/submissions/${id}`);
      await sees(eve.page, words.join(''));
      await eve.page.getByRole('link', { name: 'Open your badge' }).waitFor({ timeout: 45_000 });
    }));

  it('two assessors apart, who differ, settle it, and are checked by a third', () =>
    told(browser, async () => {
      const it = await world.achievement('DOUBLE_BLIND', ids);
      const eve = await seat(null);
      const id = await handIn(eve, it, 'Five places, each weighed twice.');
      const places = await world.placesOf(id);
      const [one, two, third] = [assessor(0).page, assessor(1).page, assessor(2).page];
      await claimPlace(assessor(0), places.FIRST ?? '');
      await claimPlace(assessor(1), places.SECOND ?? '');
      await one.goto(`/reviews/${places.FIRST}`);
      await two.goto(`/reviews/${places.SECOND}`);
      const [low, high] = [`Only three places: ${word()}.`, `Five places, page 1: ${word()}.`];
      // Both are at it when the server goes.
      const [first = '', second = ''] = it.criteria.map(({ title }) => title);
      await mark(one, [{ criterion: first, level: 1, comment: low.slice(0, 8) }]);
      await mark(two, [{ criterion: first, level: 3, comment: high.slice(0, 8) }]);
      await product.whileServerIsDead(async () => {
        for (const [page, words] of [
          [one, low],
          [two, high],
        ] as const) {
          await page.keyboard.press('m');
          await page.keyboard.type(words.slice(8));
          await page.keyboard.press('Escape');
          await page.keyboard.press(']');
          await page.getByRole('region', { name: second }).waitFor();
          await page.keyboard.press('2');
        }
      });
      for (const page of [one, two]) {
        await comesBack(page);
        await judge(page);
      }
      await Promise.all([handInOf(one), handInOf(two)]);

      for (const page of [one, two]) await page.goto(`/reviews/reconcile/${id}`);
      for (const words of [low, high]) await sees(two, words);
      await sees(two.getByRole('tabpanel', { name: 'Report of a test' }), 'Five places, each weighed twice.');
      const reason = `We looked at page 1 together: ${word()}.`;
      await one.getByRole('combobox', { name: 'Agreed level for criterion 1' }).click();
      await one.getByRole('option', { name: '2 Alone' }).click();
      await one.getByRole('textbox', { name: 'Reason for criterion 1' }).pressSequentially(reason.slice(0, 12));
      await product.whileServerIsDead(() =>
        one.getByRole('textbox', { name: 'Reason for criterion 1' }).pressSequentially(reason.slice(12)),
      );
      await comesBack(one);
      await press(one, 'I agree to this');
      await sees(one, /^You agree/);
      await two.reload();
      expect(await two.getByRole('textbox', { name: 'Reason for criterion 1' }).inputValue()).toBe(reason);
      await press(two, 'I agree to this');
      await sees(two, 'Settled by both');

      await done(
        lead,
        'AssessmentCase',
        'mutation($id: ID!) { result: askModeration(submissionId: $id) { __typename ... on Refusal { message } } }',
        { id },
      );
      const { MODERATION = '' } = await world.placesOf(id);
      await claimPlace(assessor(2), MODERATION);
      await third.goto(`/reviews/moderation/${MODERATION}`);
      await sees(third.getByRole('tabpanel', { name: 'Report of a test' }), 'Five places, each weighed twice.');
      await third.getByRole('textbox', { name: /^Reason/ }).fill('Checked.');
      await press(third, 'Confirm the decision');
      await sees(third, 'The decision is confirmed');
    }));

  it('not yet, an appeal that is upheld, and what the same fault touched', () =>
    told(browser, async () => {
      const it = await world.achievement('SINGLE', ids);
      const [eve, fay] = [await seat(null), await seat(null)];
      const id = await handIn(eve, it, 'Page three names the five places.');
      const twin = await handIn(fay, it, 'I took samples.');
      await judgeAndRelease(assessor(0), (await world.placesOf(id)).FIRST ?? '', it, [1, 2]);
      await judgeAndRelease(assessor(0), (await world.placesOf(twin)).FIRST ?? '', it, [3, 3]);

      await eve.page.goto(`/growth/submissions/${id}`);
      await press(eve.page, 'Appeal this outcome');
      const statement = `Page three shows the five places: ${word()}.`;
      const field = eve.page.getByRole('textbox', { name: /^What you object to/ });
      await field.pressSequentially(statement);
      await eve.page.reload();
      expect(await field.inputValue()).toBe(statement);
      await press(eve.page, 'Send the appeal');
      await sees(eve.page, 'Appeal lodged');

      const { page } = lead;
      await page.goto('/reviews/appeals');
      await page.getByRole('link', { name: it.name }).click();
      await sees(page, statement);
      await sees(page.getByRole('tabpanel', { name: 'Report of a test' }), 'Page three names the five places.');
      await press(page, 'Take it up');
      await choosing(page, 'Outcome of the appeal', 'Upheld');
      await choosing(page, 'Another level for criterion 1', '3 For others');
      await page.getByRole('textbox', { name: 'Why this level for criterion 1' }).fill('Page three shows it.');
      const said = `You are right: ${word()}.`;
      const reply = page.getByRole('textbox', { name: /^Answer to the candidate/ });
      await reply.pressSequentially(said.slice(0, 8));
      await product.whileServerIsDead(() => reply.pressSequentially(said.slice(8)));
      await page.reload();
      expect(await reply.inputValue()).toBe(said);
      await choosing(page, 'Outcome of the appeal', 'Upheld');
      await press(page, 'Answer the appeal');
      await sees(page, /^Upheld/);
      await eve.page.reload();
      await sees(eve.page, said);
      await sees(eve.page, 'Passed');
      await sees(eve.page, /after your appeal. Until then it was “Not yet”/);

      await page.goto(`/reviews/appeals/recalled/${await recalledItem(lead)}`);
      await sees(page.getByRole('tabpanel', { name: 'Report of a test' }), 'I took samples.');
      for (const number of [1, 2]) {
        await choosing(page, `Another level for criterion ${number}`, '1 Not yet');
        await page.getByRole('textbox', { name: `Why this level for criterion ${number}` }).fill('Nothing shows it.');
      }
      await page.getByRole('textbox', { name: /^Reason/ }).fill('The same page was read too kindly.');
      await press(page, 'Give 2 criteria another level');
      await sees(page, 'The decision is changed');
      await fay.page.goto(`/growth/submissions/${twin}`);
      await sees(fay.page, '0 of 2 criteria met.');
      await sees(fay.page, /Until then it was “Passed”/);
    }));

  it('an assessor is checked by work whose worth is known, once whoever wrote it agreed, and is told afterwards', () =>
    told(browser, async () => {
      const it = await world.achievement('SINGLE', ids);
      const [eve, fay, second] = [await seat(null), await seat(null), await seat('ASSESSMENT_LEAD')];
      const known = `Five places, named on page two: ${word()}.`;
      const id = await handIn(eve, it, known);
      await judgeAndRelease(assessor(0), (await world.placesOf(id)).FIRST ?? '', it, [3, 3]);
      await keepAsExemplar([lead, second], id, it, 3);
      await handIn(fay, it, 'Two places.');

      // The question comes behind the agreement.
      const yes = eve.page.getByRole('button', { name: `Yes, use my work for ${it.name}` });
      await eve.page.goto('/growth/evidence/exemplars');
      for (let turn = 0; turn < 20 && !(await yes.isVisible()); turn += 1) {
        await eve.page.waitForTimeout(500);
        await eve.page.reload();
        await eve.page.getByRole('heading', { level: 1 }).waitFor();
      }
      await yes.click();
      await sees(eve.page, 'May be used');

      await world.isCheckedNext(ids[1] ?? '');
      const { page } = assessor(1);
      await page.goto('/reviews');
      await press(page, 'Take the next one');
      await sees(page.getByRole('tabpanel'), known);
      await mark(page, [
        { criterion: it.criteria[0]?.title ?? '', level: 3, comment: 'Named.' },
        { criterion: it.criteria[1]?.title ?? '', level: 1, comment: 'I find no weights.' },
      ]);
      await judge(page);
      await page.keyboard.press('Control+Enter');
      await press(page.getByRole('dialog', { name: 'Hand in this mark' }), 'Hand in');
      await sees(page, /^This was a check: work whose worth two people had agreed on/);
      await sees(page, 'I find no weights.');
      // What it stood in for waits as before, and comes next.
      await page.getByRole('link', { name: 'To the queue' }).click();
      await press(page, 'Take the next one');
      await sees(page.getByRole('tabpanel'), 'Two places.');
    }));

  it('prior learning, of which a part is recognised and only the rest is asked', () =>
    told(browser, async () => {
      const it = await world.achievement('SINGLE', ids);
      const { page, context } = await seat(null);
      await page.goto(`/growth/prior-learning/${it.id}`);
      await pick(page, /^Could you do this before/, 'Yes');
      const where = page.getByRole('textbox', { name: /^Where you did it/ });
      const words = `At the mill until spring: ${word()}.`;
      await where.pressSequentially(words.slice(0, 9));
      await product.whileServerIsDead(() => where.pressSequentially(words.slice(9)));
      await comesBack(page);
      await page.reload();
      expect(await where.inputValue()).toBe(words);

      await press(page, 'Document it');
      await page.getByRole('table', { name: 'Criteria by evidence' }).waitFor();
      const item = 'My years at the mill';
      await press(page, 'Write');
      const text = page.getByRole('dialog', { name: 'Write' });
      await text.getByRole('textbox', { name: /^Title/ }).fill(item);
      await text.getByRole('textbox', { name: /^Text/ }).fill('I took samples of every load.');
      await press(text, 'Keep it');
      for (const { title } of it.criteria)
        await answer(page, { criterion: title, item, reflection: `It shows ${title}.`, level: 2 });
      await send(page);
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await judgeAndRelease(assessor(1), (await world.placesOf(id)).FIRST ?? '', it, [2, 1]);

      await page.goto(`/growth/prior-learning/${it.id}`);
      await sees(page, 'Part of it is recognised');
      await press(page, 'Show the rest');
      await page.getByRole('table', { name: 'Criteria by evidence' }).waitFor();
      await sees(page, /^Met before at level 2, .* It counts and is not asked again/);
      await context.close();
    }));
});

/** The server answers again, and all that was typed has reached it. */
async function comesBack(page: Page): Promise<void> {
  await page
    .locator('output')
    .filter({ hasText: /^Saved/ })
    .first()
    .waitFor({ timeout: 20_000 });
}

async function choosing(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
