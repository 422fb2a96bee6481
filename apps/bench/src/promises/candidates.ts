import { type Slot, mark, release } from '../chain/assessment.js';
import { Invented } from '../chain/invented.js';
import { type Actor, takeOn } from '../chain/people.js';
import type { Stage } from '../chain/walk.js';
import { Refused } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';

const TEXT = `mutation($input: TextEvidenceInput!) { addTextEvidence(input: $input) { __typename
  ... on EvidenceItem { id } ... on Refusal { message } } }`;
const START = `mutation($id: ID!) { startSubmission(achievementVersionId: $id) { __typename
  ... on Submission { id } ... on Refusal { message } } }`;
const SUBMIT = `mutation($id: ID!) { submit(submissionId: $id, declarationAccepted: true) { __typename
  ... on Submission { id } ... on Refusal { message } } }`;
const NAME_FOUNDER = `mutation($id: ID!, $personId: ID!) { nameFounder(achievementVersionId: $id, personId: $personId) {
  __typename ... on AchievementVersion { id } ... on Refusal { message } } }`;
const NEXT = `mutation { claimNextSlot { __typename
  ... on MarkingSlot { id mark { revision } snapshot { items { letter } criteria { criterion { id levels { ordinal } } } } }
  ... on Refusal { message } } }`;

/** Somebody new who works here, perhaps for somebody. */
export function hire(stage: Stage, job: { roles?: string[]; managerId?: string } = {}): Promise<Actor> {
  const invented = new Invented();
  return takeOn(stage.administrator, invented, { title: 'Colleague', unit: invented.unit(), roles: [], ...job });
}

/** Somebody new who may assess the stage's achievement. */
export async function hireFounder(stage: Stage, job: { managerId?: string } = {}): Promise<Actor> {
  const founder = await hire(stage, { roles: ['ASSESSOR'], ...job });
  await stage.designer.client.change(NAME_FOUNDER, { id: stage.achievement.id, personId: founder.id });
  return founder;
}

/** Hands a small portfolio in for the stage's achievement; answers the slot that opened for it. */
export async function handIn(product: OwnProduct, stage: Stage, candidate: Actor): Promise<string> {
  const { client } = candidate;
  const words = stage.invented.sentence('the work');
  const { id: item } = await client.change<{ id: string }>(TEXT, { input: { text: words, title: words } });
  const { id } = await client.change<{ id: string }>(START, { id: stage.achievement.id });
  const links = stage.achievement.rubric.criteria.map(
    (
      criterion,
      index,
    ) => `c${index}: linkEvidence(submissionId: "${id}", criterionId: "${criterion.id}", itemId: "${item}",
      reflection: ${JSON.stringify(words)}) { __typename ... on Refusal { message } }`,
  );
  await client.change(`mutation { ${links.join('\n')} }`);
  await client.change(SUBMIT, { id });
  const [slot] = await product.sql<{ id: string }>('SELECT id FROM marking_slot WHERE submission_id = $1', [id]);
  if (!slot) throw new Error('No slot opened for the submission.');
  return slot.id;
}

/** The next slot that this assessor may take; null when there is none. */
export async function claimNext(assessor: Actor): Promise<Slot | null> {
  try {
    return await assessor.client.change<Slot>(NEXT);
  } catch (error) {
    if (error instanceof Refused && error.kind === 'NothingToClaim') return null;
    throw error;
  }
}

/** Marks and releases whatever the assessor may take, until nothing is left. Answers how many. */
export async function decideAll(stage: Stage, assessor: Actor): Promise<number> {
  for (let decided = 0; ; decided += 1) {
    const slot = await claimNext(assessor);
    if (!slot) return decided;
    await mark(assessor.client, stage.invented, slot);
    await release(assessor.client, slot.id);
  }
}

/** Does a thing `n` times, a few at once. */
export async function several<T>(n: number, atOnce: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async () => {
    while (next < n) {
      const index = next;
      next += 1;
      results[index] = await work(index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}
