import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CANARY } from '../../product/browser.js';
import { root } from '../../product/places.js';

/** Of our own: what ran somewhere once, in names, in Markdown and in addresses. */
export const OWN = [
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
  `<img src=x onerror=alert(1) y=`,
  `<details open ontoggle=alert(1)>x</details>`,
];
const PAYLOADS = join(root, '../shared/data/security/xss/xss-payloads.json');
const NAUGHTY = join(root, '../shared/data/security/naughty-strings/blns.json');

/** Ours first, then the published lists where they are at hand; in one line each, for texts that have only one. */
export function allPayloads(): string[] {
  const published = existsSync(PAYLOADS)
    ? (JSON.parse(readFileSync(PAYLOADS, 'utf8')) as { payload: string }[]).map(({ payload }) => payload)
    : [];
  const naughty = existsSync(NAUGHTY) ? (JSON.parse(readFileSync(NAUGHTY, 'utf8')) as string[]) : [];
  const lines = [...OWN, ...published, ...naughty.filter((each) => /[<>&"'`(]/.test(each))].map((each) =>
    each.replace(/[\s\p{Cc}]+/gu, ' ').trim(),
  );
  return [...new Set(lines)].filter(Boolean);
}
