// `npm run licences`: every package that we install may be used under terms on this list. Anything else is a decision.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './workspace.mjs';

const ALLOWED = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'BlueOak-1.0.0',
    'Unlicense',
    'WTFPL',
  ],
  ...['Python-2.0', 'AFL-2.1', 'CC0-1.0', 'CC-BY-4.0'],
  // Fonts, which we hand on unchanged.
  'OFL-1.1',
]);

/** These ask to hand on changes of theirs, and we change nothing: each is its own file, used as it comes. */
const ALLOWED_FOR = [
  { licence: 'MPL-2.0', packages: /^(axe-core|lightningcss(-.+)?)$/ },
  { licence: 'LGPL-3.0-or-later', packages: /^@img\/sharp-.+$/ },
];

/** What is missing in the description of a package, as its own files say it. */
const READ_BY_US = new Map([
  ['@digitalbazaar/credentials-context', 'BSD-3-Clause'],
  ...['busboy', 'combine-errors', 'dicer', 'httpntlm', 'humanize-number', 'only', 'stack-trace', 'streamsearch'].map(
    (name) => [name, 'MIT'],
  ),
]);

/** One line for every package whose terms are not on the list. */
export function unknownLicences(packages) {
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .map(([path, { license, version }]) => ({ name: path.split('node_modules/').at(-1), license, version }))
    .filter(({ name, license }) => !isAllowed(name, READ_BY_US.get(name) ?? license ?? ''))
    .map(({ name, version, license }) => `${name} ${version}: ${license ?? 'no licence named'}`);
}

/** Of "one or another" we take the one that is on the list; of "one and another" both must be. */
function isAllowed(name, licence) {
  const fits = (each) =>
    ALLOWED.has(each) || ALLOWED_FOR.some(({ licence: it, packages }) => it === each && packages.test(name));
  return licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => fits(each.trim())));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const unknown = unknownLicences(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages);
  if (unknown.length > 0) console.log(unknown.join('\n'));
  process.exitCode = unknown.length > 0 ? 1 : 0;
}
