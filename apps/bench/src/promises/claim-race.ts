import type { Refused } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import { handIn, hire, hireFounder, several } from './candidates.js';
import type { ProductPromise } from './promise.js';

const CLAIM = `mutation($id: ID!) { claimSlot(id: $id) { __typename ... on MarkingSlot { id }
  ... on AlreadyClaimed { message holderName until } ... on Refusal { message } } }`;
const PUT_BACK = `mutation($id: ID!) { putBackSlot(slotId: $id, reason: "The race is over, the slot goes back.") { __typename
  ... on MarkingSlot { id } ... on Refusal { message } } }`;

/** Several assessors reach for the same slot at the same moment: one gets it, the others are told. */
export const claimRace: ProductPromise = {
  name: 'two assessors never hold one slot',
  target: '0 doubled',
  async keep({ product, crowd, size }) {
    const stage = await crowd.stage();
    const assessors = await several(4, 2, () => hireFounder(stage));
    const rounds = { quick: 10, full: 100, long: 1_000 }[size];
    const slots = await several(5, 2, async () => handIn(product, stage, await hire(stage)));
    let doubled = 0;
    let untold = 0;
    for (let round = 0; round < rounds; round += 1) {
      const id = slots[round % slots.length];
      const answers = await Promise.all(
        assessors.map(({ client }) =>
          client.change(CLAIM, { id }).then(
            () => 'won',
            (error: Refused) => error.kind,
          ),
        ),
      );
      if (answers.filter((answer) => answer === 'won').length !== 1) doubled += 1;
      untold += answers.filter((answer) => answer !== 'won' && answer !== 'AlreadyClaimed').length;
      const winner = assessors[answers.indexOf('won')];
      await winner?.client.change(PUT_BACK, { id });
    }
    const careless = await raceCarelessly(product);
    return {
      figure: doubled + untold,
      n: rounds * assessors.length,
      ok: doubled === 0 && untold === 0,
      control: `without a row lock ${careless} of 20 were held twice`,
      controlHeld: careless > 0,
    };
  },
};

/** The way it must not be done: look whether it is free, then take it. */
async function raceCarelessly(product: OwnProduct): Promise<number> {
  await product.sql('CREATE TABLE race_probe (id int PRIMARY KEY, holder int)');
  let doubled = 0;
  for (let id = 0; id < 20; id += 1) {
    await product.sql('INSERT INTO race_probe VALUES ($1, NULL)', [id]);
    const won = await Promise.all(
      [1, 2, 3].map(async (holder) => {
        const [row] = await product.sql<{ holder: number | null }>('SELECT holder FROM race_probe WHERE id = $1', [id]);
        if (row?.holder !== null) return false;
        await product.sql('UPDATE race_probe SET holder = $2 WHERE id = $1', [id, holder]);
        return true;
      }),
    );
    if (won.filter(Boolean).length > 1) doubled += 1;
  }
  return doubled;
}
