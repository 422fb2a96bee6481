import type { Page } from 'playwright-core';
import type { Client } from '../../product/client.js';
import type { Cast } from './cast.js';
import type { Staff } from './people.js';
import type { Programme } from './programme.js';
import type { Work } from './work.js';

const SECTIONS = ['basics', 'outcomes', 'rubric', 'evidence', 'descriptors', 'assessors'];
/** The designer's and the assessor's look at a design, beside the section at work. */
const PREVIEWS = ['?preview=employee', '?preview=assessor'];

/** Who reads what: everything that was written is on some page of somebody. */
export function readings(
  cast: Cast,
  staff: Staff,
  programme: Programme,
  work: Work,
): { by: Client | null; paths: string[] }[] {
  const { achievement, draftId, frameworkId, importId } = programme;
  const { submissionId, slotId, credentialId, proofPath, items } = work;
  return [
    {
      by: cast.administrator.client,
      paths: [
        '/admin/people?q=alert',
        `/admin/people/${staff.personId}`,
        `/admin/people/${staff.personId}?dialog=change`,
        `/admin/people/import/${staff.importId}`,
        `/admin/people/import/${staff.importId}?step=columns`,
        '/admin/organisation',
        '/admin/roles',
        `/account/access?person=${staff.personId}`,
        ...[staff.personId, submissionId, credentialId, slotId, items[0]].map((id) => `/admin/who-can-see?id=${id}`),
        '/admin/sign-in',
        '/admin/sign-in/sessions',
        '/admin/provisioning',
        '/admin/setup',
        '/admin/issuance',
        '/admin/audit',
      ],
    },
    {
      by: cast.designer.client,
      paths: [
        '/programme',
        `/programme/frameworks/${frameworkId}`,
        `/programme/frameworks/import?id=${importId}`,
        `/programme/achievements/${achievement.id}`,
        ...SECTIONS.map((section) => `/programme/achievements/${draftId}/${section}`),
        ...PREVIEWS.map((preview) => `/programme/achievements/${draftId}/rubric${preview}`),
      ],
    },
    { by: cast.assessor.client, paths: ['/reviews', '/reviews?scope=HANDED_IN', `/reviews/${slotId}`] },
    {
      by: cast.auditor.client,
      paths: ['/admin/audit', `/admin/audit/evidence?submission=${submissionId}`, '/admin/roles'],
    },
    { by: cast.manager.client, paths: ['/team', '/inbox', `/growth/colleagues/${staff.personId}`] },
    {
      by: staff.client,
      paths: [
        '/growth',
        '/growth/evidence',
        ...items.map((id) => `/growth/evidence?item=${id}`),
        '/growth/submissions',
        `/growth/submissions/${submissionId}`,
        '/growth/achievements',
        `/growth/achievements/${achievement.id}`,
        '/growth/badges',
        `/growth/badges/${credentialId}`,
        '/inbox',
        '/account/access',
        '/account/sessions',
      ],
    },
    { by: null, paths: [proofPath, `/achievements/${achievement.id}`, `/badges/${achievement.id}.svg`, '/sign-in'] },
  ];
}

export interface Read {
  pages: number;
  /** Pages on which a payload stood, as words or in a field. */
  bearing: string[];
  silent: string[];
}

/** Opens every page and waits until it is quiet; links that would run are as bad as what runs by itself. */
export async function readAll(
  page: Page,
  baseUrl: string,
  all: ReturnType<typeof readings>,
  runs: string[],
): Promise<Read> {
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
      const found = await page.evaluate<{ bearing: boolean; live: string[] }>(LOOK);
      for (const link of found.live) runs.push(`link ${link} at ${path}`);
      read.pages += 1;
      (found.bearing ? read.bearing : read.silent).push(path);
    }
  }
  return read;
}

/** Runs in the page, which has no types here. */
const LOOK = String.raw`(() => {
  const fields = [...document.querySelectorAll('input, textarea')].map((it) => it.value);
  const words = [document.documentElement.textContent, ...fields].join('\n');
  const live = [...document.querySelectorAll('[href], [action], [formaction]')].flatMap((it) =>
    ['href', 'action', 'formaction'].map((name) => it.getAttribute(name) ?? ''),
  );
  return {
    bearing: /alert\(|assay-canary-ran|javascript:|onerror/i.test(words),
    live: live.filter((address) => /^[\s\p{Cc}]*(javascript:|vbscript:|data:(?!application\/vc))/iu.test(address)),
  };
})()`;
