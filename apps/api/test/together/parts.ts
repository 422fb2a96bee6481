import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..');
export const PARTS = 6;

/**
 * Runs one part of the spec files after each other as if they were one file. To read the whole product anew for each
 * of them takes as long as what most of them do with it; each still has an organisation, and a database, of its own.
 */
export function together(part: number): void {
  for (const file of shareOf(part)) {
    describe(file, () => {
      const environment = { ...process.env };
      require(join(folder, file));
      afterAll(() => {
        jest.restoreAllMocks();
        for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
        Object.assign(process.env, environment);
      });
    });
  }
}

/** Seconds of those that take long for what they ask and not for what is written in them; rounded, on two cores. */
const LONG: Readonly<Record<string, number>> = {
  'the-access-matrix': 40,
  'crashing-while-issuing': 33,
  'who-can-see-this': 33,
  'giving-out-work': 25,
  'the-demo-organisation': 25,
  'who-may-see-what': 24,
  'looking-at-files': 22,
  'taking-a-framework-along': 22,
  'the-first-administrator': 22,
  'the-same-rules-twice': 18,
};

/** Every file is in one part. The longest first, each to the part with the least so far, so that they end together. */
function shareOf(part: number): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.e2e-spec.ts'));
  const seconds = new Map(files.map((name) => [name, secondsOf(name)]));
  const shares = Array.from({ length: PARTS }, () => ({ total: 0, names: [] as string[] }));
  for (const name of files.sort((one, other) => (seconds.get(other) ?? 0) - (seconds.get(one) ?? 0))) {
    const least = shares.reduce((best, each) => (each.total < best.total ? each : best));
    least.names.push(name);
    least.total += seconds.get(name) ?? 0;
  }
  return shares[part]?.names ?? [];
}

/** Others start an organisation, and then take about as long as they are. */
function secondsOf(name: string): number {
  return LONG[name.replace('.e2e-spec.ts', '')] ?? 3 + statSync(join(folder, name)).size / 4_000;
}
