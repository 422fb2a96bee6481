import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { addPeople } from './roles/administrator.js';
import { claim, handInAndRelease, judge, mark } from './roles/assessor.js';
import {
  design,
  firstSkill,
  importAndPublish,
  previewedFigures,
  publishAchievement,
  readFiles,
} from './roles/designer.js';
import { signIn } from './roles/door.js';
import { answer, keepEvidence, send, share, start } from './roles/employee.js';
import { cellOf } from './roles/manager.js';
import { changedCopy, checkHere, checksOf, download, verify } from './roles/stranger.js';
import { openBrowser, personAt, told } from './support/browser.js';
import { invented, inventedDesign, inventedFramework, textFile, word } from './support/invention.js';
import { type Product, startProduct } from './support/product.js';
import { goTo, sees } from './support/screen.js';

const official = join(__dirname, '..', '..', 'shared', 'data', 'frameworks', 'uk-gdd-pcf');
const hasOfficial = existsSync(join(official, 'skills.csv'));

// Everybody and everything is invented here and now; nothing of the demonstration plays a part.
const organisation = `${word()} and Sons`;
const people = {
  administrator: invented('Administrator'),
  hr: invented('Designer'),
  manager: invented('Manager'),
  employee: invented('Employee'),
  assessor: invented('Assessor'),
};
const own = inventedFramework();
describe('From an empty organisation to a badge that a stranger verifies', () => {
  let browser: Browser;
  let product: Product;

  beforeAll(async () => {
    const { name, email } = people.administrator;
    product = await startProduct({ ORGANISATION_NAME: organisation, FIRST_ADMINISTRATOR: `${name} <${email}>` });
    browser = await openBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('is played by all five roles through the screens', () =>
    told(browser, async () => {
      const enter = (person: { name: string }, role: string) => signIn(browser, product.url, person.name, role);

      const administrator = await enter(people.administrator, 'Administrator');
      await addPeople(administrator.page, organisation, [
        { ...people.manager },
        { ...people.hr, roles: ['HR designer'] },
        { ...people.employee, manager: people.manager.name },
        { ...people.assessor, roles: ['Assessor'] },
      ]);

      const hr = await enter(people.hr, 'HR designer');
      await readFiles(hr.page, own.title, own.files);
      expect(await previewedFigures(hr.page)).toEqual({ skills: 2, roles: 1, levels: 2, requirements: 3 });
      await importAndPublish(hr.page, own.title);
      let skill = await firstSkill(hr.page);
      expect(own.skills).toContain(skill);
      if (hasOfficial) {
        const title = `Official framework as of ${word()}`;
        await readFiles(hr.page, title, [join(official, 'skills.csv'), join(official, 'roles.csv')]);
        expect(await previewedFigures(hr.page)).toEqual({ skills: 188, roles: 48, levels: 201, requirements: 1781 });
        await importAndPublish(hr.page, title);
        skill = await firstSkill(hr.page);
      } else console.info(`${official} is not here: the journey uses its own framework only.`);

      const plan = inventedDesign(skill, [people.assessor.name]);
      const achievement = plan.name;
      await design(hr.page, plan);
      const preview = hr.page.getByRole('complementary', { name: 'Preview' });
      for (const text of ['Takes a sample that stands for the whole', 'Sampling', 'The badge is valid for 24 months.'])
        await sees(preview, text);
      await publishAchievement(hr.page, achievement);

      const employee = await enter(people.employee, 'Employee');
      const report = textFile('test-report.txt', `Weighed twice by ${people.employee.name}: 12.4 g and 12.5 g.`);
      const [link, text] = [`Recording ${word()}`, `What I learned ${word()}`];
      await keepEvidence(employee.page, { file: report, link, text });
      await start(employee.page, achievement);
      await sees(employee.page, /^\d+ gaps before you can send/);
      await employee.page.getByRole('button', { name: /^1 / }).first().waitFor();
      const answers = [
        { criterion: 'Sampling', item: 'Test report', reflection: 'I chose the five places, page 1.', level: 3 },
        { criterion: 'Weighing', item: link, reflection: 'The second minute shows the scale.', level: 3 },
        { criterion: 'Reporting', item: text, reflection: 'I wrote it for the next shift.', level: 4 },
      ];
      for (const each of answers) await answer(employee.page, each);
      await send(employee.page);
      for (const each of answers) await sees(employee.page, each.reflection);

      const manager = await enter(people.manager, 'Manager');
      await goTo(manager.page, 'Team');
      await sees(manager.page, 'No skills to show yet');

      const assessor = await enter(people.assessor, 'Assessor');
      await claim(assessor.page, achievement);
      await sees(assessor.page, 'I chose the five places, page 1.');
      await mark(assessor.page, [
        { criterion: 'Sampling', level: 4, comment: 'Five places, and why those: page 1.' },
        { criterion: 'Weighing', level: 4, comment: 'The scale is tared on the recording.' },
        { criterion: 'Reporting', level: 2, comment: 'Say how sure the figure is, then it is a 3.' },
      ]);
      await judge(assessor.page);
      await handInAndRelease(assessor.page);

      await employee.page.getByRole('link', { name: /^Inbox/ }).click();
      await employee.page.getByRole('button', { name: `The outcome for ${achievement} is here` }).click();
      await sees(employee.page, 'Five places, and why those: page 1.');
      await sees(employee.page, '2 of 3 criteria met.');
      const address = await share(employee.page);

      const stranger = await personAt(browser, product.url);
      await stranger.page.goto(address);
      await stranger.page.getByRole('heading', { level: 1, name: people.employee.name }).waitFor();
      expect(await stranger.context.cookies()).toEqual([]);
      for (const text of [skill, /level 3 of 4, Practitioner/, 'Sampling', /^Level 4 of 4, Expert/, /24 months|\d{4}/])
        await sees(stranger.page.getByRole('main'), text);
      await sees(stranger.page, /One assessor|1 assessor/i);
      await checkHere(stranger.page);
      const checks = await checksOf(stranger.page);
      expect(checks.sentences).toContain('The signature is intact');
      expect(new Set(checks.states)).toEqual(new Set(['In order']));

      const json = await stranger.context.request.get(address, { headers: { accept: 'application/json' } });
      const file = await download(stranger.page, product.dataDir);
      const document = await readFile(file, 'utf8');
      expect(await json.json()).toEqual(JSON.parse(document));
      expect(await verify(file)).toMatchObject({ code: 0, says: expect.stringContaining('Genuine and current') });
      const changed = await changedCopy(document, people.employee.name, product.dataDir);
      expect(await verify(changed)).toMatchObject({ code: 1, says: expect.stringContaining('Do not rely on this') });

      expect(await cellOf(manager.page, people.employee.name, skill)).toBe(`${people.employee.name}, ${skill}, 3`);
      for (const seat of [administrator, hr, employee, manager, assessor, stranger]) expect(seat.faults).toEqual([]);
    }));
});
