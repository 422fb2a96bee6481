import { countedSpec } from './counted-spec.js';
import type { ProductPromise } from './promise.js';

/** Taken along as a package of CASE and brought into an empty installation, each framework says the same as it went. */
export const frameworksComeBack: ProductPromise = {
  name: 'frameworks come back as they went',
  target: 'all; the large ones byte for byte',
  async keep() {
    const { passed, counts, told } = await countedSpec('taking-a-framework-along', {});
    // The same with one letter lost on the way: every one of them has to be missed.
    const control = await countedSpec('taking-a-framework-along', { BENT: 'true' });
    const { tried = 0, cameBack = 0 } = counts;
    return {
      figure: cameBack,
      n: tried,
      ok: passed && tried > 0 && cameBack === tried,
      control: `${control.counts.cameBack ?? 0} of ${control.counts.tried ?? 0} with one letter lost`,
      controlHeld: (control.counts.tried ?? 0) > 0 && control.counts.cameBack === 0,
      ...(passed ? {} : { why: told }),
    };
  },
};
