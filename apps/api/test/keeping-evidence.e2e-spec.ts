import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { act, addText } from './support/candidate.js';
import { addPeople, addSkill, type People } from './support/programme.js';
import { announceUpload, PNG, uploadEvidence } from './support/uploading.js';

const ITEM = `__typename ... on EvidenceItem { id kind title url text revision usedIn viewerCan file { name mediaType bytes url previewUrl } }
  ... on InvalidInput { problems { field message } } ... on ChangedMeanwhile { currentRevision } ... on Refusal { message }`;
const ADD_FILE = `mutation($input: FileEvidenceInput!) { result: addFileEvidence(input: $input) { ${ITEM} } }`;
const ADD_LINK = `mutation($input: LinkEvidenceInput!) { result: addLinkEvidence(input: $input) { ${ITEM} } }`;
const EDIT = `mutation($id: ID!, $input: EditEvidenceInput!) { result: editEvidence(id: $id, input: $input) { ${ITEM} } }`;
const REMOVE = `mutation($id: ID!) { result: removeEvidence(id: $id) { __typename ... on Refusal { message } } }`;

describe('keeping evidence', () => {
  let api: TestApi;
  let people: People<'eve' | 'cole'>;
  let eve: TestClient;
  let cole: TestClient;

  beforeAll(async () => {
    api = await startApi();
    people = await addPeople(api, { eve: [], cole: [] });
    eve = await api.as(people.eve);
    cole = await api.as(people.cole);
  });
  afterAll(() => api.close());

  it('takes a file once it is up, shows it to its owner only, and lets it go again', async () => {
    const uploadId = await uploadEvidence(eve, 'picture.png', PNG);
    const input = { uploadId, title: 'A picture', madeOn: '2026-02-03' };
    expect((await act(cole, ADD_FILE, { input })).problems).toEqual([expect.objectContaining({ field: 'uploadId' })]);
    const item = (await act(eve, ADD_FILE, { input })) as unknown as { id: string; file: { url: string } };
    expect(item).toMatchObject({
      __typename: 'EvidenceItem',
      kind: 'FILE',
      usedIn: 0,
      file: { name: 'picture.png', mediaType: 'image/png', bytes: PNG.length },
    });
    expect((await act(eve, ADD_FILE, { input })).__typename).toBe('InvalidInput');
    expect((await eve.fetch(item.file.url)).status).toBe(200);
    expect((await cole.fetch(item.file.url)).status).toBe(404);
    expect((await act(cole, REMOVE, { id: item.id })).__typename).toBe('NotFound');
    expect((await act(eve, REMOVE, { id: item.id })).__typename).toBe('RemovedEvidence');
    expect((await eve.fetch(item.file.url)).status).toBe(404);
  });

  it('refuses files it does not know, files that are not what they say, and files over 100 MB', async () => {
    expect((await announceUpload(eve, 'tool.exe', 10)).status).toBeGreaterThanOrEqual(400);
    expect((await announceUpload(eve, 'film.mp4', 101 * 1024 * 1024)).status).toBe(413);
    await expect(uploadEvidence(eve, 'really.pdf', PNG)).rejects.toThrow('image/png');
    const { myEvidence } = await eve.query<{ myEvidence: { totalCount: number } }>('{ myEvidence { totalCount } }');
    expect(myEvidence.totalCount).toBe(0);
  });

  it.each([
    ['javascript:alert(1)', 'url'],
    ['file:///etc/passwd', 'url'],
    ['https://ada:secret@example.org/', 'url'],
    ['not an address', 'url'],
  ])('takes no %s for a link', async (url, field) => {
    const answer = await act(eve, ADD_LINK, { input: { url, title: 'A page' } });
    expect(answer.problems).toEqual([expect.objectContaining({ field })]);
  });

  it('takes links without looking at them', async () => {
    const answer = await act(eve, ADD_LINK, { input: { url: 'https://does-not-exist.invalid/page', title: 'A page' } });
    expect(answer).toMatchObject({ __typename: 'EvidenceItem', kind: 'LINK' });
  });

  it('overwrites nothing that was changed meanwhile', async () => {
    const id = await addText(eve, 'Notes');
    const edit = (title: string, expectedRevision: number) =>
      act(eve, EDIT, { id, input: { title, expectedRevision } });
    expect(await edit('Better notes', 1)).toMatchObject({ title: 'Better notes', revision: 2 });
    expect(await edit('Lost notes', 1)).toMatchObject({ __typename: 'ChangedMeanwhile', currentRevision: 2 });
    expect((await edit(' ', 2)).problems).toEqual([expect.objectContaining({ field: 'title' })]);
    expect((await act(cole, EDIT, { id, input: { title: 'Mine', expectedRevision: 2 } })).__typename).toBe('NotFound');
  });

  it('is found by its tags as by its title', async () => {
    const id = await addText(eve, 'A plan');
    await act(eve, EDIT, { id, input: { tags: ['Night work', 'Failover'], expectedRevision: 1 } });
    const FIND = 'query($search: String) { myEvidence(search: $search) { edges { node { id } } } }';
    const found = async (search: string) =>
      (await eve.query<{ myEvidence: { edges: { node: { id: string } }[] } }>(FIND, { search })).myEvidence.edges.map(
        ({ node }) => node.id,
      );
    expect(await found('failOVER')).toEqual([id]);
    expect(await found('day work')).toEqual([]);
  });

  it('says which skills it is about and which own words it carries, and is narrowed to them', async () => {
    const [first, second] = [await addSkill(api, 'Reading drawings'), await addSkill(api, 'Laying cables')];
    const ADD_TEXT = `mutation($input: TextEvidenceInput!) { result: addTextEvidence(input: $input) { ${ITEM} } }`;
    const add = (title: string, more: object) => act(eve, ADD_TEXT, { input: { title, text: 'Words.', ...more } });
    const site = (await add('Site plan', { tags: ['Site', ' site '], skillIds: [first.id] })) as unknown as {
      id: string;
    };
    const both = (await add('Both', { tags: ['SITE'], skillIds: [first.id, second.id, second.id] })) as unknown as {
      id: string;
    };
    const LIBRARY = `query($tag: String, $skillId: ID) { myEvidence(tag: $tag, skillId: $skillId) { edges { node { id tags skills { name } } } }
      myEvidenceLabels { tags { tag items } skills { items skill { name } } } }`;
    interface Library {
      myEvidence: { edges: { node: { id: string; tags: string[]; skills: { name: string }[] } }[] };
      myEvidenceLabels: { tags: object[]; skills: { items: number; skill: { name: string } }[] };
    }
    const look = (by: TestClient, narrow: object) => by.query<Library>(LIBRARY, narrow);
    const found = async (narrow: object) => (await look(eve, narrow)).myEvidence.edges.map(({ node }) => node.id);
    expect(await found({ skillId: first.id })).toEqual([both.id, site.id]);
    expect(await found({ skillId: second.id, tag: 'site' })).toEqual([both.id]);
    expect(await found({ skillId: 'no id' })).toEqual([]);
    const { myEvidence, myEvidenceLabels } = await look(eve, { tag: 'site' });
    expect(myEvidence.edges.at(-1)?.node).toMatchObject({ tags: ['site'], skills: [{ name: 'Reading drawings' }] });
    expect(myEvidenceLabels.skills).toEqual([
      { items: 2, skill: { name: 'Reading drawings' } },
      { items: 1, skill: { name: 'Laying cables' } },
    ]);
    expect(myEvidenceLabels.tags).toContainEqual({ tag: 'SITE', items: 2 });
    expect((await look(cole, {})).myEvidenceLabels).toEqual({ tags: [], skills: [] });

    const edit = (input: object) => act(eve, EDIT, { id: site.id, input });
    for (const wrong of ['no id', newId()]) {
      expect((await add('Wrong', { skillIds: [wrong] })).problems).toEqual([
        expect.objectContaining({ field: 'skillIds' }),
      ]);
      const answer = await edit({ skillIds: [first.id, wrong], expectedRevision: 1 });
      expect(answer.problems).toEqual([expect.objectContaining({ field: 'skillIds' })]);
    }
    expect((await edit({ skillIds: [], tags: [], expectedRevision: 1 })).__typename).toBe('EvidenceItem');
    expect(await found({ skillId: first.id })).toEqual([both.id]);
  });

  it('pages through the library, newest first', async () => {
    for (const title of ['One', 'Two', 'Three']) await addText(cole, title);
    const PAGE = `query($after: String) { myEvidence(first: 2, after: $after) { totalCount edges { node { title } } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      myEvidence: {
        totalCount: number;
        edges: { node: { title: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const first = (await cole.query<Page>(PAGE)).myEvidence;
    const second = (await cole.query<Page>(PAGE, { after: first.pageInfo.endCursor })).myEvidence;
    expect([...first.edges, ...second.edges].map(({ node }) => node.title)).toEqual(['Three', 'Two', 'One']);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([3, true, false]);
  });
});
