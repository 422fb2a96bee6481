import type { Rubric } from '@assay/rubric';
import { newId } from '../../src/platform/database/id.js';
import type { TestApi, TestClient } from './api.js';

export interface SlotAnswer {
  __typename: string;
  id: string;
  message: string;
  state: string;
  submissionState: string;
  holderName: string;
  until: string;
  currentRevision: number;
  rules: { rule: string; ok: boolean; sentence: string }[];
  left: { field: string; criterionId: string | null }[];
  mark: { revision: number; handedInAt: string | null; criteria: { level: number | null; comment: string }[] } | null;
  decision: { outcome: string; score: number; releasedAt: string | null; overallComment: string } | null;
}

const SLOT = `__typename ... on MarkingSlot { id state submissionState mark { revision handedInAt criteria { level comment } }
  decision { outcome score releasedAt overallComment } } ... on Refusal { message }`;

/** Names founding assessors of an achievement. */
export async function addFounders(api: TestApi, achievementId: string, ids: string[]): Promise<void> {
  for (const id of ids)
    await api.sql(
      `INSERT INTO assessor_qualification (id, achievement_id, person_id, basis, since) VALUES ($1, $2, $3, 'FOUNDER', current_date)`,
      [newId(), achievementId, id],
    );
}

/** The slot that stands open or held for a submission. */
export async function slotOf(api: TestApi, submissionId: string): Promise<string> {
  const [slot] = await api.sql<{ id: string }>('SELECT id FROM marking_slot WHERE submission_id = $1', [submissionId]);
  return slot?.id ?? '';
}

async function act(by: TestClient, document: string, variables: object): Promise<SlotAnswer> {
  return (await by.query<{ result: SlotAnswer }>(document, variables)).result;
}

export const claim = (by: TestClient, id: string) =>
  act(
    by,
    `mutation($id: ID!) { result: claimSlot(id: $id) { ${SLOT}
       ... on AlreadyClaimed { holderName until } ... on NotEligible { rules { rule ok sentence } } } }`,
    { id },
  );
export const claimNext = (by: TestClient) => act(by, `mutation { result: claimNextSlot { ${SLOT} } }`, {});
export const renew = (by: TestClient, id: string) =>
  act(by, `mutation($id: ID!) { result: renewLease(slotId: $id) { ${SLOT} } }`, { id });
export const putBack = (by: TestClient, id: string, reason: string) =>
  act(by, `mutation($id: ID!, $reason: String!) { result: putBackSlot(slotId: $id, reason: $reason) { ${SLOT} } }`, {
    id,
    reason,
  });
export const handInMark = (by: TestClient, id: string) =>
  act(
    by,
    `mutation($id: ID!) { result: handInMark(slotId: $id) { ${SLOT}
       ... on MarkIncomplete { left { field criterionId } } ... on NotEligible { rules { rule ok sentence } } } }`,
    { id },
  );
export const release = (by: TestClient, id: string) =>
  act(by, `mutation($id: ID!) { result: releaseDecision(slotId: $id) { ${SLOT} } }`, { id });

/** Saves a mark with these levels, criterion by criterion; whatever is below 2 gets a comment unless `comment` is empty. */
export function saveMark(
  by: TestClient,
  id: string,
  rubric: Rubric,
  levels: (number | null)[],
  expectedRevision = 0,
  comment = 'More of it would meet it.',
): Promise<SlotAnswer> {
  const input = {
    criteria: rubric.criteria.map((criterion, index) => ({
      criterionId: criterion.id,
      level: levels[index] ?? null,
      comment: (levels[index] ?? 2) < 2 ? comment : '',
    })),
    rules: { valid: 'YES', authentic: 'YES', sufficient: 'YES', current: 'YES' },
    overall: 'PASS',
    seenLetters: ['A'],
    expectedRevision,
  };
  return act(
    by,
    `mutation($id: ID!, $input: MarkInput!) { result: saveMark(slotId: $id, input: $input) { ${SLOT}
       ... on ChangedMeanwhile { currentRevision } } }`,
    { id, input },
  );
}
