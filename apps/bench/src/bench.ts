import { parseArgs } from 'node:util';
import { Steps } from './chain/steps.js';
import { walkTheChain } from './chain/walk.js';
import { assessing, type AssessingGoal } from './goals/assessing.js';
import { portalFirstLoad, proofFirstLoad } from './goals/first-load.js';
import { frameworkImport } from './goals/framework-import.js';
import { type Measured, ratio } from './goals/goal.js';
import { issuance } from './goals/issuance.js';
import { nextRung } from './goals/next-rung.js';
import { peopleImport } from './goals/people-import.js';
import { hasProc } from './goals/process-usage.js';
import { publicVerification } from './goals/public-verification.js';
import { startAndRest } from './goals/start-and-rest.js';
import { typeahead } from './goals/typeahead.js';
import { standingAtScale } from './goals/standing-at-scale.js';
import { teamPage } from './goals/team-page.js';
import { buildAll, OwnProduct } from './product/own-product.js';
import { table } from './report.js';

/**
 * `npm run bench`: the goals of speed that can be measured so far, each beside a peer and a floor that run here and now.
 * `--json` prints one object per line; `--only P17` (or `next-rung`) measures one goal; `--rounds N` starts each N times;
 * `--people N` is the size of the organisation; what standing costs is measured on 5,000 of them, or on all with `--scale`.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    people: { type: 'string', default: '100000' },
    scale: { type: 'boolean' },
  },
});
const people = Number(values.people);
/** Standing is measured on an organisation of this size, or of the whole one. */
const standing = values.scale ? people : Math.min(people, 5_000);
const tell = (text: string) => void (values.json ? undefined : process.stderr.write(`${text}\n`));
if (!hasProc) throw new Error('This measures CPU and memory from /proc, which only Linux has.');

/** In this order: what comes later may find what came earlier, never the other way round. */
const measurements: { goals: string[]; doing: string; run: () => Promise<Measured[]> }[] = [
  { goals: ['next-rung'], doing: 'Looking for the next rung of every ladder', run: nextRung },
  { goals: ['P15'], doing: 'Weighing the first load of the portal', run: async () => [await portalFirstLoad()] },
  {
    goals: ['P9'],
    doing: `Importing ${people.toLocaleString('en')} people, again, and with some changed`,
    run: () => peopleImport(people),
  },
  { goals: ['P10'], doing: 'Importing a framework of the size of ESCO, and again', run: frameworkImport },
  { goals: ['P6', 'P7'], doing: 'Signing and storing ten thousand badges, and telling everybody', run: issuance },
  { goals: ['P15'], doing: 'Walking the chain, for a proof page to weigh', run: weighProofPage },
  {
    goals: ['P3'],
    doing: `Making an organisation of ${people.toLocaleString('en')} people, and asking for two teams of it`,
    run: async () => teamPage(await own(), people),
  },
  {
    goals: ['P2', 'P3', 'P4', 'P5'],
    doing: `Making an organisation of ${standing.toLocaleString('en')} people with what they hold, and asking about it`,
    run: standingApart,
  },
  {
    goals: ['P8', 'P12'],
    doing: 'Verifying in public, among twenty and two hundred thousand credentials',
    run: verifyingApart,
  },
  { goals: ['P17'], doing: 'Typing, among many skills', run: async () => typeahead(await own()) },
  {
    goals: ['P1', 'P11', 'P16'],
    doing: 'Making two hundred thousand submissions, and assessing among them',
    run: () => assessing((values.only as AssessingGoal | undefined) ?? null),
  },
  {
    goals: ['P13', 'P14'],
    doing: 'Starting ours, the same unbundled, and bare node in turns',
    run: async () => startAndRest(await own(), Number(values.rounds)),
  },
];

let product: OwnProduct | null = null;

async function own(): Promise<OwnProduct> {
  product ??= await OwnProduct.start();
  return product;
}

/** On a product of its own: an organisation is generated into an empty one only. */
async function standingApart(): Promise<Measured[]> {
  const apart = await OwnProduct.start();
  try {
    return await standingAtScale(apart, standing);
  } finally {
    await apart.stop();
  }
}

async function verifyingApart(): Promise<Measured[]> {
  const apart = await OwnProduct.start();
  try {
    return await publicVerification(apart);
  } finally {
    await apart.stop();
  }
}

async function weighProofPage(): Promise<Measured[]> {
  const walked = await own();
  walked.startWorker();
  const { path } = await walkTheChain(walked.baseUrl, new Steps());
  const weight = await proofFirstLoad(walked.baseUrl, path);
  await walked.kill('worker');
  return [weight];
}

const chosen = measurements.filter(({ goals }) => !values.only || goals.includes(values.only));
// Nothing measured is no goal met.
if (chosen.length === 0) {
  console.error(
    `There is no goal “${values.only}”. There are ${measurements.flatMap(({ goals }) => goals).join(', ')}.`,
  );
  process.exit(1);
}

if (values.only !== 'next-rung') {
  tell('Building ...');
  buildAll();
}
const measured: Measured[] = [];
try {
  for (const { doing, run } of chosen) {
    tell(`${doing} ...`);
    measured.push(...(await run()));
  }
} finally {
  await (product as OwnProduct | null)?.stop();
}

const shown = (value: number | null) => (value === null ? '–' : String(Math.round(value * 100) / 100));
for (const { goal, ours, peer, floor, unit, ok } of measured) {
  if (!ok) process.exitCode = 1;
  const ratios = { ratio_peer: ratio(ours, peer), ratio_floor: ratio(ours, floor) };
  if (values.json) console.log(JSON.stringify({ goal, ours, peer, floor, ...ratios, unit }));
}
if (!values.json)
  console.log(
    table(
      ['', 'goal', 'what', 'ours', 'peer', 'floor', '× peer', '× floor', 'unit', 'must be'],
      measured.map(({ goal, what, ours, peer, floor, unit, gate, ok }) => [
        ok ? 'met' : 'MISSED',
        goal,
        what,
        shown(ours),
        shown(peer),
        shown(floor),
        shown(ratio(ours, peer)),
        shown(ratio(ours, floor)),
        unit,
        gate,
      ]),
    ),
  );
