import { startDatabase } from '../../../../scripts/database.mjs';

/**
 * Gives every spec file a PostgreSQL to make its database in: the one at TEST_DATABASE_URL (a superuser's address),
 * or an embedded one that lives as long as this run.
 */
export default async function startTestDatabase() {
  if (process.env.TEST_DATABASE_URL) return;
  const database = await startDatabase({ ephemeral: true });
  process.env.TEST_DATABASE_URL = database.url;
  globalThis.assayTestDatabase = database;
}
