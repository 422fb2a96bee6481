import type { Browser, Page } from 'playwright-core';
import { addPeople } from './roles/administrator.js';
import {
  beginDraft,
  importAndPublish,
  nameFounders,
  previewedFigures,
  publishAchievement,
  readFiles,
  section,
  writeLines,
} from './roles/designer.js';
import { signIn } from './roles/door.js';
import * as keyboard from './roles/keyboard-designer.js';
import { openBrowser, told } from './support/browser.js';
import { invented, inventedFramework, word } from './support/invention.js';
import { countPointer, writeIn } from './support/keys.js';
import { type Product, startProduct } from './support/product.js';
import { choose, goTo, pick, press, sees } from './support/screen.js';
import { asCopied, copyElsewhere } from './support/spreadsheet.js';

const organisation = `${word()} and Cousins`;
const people = {
  administrator: invented('Administrator'),
  hr: invented('Designer'),
  employee: invented('Employee'),
  assessor: invented('Assessor'),
};

const LEVELS = ['Awareness', 'Working', 'Practitioner', 'Expert'];
const CRITERIA = ['Sampling', 'Weighing', 'Dissolving', 'Titrating', 'Reporting', 'Teaching'];
const descriptor = (criterion: string, level: string) => `${criterion} as ${level} does it, seen on ${word()}`;
const rubric = CRITERIA.map((criterion) => LEVELS.map((level) => descriptor(criterion.toLowerCase(), level)));
// As cells come out of a spreadsheet: more than one line, and quotes inside.
(rubric[2] as string[])[2] = 'Dissolves all of it:\n- writes down the "blank"\n- repeats it twice';
const sheet = [
  ['Criterion', ...LEVELS, 'Weight', 'Must reach'],
  ...CRITERIA.map((criterion, at) => [criterion, ...(rubric[at] ?? []), at === 0 ? '2' : '1', at === 0 ? '3' : '']),
];

describe('HR designs and publishes a credential from nothing', () => {
  let browser: Browser;
  let product: Product;
  const enter = (person: { name: string }, role: string) => signIn(browser, product.url, person.name, role);

  beforeAll(async () => {
    const { name, email } = people.administrator;
    product = await startProduct({ ORGANISATION_NAME: organisation, FIRST_ADMINISTRATOR: `${name} <${email}>` });
    browser = await openBrowser();
    await told(browser, async () => {
      const { page, context } = await enter(people.administrator, 'Administrator');
      await addPeople(page, organisation, [
        { ...people.hr, roles: ['HR designer'] },
        { ...people.employee },
        { ...people.assessor, roles: ['Assessor'] },
      ]);
      await context.close();
    });
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('with the mouse: a framework, two skills, a rubric out of a spreadsheet, and everything a badge has to say', () =>
    told(browser, async () => {
      const { page, context, faults } = await enter(people.hr, 'HR designer');
      const framework = inventedFramework();
      const [principal, further] = framework.skills;
      await readFiles(page, framework.title, framework.files);
      expect(await previewedFigures(page)).toEqual({ skills: 2, roles: 1, levels: 2, requirements: 3 });
      await importAndPublish(page, framework.title);

      const name = `Assayer of ${word()}`;
      await beginDraft(page, { name, skill: principal });
      await page.getByRole('textbox', { name: 'What it is about' }).fill('Says that somebody finds out what is in it.');
      await addSkill(page, further);
      await section(page, 'Outcomes');
      await writeLines(page, 'Outcomes', ['Takes a sample that stands for the whole', 'Reports what was found']);

      await section(page, 'Rubric');
      await copyElsewhere(page, asCopied(sheet));
      await page.getByRole('grid', { name: 'Rubric' }).getByRole('gridcell').first().click();
      await page.keyboard.press('ControlOrMeta+v');
      const preview = page.getByRole('dialog', { name: 'Bring a rubric in' });
      await sees(preview, /^Read as 6 criteria by 4 levels\./);
      await press(preview, 'Use this rubric');
      await sees(page, '6 criteria took the place of the rubric.');
      for (const at of CRITERIA.keys())
        await page.getByLabel(`Skill shown by criterion ${at + 1}`).selectOption(at < 4 ? principal : further);

      const draft = await savedVersion(page);
      await refusesWithoutAPassingPath(page);
      expect(await savedVersion(page)).toEqual(draft);

      await followsOpenPoint(page, 'Say what evidence people should bring.');
      await page.getByRole('textbox', { name: 'Evidence asked, line 1' }).and(page.locator(':focus')).waitFor();
      await page.keyboard.type('The report of a real assay');
      await press(page, 'Add a rule');
      await page.getByRole('textbox', { name: 'At least', exact: true }).fill('2');
      await section(page, 'Marking');
      await page.getByRole('radio', { name: /a sample is marked a second time/ }).check();
      await page.getByRole('textbox', { name: /^Share marked twice/ }).fill('20');
      await section(page, 'Recognition');
      await page.getByRole('textbox', { name: 'Hours of work' }).fill('20');
      await page.getByRole('textbox', { name: /^ECTS/ }).fill('0.8');
      await page.getByRole('textbox', { name: 'Country' }).fill('PT');
      await section(page, 'Renewal and stacking');
      await page.getByRole('textbox', { name: /^Valid for how many months/ }).fill('24');
      await section(page, 'Badge');
      await page.getByRole('combobox', { name: 'Outline' }).click();
      await page.getByRole('option', { name: 'Cartouche' }).click();
      await page.getByRole('img', { name: 'The badge ' }).waitFor();
      await nameFounders(page, [people.assessor.name]);
      await publishAchievement(page, name);

      expect(await savedVersion(page)).toMatchObject({ state: 'PUBLISHED', descriptors: rubric });

      const employee = await enter(people.employee, 'Employee');
      await reads(employee.page, name, [
        'Takes a sample that stands for the whole',
        'The report of a real assay',
        'repeats it twice',
        'The badge is valid for 24 months.',
        '20 hours',
        principal,
        further,
      ]);
      expect([...faults, ...employee.faults]).toEqual([]);
      await Promise.all([context.close(), employee.context.close()]);
    }));

  it('without a pointer: by Tab, arrows, Enter and the palette, from the files to Published', () =>
    told(browser, async () => {
      const { page, context, faults } = await enter(people.hr, 'HR designer');
      const pointed = await countPointer(page);
      const framework = inventedFramework();
      await keyboard.bringFrameworkIn(page, framework.title, framework.files);
      const name = `Weigher of ${word()}`;
      await keyboard.beginDraft(page, { name, skill: framework.skills[0] });
      await writeIn(page, page.getByRole('textbox', { name: 'What it is about' }), 'Says that somebody weighs twice.');
      await keyboard.section(page, 'Outcomes');
      await keyboard.writeLines(page, 'Outcomes', ['Weighs what is there', 'Writes down how sure it is']);
      await keyboard.section(page, 'Rubric');
      await keyboard.pasteRubric(page, asCopied(sheet.slice(0, 4)), 'Read as 3 criteria by 4 levels.');
      await keyboard.section(page, 'Evidence');
      await keyboard.writeLines(page, 'Evidence asked', ['A log of ten weighings']);
      await keyboard.fillTheRest(page, people.assessor.name);
      await keyboard.publish(page, name);

      expect(await savedVersion(page)).toMatchObject({ state: 'PUBLISHED', descriptors: rubric.slice(0, 3) });
      expect(await pointed()).toBe(0);
      expect(faults).toEqual([]);
      await context.close();
    }));
});

/** One more skill, at its second level. */
async function addSkill(page: Page, skill: string): Promise<void> {
  const skills = page.getByRole('region', { name: 'Skills it awards' });
  await press(skills, 'Add a skill');
  const row = skills
    .getByRole('listitem')
    .filter({ has: page.getByRole('combobox', { name: /^Skill/ }) })
    .nth(1);
  await choose(page, /^Skill/, skill, row);
  await pick(row, 'Level', /^2 /);
}

/** A level that nobody passes without is taken away: the check says where, and taking it back is enough. */
async function refusesWithoutAPassingPath(page: Page): Promise<void> {
  await press(page, /^4 Expert/);
  await page.getByRole('menuitem', { name: 'Passes from this level' }).click();
  await press(page, '4 Expert, to pass');
  await page.getByRole('menuitem', { name: 'Remove this level' }).click();
  await followsOpenPoint(page, /^No level of .*Sampling.* is good enough\.$/);
  await page.getByRole('grid', { name: 'Rubric' }).getByRole('gridcell').and(page.locator(':focus')).waitFor();
  expect(new URL(page.url()).searchParams.get('at')).toBe('rubric.criteria.0.levels');
  expect(await publishedAnyway(page)).toMatchObject({
    __typename: 'NotReadyToPublish',
    openPoints: expect.arrayContaining([expect.objectContaining({ field: 'rubric.criteria.0.levels' })]),
  });
  expect(await savedVersion(page)).toMatchObject({ state: 'DRAFT' });
  await press(page, 'Undo');
  await press(page, 'Undo');
  await saved(page);
}

/** Asks to publish too early; the check leads to where it is mended. */
async function followsOpenPoint(page: Page, point: string | RegExp): Promise<void> {
  await press(page, 'Publish version 1');
  const check = page.getByRole('dialog', { name: 'Not ready to publish yet' });
  await check.getByRole('link', { name: point }).click();
  await check.waitFor({ state: 'hidden' });
}

async function reads(page: Page, achievement: string, texts: readonly string[]): Promise<void> {
  await goTo(page, 'My growth');
  await page.getByRole('navigation', { name: 'My growth' }).getByRole('link', { name: 'What you can earn' }).click();
  await page.getByRole('link', { name: achievement }).click();
  await page
    .getByRole('main')
    .getByText(CRITERIA[2] ?? '', { exact: true })
    .click();
  for (const text of texts) await sees(page.getByRole('main'), text);
}

/** The version that the address names, as the API has it. */
async function savedVersion(page: Page) {
  await saved(page);
  const { achievementVersion } = await ask(
    page,
    'query ($id: ID!) { achievementVersion(id: $id) { state rubric { criteria { levels { descriptor } } } } }',
  );
  const { state, rubric: kept } = achievementVersion as {
    state: string;
    rubric: { criteria: { levels: { descriptor: string }[] }[] };
  };
  return { state, descriptors: kept.criteria.map(({ levels }) => levels.map((level) => level.descriptor)) };
}

async function publishedAnyway(page: Page): Promise<unknown> {
  const { publishAchievement: outcome } = await ask(
    page,
    `mutation ($id: ID!) { publishAchievement(id: $id) {
      __typename ... on NotReadyToPublish { openPoints { section field message } } } }`,
  );
  return outcome;
}

async function ask(page: Page, query: string): Promise<Record<string, unknown>> {
  const [, id] = /([0-9a-f-]{36})/.exec(page.url()) ?? [];
  const answer = await page.request.post('/graphql', { data: { query, variables: { id } } });
  const { data, errors } = await answer.json();
  if (!data) throw new Error(`The API answers ${answer.status()}: ${JSON.stringify(errors)}`);
  return data;
}

/** Nothing that was written is still on its way. */
async function saved(page: Page): Promise<void> {
  await page.getByText('Saving', { exact: true }).waitFor({ state: 'detached' });
}
