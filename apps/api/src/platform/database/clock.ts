import pg from 'pg';

/** Two clocks that disagree would date badges wrongly and free locks that are held. */
const MOST_MS = 2_000;

/** Throws when this machine's clock and the database's differ by more than two seconds. */
export async function refuseWrongClock(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const before = Date.now();
    const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const here = (before + Date.now()) / 2;
    const apart = Math.abs((rows[0]?.now.getTime() ?? 0) - here);
    if (apart > MOST_MS)
      throw new Error(
        `This machine's clock and the database's differ by ${Math.round(apart)} ms. Set them right first.`,
      );
  } finally {
    await client.end();
  }
}
