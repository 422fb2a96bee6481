import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { addCourse, complete, saveCourse, sayFinished } from './support/courses.js';
import { addAchievement, addPeople, addSkill, foundOrganisation } from './support/programme.js';
import { PNG, uploadEvidence } from './support/uploading.js';

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
  let ids: Record<'designer' | 'other' | 'ann' | 'ben' | 'cid' | 'dan' | 'eva' | 'fay' | 'gil', string>;
  let designer: TestClient;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    ids = await addPeople(api, {
      ...{ designer: ['HR_DESIGNER'], other: ['HR_DESIGNER'] },
      ...{ ann: [], ben: [], cid: [], dan: [], eva: [], fay: [], gil: [] },
    });
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

  describe('when the person says so', () => {
    const decide = async (by: TestClient, act: string) =>
      (
        await by.query<{ answer: { __typename: string; message?: string; state?: string; completion?: object } }>(
          `mutation { answer: ${act} { __typename ... on CompletionClaim { state } ... on Refusal { message } } }`,
        )
      ).answer;
    const remove = async (by: TestClient, id: string | undefined) =>
      (
        await by.query<{ answer: { __typename: string } }>(
          `mutation { answer: removeEvidence(id: "${id ?? ''}") { __typename } }`,
        )
      ).answer.__typename;
    const waiting = async (by: TestClient) =>
      (
        await by.query<{
          completionClaims: {
            edges: {
              node: {
                id: string;
                person: { displayName: string };
                proof: { title: string; file: { id: string } | null };
              };
            }[];
          };
        }>('{ completionClaims { edges { node { id person { displayName } proof { title file { id } } } } } }')
      ).completionClaims.edges.map(({ node }) => node);
    const claimOf = async (by: TestClient, courseId: string) =>
      (
        await by.query<{ course: { myClaim: object | null; myCompletion: object | null } }>(
          `{ course(id: "${courseId}") { myClaim { state reason proof { title } } myCompletion { completedOn } } }`,
        )
      ).course;

    it('records nothing until whoever keeps the courses accepts it, and then what the course leads to happens', async () => {
      const eva = await api.as(ids.eva);
      const skill = await addSkill(api, 'Laying cables');
      await addAchievement(api, skill.id, 'Cable layer');
      const course = await courseThat('SAID-1', skill.id, 'SEND_FOR_REVIEW');
      const said = await sayFinished(eva, course);
      expect(said.__typename).toBe('CompletionClaim');
      expect(await claimOf(eva, course)).toMatchObject({ myClaim: { state: 'OPEN' }, myCompletion: null });
      const [note] = await eventually(
        () => told(designer),
        (all) => all.length > 0,
      );
      expect(note).toMatchObject({ path: '/programme/courses/claims' });
      expect(note?.title).toContain('Course SAID-1');

      expect(await decide(designer, `acceptCompletionClaim(id: "${said.id}")`)).toMatchObject({ state: 'ACCEPTED' });
      expect(await claimOf(eva, course)).toMatchObject({ myCompletion: { completedOn: '2026-06-30' } });
      const drafts = await eventually(
        async () =>
          (
            await eva.query<{
              mySubmissions: { edges: { node: { state: string; items: { item: { title: string } }[] } }[] };
            }>('{ mySubmissions { edges { node { state items { letter item { title } } } } } }')
          ).mySubmissions.edges.map(({ node }) => node),
        (all) => all.length > 0,
      );
      // The proof is in the draft beside the record; nothing is handed in, and no level is held.
      expect(drafts).toMatchObject([
        {
          state: 'DRAFT',
          items: [{ item: { title: 'Course finished: Course SAID-1' } }, { item: { title: 'Certificate' } }],
        },
      ]);
      const { person } = await eva.query<{ person: { standings: unknown[] } }>(
        `{ person(id: "${ids.eva}") { standings { state } } }`,
      );
      expect(person.standings).toEqual([]);
      expect(await decide(designer, `refuseCompletionClaim(id: "${said.id}", reason: "Late.")`)).toMatchObject({
        ...{ __typename: 'NotAllowed', message: 'It was decided or taken back meanwhile.' },
      });
    });

    it('tells the person why it is not recorded, and lets them say it anew', async () => {
      const fay = await api.as(ids.fay);
      const course = await addCourse(designer, 'SAID-2', 'Ladders');
      const { id } = await sayFinished(fay, course.id);
      expect(await decide(designer, `refuseCompletionClaim(id: "${id}", reason: " ")`)).toMatchObject({
        __typename: 'InvalidInput',
      });
      await decide(designer, `refuseCompletionClaim(id: "${id}", reason: "The certificate names another day.")`);
      const [note] = await eventually(
        () => told(fay),
        (all) => all.length > 0,
      );
      expect(note).toMatchObject({
        ...{ title: 'Ladders was not recorded as finished', path: `/growth/courses/${course.id}` },
        body: 'The reason: The certificate names another day.',
      });
      expect(await claimOf(fay, course.id)).toMatchObject({
        myClaim: { state: 'REFUSED', reason: 'The certificate names another day.' },
        myCompletion: null,
      });
      const again = await sayFinished(fay, course.id, { completedOn: '2026-06-29' });
      await decide(designer, `acceptCompletionClaim(id: "${again.id}")`);
      // Where the course leads to nothing, the person is told all the same.
      const [recorded] = await eventually(
        () => told(fay),
        (all) => all.length === 2,
      );
      expect(recorded?.title).toBe('You finished Ladders');
      expect(await sayFinished(fay, course.id, { completedOn: '2026-06-29' })).toMatchObject({
        ...{ __typename: 'NotAllowed', message: 'That is recorded already, for the same day.' },
      });
    });

    it('takes one at a time, with a day that has been and a proof of one’s own', async () => {
      const gil = await api.as(ids.gil);
      const eva = await api.as(ids.eva);
      const course = await addCourse(designer, 'SAID-3', 'Pumps');
      const [foreign] = await libraryOf(eva);
      const wrong = await sayFinished(gil, course.id, { completedOn: '2999-01-01', evidenceItemId: foreign?.id });
      expect(wrong.problems?.map(({ field }) => field).sort()).toEqual(['completedOn', 'evidenceItemId']);
      const [recorded] = (await libraryOf(eva)).filter(({ courseCompletionId }) => courseCompletionId);
      expect(await sayFinished(eva, course.id, { evidenceItemId: recorded?.id })).toMatchObject({
        problems: [{ field: 'evidenceItemId' }],
      });
      const both = await Promise.all([sayFinished(gil, course.id), sayFinished(gil, course.id)]);
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['CompletionClaim', 'NotAllowed']);

      const id = both.find((each) => each.id)?.id;
      const removed = await Promise.all((await libraryOf(gil)).map((item) => remove(gil, item.id)));
      expect(removed.sort()).toEqual(['EvidenceShown', 'RemovedEvidence', 'RemovedEvidence']);
      expect(await decide(gil, `withdrawCompletionClaim(id: "${id}")`)).toMatchObject({ state: 'WITHDRAWN' });
      expect((await waiting(designer)).filter((each) => each.id === id)).toEqual([]);
      const [left] = await libraryOf(gil);
      expect(await remove(gil, left?.id)).toBe('RemovedEvidence');
    });

    it('shows the proof to those who decide as long as they decide, and nobody decides about themselves', async () => {
      const course = await addCourse(designer, 'SAID-4', 'Valves');
      const { item } = await designer.query<{ item: { id: string } }>(
        `mutation($input: FileEvidenceInput!) { item: addFileEvidence(input: $input) { ... on EvidenceItem { id } } }`,
        { input: { uploadId: await uploadEvidence(designer, 'certificate.png', PNG), title: 'Certificate' } },
      );
      const { id } = await sayFinished(designer, course.id, { evidenceItemId: item.id });
      expect((await decide(designer, `acceptCompletionClaim(id: "${id}")`)).__typename).toBe('NotAllowed');
      const other = await api.as(ids.other);
      const fileId = (await waiting(other)).find((each) => each.id === id)?.proof.file?.id;
      const previewFor = async (by: TestClient) => (await by.fetch(`/files/${fileId}/preview`)).status;
      expect(await previewFor(other)).toBe(200);
      expect(await previewFor(await api.as(ids.ann))).toBe(404);
      await decide(other, `acceptCompletionClaim(id: "${id}")`);
      expect(await previewFor(other)).toBe(404);
    });
  });
});
