import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { CANARY, openBrowser, watch } from '../product/browser.js';
import type { Client } from '../product/client.js';
import { root } from '../product/places.js';
import type { Actor } from '../chain/people.js';
import type { ProductPromise, Size } from './promise.js';

/** Of our own: what ran somewhere once, in names, in Markdown and in addresses. */
const OWN = [
  `<script>console.log('${CANARY}')</script>`,
  `<img src=x onerror="console.log('${CANARY}')">`,
  `<svg onload=alert(1)>`,
  `"><img src=x onerror=alert(1)>`,
  `'><svg/onload=alert(1)>`,
  `</title><script>alert(1)</script>`,
  `</textarea><script>alert(1)</script>`,
  `<iframe srcdoc="<script>alert(1)</script>"></iframe>`,
  `<a href="javascript:alert(1)">click</a>`,
  `[click](javascript:alert(1))`,
  `[click](JaVaScRiPt:alert(1))`,
  `[click](data:text/html,<script>alert(1)</script>)`,
  `![x](x" onerror="alert(1))`,
  '`</code><script>alert(1)</script>`',
  `<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>`,
  `{{constructor.constructor('alert(1)')()}}`,
  `\${alert(1)}`,
  `<style>@import 'javascript:alert(1)'</style>`,
  `<object data="javascript:alert(1)"></object>`,
  `<details open ontoggle=alert(1)>x</details>`,
];
const PAYLOADS = join(root, '../shared/data/security/xss/xss-payloads.json');
const NAUGHTY = join(root, '../shared/data/security/naughty-strings/blns.json');
/** The longest name anybody may have. */
const NAME = 100;

function payloads(size: Size): string[] {
  const published = existsSync(PAYLOADS)
    ? (JSON.parse(readFileSync(PAYLOADS, 'utf8')) as { payload: string }[]).map(({ payload }) => payload)
    : [];
  const naughty = existsSync(NAUGHTY) ? (JSON.parse(readFileSync(NAUGHTY, 'utf8')) as string[]) : [];
  const all = [...OWN, ...published, ...naughty.filter((each) => /[<>&"'`(]/.test(each))].filter((each) => each.trim());
  return size === 'quick' ? all.slice(0, 30) : all;
}

const KEEP = `mutation($input: TextEvidenceInput!) { kept: addTextEvidence(input: $input) { __typename
  ... on EvidenceItem { id } ... on Refusal { message } } }`;
const LINK = `mutation($input: LinkEvidenceInput!) { kept: addLinkEvidence(input: $input) { __typename
  ... on EvidenceItem { id } ... on Refusal { message } } }`;
const ADD = `mutation($input: AddPersonInput!) { added: addPerson(input: $input) { __typename
  ... on Person { id } ... on Refusal { message } } }`;

interface Kept {
  __typename: string;
  id?: string;
}

/** Writes each payload wherever a text goes in; a refusal is as good as a text that never runs. */
async function write(
  administrator: Actor,
  writer: Client,
  all: string[],
): Promise<{ items: string[]; written: number }> {
  const items: string[] = [];
  let written = 0;
  for (const [index, payload] of all.entries()) {
    const title = payload.slice(0, NAME);
    const text = await writer.ask(KEEP, { input: { title, text: payload, note: payload.slice(0, 1_000) } });
    const { id } = (text.data?.kept ?? {}) as { id?: string };
    if (id) items.push(id);
    if (id) written += 1;
    const url = `https://example.org/${encodeURIComponent(payload.slice(0, 200))}`;
    const link = await writer.ask(LINK, { input: { title, note: payload.slice(0, 1_000), url } });
    if ((link.data?.kept as Kept | undefined)?.id) written += 1;
    await writer.ask(LINK, { input: { title, url: payload } });
    const email = `xss-${index}-${Date.now().toString(36)}@example.org`;
    const person = { displayName: title, email, jobTitle: title, orgUnitName: title, roles: [] };
    const added = await administrator.client.ask(ADD, { input: person });
    if ((added.data?.added as Kept | undefined)?.id) written += 1;
  }
  return { items, written };
}

/** What people write is shown as they wrote it, on every page that shows it, and never runs. */
export const storedXss: ProductPromise = {
  name: 'stored texts never run in a reader’s browser',
  target: 'every payload × text field, 0 runs',
  async keep({ product, crowd, size }) {
    const administrator = await crowd.administrator();
    const { client: writer } = await crowd.everyRole();
    const all = payloads(size);
    const { items, written } = await write(administrator, writer, all);
    const browser = await openBrowser();
    try {
      const context = await browser.newContext({ baseURL: product.baseUrl });
      const page = await context.newPage();
      const { runs } = watch(page);
      let shown = 0;
      for (const [client, paths] of [
        [writer, ['/growth/evidence', ...items.map((id) => `/growth/evidence?item=${id}`)]],
        [
          administrator.client,
          ['/admin/people', '/admin/audit', '/inbox', '/admin/people?q=%3C', '/admin/people?q=alert'],
        ],
      ] as const) {
        await signIn(page, client, product.baseUrl);
        for (const path of paths) shown += await look(page, path);
      }
      const control = await ranWithoutUs(await browser.newPage());
      return {
        figure: runs.length,
        n: written,
        ok: runs.length === 0 && written > 0 && shown > 0,
        control: `the same payloads put in as markup, without our policy, ran ${control} times; ${shown} pages were read`,
        controlHeld: control > 0,
        ...(runs.length > 0 && { why: [...new Set(runs)].join(', ') }),
      };
    } finally {
      await browser.close();
    }
  },
};

async function signIn(page: Page, client: Client, baseUrl: string): Promise<void> {
  const [name = '', value = ''] = client.cookie.split(/=(.*)/s);
  await page.context().addCookies([{ name, value, url: baseUrl }]);
}

/** One when the page came up with its words. */
async function look(page: Page, path: string): Promise<number> {
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  const heading = page.locator('h1').first();
  const there = await heading.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  );
  await page.waitForTimeout(150);
  return there ? 1 : 0;
}

async function ranWithoutUs(page: Page): Promise<number> {
  const { runs } = watch(page);
  for (const payload of OWN)
    await page.setContent(`<!doctype html><body><div>${payload}</div></body>`).catch(() => undefined);
  await page.waitForTimeout(300);
  return runs.length;
}
