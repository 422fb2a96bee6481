import { parseArgs } from 'node:util';
import { buildAll, OwnProduct } from './product/own-product.js';
import { accessMatrix } from './promises/access-matrix.js';
import { auditComplete } from './promises/audit-complete.js';
import { auditTampering } from './promises/audit-tampering.js';
import { blindSecondMarker } from './promises/blind-second-marker.js';
import { claimRace } from './promises/claim-race.js';
import { conflictOfInterest } from './promises/conflict-of-interest.js';
import { Crowd } from './promises/crowd.js';
import { defaultDeny } from './promises/default-deny.js';
import { everyRuleMatters } from './promises/every-rule-matters.js';
import { erasure } from './promises/erasure.js';
import { exportsInert } from './promises/exports.js';
import { foreignPrograms } from './promises/foreign-programs.js';
import { forgeriesRefused } from './promises/forgeries-refused.js';
import { frameworksComeBack } from './promises/frameworks-come-back.js';
import { graphqlAbuse } from './promises/graphql-abuse.js';
import { nothingFetchedInside } from './promises/nothing-fetched-inside.js';
import { nothingLost } from './promises/nothing-lost.js';
import { numbersFromEvents } from './promises/numbers-from-events.js';
import type { Finding, ProductPromise, Size } from './promises/promise.js';
import { randomInterleavings } from './promises/random-interleavings.js';
import { sameAsTheLibrary } from './promises/same-as-the-library.js';
import { sameRulesTwice } from './promises/same-rules-twice.js';
import { sameTransaction } from './promises/same-transaction.js';
import { storedXss } from './promises/stored-xss.js';
import { uploadsRefused } from './promises/uploads-refused.js';
import { table } from './report.js';

/**
 * `npm run prove`: what the product promises, tried against a product of its own and counted in this run.
 * `--json` prints one object per line, `--quick` takes a taste and `--long` the sizes of a night, `--only WORD` runs those with the word in their name.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    long: { type: 'boolean' },
    only: { type: 'string' },
  },
});
const size: Size = values.long ? 'long' : values.quick ? 'quick' : 'full';
const promises: ProductPromise[] = [
  defaultDeny,
  accessMatrix,
  auditComplete,
  auditTampering,
  uploadsRefused,
  graphqlAbuse,
  storedXss,
  exportsInert,
  conflictOfInterest,
  claimRace,
  blindSecondMarker,
  randomInterleavings,
  erasure,
  forgeriesRefused,
  foreignPrograms,
  sameAsTheLibrary,
  nothingFetchedInside,
  nothingLost,
  sameTransaction,
  sameRulesTwice,
  everyRuleMatters,
  frameworksComeBack,
  numbersFromEvents,
];
const words = (values.only ?? '').toLowerCase();
const chosen = promises.filter((promise) => `${promise.name} ${promise.key ?? ''}`.toLowerCase().includes(words));
// Nothing tried is nothing proven.
if (chosen.length === 0) {
  console.error(`No promise has “${values.only}” in its name. There are:\n${promises.map(named).join('\n')}`);
  process.exit(1);
}

const tell = (text: string) => void (values.json ? undefined : process.stderr.write(`${text}\n`));
tell('Building, and starting an Assay of our own ...');
buildAll();
const product = await OwnProduct.start();
const rows: string[][] = [];
try {
  const crowd = new Crowd(product);
  for (const promise of chosen) {
    const begun = performance.now();
    tell(`${promise.name} ...`);
    const finding = await tryIt(promise, crowd);
    const ok = finding.ok && finding.controlHeld;
    const { figure, n, control, why } = finding;
    if (values.json)
      console.log(
        JSON.stringify({ promise: promise.name, tier: size, figure, n, target: promise.target, control, ok, why }),
      );
    rows.push([
      ok ? 'kept' : 'BROKEN',
      promise.name,
      size,
      String(figure),
      String(n),
      promise.target,
      control,
      `${((performance.now() - begun) / 1_000).toFixed(1)} s`,
    ]);
    if (why) tell(`  ${why}`);
    if (!ok) process.exitCode = 1;
  }
} finally {
  await product.stop();
}
if (!values.json) console.log(table(['', 'promise', 'tier', 'figure', 'n', 'target', 'control', 'took'], rows));

/** How the list of promises calls one. */
function named({ key, name }: ProductPromise): string {
  return `  ${name}${key ? ` (${key})` : ''}`;
}

/** A promise that cannot even be tried is broken, and says why. */
async function tryIt(promise: ProductPromise, crowd: Crowd): Promise<Finding> {
  try {
    return await promise.keep({ product, crowd, size });
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { figure: 0, n: 0, ok: false, control: 'not reached', controlHeld: false, why };
  }
}
