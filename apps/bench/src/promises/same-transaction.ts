import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Invented } from '../chain/invented.js';
import { findAdministrator, takeOn } from '../chain/people.js';
import type { OwnProduct } from '../product/own-product.js';
import type { ProductPromise } from './promise.js';

/**
 * Whatever a change needs later is a job written with it. People are taken on, eight at a time, while the API is killed
 * again and again; every recorded event must have its job and every job its event. No worker runs, so every job stays to be counted.
 */
export const sameTransaction: ProductPromise = {
  name: 'what must happen later is never lost when the API is killed',
  target: '0 lost',
  async keep({ product, size }) {
    const kills = { quick: 5, full: 20, long: 200 }[size];
    await killWhileTakingOn(product, kills);
    const [counted] = await product.sql<{ events: string; lost: string; orphaned: string }>(`
      SELECT (SELECT count(*) FROM domain_event) AS events,
        (SELECT count(*) FROM domain_event e WHERE told_at IS NULL AND NOT EXISTS
          (SELECT FROM bullmq.job j WHERE j.queue = 'events' AND j.id = e.id::text)) AS lost,
        (SELECT count(*) FROM bullmq.job j WHERE j.queue = 'events' AND j.name = 'events.tell' AND j.state = 'waiting'
          AND NOT EXISTS (SELECT FROM domain_event e WHERE e.id::text = j.id)) AS orphaned`);
    const lostByControl = await killWritersThatEnqueueAfterwards(product, size === 'long' ? 30 : 8);
    const broken = Number(counted?.lost) + Number(counted?.orphaned);
    return {
      figure: broken,
      n: Number(counted?.events),
      ok: broken === 0 && Number(counted?.events) > 50,
      control: `written after the commit, ${lostByControl} were lost`,
      controlHeld: lostByControl > 0,
    };
  },
};

async function killWhileTakingOn(product: OwnProduct, kills: number): Promise<void> {
  for (let life = 0; life < kills; life += 1) {
    const administrator = await findAdministrator(product.baseUrl);
    const invented = new Invented();
    let over = false;
    const busy = Array.from({ length: 8 }, async () => {
      while (!over)
        await takeOn(administrator, invented, { title: 'Clerk', unit: invented.unit(), roles: [] }).catch(() => {
          over = true;
        });
    });
    await new Promise((resolve) => setTimeout(resolve, 120 + Math.random() * 300));
    await product.kill('api');
    over = true;
    await Promise.all(busy);
    await product.startApi();
  }
}

/** The way it must not be done: commit the change, then enqueue. Returns how many changes have no job. */
async function killWritersThatEnqueueAfterwards(product: OwnProduct, kills: number): Promise<number> {
  await product.sql('CREATE TABLE IF NOT EXISTS afterwards_probe (id uuid PRIMARY KEY)');
  const script = fileURLToPath(new URL('./afterwards.js', import.meta.url));
  for (let kill = 0; kill < kills; kill += 1) {
    const child = fork(script, [product.databaseUrl], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await once(child, 'message');
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60));
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const [row] = await product.sql<{ lost: string }>(`SELECT count(*) AS lost FROM afterwards_probe p
    WHERE NOT EXISTS (SELECT FROM bullmq.job j WHERE j.queue = 'probe' AND j.id = p.id::text)`);
  return Number(row?.lost);
}
