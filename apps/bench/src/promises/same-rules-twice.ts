import { countedSpec } from './counted-spec.js';
import type { ProductPromise, Size } from './promise.js';

const WORLDS: Record<Size, number> = { quick: 5, full: 100, long: 1_000 };

/** Who sees which row, by the product's rules and by the database's, in organisations made at random. */
export const sameRulesTwice: ProductPromise = {
  name: 'policy = row-level security',
  target: '100 worlds, 0 differences',
  async keep({ size }) {
    const { passed, counts, told } = await countedSpec('the-same-rules-twice', { WORLDS: String(WORLDS[size]) });
    // One rule of the database thrown open: the first organisations must show it.
    const control = await countedSpec('the-same-rules-twice', { WORLDS: '5', WIDENED: 'evidence_item_owner' });
    const found = control.counts.differences ?? 0;
    return {
      figure: counts.differences ?? 0,
      n: counts.worlds ?? 0,
      ok: passed && counts.worlds === WORLDS[size] && counts.differences === 0,
      control: `${found} differences with one policy open`,
      controlHeld: !control.passed && found > 0,
      ...(passed ? {} : { why: told }),
    };
  },
};
