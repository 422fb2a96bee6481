import { countedSpec } from './counted-spec.js';
import type { ProductPromise, Size } from './promise.js';

const PEOPLE: Record<Size, number> = { quick: 3, full: 100, long: 100 };

/** People who were assessed, wrote and were written about, and then every row, file and mail is searched for what named them. */
export const erasure: ProductPromise = {
  name: 'whoever is erased is named nowhere any more',
  key: 'erasure',
  target: '100 people erased, every table, file and queue searched, 0 hits',
  async keep({ size }) {
    const wanted = PEOPLE[size];
    const { passed, counts, told } = await countedSpec('erasing-a-person', { ERASED: String(wanted) });
    // One text that is left standing: the search has to find it.
    const control = await countedSpec('erasing-a-person', { ERASED: '2', FORGOTTEN: 'yes' });
    const found = control.counts.hits ?? 0;
    return {
      figure: counts.hits ?? 0,
      n: counts.people ?? 0,
      ok: passed && counts.people === wanted && counts.hits === 0 && (counts.seeded ?? 0) >= wanted * 10,
      control: `${counts.seeded ?? 0} rows in ${counts.places ?? 0} tables named them before; one text left standing: ${found} found`,
      controlHeld: !control.passed && found > 0,
      ...(passed ? {} : { why: told }),
    };
  },
};
