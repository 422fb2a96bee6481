import type { Client } from '../product/client.js';
import type { Invented } from './invented.js';

const QUEUE = `query($search: String) { reviewQueue(scope: CAN_TAKE, search: $search, first: 100) {
  edges { node { id achievementVersion { id } } } } }`;
const CLAIM = `mutation($id: ID!) { claimSlot(id: $id) { __typename
  ... on MarkingSlot { id mark { revision } snapshot { items { letter } criteria { criterion { id levels { ordinal } } } } }
  ... on Refusal { message } } }`;
const SAVE = `mutation($id: ID!, $input: MarkInput!) { saveMark(slotId: $id, input: $input) { __typename
  ... on MarkingSlot { id mark { revision left { field message } } } ... on Refusal { message } } }`;
const HAND_IN = `mutation($id: ID!) { handInMark(slotId: $id) { __typename
  ... on MarkingSlot { id decision { outcome score } }
  ... on MarkIncomplete { message left { field message } } ... on Refusal { message } } }`;
const RELEASE = `mutation($id: ID!) { releaseDecision(slotId: $id) { __typename
  ... on MarkingSlot { id submissionState decision { outcome releasedAt } } ... on Refusal { message } } }`;

export interface Slot {
  id: string;
  mark: { revision: number } | null;
  snapshot: {
    items: { letter: string }[];
    criteria: { criterion: { id: string; levels: { ordinal: number }[] } }[];
  };
}

/** Slots of one achievement version that this assessor may take. */
export async function slotsOf(assessor: Client, achievementVersionId: string): Promise<string[]> {
  const { edges } = await assessor.query<{ edges: { node: { id: string; achievementVersion: { id: string } } }[] }>(
    QUEUE,
  );
  return edges.filter(({ node }) => node.achievementVersion.id === achievementVersionId).map(({ node }) => node.id);
}

export function claim(assessor: Client, slotId: string): Promise<Slot> {
  return assessor.change<Slot>(CLAIM, { id: slotId });
}

/** Marks every criterion at its highest level, answers the rules of evidence, hands in. */
export async function mark(
  assessor: Client,
  invented: Invented,
  slot: Slot,
): Promise<{ outcome: string; score: number }> {
  await draft(assessor, invented, slot);
  return handInMark(assessor, slot.id);
}

/** Writes a mark down without handing it in: every criterion at the level that is chosen of its ordinals. */
export function draft(assessor: Client, invented: Invented, slot: Slot, choose = Math.max): Promise<unknown> {
  const criteria = slot.snapshot.criteria.map(({ criterion }) => ({
    criterionId: criterion.id,
    level: choose(...criterion.levels.map((level) => level.ordinal)),
    comment: invented.sentence('what the evidence shows'),
  }));
  return assessor.change(SAVE, {
    id: slot.id,
    input: {
      criteria,
      rules: { valid: 'YES', authentic: 'YES', sufficient: 'YES', current: 'YES' },
      overall: 'PASS',
      seenLetters: slot.snapshot.items.map((item) => item.letter),
      expectedRevision: slot.mark?.revision ?? 0,
    },
  });
}

export async function handInMark(assessor: Client, slotId: string): Promise<{ outcome: string; score: number }> {
  const { decision } = await assessor.change<{ decision: { outcome: string; score: number } }>(HAND_IN, {
    id: slotId,
  });
  return decision;
}

export function release(assessor: Client, slotId: string): Promise<{ submissionState: string }> {
  return assessor.change(RELEASE, { id: slotId });
}
