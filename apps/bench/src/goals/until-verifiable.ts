import { Client } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import { digitalBazaar } from '../promises/foreign-verifiers.js';

const MOST_MS = 120_000;
const LATE_SHARE = 0.05;

interface Waiting {
  award: string;
  /** Signed in before the clock runs. */
  holder: Client;
}

/**
 * Seconds from the moment in which all that waits is decided until 95 in a hundred were taken along by their holders and
 * accepted, with the status list and the keys as published, by a program that is not ours.
 */
export async function untilVerifiable(product: OwnProduct, decide: () => Promise<void>): Promise<number> {
  const waiting = await holdersOf(product);
  const enough = Math.ceil(waiting.length * (1 - LATE_SHARE));
  const begun = Date.now();
  await decide();
  let verified = 0;
  while (verified < enough) {
    if (Date.now() - begun > MOST_MS)
      throw new Error(`${verified} of ${waiting.length} could be verified in two minutes.`);
    const issued = await product.sql<{ award_id: string; id: string }>(
      'SELECT award_id, id FROM credential WHERE award_id = ANY ($1)',
      [waiting.map(({ award }) => award)],
    );
    for (const { award_id, id } of issued) {
      const [{ holder }] = waiting.splice(
        waiting.findIndex(({ award }) => award === award_id),
        1,
      ) as [Waiting];
      await accepted(product, holder, id);
      verified += 1;
      if (verified === enough) break;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return (Date.now() - begun) / 1_000;
}

async function holdersOf(product: OwnProduct): Promise<Waiting[]> {
  const rows = await product.sql<{ id: string; person_id: string }>(
    `SELECT id, person_id FROM award WHERE state = 'PENDING'`,
  );
  const waiting: Waiting[] = [];
  for (const { id, person_id } of rows)
    waiting.push({ award: id, holder: await Client.signIn(product.baseUrl, person_id) });
  return waiting;
}

async function accepted(product: OwnProduct, holder: Client, id: string): Promise<void> {
  const document = await textOf(await holder.fetch(`/badges/${id}/credential.json`));
  const { credentialStatus } = JSON.parse(document) as { credentialStatus: { statusListCredential: string } };
  const accepts = digitalBazaar({
    didDocument: await textOf(await fetch(`${product.baseUrl}/.well-known/did.json`)),
    statusList: await textOf(await fetch(credentialStatus.statusListCredential)),
  });
  if (!(await accepts(document))) throw new Error(`A badge that was just issued is not accepted: ${id}.`);
}

async function textOf(answer: Response): Promise<string> {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}.`);
  return answer.text();
}
