import type { Rubric } from '@assay/rubric';
import type { TestApi, TestClient } from './api.js';
import { claim, handInMark, saveMark, type SlotAnswer } from './assessor.js';

export interface Done {
  __typename: string;
  id: string;
  message: string;
  state: string;
  revision: number;
  released: number;
  doneAt: string | null;
  skipped: { submissionId: string; reason: string }[];
  problems: { field: string; message: string }[];
}

const ANSWER = `__typename ... on Refusal { message } ... on InvalidInput { problems { field message } }`;

/** A mutation of what comes after a mark, with whatever came of it. */
export async function after(by: TestClient, name: string, args: string, fields = 'id state'): Promise<Done> {
  const result =
    name.startsWith('release') || name.startsWith('schedule') || name.startsWith('cancel')
      ? 'ReleaseBatch'
      : 'AssessmentCase';
  return (
    await by.query<{ result: Done }>(
      `mutation { result: ${name}(${args}) { ${ANSWER} ... on ${result} { ${fields} } } }`,
    )
  ).result;
}

const RECONCILIATION = `{ ${ANSWER} ... on Reconciliation { state settledHow revision firstAgreedAt secondAgreedAt } ... on ChangedMeanwhile { currentRevision } }`;

export interface Reconciled extends Done {
  settledHow: string | null;
  currentRevision: number;
}

export const reconcile = async (by: TestClient, name: string, variables: object): Promise<Reconciled> =>
  (
    await by.query<{ result: Reconciled }>(
      name === 'saveReconciliation'
        ? `mutation($id: ID!, $input: AgreementInput!, $revision: Int!) {
             result: saveReconciliation(submissionId: $id, input: $input, expectedRevision: $revision) ${RECONCILIATION} }`
        : name === 'agreeReconciliation'
          ? `mutation($id: ID!, $revision: Int!) { result: agreeReconciliation(submissionId: $id, expectedRevision: $revision) ${RECONCILIATION} }`
          : name === 'adjudicate'
            ? `mutation($id: ID!, $input: AgreementInput!) { result: adjudicate(submissionId: $id, input: $input) ${RECONCILIATION} }`
            : `mutation($id: ID!) { result: askThirdMark(submissionId: $id) ${RECONCILIATION} }`,
      variables,
    )
  ).result;

export const moderate = async (by: TestClient, slotId: string, input: object): Promise<Done> =>
  (
    await by.query<{ result: Done }>(
      `mutation($id: ID!, $input: ModerationInput!) { result: moderate(slotId: $id, input: $input) { ${ANSWER} ... on MarkingSlot { id state submissionState } } }`,
      { id: slotId, input },
    )
  ).result;

/** The places of a submission by purpose, newest of each. */
export async function placesOf(api: TestApi, submissionId: string): Promise<Record<string, string>> {
  const rows = await api.sql<{ id: string; purpose: string }>(
    `SELECT id, purpose FROM marking_slot WHERE submission_id = $1 AND state <> 'CANCELLED' ORDER BY round, id`,
    [submissionId],
  );
  return Object.fromEntries(rows.map(({ purpose, id }) => [purpose, id]));
}

/** Takes a place, marks with these levels and hands in. */
export async function markFrom(by: TestClient, slotId: string, rubric: Rubric, levels: number[]): Promise<SlotAnswer> {
  const taken = await claim(by, slotId);
  if (taken.__typename !== 'MarkingSlot') return taken;
  await saveMark(by, slotId, rubric, levels);
  return handInMark(by, slotId);
}

export async function stateOf(api: TestApi, submissionId: string): Promise<string> {
  const [row] = await api.sql<{ state: string }>('SELECT state FROM submission WHERE id = $1', [submissionId]);
  return row?.state ?? '';
}

/** An act about an appeal, with whatever came of it. */
export const appealed = async (by: TestClient, act: string): Promise<Done> =>
  (await by.query<{ result: Done }>(`mutation { result: ${act} { ${ANSWER} ... on Appeal { id state } } }`)).result;

export const lodge = (by: TestClient, submissionId: string, statement: string) =>
  appealed(by, `lodgeAppeal(submissionId: "${submissionId}", grounds: MARKING_ERROR, statement: "${statement}")`);

/** An act about a recalled decision, with whatever came of it. */
export const recalled = async (by: TestClient, act: string): Promise<Done> =>
  (await by.query<{ result: Done }>(`mutation { result: ${act} { ${ANSWER} ... on RecallItem { id state } } }`)).result;
