/** Stops what the set-up started; a PostgreSQL that was handed over stays. */
export default async function stopTestDatabase() {
  await globalThis.assayTestDatabase?.stop();
}
