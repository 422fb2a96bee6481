import { claim, mark, slotsOf } from '../chain/assessment.js';
import type { Actor } from '../chain/people.js';
import type { Stage } from '../chain/walk.js';
import { Refused } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import { claimNext, handIn, hire, hireFounder } from './candidates.js';
import { countedSpec } from './counted-spec.js';
import type { ProductPromise, Size } from './promise.js';

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

const DRAWS: Record<Size, number> = { quick: 400, full: 10_000, long: 50_000 };
/** Thirteen relations at six moments. */
const CELLS = 78;

/**
 * Nobody judges whom they are too near: not from the list, not by id, not as the next one, not by becoming it meanwhile, and not
 * when work is given out. Tried here against the built product, and relation by relation in a specification of the API.
 */
export const conflictOfInterest: ProductPromise = {
  name: 'nobody assesses whom they are too near',
  target: '78/78 and 11/11 refused, 0 forbidden in 10,000 draws',
  async keep({ product, crowd, size }) {
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
    const drawn = await countedSpec('giving-out-work', { DRAWS: String(DRAWS[size]) });
    const forgetful = await countedSpec('giving-out-work', { DRAWS: '100', FORGET_RULES: 'yes' });
    const { cells = 0, draws = 0, forbidden = 1 } = drawn.counts;
    const leaked = forgetful.counts.forbidden ?? 0;
    const why = [...wrong.map((name) => `not refused: ${name}`), ...(drawn.passed ? [] : [drawn.told])];
    return {
      figure: forbidden + wrong.length + CELLS - cells,
      n: n + cells + draws,
      ok: why.length === 0 && cells === CELLS && draws >= DRAWS[size] && forbidden === 0,
      control:
        `${n - wrong.length}/${n} and ${cells}/${CELLS} refused, ${forbidden} forbidden in ${draws} draws; ` +
        `${neutralGotIt ? 'a colleague got each' : 'a colleague was refused too'}; with the rules forgotten ${leaked} forbidden`,
      controlHeld: neutralGotIt && leaked > 0,
      ...(why.length > 0 && { why: why.join('\n  ') }),
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
