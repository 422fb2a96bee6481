import { operationsOf } from '../product/schema.js';
import type { ProductPromise } from './promise.js';

/**
 * Every mutation of the schema leaves exactly one row, whoever asks: somebody in every role (done or refused), somebody who
 * may not (denied). Strangers' denials leave rows, but only so many a minute. Reading leaves none.
 */
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
    // Whoever signs out everywhere is a stranger afterwards: that comes last.
    const last = ({ name }: { name: string }) => Number(name === 'signOutEverywhere');
    const mutations = operations
      .filter(({ kind }) => kind === 'mutation')
      .sort((one, other) => last(one) - last(other));
    const wrong: string[] = [];
    let complete = 0;
    const bystander = await crowd.bystander();
    const everybody = async () => {
      const [row] = await product.sql<{ n: string }>('SELECT count(*) AS n FROM audit_entry');
      return Number(row?.n);
    };
    // One after another, so that a count of all rows tells what each one left.
    for (const [who, asking] of [
      ['every role', client],
      ['no role', bystander.client],
    ] as const)
      for (const { document, name } of mutations) {
        const before = await everybody();
        const { errors } = await asking.ask(document);
        const left = (await everybody()) - before;
        if (left === 1) complete += 1;
        else wrong.push(`${name} by ${who} left ${left}${errors ? ` (${errors[0]?.message})` : ''}`);
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
