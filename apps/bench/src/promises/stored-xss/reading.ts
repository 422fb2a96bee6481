import type { Page } from 'playwright-core';
import type { Cast } from './cast.js';
import type { Frameworks } from './frameworks.js';
import type { Programme } from './programme.js';
import type { Reading, Written } from './written.js';
import { assessmentReadings } from './reading-assessment.js';

const SECTIONS = [
  'basics',
  'outcomes',
  'rubric',
  'evidence',
  'marking',
  'descriptors',
  'validity',
  'assessors',
  'badge',
  'changes',
];
/** The designer's and the assessor's look at a design, beside the section at work. */
const PREVIEWS = ['?preview=employee', '?preview=assessor'];

/** Who reads what: everything that was written is on some page of somebody. */
export function readings(cast: Cast, written: Written): Reading[] {
  const { staff, programme, frameworks, courses, work } = written;
  const { achievement } = programme;
  const { submissionId, slotId, proofPath } = work;
  const { skillId } = frameworks;
  return [
    { by: cast.administrator.client, paths: administration(written) },
    { by: cast.designer.client, paths: [...design(written), ...frameworkPages(frameworks, programme)] },
    { by: cast.assessor.client, paths: ['/reviews', '/reviews?scope=HANDED_IN', `/reviews/${slotId}`] },
    {
      by: cast.auditor.client,
      paths: ['/admin/audit', `/admin/audit/evidence?submission=${submissionId}`, '/admin/roles'],
    },
    { by: cast.manager.client, paths: ['/team', '/inbox', `/growth/colleagues/${staff.personId}`] },
    {
      by: staff.client,
      paths: [
        ...growth(written),
        `/growth/courses/${courses.courseId}`,
        `/programme/frameworks/${frameworks.ownId}?skill=${skillId}`,
        `/programme/skills/${skillId}`,
      ],
    },
    ...assessmentReadings(cast, written),
    {
      by: null,
      paths: [
        proofPath,
        `/achievements/${achievement.id}`,
        `/badges/${achievement.id}.svg`,
        '/sign-in',
        written.witnessed.waitingAt,
        written.together.endorsingAt,
      ],
    },
  ];
}

function administration({ staff, leaverId, work }: Written): string[] {
  const { submissionId, credentialId, slotId, items } = work;
  return [
    '/admin/people?q=alert',
    `/admin/people/${staff.personId}`,
    `/admin/people/${staff.personId}?dialog=change`,
    `/admin/people/import/${staff.importId}`,
    `/admin/people/import/${staff.importId}?step=columns`,
    `/admin/people/${leaverId}`,
    `/admin/people/${leaverId}/erase`,
    '/admin/leaving',
    '/admin/organisation',
    '/admin/roles',
    `/account/access?person=${staff.personId}`,
    ...[staff.personId, submissionId, credentialId, slotId, items[0]].map((id) => `/admin/who-can-see?id=${id}`),
    '/admin/sign-in',
    '/admin/sign-in/sessions',
    '/admin/provisioning',
    '/admin/keys',
    '/admin/signing',
    '/admin/setup',
    '/admin/issuance',
    '/admin/mail',
    '/admin/audit',
  ];
}

function design({ programme, courses, elsewhere, together, templateId, work: { credentialId } }: Written): string[] {
  const { achievement, draftId, nextId, pastId } = programme;
  return [
    '/programme',
    `/programme/achievements/${achievement.id}`,
    `/programme/achievements/${pastId}`,
    `/programme/achievements/${nextId}/changes`,
    ...SECTIONS.map((section) => `/programme/achievements/${draftId}/${section}`),
    ...PREVIEWS.map((preview) => `/programme/achievements/${draftId}/rubric${preview}`),
    `/programme/badges?name=${encodeURIComponent('"><svg onload=alert(1)>')}`,
    `/programme/badges/templates?template=${templateId}`,
    '/programme/badges/certificate',
    '/programme/credentials',
    `/programme/credentials/${credentialId}`,
    '/programme/credentials/bulk',
    `/programme/credentials/bulk/${together.bulkId}`,
    '/programme/cohorts',
    `/programme/cohorts/${together.cohortId}`,
    '/insights/reports',
    '/programme/elsewhere',
    '/programme/elsewhere?shown=decided',
    ...[elsewhere.waiting, ...elsewhere.decided].map((id) => `/programme/elsewhere/${id}`),
    '/programme/courses',
    '/programme/courses/providers',
    `/programme/courses/${courses.courseId}`,
    '/programme/courses/claims',
    '/programme/courses/claims?state=REFUSED',
    '/programme/courses/import',
    `/programme/courses/import/${courses.importId}`,
    '/search?search=alert',
  ];
}

function frameworkPages(it: Frameworks, { frameworkId, importId }: Programme): string[] {
  const parts = ['', '/list', '/roles', '/terms', '/differences'];
  const { levelId } = it.jobRoles;
  return [
    '/programme/frameworks',
    `/programme/frameworks/${frameworkId}`,
    ...[importId, it.importId].map((id) => `/programme/frameworks/import?import=${id}`),
    ...[it.ownId, it.draftId].flatMap((id) =>
      parts.map((part) => `/programme/frameworks/${id}${part}${part ? '' : `?skill=${it.skillId}`}`),
    ),
    `/programme/frameworks/${it.tablesId}/list`,
    ...['WAITING', 'ACCEPTED', 'REFUSED'].map((state) => `/programme/frameworks/waiting?state=${state}`),
    '/programme/frameworks/scales',
    '/programme/needs',
    `/programme/skills/${it.skillId}`,
    `/programme/roles?framework=${it.ownId}`,
    `/programme/roles?framework=${it.ownId}&view=list`,
    `/programme/roles?framework=${it.draftId}&level=${levelId}`,
    `/programme/roles/${levelId}`,
    `/programme/roles/${levelId}/requirements`,
  ];
}

function growth({ programme: { achievement }, frameworks, elsewhere, together, work }: Written): string[] {
  const { submissionId, credentialId, items } = work;
  const { waiting, decided, unread } = elsewhere;
  return [
    '/growth',
    '/growth/evidence',
    ...items.map((id) => `/growth/evidence?item=${id}`),
    '/growth/submissions',
    `/growth/submissions/${submissionId}`,
    '/growth/achievements',
    `/growth/achievements/${achievement.id}`,
    '/growth/badges',
    `/growth/badges/${credentialId}`,
    '/growth/courses',
    '/growth/skills',
    `/growth/skills?skill=${frameworks.skillId}`,
    '/growth/pathway',
    '/growth/pathway?view=list',
    `/growth/cohorts/${together.cohortId}`,
    '/growth/elsewhere',
    ...[waiting, ...decided, unread].map((id) => `/growth/elsewhere/${id}`),
    '/search?search=alert',
    '/inbox',
    '/account/access',
    '/account/keeping',
    '/account/sessions',
  ];
}

export interface Read {
  pages: number;
  /** Pages on which a payload stood, as words or in a field. */
  bearing: string[];
  silent: string[];
}

/** Opens every page and waits until it is quiet; links that would run are as bad as what runs by itself. */
export async function readAll(page: Page, baseUrl: string, all: Reading[], runs: string[]): Promise<Read> {
  const read: Read = { pages: 0, bearing: [], silent: [] };
  for (const { by, paths } of all) {
    await page.context().clearCookies();
    if (by) {
      const [name = '', value = ''] = by.cookie.split(/=(.*)/s);
      await page.context().addCookies([{ name, value, url: baseUrl }]);
    }
    for (const path of paths) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
      await look(page, path, read, runs);
    }
    if (by) await readSuggestions(page, read, runs);
  }
  return read;
}

async function look(page: Page, path: string, read: Read, runs: string[]): Promise<void> {
  const found = await page.evaluate<{ bearing: boolean; live: string[] }>(LOOK);
  for (const link of found.live) runs.push(`link ${link} at ${path}`);
  read.pages += 1;
  (found.bearing ? read.bearing : read.silent).push(path);
}

/** What the search of the whole portal offers while somebody types. */
async function readSuggestions(page: Page, read: Read, runs: string[]): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('alert', { delay: 20 });
  const offered = await page
    .waitForSelector('[role="option"], [class*=spotlight-action], a[href*="/search"]', { timeout: 5_000 })
    .catch(() => null);
  if (offered) await look(page, 'the palette', read, runs);
}

/** Runs in the page, which has no types here. */
const LOOK = String.raw`(() => {
  const fields = [...document.querySelectorAll('input, textarea')].map((it) => it.value);
  const words = [document.documentElement.textContent, ...fields].join('\n');
  const live = [...document.querySelectorAll('[href], [action], [formaction]')].flatMap((it) =>
    ['href', 'action', 'formaction'].map((name) => it.getAttribute(name) ?? ''),
  );
  return {
    bearing: /alert[(\x60]|assay-canary-ran|javascript:|onerror/i.test(words),
    live: live.filter((address) => /^[\s\p{Cc}]*(javascript:|vbscript:|data:(?!application\/vc))/iu.test(address)),
  };
})()`;
