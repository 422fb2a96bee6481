import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { addCourse, complete, saveCourse } from './support/courses.js';
import { addAchievement, addPeople, addSkill, foundOrganisation } from './support/programme.js';

interface Item {
  id: string;
  title: string;
  text: string;
  courseCompletionId: string | null;
  madeOn: string;
  revision: number;
}

describe('finishing a course', () => {
  let api: TestApi;
  let ids: Record<'designer' | 'ann' | 'ben' | 'cid' | 'dan', string>;
  let designer: TestClient;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    ids = await addPeople(api, { designer: ['HR_DESIGNER'], ann: [], ben: [], cid: [], dan: [] });
    designer = await api.as(ids.designer);
  });
  afterAll(() => api.close());

  const courseThat = async (code: string, skillId: string, result: string) => {
    const course = await addCourse(designer, code, `Course ${code}`);
    await saveCourse(designer, course, { outcomes: [{ skillId, levelOrdinal: 2, result }] });
    return course.id;
  };
  const libraryOf = async (by: TestClient) =>
    (
      await by.query<{ myEvidence: { edges: { node: Item }[] } }>(
        '{ myEvidence { edges { node { id title text courseCompletionId madeOn revision } } } }',
      )
    ).myEvidence.edges.map(({ node }) => node);
  const told = async (by: TestClient) =>
    (
      await by.query<{ notifications: { edges: { node: { title: string; body: string; path: string } }[] } }>(
        '{ notifications { edges { node { title body path } } } }',
      )
    ).notifications.edges.map(({ node }) => node);

  it('puts what the organisation recorded into the library, where only the note is the person’s', async () => {
    const ann = await api.as(ids.ann);
    const skill = await addSkill(api, 'Welding pipes');
    const course = await courseThat('EVID-1', skill.id, 'ATTACH_EVIDENCE');
    const completion = await complete(designer, course, ids.ann);
    const [item] = await eventually(
      () => libraryOf(ann),
      (items) => items.length > 0,
    );
    expect(item).toMatchObject({
      title: 'Course finished: Course EVID-1',
      courseCompletionId: completion.id,
      madeOn: '2026-06-30',
    });
    expect(item?.text).toContain('no level of a skill');
    const [note] = await eventually(
      () => told(ann),
      (all) => all.length > 0,
    );
    expect(note).toMatchObject({ title: 'You finished Course EVID-1', path: '/growth/evidence' });

    const edit = (input: object) =>
      ann.query<{ answer: { __typename: string } }>(
        `mutation($id: ID!, $input: EditEvidenceInput!) { answer: editEvidence(id: $id, input: $input) { __typename } }`,
        { id: item?.id, input: { expectedRevision: 1, ...input } },
      );
    expect((await edit({ text: 'Expert in everything' })).answer.__typename).toBe('NotAllowed');
    expect((await edit({ madeOn: '2026-11-01' })).answer.__typename).toBe('NotAllowed');
    expect((await edit({ note: 'The third day was the best.' })).answer.__typename).toBe('EvidenceItem');
  });

  it('begins a draft of what proves the skill, says so, and hands nothing in', async () => {
    const ben = await api.as(ids.ben);
    const skill = await addSkill(api, 'Reading meters');
    const { id: versionId } = await addAchievement(api, skill.id, 'Meter reader');
    const course = await courseThat('REVIEW-1', skill.id, 'SEND_FOR_REVIEW');
    await complete(designer, course, ids.ben);
    const submissions = async () =>
      (
        await ben.query<{
          mySubmissions: {
            edges: {
              node: {
                id: string;
                state: string;
                achievementVersion: { id: string };
                items: { item: { title: string } }[];
              };
            }[];
          };
        }>(
          '{ mySubmissions { edges { node { id state achievementVersion { id } items { letter item { title } } } } } }',
        )
      ).mySubmissions.edges.map(({ node }) => node);
    const [draft] = await eventually(submissions, (all) => all.length > 0);
    expect(draft).toMatchObject({
      state: 'DRAFT',
      achievementVersion: { id: versionId },
      items: [{ item: { title: 'Course finished: Course REVIEW-1' } }],
    });
    const [note] = await eventually(
      () => told(ben),
      (all) => all.length > 0,
    );
    expect(note?.path).toBe(`/growth/submissions/${draft?.id ?? ''}`);
    expect(note?.body).toContain('Meter reader');

    // A second course goes into the same draft.
    await complete(designer, await courseThat('REVIEW-2', skill.id, 'SEND_FOR_REVIEW'), ids.ben);
    const [again, ...others] = await eventually(submissions, ([it]) => it?.items.length === 2);
    expect([again?.id, others]).toEqual([draft?.id, []]);
    const { person } = await ben.query<{ person: { standings: unknown[] } }>(
      `{ person(id: "${ids.ben}") { standings { state } } }`,
    );
    expect(person.standings).toEqual([]);
  });

  it('records an outcome as met by taking part, verifies nothing, and keeps it when the course changes', async () => {
    const cid = await api.as(ids.cid);
    const skill = await addSkill(api, 'Mapping');
    const course = await addCourse(designer, 'PART-1', 'Maps');
    await saveCourse(designer, course, { outcomes: [{ skillId: skill.id, levelOrdinal: 3, result: 'COMPLETE' }] });
    await complete(designer, course.id, ids.cid);
    await saveCourse(designer, course, { outcomes: [] });
    const { myCompletions, person } = await cid.query<{ myCompletions: unknown; person: { standings: unknown[] } }>(
      `{ myCompletions { edges { node { outcomes { result skill { name } level { label } } } } }
         person(id: "${ids.cid}") { standings { state } } }`,
    );
    expect(myCompletions).toEqual({
      edges: [
        { node: { outcomes: [{ result: 'COMPLETE', skill: { name: 'Mapping' }, level: { label: 'Practitioner' } }] } },
      ],
    });
    expect(person.standings).toEqual([]);
    expect(await libraryOf(cid)).toEqual([]);
  });

  it('takes back what was recorded wrongly, with the reason', async () => {
    const dan = await api.as(ids.dan);
    const skill = await addSkill(api, 'Digging');
    const course = await courseThat('BACK-1', skill.id, 'ATTACH_EVIDENCE');
    const { id } = await complete(designer, course, ids.dan);
    await eventually(
      () => libraryOf(dan),
      (items) => items.length === 1,
    );
    await designer.query(`mutation { withdrawCompletion(id: "${id ?? ''}", reason: "Another Dan.") { __typename } }`);
    expect(
      await eventually(
        () => libraryOf(dan),
        (items) => items.length === 0,
      ),
    ).toEqual([]);
    const notes = await eventually(
      () => told(dan),
      (all) => all.length === 2,
    );
    expect(notes[0]?.body).toContain('Another Dan.');
  });
});
