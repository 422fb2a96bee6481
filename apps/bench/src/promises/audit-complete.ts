import { operationsOf } from '../product/schema.js';
import type { ProductPromise } from './promise.js';

/** Every mutation of the schema, done or refused, leaves exactly one row; reading leaves none. */
export const auditComplete: ProductPromise = {
  name: 'every mutation leaves exactly one audit row',
  target: '100 % of the schema',
  async keep({ product, crowd }) {
    const { client, id } = await crowd.everyRole();
    const rows = async () => {
      const [row] = await product.sql<{ n: string }>('SELECT count(*) AS n FROM audit_entry WHERE actor_id = $1', [id]);
      return Number(row?.n);
    };
    const operations = await operationsOf(client);
    const wrong: string[] = [];
    let complete = 0;
    for (const { document, name } of operations.filter(({ kind }) => kind === 'mutation')) {
      const before = await rows();
      const { errors } = await client.ask(document);
      const left = (await rows()) - before;
      if (left === 1) complete += 1;
      else wrong.push(`${name} left ${left}${errors ? ` (${errors[0]?.message})` : ''}`);
    }
    const before = await rows();
    const queries = operations.filter(({ kind }) => kind === 'query');
    for (const { document } of queries) await client.ask(document);
    const byReading = (await rows()) - before;
    return {
      figure: complete,
      n: complete + wrong.length,
      ok: wrong.length === 0,
      control: `${queries.length} queries left ${byReading}`,
      controlHeld: byReading === 0,
      ...(wrong.length > 0 && { why: wrong.join('; ') }),
    };
  },
};
