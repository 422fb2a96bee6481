import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { act, addText, claimLevel, handIn, link, start, submit, unlink, withdraw } from './support/candidate.js';
import { addAchievement, addManager, addPeople, addSkill, type People, refusalOfSql } from './support/programme.js';

const WHOLE = `query($id: ID!) { submission(id: $id) { id state attemptNo viewerCan submittedAt
  criteria { number claimedLevel notEvidenced links { letter reflection item { title } } }
  items { letter criteria } gaps { kind } timeline { state at note }
  snapshot { number digest declaration items { letter kind title text digest file { name sha256 } }
    criteria { number claimedLevel notEvidenced links { letter reflection } criterion { title } } } } node(id: $id) { id } }`;

interface Whole {
  submission: {
    state: string;
    attemptNo: number;
    viewerCan: string[];
    submittedAt: string | null;
    criteria: { number: number; claimedLevel: number | null; notEvidenced: boolean; links: { letter: string }[] }[];
    gaps: { kind: string }[];
    timeline: { state: string }[];
    snapshot: {
      number: number;
      digest: string;
      declaration: string;
      items: { letter: string; title: string; text: string; digest: string }[];
      criteria: { number: number; links: { letter: string; reflection: string }[]; criterion: { title: string } }[];
    } | null;
  } | null;
  node: { id: string } | null;
}

describe('handing in a submission', () => {
  let api: TestApi;
  let people: People<'eve' | 'max' | 'cole' | 'hana'>;
  let eve: TestClient;
  let achievement: Awaited<ReturnType<typeof addAchievement>>;
  let skill: { id: string };

  beforeAll(async () => {
    api = await startApi();
    people = await addPeople(api, { eve: [], max: [], cole: [], hana: ['HR_DESIGNER', 'ADMINISTRATOR', 'AUDITOR'] });
    await addManager(api, people.eve, people.max);
    skill = await addSkill(api);
    achievement = await addAchievement(api, skill.id);
    eve = await api.as(people.eve);
  });
  afterAll(() => api.close());

  const criterion = (index: number) => achievement.rubric.criteria[index]?.id ?? '';
  const whole = (by: TestClient, id: string) => by.query<Whole>(WHOLE, { id });

  it('tells what is missing, and hands in once nothing is', async () => {
    const begun = await start(eve, achievement.id);
    expect(begun).toMatchObject({ __typename: 'Submission', state: 'DRAFT', attemptNo: 1 });
    expect(begun.gaps.map((gap) => gap.kind)).toEqual(['NO_EVIDENCE', 'NO_EVIDENCE']);
    expect(await start(eve, achievement.id)).toMatchObject({ __typename: 'AttemptOpen', submissionId: begun.id });

    const old = await addText(eve, 'An old change', '2020-01-01');
    const fresh = await addText(eve, 'A new change', '2026-05-01');
    await link(eve, begun.id, criterion(0), old, '');
    const linked = await link(eve, begun.id, criterion(0), fresh, 'I wrote these tests first.');
    expect(linked.items.map(({ letter, criteria }) => [letter, criteria])).toEqual([
      ['A', [1]],
      ['B', [1]],
    ]);
    expect(linked.gaps.map(({ kind, letter, number }) => [kind, letter, number])).toEqual([
      ['REFLECTION_MISSING', 'A', 1],
      ['EVIDENCE_TOO_OLD', 'A', 1],
      ['LEVEL_MISSING', null, 1],
      ['NO_EVIDENCE', null, 2],
    ]);
    const refused = await submit(eve, begun.id);
    expect(refused).toMatchObject({ __typename: 'GapsLeft' });
    expect(refused.gaps.map((gap) => gap.kind)).toEqual(['REFLECTION_MISSING', 'NO_EVIDENCE']);

    await unlink(eve, begun.id, criterion(0), old);
    expect((await claimLevel(eve, begun.id, criterion(0), 9)).problems).toEqual([{ field: 'levelOrdinal' }]);
    expect((await claimLevel(eve, begun.id, criterion(0), null, true)).problems).toEqual([{ field: 'notEvidenced' }]);
    await claimLevel(eve, begun.id, criterion(0), 2);
    const complete = await claimLevel(eve, begun.id, criterion(1), null, true);
    expect(complete.gaps).toEqual([]);
    expect((await submit(eve, begun.id, false)).problems).toEqual([{ field: 'declarationAccepted' }]);
    expect(await submit(eve, begun.id)).toMatchObject({ __typename: 'Submission', state: 'QUEUED' });
    expect(await submit(eve, begun.id)).toMatchObject({ __typename: 'NotInThatState', state: 'QUEUED' });

    const { submission } = await whole(eve, begun.id);
    expect(submission?.timeline.map((step) => step.state)).toEqual(['DRAFT', 'SUBMITTED', 'QUEUED']);
    expect(submission?.viewerCan).toContain('withdraw');
    expect(submission?.viewerCan).not.toContain('edit');
    expect(submission?.submittedAt).not.toBeNull();
  });

  it('freezes what was handed in: later edits change nothing of it, and it cannot be removed', async () => {
    const other = await addAchievement(api, skill.id, 'Reviews code');
    const id = await handIn(eve, other);
    const before = (await whole(eve, id)).submission?.snapshot;
    expect(before?.items).toEqual([
      expect.objectContaining({
        letter: 'A',
        title: 'A change with its tests',
        digest: createHash('sha256').update('What A change with its tests is about').digest('hex'),
      }),
    ]);
    expect(before?.criteria.map((each) => [each.criterion.title, each.links])).toEqual(
      other.rubric.criteria.map(({ title }) => [title, [{ letter: 'A', reflection: 'It shows it.' }]]),
    );

    const { myEvidence } = await eve.query<{
      myEvidence: { edges: { node: { id: string; revision: number; usedIn: number } }[] };
    }>('{ myEvidence(search: "with its tests") { edges { node { id revision usedIn } } } }');
    const item = myEvidence.edges[0]?.node;
    // What it is used in opens to those submissions and no others.
    const withItem = (by: TestClient, evidenceId?: string) =>
      by.query<{ mySubmissions: { totalCount: number; edges: { node: { id: string } }[] } }>(
        'query($evidenceId: ID) { mySubmissions(evidenceId: $evidenceId) { totalCount edges { node { id } } } }',
        { evidenceId },
      );
    const { mySubmissions } = await withItem(eve, item?.id);
    expect(mySubmissions).toEqual({ totalCount: item?.usedIn, edges: [{ node: { id } }] });
    expect((await withItem(eve, 'no id at all')).mySubmissions.totalCount).toBe(0);
    const edited = await act(
      eve,
      `mutation($id: ID!) { result: editEvidence(id: $id, input: { text: "Other words", title: "Other", expectedRevision: 1 }) {
         __typename ... on Refusal { message } } }`,
      { id: item?.id },
    );
    expect(edited.__typename).toBe('EvidenceItem');
    expect((await whole(eve, id)).submission?.snapshot).toEqual(before);
    const removed = await act(
      eve,
      'mutation($id: ID!) { result: removeEvidence(id: $id) { __typename ... on EvidenceInUse { submissions message } } }',
      { id: item?.id },
    );
    expect(removed).toMatchObject({ __typename: 'EvidenceInUse', submissions: 1 });
    expect(await link(eve, id, other.rubric.criteria[0]?.id ?? '', item?.id ?? '', 'Late')).toMatchObject({
      __typename: 'NotInThatState',
    });
    for (const role of ['app_api', 'app_issuer'] as const)
      for (const change of [
        'UPDATE submission_snapshot SET digest = digest',
        'DELETE FROM submission_snapshot',
        'UPDATE submission_transition SET note = note',
        'DELETE FROM submission',
      ])
        expect(await refusalOfSql(api, role, change)).toContain('permission denied');
  });

  it('is nobody else’s business: not the manager’s, not a colleague’s, not HR’s', async () => {
    const { mySubmissions } = await eve.query<{ mySubmissions: { edges: { node: { id: string } }[] } }>(
      '{ mySubmissions { edges { node { id } } } }',
    );
    const id = mySubmissions.edges[0]?.node.id ?? '';
    expect((await whole(eve, id)).submission).not.toBeNull();
    for (const name of ['max', 'cole', 'hana'] as const) {
      const other = await api.as(people[name]);
      expect(await whole(other, id)).toEqual({ submission: null, node: null });
      expect((await submit(other, id)).__typename).toBe('NotFound');
      expect((await withdraw(other, id)).__typename).toBe('NotFound');
      expect((await claimLevel(other, id, criterion(0), 1)).__typename).toBe('NotFound');
    }
    const { errors } = await api.stranger.ask(WHOLE, { id });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('lets a person withdraw while nobody marks it, and begin again with what was linked', async () => {
    const other = await addAchievement(api, skill.id, 'Pairs well');
    const id = await handIn(eve, other);
    expect(await withdraw(eve, id)).toMatchObject({ __typename: 'Submission', state: 'WITHDRAWN' });
    expect(await withdraw(eve, id)).toMatchObject({ __typename: 'NotInThatState', state: 'WITHDRAWN' });
    const again = await start(eve, other.id);
    expect(again).toMatchObject({ attemptNo: 2, state: 'DRAFT', gaps: [] });
    expect(again.items.map(({ letter, criteria }) => [letter, criteria])).toEqual([['A', [1, 2]]]);
  });

  it('says what somebody has already that fits: shown for the same before, or about the same skill', async () => {
    const AT_HAND = `query($id: ID!) { evidenceAtHand(achievementVersionId: $id) { shownFor criterionIds aboutSkills { name } item { id title } } }`;
    interface AtHand {
      evidenceAtHand: { shownFor: string[]; criterionIds: string[]; aboutSkills: object[]; item: { id: string } }[];
    }
    const { fern } = await addPeople(api, { fern: [] });
    const client = await api.as(fern);
    const [own, elsewhere] = [(await addSkill(api, 'Grafting')).id, (await addSkill(api, 'Pruning')).id];
    const [before, now] = [
      await addAchievement(api, own, 'Grafts trees'),
      await addAchievement(api, own, 'Grafts roses'),
    ];
    const other = await addAchievement(api, elsewhere, 'Prunes trees');
    const atHand = async (id: string, by = client) => (await by.query<AtHand>(AT_HAND, { id })).evidenceAtHand;
    const [noted] = [await addText(client, 'A note on grafting')];
    expect(await atHand(now.id)).toEqual([]);
    await client.query(
      'mutation($id: ID!, $input: EditEvidenceInput!) { editEvidence(id: $id, input: $input) { __typename } }',
      {
        id: noted,
        input: { skillIds: [own], expectedRevision: 1 },
      },
    );
    await handIn(client, before);
    const found = await atHand(now.id);
    expect(found.map(({ shownFor, criterionIds, aboutSkills }) => [shownFor, criterionIds, aboutSkills])).toEqual([
      [[], [], [{ name: 'Grafting' }]],
      [['Grafts trees'], [], []],
    ]);
    const [again] = await atHand(before.id);
    expect(again?.criterionIds.sort()).toEqual(before.rubric.criteria.map(({ id }) => id).sort());
    expect(await atHand(other.id)).toEqual([]);
    expect(await atHand(now.id, eve)).toEqual([]);
    expect(await atHand('nonsense')).toEqual([]);
  });

  it('takes no place away where somebody began to mark while it was being withdrawn', async () => {
    const other = await addAchievement(api, skill.id, 'Draws plans');
    const id = await handIn(eve, other);
    const meanwhile = api.app.get(DataSource).createQueryRunner();
    await meanwhile.startTransaction();
    await meanwhile.query('SELECT FROM submission WHERE id = $1 FOR UPDATE', [id]);
    const answer = withdraw(eve, id);
    await eventually(
      () => api.sql(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`),
      (waiting) => waiting.length > 0,
    );
    await meanwhile.query(`UPDATE submission SET state = 'IN_MARKING' WHERE id = $1`, [id]);
    await meanwhile.commitTransaction();
    await meanwhile.release();
    expect(await answer).toMatchObject({ __typename: 'NotInThatState', state: 'IN_MARKING' });
    expect(await api.sql('SELECT state FROM marking_slot WHERE submission_id = $1', [id])).toEqual([{ state: 'OPEN' }]);
  });

  it('begins one attempt however often and fast one clicks', async () => {
    const other = await addAchievement(api, skill.id, 'Plans releases');
    const answers = await Promise.all(Array.from({ length: 5 }, () => start(eve, other.id)));
    expect(answers.filter((each) => each.__typename === 'Submission')).toHaveLength(1);
    expect(answers.filter((each) => each.__typename === 'AttemptOpen')).toHaveLength(4);
  });

  it('begins nothing at a draft or at a version that a newer one took the place of', async () => {
    const other = await addAchievement(api, skill.id, 'Was good once');
    await api.sql(`UPDATE achievement_version SET state = 'SUPERSEDED' WHERE id = $1`, [other.id]);
    expect((await start(eve, other.id)).__typename).toBe('NotAllowed');
    expect((await start(eve, people.eve)).__typename).toBe('NotFound');
  });
});
