import { countedSpec } from './counted-spec.js';
import type { ProductPromise, Size } from './promise.js';

const BADGES: Record<Size, number> = { quick: 200, full: 10_000, long: 10_000 };
/** About a fifth of those that are made up has line breaks and their like in it, and is left to the library. */
const MORE = 1.25;
const SPEC = { name: 'test/quad-template.spec.ts', workspace: 'packages/credential' };

/** Badges are filled into templates; the library makes each of them the long way, and both have to come to the same letters. */
export const sameAsTheLibrary: ProductPromise = {
  name: 'a badge from a template is letter for letter what the library makes',
  key: 'templates',
  target: '10,000 of every shape, 0 differences',
  async keep({ size }) {
    const wanted = BADGES[size];
    const made = wanted * MORE;
    const { passed, counts, told } = await countedSpec(SPEC, { TEMPLATES: String(made) });
    // Of every badge another holder is filled in than the library is given.
    const control = await countedSpec(SPEC, { TEMPLATES: '20', SWAPPED: 'yes' });
    const different = control.counts.different ?? 0;
    return {
      figure: counts.different ?? 0,
      n: counts.filled ?? 0,
      ok: passed && counts.different === 0 && (counts.filled ?? 0) >= wanted && (counts.left ?? 0) < made - wanted,
      control: `${counts.left ?? 0} were left to the library; with holders swapped ${different} of ${control.counts.filled ?? 0} differed`,
      controlHeld: !control.passed && different > 0,
      ...(passed ? {} : { why: told }),
    };
  },
};
