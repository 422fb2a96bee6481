import type { OwnProduct } from '../product/own-product.js';
import { decideAll, handIn, hire, hireFounder, several } from './candidates.js';
import type { ProductPromise } from './promise.js';

/**
 * People pass while no worker runs; then workers are started and killed in the middle of signing, over and over.
 * In the end every award has one badge, signed once and told once.
 */
export const nothingLost: ProductPromise = {
  name: 'no badge lost or doubled when the worker is killed while issuing',
  target: '0 lost, 0 doubled',
  async keep({ product, crowd, size }) {
    const { issuances, kills } = {
      quick: { issuances: 40, kills: 5 },
      full: { issuances: 1_000, kills: 30 },
      long: { issuances: 10_000, kills: 300 },
    }[size];
    await product.kill('worker');
    const stage = await crowd.stage();
    const before = await counted(product);
    const assessors = await several(3, 3, () => hireFounder(stage));
    await several(issuances, 6, async () => handIn(product, stage, await hire(stage)));
    await Promise.all(assessors.map((assessor) => decideAll(stage, assessor)));
    const { awards } = await counted(product);

    const killed = await killWhileIssuing(
      product,
      kills,
      Math.max(1, Math.floor((awards - before.issued) / (kills + 1))),
    );
    const missingMeanwhile = awards - (await counted(product)).issued;
    product.startWorker();
    const after = await settled(product, awards);
    await product.kill('worker');
    const lost = awards - after.issued;
    return {
      figure: lost + after.doubled,
      n: awards,
      ok: lost === 0 && after.doubled === 0 && killed >= kills && awards - before.awards >= issuances,
      control: `${killed} kills; counted before the last worker finished, ${missingMeanwhile} were missing`,
      controlHeld: missingMeanwhile > 0,
      ...((lost > 0 || after.doubled > 0) && { why: `${lost} lost, ${after.doubled} doubled` }),
    };
  },
};

interface Count {
  awards: number;
  issued: number;
  /** Awards with more than one credential, or whose holder was told more than once, or that were said to be issued more than once. */
  doubled: number;
}

/** What was cancelled before it was signed, as after an appeal, is not to be signed any more. */
async function counted(product: OwnProduct): Promise<Count> {
  const [row] = await product.sql<Record<keyof Count, string>>(`SELECT
    (SELECT count(*) FROM award WHERE state <> 'CANCELLED') AS awards,
    (SELECT count(*) FROM award a WHERE a.state = 'ISSUED' AND EXISTS (SELECT FROM credential c WHERE c.award_id = a.id)) AS issued,
    (SELECT count(*) FROM (SELECT award_id FROM credential GROUP BY award_id HAVING count(*) > 1) t)
    + (SELECT count(*) FROM (SELECT payload ->> 'awardId' FROM domain_event WHERE type = 'CredentialIssued' GROUP BY 1 HAVING count(*) > 1) t)
    + (SELECT count(*) FROM (SELECT subjects ->> 'credentialId' FROM notification WHERE kind = 'BADGE_READY' GROUP BY 1 HAVING count(*) > 1) t) AS doubled`);
  return { awards: Number(row?.awards), issued: Number(row?.issued), doubled: Number(row?.doubled) };
}

/** Lets each worker sign a few and kills it then, at whatever it is doing. */
async function killWhileIssuing(product: OwnProduct, kills: number, each: number): Promise<number> {
  let killed = 0;
  while (killed < kills) {
    const { issued, awards } = await counted(product);
    if (issued >= awards) break;
    const enough = issued + 1 + Math.floor(Math.random() * each);
    product.startWorker();
    const end = Date.now() + 25_000;
    while ((await counted(product)).issued < enough && Date.now() < end) await pause(5);
    await pause(Math.random() * 15);
    await product.kill('worker');
    killed += 1;
  }
  return killed;
}

/** Interrupted jobs wait for their lock to run out and for the reconciler; then everything must stand. */
async function settled(product: OwnProduct, awards: number): Promise<Count> {
  const end = Date.now() + 180_000;
  for (;;) {
    const now = await counted(product);
    if (now.issued >= awards || Date.now() > end) {
      // The last ones are still being told.
      await pause(3_000);
      return counted(product);
    }
    await pause(250);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
