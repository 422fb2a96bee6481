import type { Viewer } from '../access/viewer.js';

const AT_ONCE = 2_000;

/** Rows of a query of any length, a handful in memory, all as they were when it began. */
export async function* streamed<Row extends object>(
  viewer: Viewer,
  sql: string,
  parameters: unknown[] = [],
): AsyncGenerator<Row> {
  // All of them are wanted: a plan that is quick with the first tenth would be slow with the rest.
  await viewer.tx.query('SET LOCAL cursor_tuple_fraction = 1');
  await viewer.tx.query(`DECLARE streamed NO SCROLL CURSOR FOR ${sql}`, parameters);
  try {
    for (;;) {
      const rows = await viewer.tx.query<Row>(`FETCH ${AT_ONCE} FROM streamed`);
      yield* rows;
      if (rows.length < AT_ONCE) return;
    }
  } finally {
    if (viewer.tx.open) await viewer.tx.query('CLOSE streamed').catch(() => undefined);
  }
}
