import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * One statement in no transaction but its own, which takes one message to the database instead of three. Only for functions that
 * take on a role and a person themselves: the connection has more rights than anybody who asks.
 */
export async function askAlone<Row extends QueryResultRow>(
  dataSource: DataSource,
  statement: { name: string; text: string; values: unknown[] },
): Promise<Row[]> {
  const { master } = dataSource.driver as unknown as { master: Pool };
  return (await master.query<Row>(statement)).rows;
}
