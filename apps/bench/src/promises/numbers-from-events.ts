import { countedSpec } from './counted-spec.js';
import type { ProductPromise, Size } from './promise.js';

/** At each of three dates. */
const NUMBERS: Record<Size, number> = { quick: 100, full: 1_000, long: 4_000 };
const PEOPLE: Record<Size, number> = { quick: 60, full: 120, long: 200 };

/**
 * Numbers of every screen about standing as they are shown, from the employee's home to the insights, beside the same worked out
 * from what happened and nothing else. Of each screen something is drawn, and each has to notice that the facts were others.
 */
export const numbersFromEvents: ProductPromise = {
  name: 'every number follows from what happened',
  target: '1,000 at each of three dates, 0 differ',
  async keep({ size }) {
    const env = { MANY: String(NUMBERS[size]), MAP_PEOPLE: String(PEOPLE[size]) };
    const { passed, counts, told } = await countedSpec('mapping-a-team', env);
    return {
      figure: counts.differing ?? 0,
      n: counts.compared ?? 0,
      ok: passed && counts.compared === 3 * NUMBERS[size] && counts.differing === 0,
      control: `${counts.caught ?? 0} differ with ends and layers forgotten`,
      controlHeld: (counts.caught ?? 0) > 0,
      ...(passed ? {} : { why: told }),
    };
  },
};
