import { eventually, type TestApi, type TestClient } from './api.js';
import { uploadFor } from './uploading.js';

export interface ShownImport {
  id: string;
  state: string;
  problem: string | null;
  progress: number;
  effectiveOn: string;
  columns: { header: string; samples: string[] }[];
  mapping: { header: string; field: string | null }[];
  counts: { rows: number; create: number; change: number; unchanged: number; leave: number; errors: number };
  viewerCan: string[];
  rows: {
    totalCount: number;
    edges: {
      node: {
        row: number;
        outcome: string;
        personId: string | null;
        name: string;
        changes: { field: string; from: string | null; to: string | null }[];
        problems: { field: string; message: string }[];
      };
    }[];
  };
}

const SHOWN = `id state problem progress effectiveOn columns { header samples } mapping { header field }
  counts { rows create change unchanged leave errors } viewerCan
  rows(first: 100) { totalCount edges { node { row outcome personId name changes { field from to } problems { field message } } } }`;

interface Refused {
  __typename: string;
  message?: string;
}

export const csv = (...lines: string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`);

/** Uploads a file and waits until it was read. */
export async function previewImport(
  by: TestClient,
  file: Buffer,
  input: object = {},
  name = 'people.csv',
): Promise<ShownImport> {
  const fileId = await uploadFor('import', by, name, file);
  return previewAgain(by, fileId, input);
}

export async function previewAgain(by: TestClient, fileId: string, input: object = {}): Promise<ShownImport> {
  const { begun } = await by.query<{ begun: Refused & { id?: string } }>(
    `mutation($input: PreviewPeopleImportInput!) { begun: previewPeopleImport(input: $input) { __typename
      ... on PeopleImport { id } ... on Refusal { message } } }`,
    { input: { fileId, ...input } },
  );
  if (!begun.id) throw new Error(begun.message);
  return settled(by, begun.id);
}

export async function settled(by: TestClient, id: string): Promise<ShownImport> {
  const { it } = await eventually(
    () => by.query<{ it: ShownImport }>(`query($id: ID!) { it: peopleImport(id: $id) { ${SHOWN} } }`, { id }),
    (answer) => !['READING', 'APPLYING'].includes(answer.it.state),
  );
  return it;
}

/** Says yes, and waits until it was done or not. */
export async function applyImport(by: TestClient, id: string): Promise<ShownImport> {
  const refused = await askToApply(by, id);
  if (refused.__typename !== 'PeopleImport') throw new Error(refused.message);
  return settled(by, id);
}

export async function askToApply(by: TestClient, id: string): Promise<Refused> {
  const { answer } = await by.query<{ answer: Refused }>(
    'mutation($id: ID!) { answer: applyPeopleImport(id: $id) { __typename ... on Refusal { message } } }',
    { id },
  );
  return answer;
}

/** Everything that an import may change, to tell whether it did. */
export async function organisationAsItIs(api: TestApi): Promise<string> {
  const rows = await api.sql(
    `SELECT (SELECT json_agg(p ORDER BY id) FROM person p) AS people, (SELECT json_agg(e ORDER BY id) FROM employment e) AS employments,
       (SELECT json_agg(u ORDER BY id) FROM org_unit u) AS units, (SELECT json_agg(g ORDER BY id) FROM role_grant g) AS grants`,
  );
  return JSON.stringify(rows);
}
