import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser, watch } from '../product/browser.js';
import type { ProductPromise, Size } from './promise.js';
import { writeAccess } from './stored-xss/access.js';
import { writeAppeals } from './stored-xss/appealing.js';
import { writeAssessing } from './stored-xss/assessing.js';
import { type Cast, castOf } from './stored-xss/cast.js';
import { writeCourses } from './stored-xss/courses.js';
import { writeElsewhere } from './stored-xss/elsewhere.js';
import { writeFrameworks, writeKeeping } from './stored-xss/frameworks.js';
import { writeLeaving } from './stored-xss/leaving.js';
import { allPayloads, OWN } from './stored-xss/payloads.js';
import { Pen } from './stored-xss/pen.js';
import { writePeople } from './stored-xss/people.js';
import { writeProgramme } from './stored-xss/programme.js';
import { type Read, readAll, readings } from './stored-xss/reading.js';
import type { Written } from './stored-xss/written.js';
import { writeStatements } from './stored-xss/statements.js';
import { writeCertificate, writeStudio } from './stored-xss/studio.js';
import { writeTogether } from './stored-xss/together.js';
import { writeTrust } from './stored-xss/trusting.js';
import { writeWitnesses } from './stored-xss/witnessing.js';
import { writeWork } from './stored-xss/work.js';

const INKS = ['gilt', 'ground', 'line', 'text'];
const colours = (...places: string[]) =>
  Object.fromEntries(places.flatMap((place) => INKS.map((ink) => [`${place}.${ink}`, 'takes a colour only'])));

/** Texts of the schema that take no payload, and why. What is neither here nor written breaks the promise. */
const EXCEPTIONS: Record<string, string> = {
  'addIdentityProvider.input.allowedDomains': 'takes letters, digits, dots and hyphens only',
  'changeIdentityProvider.input.allowedDomains': 'takes letters, digits, dots and hyphens only',
  'saveMark.input.seenLetters': 'takes letters that stand beside the evidence only',
  'answerWitnessRequest.token': 'takes the letters of a link that was sent only',
  'answerEndorsementRequest.token': 'takes the letters of a link that was sent only',
  'withdrawEndorsementByLink.token': 'takes the letters of a link that was sent only',
  'beginBulkCorrection.input.reason': 'becomes the reason of changes to badges, as others that are tried',
  'changeDigestTime.timeZone': 'names a zone of the world only',
  'previewBulkIssue.input.mapping.field': 'names a field of the form only',
  'saveReport.input.definition.columns': 'names a column only',
  'saveReport.input.definition.groupBy': 'names a column only',
  'saveReport.input.definition.filters.column': 'names a column only',
  'saveReport.input.definition.sort.column': 'names a column only',
  'bringCredential.input.file': 'takes a badge as base64 only; what such a badge says is tried',
  'provePersonalAddress.token': 'takes the letters of a link that was sent only',
  'keepOwnKeys.own.key': 'takes one letter, digit or sign only',
  'keepOwnKeys.own.printed': 'takes one letter, digit or sign only',
  'rotateIssuerKeys.current': 'takes the public key that was shown only',
  'rotateIssuerKeys.reason':
    'stands in the audit log as other reasons that are tried; every badge after it would have other keys',
  'sendShare.input.address': 'takes a mail address only',
  'keepStack.reason': 'is told to the holder as other reasons that are tried; it needs a larger badge that lost a part',
  'forgetAccount.reason': 'is a sentence in a notification, as others that are tried; an account needs a real provider',
  'tryIdentityProvider.issuer': 'is asked once and kept nowhere',
  'addBrandImage.content': 'takes a picture as base64 only, which is drawn anew',
  'addCourseProvider.input.country': 'takes the two letters of a country only',
  'saveCourseProvider.input.country': 'takes the two letters of a country only',
  'saveAchievementDraft.input.descriptors.country': 'takes two capital letters only',
  'saveCourse.input.language': 'takes the code of a language only',
  'saveCertificateTemplate.input.language': 'takes the code of a language only',
  'saveFrameworkDraft.input.language': 'takes the tag of a language only',
  'saveCourse.input.priceCurrency': 'takes the three letters of a currency only',
  'previewCourseImport.input.mapping.field': 'names a field of the form only',
  'previewFrameworkImport.input.files.slot': 'names a slot of the form only',
  'previewFrameworkImport.input.columns.field': 'names a field of the form only',
  'previewFrameworkImport.input.options.key': 'names an option of the form only',
  'saveBrandKit.input.fonts.family': 'names a font that is there only',
  'saveBadgeTemplate.slots.icon': 'names an icon that is there only',
  'saveBadgeDesign.choices.icon': 'names an icon that is there only',
  ...colours('saveBrandKit.input.inks', 'saveBadgeTemplate.slots.inks', 'saveBadgeDesign.choices.inks'),
};
/** How often everything is written anew, with the payloads that come next, and read. */
const ROUNDS: Record<Size, number> = { quick: 1, full: 5, long: 24 };

/** What people write is shown as they wrote it, on every page that shows it, and never runs. */
export const storedXss: ProductPromise = {
  name: 'stored XSS: nobody’s text runs in a reader’s browser',
  target: 'payloads in every text of the schema, 0 runs',
  async keep({ product, crowd, size }) {
    const cast = await castOf(crowd);
    const pen = await Pen.of(cast.administrator.client, allPayloads());
    const started = !product.isRunning('worker');
    if (started) product.startWorker();
    const browser = await openBrowser();
    try {
      const page = await (await browser.newContext({ baseURL: product.baseUrl })).newPage();
      const { runs } = watch(page);
      const reads: Read[] = [];
      let beside = 0;
      for (let round = 0; round < ROUNDS[size]; round += 1) {
        const { written, unasked } = await writeAll(pen, cast, join(product.folder, 'data/mail'));
        beside += unasked;
        reads.push(await readAll(page, product.baseUrl, readings(cast, written), runs));
      }
      const control = await ranWithoutUs(await browser.newPage());
      return judged(pen, runs, reads, beside, control);
    } finally {
      await browser.close();
      if (started) await product.kill('worker');
    }
  },
};

/** Everything once; and how many rows took payloads by other ways than the schema. */
async function writeAll(pen: Pen, cast: Cast, postbox: string): Promise<{ written: Written; unasked: number }> {
  const { client } = cast.designer;
  const programme = await writeProgramme(pen, cast);
  const frameworks = await writeFrameworks(pen, cast);
  const staff = await writePeople(pen, cast, frameworks.jobRoles.levelId);
  const { sent } = await writeAccess(pen, cast, staff.personId);
  await writeKeeping(pen, cast, staff.client, frameworks, programme.frameworkId);
  const courses = await writeCourses(pen, cast, staff.client, staff.personId);
  const { templateId } = await writeStudio(pen, client, programme.draftId);
  await writeCertificate(pen, client);
  const work = await writeWork(pen, cast, staff.client, programme);
  await writeStatements(pen, cast, staff, frameworks);
  const elsewhere = await writeElsewhere(pen, cast, staff.client, courses, frameworks);
  const leaverId = await writeLeaving(pen, cast, staff.client, programme);
  const witnessed = await writeWitnesses(pen, cast, staff.client, programme, postbox);
  const assessed = await writeAssessing(pen, cast, programme);
  const appeals = await writeAppeals(pen, cast, programme, assessed);
  const trusted = await writeTrust(pen, cast, staff, programme);
  const together = await writeTogether(pen, cast, staff, programme, { work, postbox });
  const judged = { together, witnessed, assessed, appeals, trusted, elsewhere, leaverId };
  const written = { staff, programme, frameworks, courses, templateId, work, ...judged };
  return { written, unasked: staff.imported + courses.imported + sent };
}

function judged(pen: Pen, runs: string[], reads: Read[], beside: number, control: number) {
  const missing = pen.texts.filter((text) => !pen.taken.has(text) && !(text in EXCEPTIONS));
  const idle = Object.keys(EXCEPTIONS).filter((text) => !pen.texts.includes(text) || pen.taken.has(text));
  const pairs = [...pen.taken.values()].reduce((sum, payloads) => sum + payloads.size, 0);
  const fewest = Math.min(...[...pen.taken.values()].map(({ size }) => size));
  const pages = reads.reduce((sum, read) => sum + read.pages, 0);
  const bearing = reads.reduce((sum, read) => sum + read.bearing.length, 0);
  const why = [
    ...new Set(runs),
    ...missing.map((text) => `no payload was written into ${text}`),
    ...idle.map((text) => `${text} is no exception`),
    ...(bearing < pages * 0.8 ? ['too many pages show nothing that was written'] : []),
  ];
  const silent = reads[0]?.silent ?? [];
  return {
    figure: runs.length,
    n: pairs,
    ok: why.length === 0 && beside > 0,
    control:
      `as markup without our policy they ran ${control} times; ${pen.taken.size} of ${pen.texts.length} texts written ` +
      `(≥ ${fewest} payloads each), ${beside} rows by SCIM and import, ${bearing} of ${pages} pages bore payloads`,
    controlHeld: control > 0,
    why: [...why, `pages without a payload: ${silent.join(', ')}`].join('\n  '),
  };
}

async function ranWithoutUs(page: Page): Promise<number> {
  const { runs } = watch(page);
  for (const payload of OWN)
    await page.setContent(`<!doctype html><body><div>${payload}</div></body>`).catch(() => undefined);
  await page.waitForTimeout(300);
  return runs.length;
}
