import { startApi, type TestApi, type TestClient } from './support/api.js';
import { claim, addFounders, handInMark, release, saveMark, slotOf } from './support/assessor.js';
import { addText, claimLevel, link, start, submit } from './support/candidate.js';
import { addAchievement, addPeople, addSkill, foundOrganisation, type People } from './support/programme.js';

const ITEM = `__typename ... on EvidenceItem { id kind statement { id state words digest isColleague } }
  ... on Refusal { message } ... on InvalidInput { problems { field } }`;
const CONFIRMS = { confirms: true, capacity: 'I led the change', sawOn: '2026-05-02', words: 'She wrote every test.' };

interface Said {
  __typename: string;
  id: string;
  message: string;
  state: string;
  problems: { field: string }[];
  statement: { id: string; state: string; words: string | null; digest: string | null; isColleague: boolean };
}

describe('asking others about evidence', () => {
  let api: TestApi;
  let people: People<'eve' | 'max' | 'cole' | 'ann' | 'hana'>;
  let eve: TestClient;
  let cole: TestClient;
  let achievement: Awaited<ReturnType<typeof addAchievement>>;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    people = await addPeople(api, { eve: [], max: [], cole: [], ann: ['ASSESSOR'], hana: ['HR_DESIGNER'] });
    achievement = await addAchievement(api, (await addSkill(api)).id);
    await addFounders(api, achievement.achievementId, [people.ann]);
    [eve, cole] = [await api.as(people.eve), await api.as(people.cole)];
  });
  afterAll(() => api.close());

  const criterion = (index: number) => achievement.rubric.criteria[index]?.id ?? '';
  const asked = async (by: TestClient, document: string, variables: object) =>
    (await by.query<{ result: Said }>(document, variables)).result;
  const ask = (witnessEmail: string, more: object = {}) =>
    asked(eve, `mutation($input: AskWitnessInput!) { result: askWitness(input: $input) { ${ITEM} } }`, {
      input: {
        title: 'The night of the move',
        question: 'What did you see?',
        witnessName: 'Wil',
        witnessEmail,
        ...more,
      },
    });
  /** What stands in the newest mail, and nowhere else. */
  const tokenSent = async () => {
    const [mail] = await api.sql<{ body: string }>(
      'SELECT body_text AS body FROM mail_letter JOIN mail ON mail.id = mail_id ORDER BY mail.created_at DESC, mail.id DESC LIMIT 1',
    );
    return /\/w#([\w-]{43})/.exec(mail?.body ?? '')?.[1] ?? '';
  };
  const answer = (token: string, input: object) =>
    asked(
      api.stranger,
      `mutation($token: String!, $input: WitnessAnswerInput!) { result: answerWitnessRequest(token: $token, input: $input) {
         __typename ... on WitnessRequest { state } ... on Refusal { message } ... on InvalidInput { problems { field } } } }`,
      { token, input },
    );
  const opened = async (token: string) =>
    (
      await api.stranger.query<{ witnessRequest: { ownerName: string; state: string; madeOn: string | null } | null }>(
        'query($token: String!) { witnessRequest(token: $token) { ownerName state question madeOn } }',
        { token },
      )
    ).witnessRequest;

  it('a witness answers by the link of a mail, without an account, and once', async () => {
    const item = await ask('wil@example.org', { madeOn: '2026-03-14' });
    expect(item).toMatchObject({ kind: 'WITNESS', statement: { state: 'WAITING', isColleague: false, words: null } });
    const token = await tokenSent();
    expect(token).not.toBe('');
    const kept = await api.sql('SELECT 1 FROM witness_statement WHERE token_hash = $1', [token]);
    expect(kept).toEqual([]);
    expect(await opened(token)).toMatchObject({ state: 'WAITING', madeOn: '2026-03-14' });
    expect(await opened(`${token.slice(1)}A`)).toBeNull();
    expect((await answer(token, { confirms: true })).problems.map(({ field }) => field)).toEqual(['capacity', 'words']);
    // Whoever asks cannot answer in the witness's place, should they come by the link.
    const own = await asked(
      eve,
      `mutation($token: String!, $input: WitnessAnswerInput!) { result: answerWitnessRequest(token: $token, input: $input) { __typename } }`,
      { token, input: CONFIRMS },
    );
    expect(own.__typename).toBe('NotAllowed');
    const both = await Promise.all([answer(token, CONFIRMS), answer(token, { confirms: false })]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['NotAllowed', 'WitnessRequest']);
    expect((await answer(token, CONFIRMS)).message).toMatch(/answered already/);
    await expect(api.sql(`UPDATE witness_statement SET words = 'Other' WHERE item_id = $1`, [item.id])).rejects.toThrow(
      'does not change',
    );
  });

  it('the owner takes a question back or sends it again; the link before opens nothing', async () => {
    const item = await ask('una@example.org');
    const first = await tokenSent();
    const again = (document: string) =>
      asked(eve, `mutation($id: ID!) { result: ${document} { ${ITEM} } }`, { id: item.id });
    expect((await again('askWitnessAgain(itemId: $id)')).message).toMatch(/less than a day/);
    expect((await again('takeBackWitnessRequest(itemId: $id)')).statement.state).toBe('TAKEN_BACK');
    expect(await opened(first)).toBeNull();
    expect((await again('askWitnessAgain(itemId: $id)')).statement.state).toBe('WAITING');
    const second = await tokenSent();
    expect(second).not.toBe(first);
    await api.sql(`UPDATE witness_statement SET expires_at = now() - interval '1 minute' WHERE item_id = $1`, [
      item.id,
    ]);
    expect(await opened(second)).toMatchObject({ state: 'EXPIRED' });
    expect((await answer(second, CONFIRMS)).message).toMatch(/has ended/);
  });

  it('refuses what cannot be asked, naming the field, and writes nothing', async () => {
    const count = async () => (await api.sql('SELECT 1 FROM evidence_item')).length;
    const before = await count();
    const [me] = await api.sql<{ email: string }>('SELECT email FROM person WHERE id = $1', [people.eve]);
    expect((await ask(me?.email ?? '')).problems).toEqual([{ field: 'witnessEmail' }]);
    expect((await ask('two@example.org, other@example.org')).problems).toEqual([{ field: 'witnessEmail' }]);
    expect((await ask('a@example.org', { question: ' ', madeOn: '2999-01-01' })).problems).toEqual([
      { field: 'question' },
      { field: 'madeOn' },
    ]);
    expect(await count()).toBe(before);
  });

  it('what is kept at the workplace is confirmed by the colleague who was named, and goes into the copy', async () => {
    const item = await asked(
      eve,
      `mutation($input: AttestedEvidenceInput!) { result: addAttestedEvidence(input: $input) { ${ITEM} } }`,
      { input: { title: 'The plan', keptAt: 'Room 4', question: 'Did I draw it?', colleagueId: people.cole } },
    );
    expect(item.statement).toMatchObject({ state: 'WAITING', isColleague: true });
    const draft = await start(eve, achievement.id);
    await link(eve, draft.id, criterion(0), item.id, 'I drew it.');
    await claimLevel(eve, draft.id, criterion(1), null, true);
    expect((await submit(eve, draft.id)).gaps.map(({ kind, number }) => [kind, number])).toEqual([
      ['WITNESS_WAITING', 1],
    ]);

    const answering = `mutation($id: ID!, $input: WitnessAnswerInput!) { result: answerAsWitness(id: $id, input: $input) {
      __typename ... on WitnessStatement { state } ... on Refusal { message } } }`;
    const max = await api.as(people.max);
    expect((await asked(max, answering, { id: item.statement.id, input: CONFIRMS })).__typename).toBe('NotFound');
    expect((await asked(cole, answering, { id: item.statement.id, input: CONFIRMS })).state).toBe('CONFIRMED');
    const edited = await asked(
      eve,
      `mutation($id: ID!) { result: editEvidence(id: $id, input: { title: "Another plan", expectedRevision: 1 }) { ${ITEM} } }`,
      { id: item.id },
    );
    expect(edited.message).toMatch(/asked about it in these words/);
    expect((await submit(eve, draft.id)).state).toBe('QUEUED');
    const { submission } = await eve.query<{ submission: { snapshot: { items: object[] } } }>(
      'query($id: ID!) { submission(id: $id) { snapshot { items { kind keptAt digest statement { words capacity isColleague } } } } }',
      { id: draft.id },
    );
    const [said] = await api.sql<{ digest: string }>('SELECT digest FROM witness_statement WHERE item_id = $1', [
      item.id,
    ]);
    expect(submission.snapshot.items).toEqual([
      {
        kind: 'ATTESTED',
        keptAt: 'Room 4',
        digest: said?.digest,
        statement: { words: 'She wrote every test.', capacity: 'I led the change', isColleague: true },
      },
    ]);
  });

  it('what was met in prior learning is carried into the next attempt, and only the rest is asked', async () => {
    const ann = await api.as(people.ann);
    const [row] = await api.sql<{ id: string }>('SELECT id FROM submission WHERE person_id = $1', [people.eve]);
    const slot = await slotOf(api, row?.id ?? '');
    await claim(ann, slot);
    await saveMark(ann, slot, achievement.rubric, [2, 1]);
    await handInMark(ann, slot);
    await release(ann, slot);

    const next = await start(eve, achievement.id);
    expect(next).toMatchObject({ __typename: 'Submission', attemptNo: 2 });
    const { submission } = await eve.query<{ submission: { criteria: { carried: { level: number } | null }[] } }>(
      'query($id: ID!) { submission(id: $id) { criteria { carried { level } } } }',
      { id: next.id },
    );
    expect(submission.criteria.map(({ carried }) => carried?.level ?? null)).toEqual([2, null]);
    expect(next.gaps.map(({ kind, number }) => [kind, number])).toEqual([['NO_EVIDENCE', 2]]);
    await link(eve, next.id, criterion(1), await addText(eve, 'What was missing'), 'Here it is.');
    expect((await submit(eve, next.id)).state).toBe('QUEUED');
    // Not judged again: what an assessor gives for it changes nothing.
    const second = await slotOf(api, next.id);
    await claim(ann, second);
    const saved = await saveMark(ann, second, achievement.rubric, [1, 1]);
    expect(saved.mark?.criteria.map(({ level }) => level).sort()).toEqual([1, 2]);
    await handInMark(ann, second);
    await release(ann, second);
    const { submission: judged } = await eve.query<{ submission: { decision: { criteria: { met: boolean }[] } } }>(
      'query($id: ID!) { submission(id: $id) { decision { criteria { met } } } }',
      { id: next.id },
    );
    expect(judged.decision.criteria.map(({ met }) => met)).toEqual([true, false]);
  });

  it('attempts end where the achievement says, and pause between them', async () => {
    await api.sql(`ALTER TABLE achievement_version DISABLE TRIGGER USER`);
    await api.sql(`UPDATE achievement_version SET cool_off_days = 14 WHERE id = $1`, [achievement.id]);
    expect((await start(eve, achievement.id)).message).toMatch(/14 days/);
    await api.sql(`UPDATE achievement_version SET max_attempts = 2, cool_off_days = NULL WHERE id = $1`, [
      achievement.id,
    ]);
    expect((await start(eve, achievement.id)).message).toMatch(/2 attempts/);
  });

  it('a mentor reads and writes beside a draft of prior learning, and nobody else does', async () => {
    await api.sql(`UPDATE achievement_version SET max_attempts = NULL WHERE id = $1`, [achievement.id]);
    const begin = `mutation($id: ID!) { result: startSubmission(achievementVersionId: $id, route: PRIOR_LEARNING) {
      __typename ... on Submission { id } ... on Refusal { message } } }`;
    const { id } = await asked(eve, begin, { id: achievement.id });
    const item = await addText(eve, 'From my last job');
    await link(eve, id, criterion(1), item, 'I did this there.');
    const mentored = async (by: TestClient) =>
      (
        await by.query<{ mentoredSubmission: { criteria: { links: { item: { title: string } }[] }[] } | null }>(
          'query($id: ID!) { mentoredSubmission(id: $id) { criteria { links { item { title } } } } }',
          { id },
        )
      ).mentoredSubmission;
    const ask =
      'mutation($id: ID!, $who: ID!) { result: askMentor(submissionId: $id, personId: $who, message: "Would you?") { __typename } }';
    for (const who of [people.cole, people.max]) await asked(eve, ask, { id, who });
    expect(await mentored(cole)).toBeNull();
    const requests = async (by: TestClient) =>
      (
        await by.query<{ mentoringAskedOfMe: unknown[] }>(
          '{ mentoringAskedOfMe { state achievementName candidate { id } submission { id } } }',
        )
      ).mentoringAskedOfMe;
    const request = { achievementName: 'Writes tests', candidate: { id: people.eve }, submission: null };
    expect(await requests(cole)).toEqual([{ ...request, state: 'WAITING' }]);
    const yes = 'mutation($id: ID!) { result: answerMentoring(submissionId: $id, accepts: true) { __typename } }';
    expect((await asked(cole, yes, { id })).__typename).toBe('MentorRequest');
    expect((await mentored(cole))?.criteria[1]?.links.map((each) => each.item.title)).toContain('From my last job');
    expect(await mentored(await api.as(people.max))).toBeNull();
    // Reading is all: what they see is not theirs to change, or to use.
    expect((await link(cole, id, criterion(1), item, 'Mine now')).__typename).toBe('NotFound');
    const theirs = await asked(cole, begin, { id: achievement.id });
    expect((await link(cole, theirs.id, criterion(1), item, 'Mine now')).__typename).toBe('NotFound');
    const note =
      'mutation($id: ID!) { result: writeMentorNote(submissionId: $id, words: "Say which part was yours.") { __typename } }';
    expect((await asked(cole, note, { id })).__typename).toBe('MentorNote');
    const end = 'mutation($id: ID!) { result: endMentoring(submissionId: $id) { __typename } }';
    expect((await asked(eve, end, { id })).__typename).toBe('MentorRequest');
    expect(await mentored(cole)).toBeNull();
    // Whoever never answered is not kept waiting for what can no longer be said.
    const max = await api.as(people.max);
    expect(await requests(max)).toEqual([{ ...request, state: 'WAITING' }]);
    await api.sql(`UPDATE submission SET state = 'WITHDRAWN' WHERE id = $1`, [id]);
    expect(await requests(max)).toEqual([{ ...request, state: 'OVER' }]);
    expect(
      await api.sql('SELECT 1 FROM prior_learning_mentor WHERE submission_id = $1 AND person_id = $2', [
        id,
        people.cole,
      ]),
    ).toHaveLength(1);
  });
});
