import { countedSpec } from './counted-spec.js';
import type { ProductPromise, Size } from './promise.js';

const INTERLEAVINGS: Record<Size, number> = { quick: 25, full: 2_000, long: 10_000 };

/** Ten people do what they like to three submissions, one after another and at the same moment. */
export const randomInterleavings: ProductPromise = {
  name: 'a submission is never where it may not be, whoever does what when',
  key: 'random-interleavings',
  target: '2,000 interleavings, 0 illegal states',
  async keep({ size }) {
    const wanted = INTERLEAVINGS[size];
    const { passed, counts, told } = await countedSpec('moving-submissions-at-random', {
      INTERLEAVINGS: String(wanted),
      SEED: String(Date.now() % 2_147_483_647),
    });
    // One guard of the database broken: what is held goes on being due.
    const control = await countedSpec('moving-submissions-at-random', { INTERLEAVINGS: '25', BROKEN_GUARD: 'yes' });
    const found = control.counts.illegal ?? 0;
    return {
      figure: counts.illegal ?? 0,
      n: counts.moves ?? 0,
      ok: passed && counts.interleavings === wanted && counts.illegal === 0,
      control: `${counts.interleavings ?? 0} interleavings; with one guard broken ${found} illegal states`,
      controlHeld: !control.passed && found > 0,
      ...(passed ? {} : { why: told }),
    };
  },
};
