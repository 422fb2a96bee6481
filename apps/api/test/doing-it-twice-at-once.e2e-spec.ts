import { startApi, type TestApi, type TestClient } from './support/api.js';
import { placesOf } from './support/after-the-mark.js';
import { addFounders, claim, claimNext, slotOf } from './support/assessor.js';
import { addText, handIn, link, start } from './support/candidate.js';
import { grant } from './support/grants.js';
import { addAchievement, addManager, addPeople, addSkill, foundOrganisation } from './support/programme.js';
import { PNG, uploadEvidence } from './support/uploading.js';

/** Impatient clicks and two tabs: each act has its effect once, and everybody gets an answer in words. */
describe('doing it twice at once', () => {
  let api: TestApi;
  let ids: Awaited<ReturnType<typeof founded>>;
  let version: Awaited<ReturnType<typeof addAchievement>>;
  const by = {} as Record<'cand' | 'asa' | 'boss' | 'hana' | 'adam', TestClient>;

  const founded = async () => {
    const people = await addPeople(api, {
      cand: [],
      asa: ['ASSESSOR'],
      boss: ['ASSESSOR'],
      hana: ['HR_DESIGNER'],
      adam: ['ADMINISTRATOR'],
      ...Object.fromEntries(Array.from({ length: 8 }, (_each, index) => [`c${index}`, []])),
    });
    return people as Record<keyof typeof by | `c${number}`, string>;
  };

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    ids = await founded();
    version = await addAchievement(api, (await addSkill(api)).id);
    await addFounders(api, version.achievementId, [ids.asa, ids.boss]);
    await addManager(api, ids.cand, ids.boss);
    for (const name of ['cand', 'asa', 'boss', 'hana', 'adam'] as const) by[name] = await api.as(ids[name]);
  });
  afterAll(() => api.close());

  const atOnce = <T>(times: number, act: (index: number) => Promise<T>) =>
    Promise.all(Array.from({ length: times }, (_each, index) => act(index)));
  const kinds = (answers: { __typename: string }[]) => answers.map((answer) => answer.__typename).sort();

  it('takes no more submissions than one may hold, however fast somebody asks', async () => {
    for (let index = 0; index < 8; index += 1) await handIn(await api.as(ids[`c${index}`] ?? ''), version);
    const answers = kinds(await atOnce(10, () => claimNext(by.asa)));
    expect(answers).toEqual([...Array(6).fill('MarkingSlot'), ...Array(4).fill('NothingToClaim')]);
    const [held] = await api.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM marking_slot WHERE assessor_id = $1 AND state = 'LEASED'`,
      [ids.asa],
    );
    expect(held?.n).toBe(6);
  });

  it('tells nobody who marks what they may not mark themselves', async () => {
    const slot = await slotOf(api, await handIn(by.cand, version));
    await api.sql(
      `UPDATE marking_slot SET state = 'LEASED', assessor_id = $1, lease_until = now() + interval '30 minutes' WHERE id = $2`,
      [ids.asa, slot],
    );
    const answer = await claim(by.boss, slot);
    expect(answer.__typename).toBe('NotEligible');
    expect(JSON.stringify(answer)).not.toContain('asa');
  });

  it('either links evidence or removes it', async () => {
    const { id } = await start(await api.as(ids.boss), version.id);
    for (let round = 0; round < 5; round += 1) {
      const item = await addText(by.boss, 'Here and gone');
      const [linked, removed] = await Promise.all([
        link(by.boss, id, version.rubric.criteria[0]?.id ?? '', item, 'It shows it.'),
        by.boss.query<{ done: { __typename: string } }>(
          'mutation($id: ID!) { done: removeEvidence(id: $id) { __typename } }',
          { id: item },
        ),
      ]);
      expect([
        ['Submission', 'EvidenceInUse'],
        ['NotFound', 'RemovedEvidence'],
      ]).toContainEqual([linked.__typename, removed.done.__typename]);
    }
  });

  it('takes an upload into the library once', async () => {
    const uploadId = await uploadEvidence(by.cand, 'photo.png', PNG);
    const answers = await atOnce(4, async () => {
      const { done } = await by.cand.query<{ done: { __typename: string } }>(
        `mutation($uploadId: ID!) { done: addFileEvidence(input: { uploadId: $uploadId, title: "Photo" }) { __typename } }`,
        { uploadId },
      );
      return done;
    });
    expect(kinds(answers)).toEqual(['EvidenceItem', 'InvalidInput', 'InvalidInput', 'InvalidInput']);
  });

  it('names a founding assessor once', async () => {
    const answers = await atOnce(5, async () => {
      const { done } = await by.hana.query<{ done: { __typename: string } }>(
        'mutation($id: ID!, $who: ID!) { done: nameFounder(achievementVersionId: $id, personId: $who) { __typename } }',
        { id: version.id, who: ids.adam },
      );
      return done;
    });
    expect(kinds(answers)).toEqual(Array(5).fill('AchievementVersion'));
    expect(await api.sql('SELECT 1 FROM assessor_qualification WHERE person_id = $1', [ids.adam])).toHaveLength(1);
  });

  it('gives nobody a second place of what they take at the same moment', async () => {
    const people = await addPeople(api, { lena: ['ASSESSMENT_LEAD'], nia: ['ASSESSOR'] });
    const [lena, nia] = await Promise.all([api.as(people.lena), api.as(people.nia)]);
    const twice = await addAchievement(api, (await addSkill(api, 'Judged twice')).id, 'Judged twice', 'DRAFT');
    await api.sql(
      `UPDATE achievement_version SET marking_policy = 'DOUBLE_BLIND', state = 'PUBLISHED', published_at = now() WHERE id = $1`,
      [twice.id],
    );
    await addFounders(api, twice.achievementId, [people.nia, ids.boss]);
    const give = (slotId: string) =>
      lena.query<{ done: { __typename: string } }>(
        'mutation($slotId: ID!, $personId: ID!) { done: giveSlot(slotId: $slotId, personId: $personId) { __typename } }',
        { slotId, personId: people.nia },
      );
    for (let round = 0; round < 8; round += 1) {
      const submissionId = await handIn(await api.as(ids[`c${round}`] ?? ''), twice);
      const { FIRST = '', SECOND = '' } = await placesOf(api, submissionId);
      const [given, taken] = await Promise.all([give(SECOND), claim(nia, FIRST)]);
      expect([given.done.__typename, taken.__typename]).toContain('MarkingSlot');
      const hers = await api.sql('SELECT FROM marking_slot WHERE submission_id = $1 AND assessor_id = $2', [
        submissionId,
        people.nia,
      ]);
      expect(hers).toHaveLength(1);
      await api.sql(
        `UPDATE marking_slot SET state = 'CANCELLED', assessor_id = NULL, lease_until = NULL WHERE submission_id = $1`,
        [submissionId],
      );
    }
  });

  it('grants a role once', async () => {
    await atOnce(5, () => grant(by.adam, ids.hana, 'ASSESSOR'));
    expect(
      await api.sql(`SELECT 1 FROM role_grant WHERE person_id = $1 AND role = 'ASSESSOR'`, [ids.hana]),
    ).toHaveLength(1);
  });

  it('adds a course and records a completion once, and closes no circle from two sides', async () => {
    const add = (code: string) =>
      by.hana.query<{ answer: { __typename: string; id?: string } }>(
        `mutation($code: String!) { answer: addCourse(input: { code: $code, title: $code }) { __typename ... on Course { id } } }`,
        { code },
      );
    const added = (await atOnce(4, () => add('TWICE'))).map(({ answer }) => answer);
    expect(kinds(added)).toEqual(['Course', 'InvalidInput', 'InvalidInput', 'InvalidInput']);
    const courseId = added.find(({ id }) => id)?.id ?? '';
    const completed = await atOnce(4, () =>
      by.hana.query<{ answer: { __typename: string; id: string } }>(
        `mutation($input: RecordCompletionInput!) { answer: recordCompletion(input: $input) { __typename ... on Completion { id } } }`,
        { input: { courseId, personId: ids.cand, completedOn: '2026-02-03' } },
      ),
    );
    expect(new Set(completed.map(({ answer }) => answer.id)).size).toBe(1);
    const other = (await add('OTHER')).answer.id ?? '';
    const answers = await Promise.all(
      [
        [courseId, other],
        [other, courseId],
      ].map(([id, required]) =>
        by.hana.query<{ answer: { __typename: string } }>(
          `mutation($id: ID!, $required: ID!) { answer: saveCourse(id: $id, expectedRevision: 1, input: { prerequisiteIds: [$required] }) { __typename } }`,
          { id, required },
        ),
      ),
    );
    expect(kinds(answers.map(({ answer }) => answer))).toEqual(['Course', 'InvalidInput']);
  });
});
