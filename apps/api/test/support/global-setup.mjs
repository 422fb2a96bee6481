import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDatabase } from '../../../../scripts/database.mjs';

/**
 * Gives every spec file a PostgreSQL to make its database in: the one at TEST_DATABASE_URL (a superuser's address),
 * or an embedded one that lives as long as this run.
 */
export default async function startTestDatabase() {
  buildDrawingProgram();
  if (process.env.TEST_DATABASE_URL) return;
  const database = await startDatabase({ ephemeral: true });
  process.env.TEST_DATABASE_URL = database.url;
  globalThis.assayTestDatabase = database;
}

/** The worker draws files in a process of its own; tests run the same program, built beside the libraries it needs. */
function buildDrawingProgram() {
  const api = join(dirname(fileURLToPath(import.meta.url)), '../..');
  const folder = join(api, 'node_modules/.cache/test-doors');
  execFileSync(process.execPath, ['build.mjs', '--quiet', '--only', 'preview', folder], { cwd: api, stdio: 'inherit' });
  process.env.TEST_PREVIEW_PROGRAM = join(folder, 'preview.js');
}
