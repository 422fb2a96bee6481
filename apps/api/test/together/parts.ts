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

/** Every file is in one part. Dealt out by length, to and fro, so that parts take about as long as each other. */
function shareOf(part: number): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.e2e-spec.ts'));
  const length = new Map(files.map((name) => [name, statSync(join(folder, name)).size]));
  const longestFirst = files.sort((one, other) => (length.get(other) ?? 0) - (length.get(one) ?? 0));
  return longestFirst.filter((_, index) => {
    const round = Math.floor(index / PARTS);
    return (round % 2 ? PARTS - 1 - (index % PARTS) : index % PARTS) === part;
  });
}
