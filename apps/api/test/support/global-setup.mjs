import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDatabase } from '../../../../scripts/database.mjs';

/**
 * Gives every spec file a PostgreSQL to make its database in: the one at TEST_DATABASE_URL (a superuser's address),
 * or an embedded one that lives as long as this run.
 */
export default async function startTestDatabase() {
  buildPrograms();
  if (process.env.TEST_DATABASE_URL) return;
  const database = await startDatabase({ ephemeral: true });
  process.env.TEST_DATABASE_URL = database.url;
  globalThis.assayTestDatabase = database;
}

/** Files are drawn, certificates set and workbooks read in processes of their own; tests run the same programs, built beside the libraries they need. */
function buildPrograms() {
  const api = join(dirname(fileURLToPath(import.meta.url)), '../..');
  const folder = join(api, 'node_modules/.cache/test-doors');
  for (const door of ['preview', 'typeset', 'workbook']) {
    execFileSync(process.execPath, ['build.mjs', '--quiet', '--only', door, folder], { cwd: api, stdio: 'inherit' });
    process.env[`TEST_${door.toUpperCase()}_PROGRAM`] = join(folder, `${door}.js`);
  }
}
