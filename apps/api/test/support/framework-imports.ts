import { eventually, type TestClient } from './api.js';
import { uploadFor } from './uploading.js';

export interface ShownFrameworkImport {
  id: string;
  state: string;
  problem: string | null;
  errors: number;
  changesNothing: boolean;
  appliedFrameworkId: string | null;
  scaleLevels: string[];
  counts: Record<string, number> | null;
  outcomes: { object: string; create: number; update: number; unchanged: number; remove: number }[];
  groups: { kind: string; severity: string; count: number }[];
  findings: {
    totalCount: number;
    edges: { node: { kind: string; file: string; row: number | null; column: string | null; message: string } }[];
  };
  rows: {
    totalCount: number;
    edges: { node: { object: string; outcome: string; code: string; name: string; fields: string[] } }[];
  };
  files: { slot: string; fileId: string; name: string; errorsUrl: string | null }[];
  viewerCan: string[];
}

const SHOWN = `id state problem errors changesNothing appliedFrameworkId scaleLevels viewerCan
  counts { skills jobFamilies jobRoles jobRoleLevels requirements skillsWithoutDescriptors }
  outcomes { object create update unchanged remove } groups { kind severity count summary }
  findings(first: 50) { totalCount edges { node { kind severity file row column message } } }
  rows(first: 50) { totalCount edges { node { object outcome code name fields } } }
  files { slot fileId name errorsUrl }`;

interface Answer {
  __typename: string;
  id?: string;
  message?: string;
  problems?: { field: string; message: string }[];
}

export interface FrameworkFile {
  slot: string;
  name: string;
  bytes: Buffer;
}

/** Uploads the files and begins to read them; a refusal is given as it is. */
export async function askToPreview(by: TestClient, input: object, files: readonly FrameworkFile[]): Promise<Answer> {
  const uploaded: { slot: string; fileId: string }[] = [];
  for (const { slot, name, bytes } of files)
    uploaded.push({ slot, fileId: await uploadFor('import', by, name, bytes) });
  return askToRead(by, { ...input, files: uploaded });
}

export async function askToRead(by: TestClient, input: object): Promise<Answer> {
  const { answer } = await by.query<{ answer: Answer }>(
    `mutation($input: PreviewFrameworkImportInput!) { answer: previewFrameworkImport(input: $input) { __typename
      ... on FrameworkImport { id } ... on Refusal { message } ... on InvalidInput { problems { field message } } } }`,
    { input },
  );
  return answer;
}

/** Uploads the files and waits until they were read. */
export async function previewFramework(
  by: TestClient,
  input: object,
  files: readonly FrameworkFile[],
): Promise<ShownFrameworkImport> {
  const begun = await askToPreview(by, input, files);
  if (!begun.id) throw new Error(JSON.stringify(begun));
  return settledImport(by, begun.id);
}

export async function settledImport(by: TestClient, id: string): Promise<ShownFrameworkImport> {
  const { it } = await eventually(
    () =>
      by.query<{ it: ShownFrameworkImport }>(`query($id: ID!) { it: frameworkImport(id: $id) { ${SHOWN} } }`, { id }),
    (answer) => !['READING', 'APPLYING'].includes(answer.it.state),
  );
  return it;
}

export async function askToWrite(by: TestClient, id: string): Promise<Answer> {
  const { answer } = await by.query<{ answer: Answer }>(
    `mutation($id: ID!) { answer: applyFrameworkImport(id: $id) { __typename ... on FrameworkImport { id }
      ... on Refusal { message } ... on InvalidInput { problems { field message } } } }`,
    { id },
  );
  return answer;
}

/** Says yes, and waits until it was written or not. */
export async function writeFramework(by: TestClient, id: string): Promise<ShownFrameworkImport> {
  const answer = await askToWrite(by, id);
  if (answer.__typename !== 'FrameworkImport') throw new Error(JSON.stringify(answer));
  return settledImport(by, id);
}
