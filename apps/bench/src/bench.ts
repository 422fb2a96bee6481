import { parseArgs } from 'node:util';
import { Steps } from './chain/steps.js';
import { walkTheChain } from './chain/walk.js';
import { portalFirstLoad, proofFirstLoad } from './goals/first-load.js';
import { type Measured, ratio } from './goals/goal.js';
import { peopleImport } from './goals/people-import.js';
import { hasProc } from './goals/process-usage.js';
import { startAndRest } from './goals/start-and-rest.js';
import { teamPage } from './goals/team-page.js';
import { buildAll, OwnProduct } from './product/own-product.js';
import { table } from './report.js';

/**
 * `npm run bench`: the goals of speed that can be measured so far, each beside a peer and a floor that run here and now.
 * `--json` prints one object per line; `--rounds N` starts each N times; `--people N` is the size of the organisation.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    rounds: { type: 'string', default: '5' },
    people: { type: 'string', default: '100000' },
  },
});
const tell = (text: string) => void (values.json ? undefined : process.stderr.write(`${text}\n`));
if (!hasProc) throw new Error('This measures CPU and memory from /proc, which only Linux has.');

tell('Building, and starting an Assay of our own ...');
buildAll();
const measured: Measured[] = [await portalFirstLoad()];
tell(`Importing ${Number(values.people).toLocaleString('en')} people, again, and with some changed ...`);
measured.push(...(await peopleImport(Number(values.people))));
const product = await OwnProduct.start();
try {
  product.startWorker();
  tell('Walking the chain, for a proof page to weigh ...');
  const { path } = await walkTheChain(product.baseUrl, new Steps());
  measured.push(await proofFirstLoad(product.baseUrl, path));
  await product.kill('worker');
  tell(
    `Making an organisation of ${Number(values.people).toLocaleString('en')} people, and asking for two teams of it ...`,
  );
  measured.push(...(await teamPage(product, Number(values.people))));
  tell('Starting ours, the same unbundled, and bare node in turns ...');
  measured.push(...(await startAndRest(product, Number(values.rounds))));
} finally {
  await product.stop();
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
