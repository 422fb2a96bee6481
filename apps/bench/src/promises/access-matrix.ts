import { countedSpec } from './counted-spec.js';
import type { ProductPromise } from './promise.js';

/** Everybody asks for everything: by id, in lists, by way of other things, and by acting. */
export const accessMatrix: ProductPromise = {
  name: 'who gets what, asked by everybody',
  target: '≥ 1,100 cells, the whole schema, 0 wrong',
  async keep() {
    const { passed, counts, told } = await countedSpec('the-access-matrix', {});
    // The same table with one line that expects the opposite: it has to be noticed, and nothing else.
    const control = await countedSpec('the-access-matrix', { TURNED_ROUND: 'true' });
    return {
      figure: counts.wrong ?? -1,
      n: counts.cells ?? 0,
      ok: passed && counts.wrong === 0 && (counts.cells ?? 0) >= 1_100,
      control: `${control.counts.wrong ?? 0} wrong with one line turned round`,
      controlHeld: !control.passed && control.counts.wrong === 1,
      ...(passed ? {} : { why: told }),
    };
  },
};
