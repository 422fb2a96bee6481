import { claim, mark, slotsOf } from '../chain/assessment.js';
import type { Actor } from '../chain/people.js';
import type { Stage } from '../chain/walk.js';
import { Refused } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import { claimNext, handIn, hire, hireFounder } from './candidates.js';
import type { ProductPromise } from './promise.js';

interface Pair {
  candidate: Actor;
  assessor: Actor;
}

const RELATIONS: Record<string, (stage: Stage) => Promise<Pair>> = {
  self: async (stage) => {
    const both = await hireFounder(stage);
    return { candidate: both, assessor: both };
  },
  manager: async (stage) => {
    const assessor = await hireFounder(stage);
    return { assessor, candidate: await hire(stage, { managerId: assessor.id }) };
  },
  report: async (stage) => {
    const candidate = await hire(stage);
    return { candidate, assessor: await hireFounder(stage, { managerId: candidate.id }) };
  },
};

/** Nobody assesses themselves, the own report or the own manager: not from the list, not by id, not as the next one, not by becoming it meanwhile. */
export const conflictOfInterest: ProductPromise = {
  name: 'nobody assesses themselves, a report or a manager',
  target: '11/11 refused',
  async keep({ product, crowd }) {
    const stage = await crowd.stage();
    const wrong: string[] = [];
    let n = 0;
    const cell = (name: string, refused: boolean) => {
      n += 1;
      if (!refused) wrong.push(name);
    };
    let neutralGotIt = true;
    for (const [relation, make] of Object.entries(RELATIONS)) {
      const { candidate, assessor } = await make(stage);
      const slot = await handIn(product, stage, candidate);
      cell(`${relation}, from the list`, !(await slotsOf(assessor.client, stage.achievement.id)).includes(slot));
      cell(`${relation}, by id`, (await kindOf(claim(assessor.client, slot))) === 'NotEligible');
      cell(`${relation}, as the next one`, !(await takesAsNext(product, assessor, slot)));
      const neutral = await hireFounder(stage);
      neutralGotIt &&= (await kindOf(claim(neutral.client, slot))) === 'done';
    }
    for (const [relation, line] of [
      ['manager', (pair: Pair) => [pair.candidate.id, pair.assessor.id]],
      ['report', (pair: Pair) => [pair.assessor.id, pair.candidate.id]],
    ] as const) {
      const pair = { candidate: await hire(stage), assessor: await hireFounder(stage) };
      const taken = await claim(pair.assessor.client, await handIn(product, stage, pair.candidate));
      const [person, manager] = line(pair);
      await product.sql('UPDATE employment SET manager_id = $2 WHERE person_id = $1', [person, manager]);
      cell(
        `${relation} since the claim`,
        (await kindOf(mark(pair.assessor.client, stage.invented, taken))) === 'NotEligible',
      );
    }
    return {
      figure: n - wrong.length,
      n,
      ok: wrong.length === 0,
      control: neutralGotIt ? 'a colleague got each of them' : 'a colleague was refused too',
      controlHeld: neutralGotIt,
      ...(wrong.length > 0 && { why: `not refused: ${wrong.join('; ')}` }),
    };
  },
};

async function kindOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    if (error instanceof Refused) return error.kind;
    throw error;
  }
}

/** Takes slots one after another until there are none; whatever was taken goes back. */
async function takesAsNext(product: OwnProduct, assessor: Actor, slot: string): Promise<boolean> {
  const taken: string[] = [];
  for (;;) {
    const next = await claimNext(assessor).catch((error: Refused) => {
      if (error.kind === 'NotEligible' || error.kind === 'NotAllowed') return null;
      throw error;
    });
    if (!next) break;
    taken.push(next.id);
  }
  await product.sql(
    `UPDATE marking_slot SET state = 'OPEN', assessor_id = NULL, lease_until = NULL WHERE id = ANY ($1::uuid[])`,
    [taken.filter((id) => id !== slot)],
  );
  return taken.includes(slot);
}
