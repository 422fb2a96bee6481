import type { TestClient } from './api.js';

export interface Answer {
  __typename: string;
  message?: string;
  id?: string;
  revision?: number;
  problems?: { field: string; message: string }[];
}
const COURSE = `__typename ... on Course { id revision } ... on Refusal { message }`;

export async function addCourse(
  by: TestClient,
  code: string,
  title: string,
): Promise<{ id: string; revision: number }> {
  const { answer } = await by.query<{ answer: Answer }>(
    `mutation($input: AddCourseInput!) { answer: addCourse(input: $input) { ${COURSE} } }`,
    { input: { code, title } },
  );
  if (!answer.id) throw new Error(answer.message);
  return { id: answer.id, revision: answer.revision ?? 0 };
}

export async function saveCourse(
  by: TestClient,
  course: { id: string; revision: number },
  input: object,
): Promise<Answer> {
  const { answer } = await by.query<{ answer: Answer }>(
    `mutation($id: ID!, $revision: Int!, $input: SaveCourseInput!) {
       answer: saveCourse(id: $id, expectedRevision: $revision, input: $input) { ${COURSE} } }`,
    { id: course.id, revision: course.revision, input },
  );
  if (answer.revision) course.revision = answer.revision;
  return answer;
}

export async function complete(by: TestClient, courseId: string, personId: string, completedOn = '2026-06-30') {
  const { answer } = await by.query<{ answer: Answer }>(
    `mutation($input: RecordCompletionInput!) { answer: recordCompletion(input: $input) {
       __typename ... on Completion { id } ... on Refusal { message } } }`,
    { input: { courseId, personId, completedOn, grade: 'B' } },
  );
  return answer;
}

/** Says that one finished a course, with words as the proof unless another is named. */
export async function sayFinished(by: TestClient, courseId: string, input: object = {}): Promise<Answer> {
  const { answer: proof } = await by.query<{ answer: Answer }>(
    `mutation { answer: addTextEvidence(input: { title: "Certificate", text: "It says so." }) { ... on EvidenceItem { id } } }`,
  );
  const { answer } = await by.query<{ answer: Answer }>(
    `mutation($input: ClaimCompletionInput!) { answer: claimCompletion(input: $input) {
       __typename ... on CompletionClaim { id } ... on Refusal { message } ... on InvalidInput { problems { field message } } } }`,
    { input: { courseId, completedOn: '2026-06-30', evidenceItemId: proof.id, ...input } },
  );
  return answer;
}
