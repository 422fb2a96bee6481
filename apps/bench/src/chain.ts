import { Steps } from './chain/steps.js';
import { walkTheChain } from './chain/walk.js';

/** `npm run chain`: the whole story through the public API, against `BASE_URL`. The last line is the credential's file. */
const baseUrl = (process.env.BASE_URL ?? 'http://localhost:4000').replace(/\/+$/, '');
const steps = new Steps((line) => console.log(line));
try {
  const { file } = await walkTheChain(baseUrl, steps);
  const seconds = steps.taken.reduce((sum, step) => sum + step.ms, 0) / 1_000;
  console.log(`${seconds.toFixed(1)} s in all, against ${baseUrl}`);
  console.log(file);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
