import type { Rubric } from '@assay/rubric';
import type { TestClient } from './api.js';

export interface Answer {
  __typename: string;
  id: string;
  message: string;
  state: string;
  attemptNo: number;
  revision: number;
  submissionId: string;
  problems: { field: string }[];
  gaps: { number: number; kind: string; letter: string | null; blocking: boolean }[];
  items: { letter: string; criteria: number[]; item: { id: string; title: string } }[];
}

const SUBMISSION = `__typename ... on Submission { id state attemptNo revision
    gaps { number kind letter blocking } items { letter criteria item { id title } } }
  ... on Refusal { message }`;

const CHANGED = `${SUBMISSION} ... on NotInThatState { state }`;

/** One step of a mutation, with whatever came of it. */
export async function act(client: TestClient, document: string, variables: object): Promise<Answer> {
  return (await client.query<{ result: Answer }>(document, variables)).result;
}

export const start = (by: TestClient, id: string) =>
  act(
    by,
    `mutation($id: ID!) { result: startSubmission(achievementVersionId: $id) { ${SUBMISSION} ... on AttemptOpen { submissionId } } }`,
    { id },
  );

export const addText = async (by: TestClient, title: string, madeOn: string | null = null): Promise<string> =>
  (
    await act(
      by,
      `mutation($input: TextEvidenceInput!) { result: addTextEvidence(input: $input) { ... on EvidenceItem { id } } }`,
      { input: { title, text: `What ${title} is about`, madeOn } },
    )
  ).id;

export const link = (by: TestClient, submission: string, criterion: string, item: string, reflection: string) =>
  act(
    by,
    `mutation($submission: ID!, $criterion: ID!, $item: ID!, $reflection: String!) {
       result: linkEvidence(submissionId: $submission, criterionId: $criterion, itemId: $item, reflection: $reflection) { ${CHANGED} } }`,
    { submission, criterion, item, reflection },
  );

export const unlink = (by: TestClient, submission: string, criterion: string, item: string) =>
  act(
    by,
    `mutation($submission: ID!, $criterion: ID!, $item: ID!) {
       result: unlinkEvidence(submissionId: $submission, criterionId: $criterion, itemId: $item) { ${CHANGED} } }`,
    { submission, criterion, item },
  );

export const claimLevel = (
  by: TestClient,
  submission: string,
  criterion: string,
  level: number | null,
  notEvidenced = false,
) =>
  act(
    by,
    `mutation($submission: ID!, $criterion: ID!, $level: Int, $not: Boolean!) {
       result: claimLevel(submissionId: $submission, criterionId: $criterion, levelOrdinal: $level, notEvidenced: $not) {
         ${CHANGED} ... on InvalidInput { problems { field } } } }`,
    { submission, criterion, level, not: notEvidenced },
  );

export const keepSame = (by: TestClient, submission: string, criterion: string, because: string) =>
  act(
    by,
    `mutation($submission: ID!, $criterion: ID!, $because: String!) {
       result: keepSameEvidence(submissionId: $submission, criterionId: $criterion, because: $because) {
         ${CHANGED} ... on InvalidInput { problems { field } } } }`,
    { submission, criterion, because },
  );

export const submit = (by: TestClient, id: string, declarationAccepted = true) =>
  act(
    by,
    `mutation($id: ID!, $signed: Boolean!) { result: submit(submissionId: $id, declarationAccepted: $signed) {
       ${CHANGED} ... on GapsLeft { gaps { number kind letter blocking } } ... on InvalidInput { problems { field } } } }`,
    { id, signed: declarationAccepted },
  );

export const withdraw = (by: TestClient, id: string) =>
  act(by, `mutation($id: ID!) { result: withdrawSubmission(submissionId: $id) { ${CHANGED} } }`, { id });

/** Everything from beginning to handing in, with one text for every criterion. */
export async function handIn(
  by: TestClient,
  version: { id: string; rubric: Rubric },
  { title, reflection } = { title: 'A change with its tests', reflection: 'It shows it.' },
): Promise<string> {
  const { id } = await start(by, version.id);
  const item = await addText(by, title, '2026-06-01');
  for (const criterion of version.rubric.criteria) {
    await link(by, id, criterion.id, item, reflection);
    await claimLevel(by, id, criterion.id, 2);
  }
  const done = await submit(by, id);
  if (done.state !== 'QUEUED') throw new Error(`It was not handed in: ${JSON.stringify(done)}`);
  return id;
}
