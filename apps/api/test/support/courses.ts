import type { TestClient } from './api.js';

export interface Answer {
  __typename: string;
  message?: string;
  id?: string;
  revision?: number;
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
