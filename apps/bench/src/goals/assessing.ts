import { Steps } from '../chain/steps.js';
import { setTheStage, type Stage } from '../chain/walk.js';
import { OwnProduct } from '../product/own-product.js';
import { claiming } from './claiming.js';
import type { Measured } from './goal.js';
import { manySubmissions } from './many-submissions.js';
import { reviewQueue } from './review-queue.js';
import { savingAMark } from './saving-a-mark.js';

export type AssessingGoal = 'P1' | 'P11' | 'P16';

/** The goals of assessing, on one large organisation of their own. */
export async function assessing(wanted: AssessingGoal | null): Promise<Measured[]> {
  const product = await OwnProduct.start();
  try {
    const stage = await staged(product);
    const { qualifiedFor } = await manySubmissions(product, stage);
    const measured: Measured[] = [];
    if (wanted === null || wanted === 'P1') measured.push(...(await reviewQueue(product, stage, qualifiedFor)));
    if (wanted === null || wanted === 'P16') measured.push(...(await claiming(product, stage, qualifiedFor)));
    if (wanted === null || wanted === 'P11') measured.push(...(await savingAMark(product, stage)));
    return measured;
  } finally {
    await product.stop();
  }
}

/** A framework is read and written by a worker, which nothing here is to be measured with. */
async function staged(product: OwnProduct): Promise<Stage> {
  product.startWorker();
  try {
    return await setTheStage(product.baseUrl, new Steps());
  } finally {
    await product.kill('worker');
  }
}
