import { claim } from '../chain/assessment.js';
import type { Stage } from '../chain/walk.js';
import type { OwnProduct } from '../product/own-product.js';
import { handIn, hire, hireFounder } from '../promises/candidates.js';
import { type Measured, median } from './goal.js';
import { cpuOf } from './process-usage.js';
import { WireTap } from './wire-tap.js';

const MOST_STATEMENTS = 10;
const SAVED = 40;
const ROUNDS = 5;

/** As the portal saves while somebody types. */
const SAVE = `mutation SaveMark($slotId: ID!, $input: MarkInput!) { saveMark(slotId: $slotId, input: $input) { __typename
  ... on MarkingSlot { id mark { id revision savedAt handedInAt criteria { criterionId level comment }
    rules { valid authentic sufficient current } overall seenLetters left { field criterionId message } } }
  ... on Refusal { message } ... on ChangedMeanwhile { currentRevision } } }`;

/** P11: what the database is asked when somebody's mark is saved once more, counted on the wire. */
export async function savingAMark(product: OwnProduct, stage: Stage): Promise<Measured[]> {
  // Who is signed in is kept in the database: everybody of the stage goes on after the restart.
  const tap = await WireTap.before(product.databaseUrl);
  const straight = product.env.DATABASE_URL;
  try {
    await product.kill('api');
    product.env.DATABASE_URL = tap.url;
    await product.startApi();
    const assessor = await hireFounder(stage);
    const slot = await claim(assessor.client, await handIn(product, stage, await hire(stage)));
    let revision = slot.mark?.revision ?? 0;
    const save = async () => {
      const criteria = slot.snapshot.criteria.map(({ criterion }) => ({
        criterionId: criterion.id,
        level: criterion.levels[0]?.ordinal ?? null,
        comment: `Said for the ${revision}th time.`,
      }));
      const input = { criteria, rules: { valid: 'YES' }, overall: null, seenLetters: [], expectedRevision: revision };
      const { mark } = await assessor.client.change<{ mark: { revision: number } }>(SAVE, { slotId: slot.id, input });
      revision = mark.revision;
    };
    for (let warm = 0; warm < SAVED; warm += 1) await save();
    const counts: number[] = [];
    let asked: string[] = [];
    for (let each = 0; each < SAVED; each += 1) {
      const before = tap.statements.length;
      await save();
      asked = tap.statements.slice(before);
      counts.push(asked.length);
    }
    const cpu: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) cpu.push(await cpuOf(product, SAVED, save));
    const statements = median(counts);
    if (statements > MOST_STATEMENTS)
      process.stderr.write(
        `A mark is saved by:\n${asked.map((each) => `  ${each.replace(/\s+/g, ' ').slice(0, 150)}`).join('\n')}\n`,
      );
    return [
      {
        goal: 'P11',
        what: `save one mark (${median(cpu).toFixed(2)} CPU ms, through the listener that counts)`,
        ours: statements,
        peer: null,
        floor: null,
        unit: 'statements',
        gate: `≤ ${MOST_STATEMENTS} statements`,
        ok: statements <= MOST_STATEMENTS,
      },
    ];
  } finally {
    await product.kill('api');
    product.env.DATABASE_URL = straight;
    await product.startApi();
    tap.stop();
  }
}
