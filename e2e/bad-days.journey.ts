import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { addPeople } from './roles/administrator.js';
import { handInAndRelease, judge, mark } from './roles/assessor.js';
import { design, importAndPublish, publishAchievement, readFiles, readOtherRoles } from './roles/designer.js';
import { type Seat, signIn } from './roles/door.js';
import { handInText } from './roles/employee.js';
import { openBrowser, told } from './support/browser.js';
import { invented, inventedDesign, inventedFramework, textFile, word } from './support/invention.js';
import { type Product, startProduct } from './support/product.js';
import { goTo, press, sees } from './support/screen.js';

const organisation = `${word()} and Daughters`;
const people = {
  administrator: invented('Administrator'),
  hr: invented('Designer'),
  chief: invented('Chief'),
  lead: invented('Lead'),
  junior: invented('Junior'),
  outsider: invented('Outsider'),
  second: invented('Second'),
};
const framework = inventedFramework();
const [skills, roles] = framework.files;
const plan = inventedDesign(framework.skills[0], [people.lead.name, people.second.name]);
const criteria = plan.rubric.map(([title]) => title ?? '');

describe('When the day goes wrong', () => {
  let browser: Browser;
  let product: Product;
  const enter = (person: { name: string }, role: string) => signIn(browser, product.url, person.name, role);

  beforeAll(async () => {
    const { name, email } = people.administrator;
    product = await startProduct({ ORGANISATION_NAME: organisation, FIRST_ADMINISTRATOR: `${name} <${email}>` });
    browser = await openBrowser();
    await told(browser, async () => {
      const { page } = await enter(people.administrator, 'Administrator');
      await addPeople(page, organisation, [
        { ...people.chief },
        { ...people.hr, roles: ['HR designer'] },
        { ...people.lead, manager: people.chief.name, roles: ['Assessor'] },
        { ...people.junior, manager: people.lead.name },
        { ...people.outsider },
        { ...people.second, roles: ['Assessor'] },
      ]);
    });
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('a framework file with a hole or an unknown level is refused with its place, and nothing comes in', () =>
    told(browser, async () => {
      if (!skills || !roles) throw new Error('The framework has two files.');
      const { page } = await enter(people.hr, 'HR designer');
      const text = roles.buffer.toString();
      await readFiles(page, framework.title, [
        skills,
        { ...roles, buffer: Buffer.from(text.replace('"Skill Level",', '"Level",')) },
      ]);
      const problems = page.getByRole('table', { name: 'What stands in the way' });
      await problems.getByRole('row', { name: /^roles.csv 1 Skill Level / }).waitFor();

      await press(page, 'Back to the files');
      await readOtherRoles(page, { ...roles, buffer: Buffer.from(text.replace('"Practitioner"', '"Wizard"')) });
      await problems.getByRole('row', { name: /^roles.csv \d+ Skill Level .*Wizard/ }).waitFor();

      await goTo(page, 'Programme');
      await sees(page, 'Import a framework, then design an achievement');

      // The wizard kept what was typed and the file that was in order.
      await page.getByRole('link', { name: 'Import a framework' }).click();
      await readOtherRoles(page, roles);
      await importAndPublish(page, framework.title);
      await design(page, plan);
      await publishAchievement(page, plan.name);
    }));

  it('a file that is no evidence is refused with the reason, and the library stays empty', () =>
    told(browser, async () => {
      const { page } = await enter(people.outsider, 'Employee');
      await goTo(page, 'My growth');
      await page.getByRole('navigation', { name: 'My growth' }).getByRole('link', { name: 'Evidence' }).click();
      const drop = page.getByLabel(/Drop files here/);
      await drop.setInputFiles(textFile('setup.exe', 'MZ'));
      await page
        .getByRole('alert')
        .filter({ hasText: /setup\.exe was not taken: a \.exe file cannot be kept/ })
        .waitFor();
      await drop.setInputFiles(await hugeFile(product.dataDir));
      await page
        .getByRole('alert')
        .filter({ hasText: /recording\.mp4 was not taken: it has .* 100 MB is the most/ })
        .waitFor();
      // The name says PDF, the bytes do not: only the server can know.
      await drop.setInputFiles({
        name: 'report.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('MZ\u0090\u0000\u0003'),
      });
      await sees(page, /Its name says application\/pdf, its content is/);
      await sees(page, 'Your evidence would be here');
    }));

  it('nobody is offered their own work, their report’s or their manager’s', () =>
    told(browser, async () => {
      for (const person of [people.chief, people.lead, people.junior, people.outsider]) {
        const { page, context } = await enter(person, 'Employee');
        await handInText(page, plan.name, criteria);
        await context.close();
      }
      const lead = await enter(people.lead, 'Assessor');
      await goTo(lead.page, 'Reviews');
      await sees(lead.page, '1 you may take.');
      await sees(lead.page, '3 more are hidden by a conflict or a missing qualification.');
      expect(await codesIn(lead.page)).toHaveLength(1);
      const second = await enter(people.second, 'Assessor');
      await goTo(second.page, 'Reviews');
      await sees(second.page, '4 you may take.');
    }));

  it('of two who claim at once one gets it, and the other reads who has it until when; a killed worker loses nothing', () =>
    told(browser, async () => {
      const seats = [await enter(people.lead, 'Assessor'), await enter(people.second, 'Assessor')];
      const [code = ''] = await codesIn(seats[0]?.page as Page);
      for (const { page } of seats) await page.getByRole('row').filter({ hasText: code }).click();
      for (const { page } of seats) await page.getByRole('button', { name: /^Claim for 30 minutes/ }).waitFor();
      await Promise.all(seats.map(({ page }) => page.keyboard.press('c')));
      const wins = await Promise.all(seats.map(({ page }) => outcomeOf(page)));
      expect(wins.filter((won) => won)).toHaveLength(1);
      const winner = seats[wins.indexOf(true)] as Seat;
      const loser = seats[wins.indexOf(false)] as Seat;
      const holder = wins[0] ? people.lead.name : people.second.name;
      await sees(loser.page, new RegExp(`${holder} has it until \\d\\d:\\d\\d\\.`));

      await winner.page.getByRole('link', { name: /^Open and mark/ }).click();
      await mark(
        winner.page,
        criteria.map((criterion) => ({ criterion, level: 4, comment: `Seen: ${criterion}.` })),
      );
      await judge(winner.page);
      await handInAndRelease(winner.page);
      await product.crashWorker();

      const outsider = await enter(people.outsider, 'Employee');
      await goTo(outsider.page, 'My growth');
      await outsider.page.getByRole('link', { name: /^Inbox/ }).click();
      await outsider.page.getByRole('button', { name: /Your badge is ready/ }).waitFor({ timeout: 45_000 });
      await goTo(outsider.page, 'My growth');
      await outsider.page.getByRole('navigation', { name: 'My growth' }).getByRole('link', { name: 'Badges' }).click();
      await outsider.page.getByRole('link', { name: new RegExp(plan.name) }).waitFor();
      expect(await outsider.page.getByRole('link', { name: new RegExp(plan.name) }).count()).toBe(1);

      const { page } = await enter(people.administrator, 'Administrator');
      await goTo(page, 'Administration');
      await page.getByRole('link', { name: 'Issuance' }).click();
      await page.getByRole('row', { name: new RegExp(`Signed ${people.outsider.name}`) }).waitFor();
      expect(await page.getByRole('row').filter({ hasText: people.outsider.name }).count()).toBe(1);
    }));
});

/** The codes of the candidates in the queue, as they stand there. */
async function codesIn(page: Page): Promise<string[]> {
  await page.getByRole('table', { name: 'Review queue' }).waitFor();
  return page.getByRole('table', { name: 'Review queue' }).getByRole('code').allInnerTexts();
}

/** Whether the claim was ours, once the screen says either. */
async function outcomeOf(page: Page): Promise<boolean> {
  const mine = page.getByRole('link', { name: /^Open and mark/ });
  await mine
    .or(page.getByText(/ has it until /))
    .first()
    .waitFor();
  return mine.isVisible();
}

/** One byte over the limit, and none of them on the disk. */
async function hugeFile(folder: string): Promise<string> {
  const path = join(folder, 'recording.mp4');
  const file = await open(path, 'w');
  await file.truncate(100 * 1024 * 1024 + 1);
  await file.close();
  return path;
}
