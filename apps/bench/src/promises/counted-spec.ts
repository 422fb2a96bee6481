import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../product/places.js';

export interface CountedRun {
  passed: boolean;
  counts: Record<string, number>;
  /** What jest said, for the person who has to look. */
  told: string;
}

/** Runs one specification, of the API where no other workspace is named, in a larger size, and reads the counts it leaves in `COUNTS_FILE`. */
export async function countedSpec(
  spec: string | { name: string; workspace: string },
  env: Record<string, string>,
): Promise<CountedRun> {
  const { name, workspace } =
    typeof spec === 'string' ? { name: `test/${spec}.e2e-spec.ts`, workspace: 'apps/api' } : spec;
  const folder = await mkdtemp(join(tmpdir(), 'assay-counts-'));
  const counts = join(folder, 'counts.jsonl');
  try {
    const jest = createRequire(join(root, 'package.json')).resolve('jest/bin/jest');
    const told: string[] = [];
    const code = await new Promise<number | null>((resolve) => {
      const child = spawn(process.execPath, [jest, name, '--runInBand', '--silent'], {
        cwd: join(root, workspace),
        env: { ...process.env, ...env, COUNTS_FILE: counts },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child.stderr.on('data', (chunk: Buffer) => told.push(chunk.toString()));
      child.on('close', resolve);
    });
    return { passed: code === 0, counts: countsIn(counts), told: told.join('').slice(0, 4_000) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** None where the specification did not get so far. */
function countsIn(path: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(path, 'utf8').trim()) as Record<string, number>;
  } catch {
    return {};
  }
}
