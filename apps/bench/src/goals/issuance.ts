import { countedSpec } from '../promises/counted-spec.js';
import type { Measured } from './goal.js';

const MANY = 10_000;
const TIMES_THE_LIBRARY = 25;
const TIMES_BARE = 5;

/**
 * P6: badges signed and stored, in chunks, with the records of it. Beside it what the library takes for the same bytes
 * (signed only), and a bare signature; all in one run, as CPU of the process and of the database for it.
 */
export async function issuance(): Promise<Measured[]> {
  const { passed, counts, told } = await countedSpec('issuing-many-at-once', { MANY: String(MANY) });
  const { issued = 0, ours = 0, database = 0, library = 0, bare = 0 } = counts;
  if (!passed || issued !== MANY) throw new Error(`Not all were issued: ${told}`);
  return [
    {
      goal: 'P6',
      what: `one of ${MANY.toLocaleString('en')} badges, signed and stored (${database.toFixed(2)} of it in the database)`,
      ours,
      peer: library,
      floor: bare,
      unit: 'CPU ms',
      gate: `≥ ${TIMES_THE_LIBRARY} × quicker than the library, ≤ ${TIMES_BARE} × a bare signature (with 1.3 for noise)`,
      ok: ours * TIMES_THE_LIBRARY <= library * 1.3 && ours <= bare * TIMES_BARE * 1.3,
    },
  ];
}
