import { ReleasesService } from '../src/features/assessments/releases.service.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import {
  after,
  appealed,
  lodge,
  markFrom,
  moderate,
  placesOf,
  recalled,
  reconcile,
  stateOf,
} from './support/after-the-mark.js';
import { addFounders, claim, handInMark, putBack, release, saveMark } from './support/assessor.js';
import { act, handIn, submit } from './support/candidate.js';
import { addAchievement, addPeople, addSkill, foundOrganisation, type People } from './support/programme.js';

type Name = 'eve' | 'fay' | 'ada' | 'bo' | 'cy' | 'dee' | 'lena' | 'lars';
const LOOK = `query($id: ID!, $other: ID!) {
  reviewQueue(scope: ALL) { totalCount edges { node { id state purpose dueAt backInQueue putBackReason submissionState lease { until } viewerCan } } }
  done: reviewQueue(scope: HANDED_IN) { totalCount }
  reviewCounts { canTake held handedIn dueToday overdue hidden capacity }
  viewer { heldReviews }
  mine: markingSlot(id: $id) { id state purpose submissionState dueAt overdue viewerCan marksBeside { markId } moderations { id }
    decision { outcome } mark { revision handedInAt } snapshot { items { letter } }
    achievementVersion { name } }
  other: markingSlot(id: $other) { id } node(id: $other) { id }
  reconciliations { id } moderationQueue { id } }`;

describe('marking it twice', () => {
  let api: TestApi;
  let people: People<Name>;
  const as = {} as Record<Name, TestClient>;
  let skill: { id: string };

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    people = await addPeople(api, {
      eve: [],
      fay: [],
      ada: ['ASSESSOR'],
      bo: ['ASSESSOR'],
      cy: ['ASSESSOR'],
      dee: ['ASSESSOR'],
      lena: ['ASSESSMENT_LEAD'],
      lars: ['ASSESSMENT_LEAD'],
    });
    skill = await addSkill(api);
    for (const name of Object.keys(people) as Name[]) as[name] = await api.as(people[name]);
  });
  afterAll(() => api.close());

  async function waiting(name: string, scheme: string) {
    const achievement = await addAchievement(api, skill.id, name, 'DRAFT');
    await api.sql(`UPDATE achievement_version SET ${scheme} WHERE id = $1`, [achievement.id]);
    await api.sql(`UPDATE achievement_version SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [
      achievement.id,
    ]);
    const { ada, bo, cy, dee } = people;
    await addFounders(api, achievement.achievementId, [ada, bo, cy, dee]);
    const submissionId = await handIn(as.eve, achievement);
    return { ...achievement, submissionId, ...(await placesOf(api, submissionId)) } as typeof achievement & {
      submissionId: string;
      FIRST: string;
      SECOND: string;
    };
  }
  const agreement = (rubric: { criteria: { id: string }[] }, level: number) => ({
    criteria: rubric.criteria.map(({ id }) => ({
      criterionId: id,
      level,
      reason: 'We looked at the second page again.',
    })),
    rules: null,
  });

  it('shows a second assessor nothing that depends on the first, and the first nothing of the second', async () => {
    const it = await waiting('Blind', `marking_policy = 'DOUBLE_BLIND'`);
    await claim(as.ada, it.FIRST);
    await claim(as.bo, it.SECOND);
    const look = async (by: TestClient, id: string, other: string) => {
      const answer = await by.query<Record<string, unknown>>(LOOK, { id, other });
      const claimed = await claim(by, other);
      const saved = await saveMark(by, other, it.rubric, [2, 2]);
      return JSON.stringify([answer, claimed, saved.__typename, saved.message]);
    };
    const before = await look(as.bo, it.SECOND, it.FIRST);
    await saveMark(as.ada, it.FIRST, it.rubric, [1, 1]);
    expect(await look(as.bo, it.SECOND, it.FIRST)).toBe(before);
    expect((await handInMark(as.ada, it.FIRST)).state).toBe('HANDED_IN');
    expect(await look(as.bo, it.SECOND, it.FIRST)).toBe(before);

    const first = await look(as.ada, it.FIRST, it.SECOND);
    await saveMark(as.bo, it.SECOND, it.rubric, [3, 3]);
    expect(await look(as.ada, it.FIRST, it.SECOND)).toBe(first);
    await handInMark(as.bo, it.SECOND);
    expect(await stateOf(api, it.submissionId)).toBe('RECONCILING');
    expect(await look(as.ada, it.FIRST, it.SECOND)).not.toBe(first);
  });

  it('lets the first mark stand where both say the same', async () => {
    const it = await waiting('Same', `marking_policy = 'DOUBLE_BLIND'`);
    await markFrom(as.ada, it.FIRST, it.rubric, [2, 3]);
    expect(await stateOf(api, it.submissionId)).toBe('IN_MARKING');
    await markFrom(as.bo, it.SECOND, it.rubric, [3, 3]);
    expect(await stateOf(api, it.submissionId)).toBe('READY_FOR_RELEASE');
    expect((await release(as.bo, it.SECOND)).decision).toMatchObject({ outcome: 'PASS', score: 0.75 });
  });

  it('lets marks differ as far as is set, and appeal as long as is set', async () => {
    const change = (fields: string, revision: number) =>
      as.lena.query<{ result: { __typename: string; revision: number; problems: { field: string }[] } }>(
        `mutation { result: changeAssessmentSettings(expectedRevision: ${revision},
           input: { hidesNames: true, teamIsConflict: true, allocation: CLAIM, checkEvery: 20, ${fields} }) {
           __typename ... on AssessmentSettings { revision } ... on InvalidInput { problems { field message } } } }`,
      );
    const wrong = await change('toleratedLevels: 9, appealWindowDays: 1, recallDays: 90', 0);
    expect(wrong.result.problems.map(({ field }) => field)).toEqual(['toleratedLevels', 'appealWindowDays']);
    const strict = await change('toleratedLevels: 0, appealWindowDays: 5, recallDays: 90', 0);
    const it = await waiting('Strict', `marking_policy = 'DOUBLE_BLIND'`);
    await markFrom(as.ada, it.FIRST, it.rubric, [2, 3]);
    await markFrom(as.bo, it.SECOND, it.rubric, [3, 3]);
    expect(await stateOf(api, it.submissionId)).toBe('RECONCILING');

    const late = await waiting('Late', 'borderline_band = 0');
    await markFrom(as.ada, late.FIRST, late.rubric, [1, 1]);
    await release(as.ada, late.FIRST);
    const daysLeft = async () => {
      const { submission } = await as.eve.query<{ submission: { appealUntil: string } }>(
        'query($id: ID!) { submission(id: $id) { appealUntil } }',
        { id: late.submissionId },
      );
      return (new Date(submission.appealUntil).getTime() - Date.now()) / 86_400_000;
    };
    expect(await daysLeft()).toBeLessThan(11);
    await change('toleratedLevels: 1, appealWindowDays: 20, recallDays: 90', strict.result.revision);
    expect(await daysLeft()).toBeGreaterThan(20);
    const appeal = await lodge(as.eve, late.submissionId, 'Page three');
    expect(appeal).toMatchObject({ state: 'LODGED' });
    const long = await appealed(
      as.lena,
      `checkAppeal(id: "${appeal.id}", inScope: false, answer: "${'x'.repeat(5_001)}")`,
    );
    expect(long.problems[0]?.field).toBe('answer');
  });

  it('makes one decision when both hand in at once', async () => {
    for (const levels of [
      [2, 2],
      [1, 1],
    ]) {
      const it = await waiting(`At once ${levels.join()}`, `marking_policy = 'DOUBLE_BLIND'`);
      await Promise.all([claim(as.ada, it.FIRST), claim(as.bo, it.SECOND)]);
      await Promise.all([saveMark(as.ada, it.FIRST, it.rubric, [2, 2]), saveMark(as.bo, it.SECOND, it.rubric, levels)]);
      const answers = await Promise.all([handInMark(as.ada, it.FIRST), handInMark(as.bo, it.SECOND)]);
      expect(answers.map(({ state }) => state)).toEqual(['HANDED_IN', 'HANDED_IN']);
      expect(await stateOf(api, it.submissionId)).toBe(levels[0] === 2 ? 'READY_FOR_RELEASE' : 'RECONCILING');
      const decisions = await api.sql('SELECT id FROM decision WHERE submission_id = $1', [it.submissionId]);
      expect(decisions).toHaveLength(levels[0] === 2 ? 1 : 0);
    }
  });

  it('asks for a second mark near the cut score, and not for one far from it', async () => {
    const near = await waiting('Near', 'borderline_band = 0.1');
    await markFrom(as.ada, near.FIRST, near.rubric, [2, 2]);
    expect(await stateOf(api, near.submissionId)).toBe('IN_MARKING');
    const { SECOND } = await placesOf(api, near.submissionId);
    expect((await claim(as.ada, SECOND ?? '')).__typename).toBe('NotEligible');
    await markFrom(as.bo, SECOND ?? '', near.rubric, [2, 3]);
    expect(await stateOf(api, near.submissionId)).toBe('READY_FOR_RELEASE');
    const far = await waiting('Far', 'borderline_band = 0.1');
    await markFrom(as.ada, far.FIRST, far.rubric, [3, 3]);
    expect(await stateOf(api, far.submissionId)).toBe('READY_FOR_RELEASE');
  });

  it('is settled by the two together, each agreeing to the same words', async () => {
    const it = await waiting('Settle', `marking_policy = 'DOUBLE_BLIND'`);
    const id = it.submissionId;
    await markFrom(as.ada, it.FIRST, it.rubric, [1, 1]);
    await markFrom(as.bo, it.SECOND, it.rubric, [3, 3]);
    const [first] = await as.ada
      .query<{
        reconciliations: {
          submissionId: string;
          differing: string[];
          marks: { assessor: { displayName: string } }[];
        }[];
      }>(
        '{ reconciliations { submissionId differing left { message } marks { assessor { displayName } criteria { level } } } }',
      )
      .then(({ reconciliations }) => reconciliations.filter((each) => each.submissionId === id));
    expect(first?.differing).toHaveLength(2);
    expect(first?.marks.map(({ assessor }) => assessor.displayName)).toEqual(['ada', 'bo']);
    expect((await reconcile(as.cy, 'agreeReconciliation', { id, revision: 1 })).__typename).toBe('NotFound');
    expect((await reconcile(as.ada, 'agreeReconciliation', { id, revision: 1 })).problems).toHaveLength(2);

    const saved = await reconcile(as.ada, 'saveReconciliation', { id, input: agreement(it.rubric, 2), revision: 1 });
    expect(saved).toMatchObject({ revision: 2, state: 'OPEN' });
    await reconcile(as.ada, 'agreeReconciliation', { id, revision: 2 });
    // The other changes a word: what was agreed to is agreed to no more.
    expect(
      (await reconcile(as.bo, 'saveReconciliation', { id, input: agreement(it.rubric, 3), revision: 1 }))
        .currentRevision,
    ).toBe(2);
    await reconcile(as.bo, 'saveReconciliation', { id, input: agreement(it.rubric, 3), revision: 2 });
    expect((await reconcile(as.bo, 'agreeReconciliation', { id, revision: 3 })).state).toBe('OPEN');
    expect((await reconcile(as.ada, 'agreeReconciliation', { id, revision: 2 })).__typename).toBe('ChangedMeanwhile');
    expect(await reconcile(as.ada, 'agreeReconciliation', { id, revision: 3 })).toMatchObject({
      state: 'SETTLED',
      settledHow: 'AGREED',
    });
    expect(await stateOf(api, id)).toBe('READY_FOR_RELEASE');
    const marks = await api.sql<{ levels: number[] }>(
      `SELECT jsonb_path_query_array(criteria, '$[*].level') AS levels FROM mark JOIN marking_slot s ON s.id = slot_id WHERE submission_id = $1 ORDER BY purpose`,
      [id],
    );
    expect(marks.map(({ levels }) => levels)).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  it('goes to a third assessor, and the two nearest marks win; without such two a lead settles it', async () => {
    for (const [third, how] of [
      [[3, 2], 'NEAREST_PAIR'],
      [[2, 1], 'ADJUDICATED'],
    ] as const) {
      const it = await waiting(`Third ${how}`, `marking_policy = 'DOUBLE_BLIND'`);
      const id = it.submissionId;
      await markFrom(as.ada, it.FIRST, it.rubric, how === 'ADJUDICATED' ? [1, 3] : [1, 1]);
      await markFrom(as.bo, it.SECOND, it.rubric, how === 'ADJUDICATED' ? [3, 3] : [3, 3]);
      expect((await reconcile(as.bo, 'askThirdMark', { id })).state).toBe('THIRD_MARK');
      const { THIRD } = await placesOf(api, id);
      await eventually(
        () =>
          api.sql<{ title: string }>(
            `SELECT title FROM notification WHERE kind = 'JUDGEMENT_ASKED' AND person_id = $1`,
            [people.cy],
          ),
        (told) => told.some(({ title }) => title === `A third mark is wanted for Third ${how}`),
      );
      await claim(as.cy, THIRD ?? '');
      const blind = await as.cy.query<{ markingSlot: { marksBeside: object[] }; reconciliation: null }>(
        'query($slot: ID!, $id: ID!) { markingSlot(id: $slot) { marksBeside { markId } } reconciliation(submissionId: $id) { id } }',
        { slot: THIRD, id },
      );
      expect(blind).toEqual({ markingSlot: { marksBeside: [] }, reconciliation: null });
      await saveMark(as.cy, THIRD ?? '', it.rubric, [...third]);
      await handInMark(as.cy, THIRD ?? '');
      if (how === 'ADJUDICATED') {
        expect(await stateOf(api, id)).toBe('RECONCILING');
        expect((await reconcile(as.lena, 'adjudicate', { id, input: agreement(it.rubric, 3) })).settledHow).toBe(how);
      }
      expect(await stateOf(api, id)).toBe('READY_FOR_RELEASE');
    }
  });

  it('is moderated by somebody who marked none of it: adjusted with reasons, or judged anew by others', async () => {
    const it = await waiting('Moderated', 'borderline_band = 0');
    const id = it.submissionId;
    await markFrom(as.ada, it.FIRST, it.rubric, [1, 2]);
    expect((await after(as.lena, 'askModeration', `submissionId: "${id}"`)).state).toBe('IN_MODERATION');
    const slot = (await placesOf(api, id)).MODERATION ?? '';
    expect((await claim(as.ada, slot)).__typename).toBe('NotEligible');
    await claim(as.bo, slot);
    const seen = await as.bo.query<{
      markingSlot: { decision: { outcome: string }; marksBeside: { assessor: object }[] };
    }>(
      'query($id: ID!) { markingSlot(id: $id) { decision { outcome } marksBeside { assessor { displayName } } snapshot { items { letter } } } }',
      { id: slot },
    );
    expect(seen.markingSlot).toMatchObject({
      decision: { outcome: 'NOT_YET' },
      marksBeside: [{ assessor: { displayName: 'ada' } }],
    });
    const [first] = it.rubric.criteria;
    const change = { criterionId: first?.id, level: 2, comment: 'Page three shows it.' };
    expect(
      (await moderate(as.bo, slot, { outcome: 'ADJUSTED', reason: '', criteria: [change] })).problems[0]?.field,
    ).toBe('reason');
    expect(
      (await moderate(as.bo, slot, { outcome: 'ADJUSTED', reason: 'Overlooked', criteria: [{ ...change, level: 1 }] }))
        .problems[0]?.field,
    ).toBe('criteria');
    expect((await moderate(as.bo, slot, { outcome: 'ADJUSTED', reason: 'Overlooked', criteria: [change] })).state).toBe(
      'HANDED_IN',
    );
    expect(await stateOf(api, id)).toBe('READY_FOR_RELEASE');
    const decisions = await api.sql(
      'SELECT sequence, cause, outcome FROM decision WHERE submission_id = $1 ORDER BY sequence',
      [id],
    );
    expect(decisions).toEqual([
      { sequence: 1, cause: 'MARKING', outcome: 'NOT_YET' },
      { sequence: 2, cause: 'MODERATION', outcome: 'PASS' },
    ]);

    await after(as.lena, 'askModeration', `submissionId: "${id}"`);
    const again = (await placesOf(api, id)).MODERATION ?? '';
    expect((await claim(as.bo, again)).__typename).toBe('NotEligible');
    await claim(as.cy, again);
    await moderate(as.cy, again, {
      outcome: 'SENT_BACK',
      reason: 'The must-pass criterion needs fresh eyes',
      criteria: [],
    });
    expect(await stateOf(api, id)).toBe('IN_MARKING');
    await markFrom(as.dee, (await placesOf(api, id)).FIRST ?? '', it.rubric, [3, 3]);
    expect(await stateOf(api, id)).toBe('READY_FOR_RELEASE');
  });

  it('stands still while it is held: nothing is handed in, nothing is taken, and what is due moves', async () => {
    const it = await waiting('Held', `marking_policy = 'DOUBLE_BLIND'`);
    const id = it.submissionId;
    await claim(as.ada, it.FIRST);
    const moveDue = (sign: '-' | '+') =>
      api.sql(`UPDATE marking_slot SET due_at = due_at ${sign} interval '30 days' WHERE submission_id = $1`, [id]);
    await moveDue('-');
    const late = () =>
      as.ada.query<{ markingSlot: { overdue: boolean }; reviewCounts: { overdue: number } }>(
        'query($id: ID!) { markingSlot(id: $id) { overdue } reviewCounts { overdue } }',
        { id: it.FIRST },
      );
    const before = await late();
    expect(before.markingSlot.overdue).toBe(true);
    expect((await after(as.lena, 'holdSubmission', `submissionId: "${id}", reason: " "`)).problems[0]?.field).toBe(
      'reason',
    );
    expect((await after(as.lena, 'holdSubmission', `submissionId: "${id}", reason: "Whose work is it?"`)).state).toBe(
      'ON_HOLD',
    );
    expect(await late()).toEqual({
      markingSlot: { overdue: false },
      reviewCounts: { overdue: before.reviewCounts.overdue - 1 },
    });
    await moveDue('+');
    expect((await saveMark(as.ada, it.FIRST, it.rubric, [2, 2])).__typename).toBe('MarkingSlot');
    expect(await handInMark(as.ada, it.FIRST)).toMatchObject({ __typename: 'NotInThatState' });
    expect((await claim(as.bo, it.SECOND)).__typename).toBe('NotFound');
    const due = await api.sql<{ due_at: Date }>('SELECT due_at FROM marking_slot WHERE id = $1', [it.FIRST]);
    await api.sql(`UPDATE submission_hold SET from_at = from_at - interval '7 days' WHERE submission_id = $1`, [id]);
    expect((await after(as.lars, 'resumeSubmission', `submissionId: "${id}"`)).state).toBe('IN_MARKING');
    const later = await api.sql<{ due_at: Date }>('SELECT due_at FROM marking_slot WHERE submission_id = $1', [id]);
    for (const { due_at } of later) expect(due_at.getTime() - (due[0]?.due_at.getTime() ?? 0)).toBe(7 * 86_400_000);
    expect((await handInMark(as.ada, it.FIRST)).state).toBe('HANDED_IN');
    const told = await as.eve.query<{ submission: { holds: { reason: string; untilAt: string }[] } }>(
      'query($id: ID!) { submission(id: $id) { holds { reason fromAt untilAt } } }',
      { id },
    );
    expect(told.submission.holds).toMatchObject([{ reason: 'Whose work is it?' }]);
  });

  it('is not begun while it is held by whoever it was given to before', async () => {
    const it = await waiting('Held and given', `marking_policy = 'DOUBLE_BLIND'`);
    await as.lena.query(
      'mutation($slotId: ID!, $personId: ID!) { giveSlot(slotId: $slotId, personId: $personId) { ... on MarkingSlot { id } } }',
      { slotId: it.SECOND, personId: people.bo },
    );
    await after(as.lena, 'holdSubmission', `submissionId: "${it.submissionId}", reason: "Whose work is it?"`);
    expect(await claim(as.bo, it.SECOND)).toMatchObject({
      __typename: 'NotAllowed',
      message: 'It is on hold. It stays with you, and can be begun when it goes on.',
    });
    await after(as.lars, 'resumeSubmission', `submissionId: "${it.submissionId}"`);
    expect((await claim(as.bo, it.SECOND)).__typename).toBe('MarkingSlot');
  });

  it('goes on being marked when the place that nobody has begun is taken back, or put back', async () => {
    const it = await waiting('Taken back', `marking_policy = 'DOUBLE_BLIND'`);
    await claim(as.ada, it.FIRST);
    const give = `mutation($id: ID!, $to: ID!) { result: giveSlot(slotId: $id, personId: $to) { __typename ... on MarkingSlot { state } } }`;
    const takeBack = `mutation($id: ID!) { result: takeBackSlot(slotId: $id, reason: "Somebody else is nearer to it") { __typename ... on MarkingSlot { state } } }`;
    for (const free of [() => act(as.lena, takeBack, { id: it.SECOND }), () => putBack(as.bo, it.SECOND, 'No time')]) {
      expect(await act(as.lena, give, { id: it.SECOND, to: people.bo })).toMatchObject({ state: 'ALLOCATED' });
      expect(await free()).toMatchObject({ __typename: 'MarkingSlot', state: 'OPEN' });
      expect(await stateOf(api, it.submissionId)).toBe('IN_MARKING');
    }
    await markFrom(as.ada, it.FIRST, it.rubric, [2, 2]);
    expect(await stateOf(api, it.submissionId)).toBe('IN_MARKING');
  });

  it('goes back to the candidate to be mended in the same attempt', async () => {
    const it = await waiting('Returned', 'borderline_band = 0');
    const id = it.submissionId;
    expect(
      (await after(as.lena, 'returnSubmission', `submissionId: "${id}", reason: "File B does not open"`)).state,
    ).toBe('RETURNED');
    expect(await submit(as.eve, id)).toMatchObject({ state: 'QUEUED', attemptNo: 1 });
    await markFrom(as.ada, (await placesOf(api, id)).FIRST ?? '', it.rubric, [2, 2]);
    expect(await after(as.lena, 'returnSubmission', `submissionId: "${id}", reason: "Too late"`)).toMatchObject({
      __typename: 'NotInThatState',
    });
  });

  it('is released by somebody who did not mark it where much depends on it, many together or at an hour', async () => {
    const one = await waiting('Stakes', 'high_stakes = true');
    await markFrom(as.ada, one.FIRST, one.rubric, [3, 3]);
    await markFrom(as.bo, one.SECOND, one.rubric, [3, 3]);
    expect(await release(as.ada, one.FIRST)).toMatchObject({ __typename: 'NotAllowed' });
    const two = await waiting('Batch', `release_mode = 'BATCH'`);
    await markFrom(as.ada, two.FIRST, two.rubric, [3, 3]);
    expect(await release(as.ada, two.FIRST)).toMatchObject({ __typename: 'NotAllowed' });
    const three = await waiting('Not ready', 'borderline_band = 0');
    const ids = [one, two, three].map(({ submissionId }) => `"${submissionId}"`).join();
    const done = await after(
      as.lena,
      'releaseTogether',
      `submissionIds: [${ids}]`,
      'id released skipped { submissionId reason }',
    );
    expect(done).toMatchObject({ released: 2, skipped: [{ submissionId: three.submissionId }] });
    expect(await stateOf(api, two.submissionId)).toBe('RELEASED');
    const awards = await api.sql(
      `SELECT 1 FROM award WHERE basis_id IN (SELECT id FROM decision WHERE submission_id = $1)`,
      [one.submissionId],
    );
    expect(awards).toHaveLength(1);

    await markFrom(as.ada, three.FIRST, three.rubric, [3, 3]);
    const plan = (at: string) =>
      after(as.lena, 'scheduleRelease', `submissionIds: ["${three.submissionId}"], at: "${at}"`, 'id doneAt');
    expect((await plan('2020-01-06T10:00:00Z')).problems[0]?.field).toBe('at');
    expect((await plan('2099-01-04T10:00:00Z')).problems[0]?.message).toMatch(/working day/);
    const planned = await plan('2099-01-05T10:00:00Z');
    expect(planned).toMatchObject({ doneAt: null });
    await api.sql(`UPDATE release_batch SET release_at = now() - interval '1 minute' WHERE id = $1`, [planned.id]);
    await api.asSystem((system) => api.app.get(ReleasesService).releaseDue(system));
    expect(await stateOf(api, three.submissionId)).toBe('RELEASED');
  });

  it('is void only when two people say so, and what was awarded is taken back', async () => {
    const it = await waiting('Void', 'borderline_band = 0');
    const id = it.submissionId;
    await markFrom(as.ada, it.FIRST, it.rubric, [3, 3]);
    await release(as.ada, it.FIRST);
    await after(as.lena, 'proposeVoid', `submissionId: "${id}", reason: "Bought on the web"`);
    expect((await after(as.lena, 'decideVoid', `submissionId: "${id}", confirmed: true`)).__typename).toBe(
      'NotAllowed',
    );
    expect((await after(as.lars, 'decideVoid', `submissionId: "${id}", confirmed: true`)).state).toBe('VOID');
    await eventually(
      () =>
        api.sql<{ state: string }>(
          `SELECT state FROM award WHERE basis_id IN (SELECT id FROM decision WHERE submission_id = $1)`,
          [id],
        ),
      ([award]) => award?.state === 'CANCELLED',
    );
  });

  it('is appealed once, answered by somebody who took no part, and what the same assessor decided is looked at again', async () => {
    const it = await waiting('Appealed', 'borderline_band = 0');
    const id = it.submissionId;
    await markFrom(as.ada, it.FIRST, it.rubric, [1, 2]);
    expect((await lodge(as.eve, id, 'Page three')).__typename).toBe('NotAllowed');
    await release(as.ada, it.FIRST);
    const twin = await handIn(as.fay, it);
    await markFrom(as.ada, (await placesOf(api, twin)).FIRST ?? '', it.rubric, [3, 3]);
    await release(as.ada, (await placesOf(api, twin)).FIRST ?? '');

    expect((await lodge(as.fay, id, 'Not mine')).__typename).toBe('NotFound');
    expect((await lodge(as.eve, id, '  ')).problems[0]?.field).toBe('statement');
    const appeal = await lodge(as.eve, id, 'Page three shows it.');
    expect(appeal).toMatchObject({ __typename: 'Appeal', state: 'LODGED' });
    expect((await lodge(as.eve, id, 'Again')).__typename).toBe('NotAllowed');

    const first = it.rubric.criteria[0]?.id ?? '';
    const change = `[{ criterionId: "${first}", level: 3, comment: "Page three shows it." }]`;
    const decide = (by: TestClient, criteria: string) =>
      appealed(
        by,
        `decideAppeal(id: "${appeal.id}", outcome: UPHELD, answer: "You are right.", criteria: ${criteria})`,
      );
    expect((await decide(as.lena, change)).__typename).toBe('NotAllowed');
    expect((await appealed(as.lena, `checkAppeal(id: "${appeal.id}", inScope: true, answer: "")`)).state).toBe(
      'UNDER_REVIEW',
    );
    expect((await appealed(as.lena, `askAppealMark(id: "${appeal.id}")`)).state).toBe('UNDER_REVIEW');
    const { APPEAL } = await placesOf(api, id);
    expect((await claim(as.ada, APPEAL ?? '')).__typename).toBe('NotEligible');
    expect((await markFrom(as.bo, APPEAL ?? '', it.rubric, [3, 2])).state).toBe('HANDED_IN');
    expect((await decide(as.lena, '[]')).problems[0]?.field).toBe('criteria');
    expect((await decide(as.lena, change)).state).toBe('UPHELD');

    // Whoever watches over assessment finds it among the figures: too few to tell, and the row behind them.
    const { insightRows, assessmentInsights } = await as.lena.query<{
      insightRows: { edges: { node: { detail: string } }[] };
      assessmentInsights: { figures: { key: string; band: string | null }[] };
    }>('{ insightRows(key: UPHELD) { edges { node { detail } } } assessmentInsights { figures { key band } } }');
    expect(insightRows.edges.map(({ node }) => node.detail)).toEqual([
      expect.stringMatching(/about an error|procedure|bias|new information/),
    ]);
    expect(insightRows.edges[0]?.node.detail).toContain('upheld');
    expect(assessmentInsights.figures.find(({ key }) => key === 'UPHELD')?.band).not.toBeNull();

    const read = await as.eve.query<{ submission: object }>(
      'query($id: ID!) { submission(id: $id) { state appealUntil appeals { state answer } decision { outcome cause } replacedDecisions { outcome cause } award { state } } }',
      { id },
    );
    expect(read.submission).toMatchObject({
      state: 'RELEASED',
      appeals: [{ state: 'UPHELD', answer: 'You are right.' }],
      // The answer is final, and what was told before is still told.
      appealUntil: null,
      decision: { outcome: 'PASS', cause: 'APPEAL' },
      replacedDecisions: [{ outcome: 'NOT_YET', cause: 'MARKING' }],
      award: {},
    });

    const { recalls } = await as.lena.query<{
      recalls: { assessor: object; closedAt: null; items: { id: string; submissionId: string }[] }[];
    }>(
      '{ recalls { assessor { displayName } closedAt items { id submissionId state viewerCan case { candidateCode } } } }',
    );
    expect(recalls).toMatchObject([
      { assessor: { displayName: 'ada' }, closedAt: null, items: [{ submissionId: twin }] },
    ]);
    const item = recalls[0]?.items[0]?.id ?? '';
    const lower = it.rubric.criteria
      .map((each) => `{ criterionId: "${each.id}", level: 1, comment: "Not shown." }`)
      .join();
    expect(
      (await recalled(as.lars, `decideRecallItem(itemId: "${item}", reason: " ", criteria: [])`)).problems[0]?.field,
    ).toBe('reason');
    expect(
      (await recalled(as.lars, `decideRecallItem(itemId: "${item}", reason: "The same page", criteria: [${lower}])`))
        .state,
    ).toBe('CHANGED');
    const changed = await as.fay.query<{ submission: { decision: object } }>(
      'query($id: ID!) { submission(id: $id) { decision { outcome } } }',
      { id: twin },
    );
    expect(changed.submission.decision).toEqual({ outcome: 'NOT_YET' });
    await eventually(
      () =>
        api.sql<{ state: string; status: string }>(
          'SELECT state, status FROM award LEFT JOIN credential ON award_id = award.id WHERE award.person_id = $1',
          [people.fay],
        ),
      ([award]) => award?.state === 'CANCELLED' && award.status !== 'ACTIVE',
    );
    const [closed] = await api.sql<{ closed_at: Date | null }>('SELECT closed_at FROM recall');
    expect(closed?.closed_at).not.toBeNull();
  });
});
