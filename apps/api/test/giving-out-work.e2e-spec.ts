import { appendFileSync } from 'node:fs';
import { AllocationService } from '../src/features/allocation/allocation.service.js';
import { dayAfter } from '../src/platform/access/day.js';
import { MissingAssessorsJob } from '../src/features/assessments/missing-assessors.job.js';
import { TellEventJob } from '../src/platform/events/tell-event.job.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addFounders, claim, claimNext, handInMark, putBack, saveMark, slotOf } from './support/assessor.js';
import { act, handIn } from './support/candidate.js';
import { type Near, RELATIONS } from './support/nearness.js';
import { addAchievement, addManager, addPeople, addSkill, foundOrganisation } from './support/programme.js';

const SEEN = `query($id: ID!) { markingSlot(id: $id) { id } reviewQueue(scope: ALL) { edges { node { id } } } }`;
interface Seen {
  markingSlot: { id: string } | null;
  reviewQueue: { edges: { node: { id: string } }[] };
}
const GIVE = `mutation($slotId: ID!, $personId: ID!) { result: giveSlot(slotId: $slotId, personId: $personId) {
  __typename ... on MarkingSlot { id state assessor { id } } ... on Refusal { message } ... on NotTakeable { rules { rule ok } } } }`;
const WAIVE = `mutation($slotId: ID!, $personId: ID!, $reason: String!) { result: waiveConflict(slotId: $slotId, personId: $personId, reason: $reason) {
  __typename ... on MarkingSlot { waivers { rule reason person { id } } } ... on Refusal { message } } }`;
const ALLOCATE = `mutation { result: allocateWaiting { __typename ... on AllocationRun { id places given seed reproduces }
  ... on Refusal { message } } }`;
interface Answer {
  __typename: string;
  id: string;
  message: string;
  state: string;
  places: number;
  given: number;
  reproduces: boolean;
  assessor: { id: string } | null;
  rules: { rule: string; ok: boolean }[];
  waivers: { rule: string; reason: string; person: { id: string } }[];
}

const DRAWS = Number(process.env.DRAWS ?? 200);
/** Rules that follow from who people are to each other, and change nothing about the place. */
const BETWEEN_PEOPLE = ['not-manager', 'not-report', 'no-conflict', 'not-witness', 'not-mentor'];

describe('giving out work', () => {
  let api: TestApi;
  let lead: TestClient;
  let achievement: Awaited<ReturnType<typeof addAchievement>>;
  const refusals = new Set<string>();
  const counts = { draws: 0, forbidden: 0 };

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    const people = await addPeople(api, { lead: ['ASSESSMENT_LEAD'] });
    lead = await api.as(people.lead);
    achievement = await addAchievement(api, (await addSkill(api)).id, 'Testing');
  });
  beforeEach(() =>
    api.sql(`UPDATE marking_slot SET state = 'CANCELLED', assessor_id = NULL, lease_until = NULL
    WHERE state IN ('OPEN', 'ALLOCATED', 'LEASED')`),
  );
  afterAll(async () => {
    await api.close();
    if (process.env.COUNTS_FILE)
      appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify({ ...counts, cells: refusals.size })}\n`);
  });

  const ask = async (by: TestClient, document: string, variables: object) =>
    (await by.query<{ result: Answer }>(document, variables)).result;
  const assessor = async () => {
    const { assessor: id } = await addPeople(api, { assessor: ['ASSESSOR'] });
    await addFounders(api, achievement.achievementId, [id]);
    return { id, client: await api.as(id) };
  };
  async function waiting(): Promise<{ candidate: string; slotId: string; submissionId: string }> {
    const { candidate } = await addPeople(api, { candidate: [] });
    const submissionId = await handIn(await api.as(candidate), achievement);
    return { candidate, submissionId, slotId: await slotOf(api, submissionId) };
  }
  /** What a lead was told of what nobody can judge, once everything that happened is told. */
  async function toldTo(lead: string): Promise<{ title: string; path: string }[]> {
    const [next] = await api.sql<{ id: string }>(
      'SELECT id FROM domain_event WHERE told_at IS NULL ORDER BY id LIMIT 1',
    );
    if (next) {
      await api.asSystem((system) => api.app.get(TellEventJob).run(system, { eventId: next.id }));
      return toldTo(lead);
    }
    return api.sql(
      `SELECT title, path FROM notification WHERE person_id = $1 AND kind IN ('JUDGEMENT_LACKING', 'ASSESSORS_MISSING')
       ORDER BY created_at, id`,
      [lead],
    );
  }
  const waive = (slotId: string, personId: string, reason = 'Nobody else in the country knows this plant.') =>
    ask(lead, WAIVE, { slotId, personId, reason });

  const refused = (relation: string, moment: string, was: boolean) => {
    expect([relation, moment, was]).toEqual([relation, moment, true]);
    refusals.add(`${relation}, ${moment}`);
  };

  /** The six moments at which a rule has to hold, for somebody against whom it stands. */
  async function tryEverything(relation: string, rule: string, near: Near, by: TestClient): Promise<void> {
    const seen = await by.query<Seen>(SEEN, { id: near.slotId });
    refused(relation, 'in the list', !seen.reviewQueue.edges.some(({ node }) => node.id === near.slotId));
    refused(relation, 'by its address', seen.markingSlot === null);
    const claimed = await claim(by, near.slotId);
    const broken = claimed.rules?.filter(({ ok }) => !ok).map((each) => each.rule);
    refused(relation, 'claimed', claimed.__typename === 'NotEligible' && broken.includes(rule));
    refused(relation, 'as the next one', (await claimNext(by)).__typename === 'NothingToClaim');
    const given = await ask(lead, GIVE, { slotId: near.slotId, personId: near.assessor });
    await ask(lead, ALLOCATE, {});
    const [{ holder } = { holder: near.assessor }] = await api.sql<{ holder: string | null }>(
      'SELECT assessor_id AS holder FROM marking_slot WHERE id = $1',
      [near.slotId],
    );
    refused(relation, 'given', given.__typename === 'NotTakeable' && holder !== near.assessor);
    const [kept] = await api.sql('SELECT FROM slot_exclusion WHERE slot_id = $1 AND person_id = $2 AND rule = $3', [
      near.slotId,
      near.assessor,
      rule,
    ]);
    expect([relation, 'the reason is kept', kept !== undefined]).toEqual([relation, 'the reason is kept', true]);
  }

  it.each(Object.entries(RELATIONS))('keeps away whoever %s, at every moment', async (relation, { rule, bring }) => {
    const judge = await assessor();
    const before = await waiting();
    const near = { ...before, assessor: judge.id };
    expect((await judge.client.query<Seen>(SEEN, { id: near.slotId })).markingSlot).not.toBeNull();
    await bring(api, near);
    await tryEverything(relation, rule, near, judge.client);

    const other = await assessor();
    const later = { ...(await waiting()), assessor: other.id };
    expect((await claim(other.client, later.slotId)).__typename).toBe('MarkingSlot');
    await saveMark(other.client, later.slotId, achievement.rubric, [2, 2]);
    await bring(api, later);
    const late = await handInMark(other.client, later.slotId);
    // What is moderated is handed in by another door, which this one names.
    refused(relation, 'handed in', late.__typename !== 'MarkingSlot' && late.message.length > 0);
    if (rule !== 'no-other-part') expect(late.message).toContain('You may not assess this');
    const [{ n } = { n: 0 }] = await api.sql<{ n: number }>('SELECT count(*)::int AS n FROM mark WHERE slot_id = $1', [
      later.slotId,
    ]);
    expect(n).toBe(1);
  });

  it('keeps everybody away from their own work, at every moment', async () => {
    const judge = await assessor();
    const submissionId = await handIn(judge.client, achievement);
    const near = { candidate: judge.id, assessor: judge.id, slotId: await slotOf(api, submissionId) };
    await tryEverything('is the candidate', 'not-candidate', near, judge.client);
    const forced = api.sql(
      `UPDATE marking_slot SET state = 'LEASED', lease_until = now(), assessor_id = $2 WHERE id = $1`,
      [near.slotId, judge.id],
    );
    await expect(forced).rejects.toThrow(/check constraint/);
    refusals.add('is the candidate, handed in');
  });

  it('so keeps thirteen relations away at six moments', () => {
    expect(refusals.size).toBe(78);
  });

  it(
    'draws nobody against whom a rule stands, however often work is given out',
    async () => {
      const judges = await Promise.all(Array.from({ length: 8 }, assessor));
      for (const { id } of judges)
        await api.sql('INSERT INTO assessor_profile (person_id, capacity, saved_at) VALUES ($1, 40, now())', [id]);
      const places = [];
      for (let n = 0; n < 20; n += 1) places.push(await waiting());
      // Of each rule one, since a place has one witness and one mentor.
      const ties = BETWEEN_PEOPLE.map((named) => Object.values(RELATIONS).find(({ rule }) => rule === named));
      const forbidden = new Set<string>();
      for (const [at, { candidate, slotId }] of places.entries())
        for (const [turn, n] of [at, at * 3 + 1, at * 5 + 2].entries()) {
          const { id } = judges[n % judges.length] ?? { id: '' };
          if (forbidden.has(`${id} ${slotId}`)) continue;
          forbidden.add(`${id} ${slotId}`);
          await ties[(at + turn) % ties.length]?.bring(api, { candidate, slotId, assessor: id });
        }
      // The negative control: no rule is known any more.
      if (process.env.FORGET_RULES)
        await api.sql(`CREATE OR REPLACE FUNCTION app_conflicts_of(people uuid[], places uuid[]) RETURNS TABLE (person_id uuid, rule text, with_id uuid)
          LANGUAGE sql AS $$ SELECT NULL::uuid, NULL::text, NULL::uuid WHERE false $$`);
      while (counts.draws < DRAWS) {
        await api.sql(`UPDATE marking_slot SET state = 'OPEN', assessor_id = NULL WHERE id = ANY ($1::uuid[])`, [
          places.map(({ slotId }) => slotId),
        ]);
        await ask(lead, ALLOCATE, {});
        const given = await api.sql<{ pair: string }>(
          `SELECT assessor_id || ' ' || id AS pair FROM marking_slot WHERE state = 'ALLOCATED' AND id = ANY ($1::uuid[])`,
          [places.map(({ slotId }) => slotId)],
        );
        expect(given.length).toBeGreaterThan(places.length / 2);
        counts.draws += given.length;
        counts.forbidden += given.filter(({ pair }) => forbidden.has(pair)).length;
      }
      expect(counts.forbidden).toBe(0);
      // Nobody has to hear of so many draws one by one: what follows waits until all is told.
      await api.sql('UPDATE domain_event SET told_at = now() WHERE told_at IS NULL');
    },
    60_000 + DRAWS * 100,
  );

  it('lets somebody in conflict judge by a waiver with a reason, and asks for a second mark then', async () => {
    const [only, { candidate, slotId, submissionId }] = [await assessor(), await waiting()];
    await addManager(api, candidate, only.id);
    expect((await claim(only.client, slotId)).__typename).toBe('NotEligible');
    expect((await waive(slotId, only.id, 'Because')).__typename).toBe('InvalidInput');
    const waived = await waive(slotId, only.id);
    expect(waived.waivers).toEqual([
      { rule: 'not-manager', reason: 'Nobody else in the country knows this plant.', person: { id: only.id } },
    ]);
    const taken = await claim(only.client, slotId);
    expect(taken.__typename).toBe('MarkingSlot');
    await saveMark(only.client, slotId, achievement.rubric, [2, 2]);
    expect((await handInMark(only.client, slotId)).__typename).toBe('MarkingSlot');
    const slots = await api.sql(
      'SELECT purpose, reason, state FROM marking_slot WHERE submission_id = $1 ORDER BY purpose',
      [submissionId],
    );
    expect(slots).toEqual([
      expect.objectContaining({ purpose: 'FIRST', state: 'HANDED_IN' }),
      { purpose: 'SECOND', reason: 'WAIVER', state: 'OPEN' },
    ]);
  });

  it('tells a lead where a rule stands against everybody who could judge it, until then and for the second mark', async () => {
    const { manager, candidate, third } = await addPeople(api, {
      manager: ['ASSESSOR'],
      candidate: [],
      third: ['ASSESSMENT_LEAD'],
    });
    const rare = await addAchievement(api, (await addSkill(api, 'Rare plant')).id, 'Rare plant');
    await addFounders(api, rare.achievementId, [manager]);
    await addManager(api, candidate, manager);
    const submissionId = await handIn(await api.as(candidate), rare);
    const slotId = await slotOf(api, submissionId);
    const told = () => toldTo(third);
    const lacking = { title: 'Nobody may mark what was handed in for Rare plant', path: '/reviews/allocation' };
    expect(await told()).toEqual([lacking]);
    const judge = await api.as(manager);
    expect((await claim(judge, slotId)).__typename).toBe('NotEligible');
    expect((await waive(slotId, manager)).__typename).toBe('MarkingSlot');
    await claim(judge, slotId);
    await saveMark(judge, slotId, rare.rubric, [2, 2]);
    await handInMark(judge, slotId);
    expect(await told()).toEqual([lacking, lacking]);
    await handIn(await api.as((await addPeople(api, { other: [] })).other), rare);
    expect(await told()).toHaveLength(2);
  });

  it('tells leads once where nobody at all may assess, however much is handed in and however many places it has', async () => {
    const { gone, manager, candidate, other, third } = await addPeople(api, {
      gone: ['ASSESSOR'],
      manager: ['ASSESSOR'],
      candidate: [],
      other: [],
      third: ['ASSESSMENT_LEAD'],
    });
    const [orphan, near] = [
      await addAchievement(api, (await addSkill(api, 'Orphan')).id, 'Orphan', 'DRAFT'),
      await addAchievement(api, (await addSkill(api, 'Near')).id, 'Near', 'DRAFT'),
    ];
    await api.sql(
      `UPDATE achievement_version SET marking_policy = 'DOUBLE_BLIND', state = 'PUBLISHED', published_at = now() WHERE id = ANY ($1::uuid[])`,
      [[orphan.id, near.id]],
    );
    await addFounders(api, orphan.achievementId, [gone]);
    await addFounders(api, near.achievementId, [manager]);
    await api.sql('UPDATE role_grant SET ends_at = now() WHERE person_id = $1', [gone]);
    await handIn(await api.as(candidate), orphan);
    await handIn(await api.as(other), orphan);
    const ofThese = async (lead: string) => (await toldTo(lead)).filter(({ title }) => /Orphan|Near/.test(title));
    const hourly = () => api.asSystem((system) => api.app.get(MissingAssessorsJob, { strict: false }).run(system));
    const missing = { title: 'Nobody independent may assess Orphan', path: '/reviews/assessors' };
    expect(await ofThese(third)).toEqual([missing]);
    await hourly();
    expect(await ofThese(third)).toEqual([missing]);

    // Somebody may, but not this candidate's: both places lack the same, which is one message.
    await addManager(api, candidate, manager);
    await handIn(await api.as(candidate), near);
    await hourly();
    expect(await ofThese(third)).toEqual([
      missing,
      { title: 'Nobody may mark what was handed in for Near', path: '/reviews/allocation' },
    ]);
  });

  it('never waives what can never be, nor for oneself', async () => {
    const [judge, { slotId }] = [await assessor(), await waiting()];
    await RELATIONS['is a witness in it']?.bring(api, {
      candidate: (await candidateOf(slotId)) ?? '',
      assessor: judge.id,
      slotId,
    });
    const refusal = await waive(slotId, judge.id);
    expect([refusal.__typename, refusal.message]).toEqual(['NotAllowed', expect.stringContaining('never be waived')]);
    const { both } = await addPeople(api, { both: ['ASSESSMENT_LEAD', 'ASSESSOR'] });
    await addFounders(api, achievement.achievementId, [both]);
    await addManager(api, (await candidateOf(slotId)) ?? '', both);
    const own = await ask(await api.as(both), WAIVE, { slotId, personId: both, reason: 'I know it best of all.' });
    expect(own.__typename).toBe('NotAllowed');
  });
  const candidateOf = async (slotId: string) =>
    (await api.sql<{ id: string }>('SELECT candidate_id AS id FROM marking_slot WHERE id = $1', [slotId]))[0]?.id;

  it('gives what waits to whoever has room, and the same again from what it kept', async () => {
    const [one, two] = [await assessor(), await assessor()];
    await api.sql(
      'INSERT INTO assessor_profile (person_id, capacity, saved_at) VALUES ($1, 1, now()), ($2, 2, now())',
      [one.id, two.id],
    );
    await api.sql(
      `INSERT INTO assessor_leave (id, person_id, starts_on, ends_on, reason, added_at)
       SELECT gen_random_uuid(), person_id, current_date, current_date + 3, 'Away', now()
       FROM assessor_qualification WHERE person_id <> ALL ($1::uuid[])`,
      [[one.id, two.id]],
    );
    const slots = [await waiting(), await waiting(), await waiting()];
    const run = await ask(lead, ALLOCATE, {});
    expect(run).toMatchObject({ __typename: 'AllocationRun', places: 3, given: 3, reproduces: true });
    const holders = await api.sql<{ holder: string; state: string }>(
      'SELECT assessor_id AS holder, state FROM marking_slot WHERE id = ANY ($1::uuid[]) ORDER BY assessor_id',
      [slots.map(({ slotId }) => slotId)],
    );
    expect(holders.filter(({ holder }) => holder === one.id)).toHaveLength(1);
    expect(holders.every(({ state }) => state === 'ALLOCATED')).toBe(true);
    // Nobody else sees what was given; who has it takes it as the next one.
    const begun = await claimNext(one.client);
    expect(begun).toMatchObject({ __typename: 'MarkingSlot', state: 'LEASED' });
    expect((await claimNext(one.client)).__typename).toBe('NothingToClaim');
    expect((await ask(lead, ALLOCATE, {})).__typename).toBe('NothingToGive');

    // What lies with somebody who went on leave goes to another in the night; what somebody works on stays.
    await api.sql('UPDATE assessor_leave SET removed_at = now() WHERE person_id = $1', [two.id]);
    const three = await assessor();
    await api.sql(
      `INSERT INTO assessor_leave (id, person_id, starts_on, ends_on, reason, added_at) VALUES (gen_random_uuid(), $1, current_date, current_date, 'Ill', now())`,
      [two.id],
    );
    await api.asSystem((system) => api.app.get(AllocationService).run(system, 'NIGHTLY'));
    const after = await api.sql<{ holder: string; state: string }>(
      `SELECT assessor_id AS holder, state FROM marking_slot WHERE id = ANY ($1::uuid[]) ORDER BY state`,
      [slots.map(({ slotId }) => slotId)],
    );
    expect(after).toEqual([
      { holder: three.id, state: 'ALLOCATED' },
      { holder: three.id, state: 'ALLOCATED' },
      { holder: one.id, state: 'LEASED' },
    ]);
    await api.sql('UPDATE assessor_leave SET removed_at = now()');
  });

  it('does not give again what was declined, nor offer again what somebody recognised', async () => {
    const [judge, { slotId }] = [await assessor(), await waiting()];
    expect(await ask(lead, GIVE, { slotId, personId: judge.id })).toMatchObject({
      state: 'ALLOCATED',
      assessor: { id: judge.id },
    });
    expect((await putBack(judge.client, slotId, 'I am full this week')).state).toBe('OPEN');
    await api.sql('UPDATE assessor_profile SET paused = true');
    await ask(lead, ALLOCATE, {});
    const [{ holder } = { holder: judge.id }] = await api.sql<{ holder: string | null }>(
      'SELECT assessor_id AS holder FROM marking_slot WHERE id = $1',
      [slotId],
    );
    expect(holder).not.toBe(judge.id);
    await api.sql(`UPDATE marking_slot SET state = 'OPEN', assessor_id = NULL WHERE id = $1`, [slotId]);
    expect((await claim(judge.client, slotId)).__typename).toBe('MarkingSlot');
    const knows = `mutation($id: ID!) { result: putBackSlot(slotId: $id, reason: "I know this work", knowsCandidate: true) { __typename } }`;
    expect((await act(judge.client, knows, { id: slotId })).__typename).toBe('MarkingSlot');
    expect((await claim(judge.client, slotId)).__typename).toBe('NotEligible');
  });

  it('shows behind each figure of the board the places that it counts', async () => {
    const [, held] = [await waiting(), await waiting()];
    await claim((await assessor()).client, held.slotId);
    await api.sql(`UPDATE marking_slot SET due_at = now() - interval '1 day' WHERE id = $1`, [held.slotId]);
    const { qualityBoard } = await lead.query<{
      qualityBoard: { queue: { achievementId: string; waiting: number; beingMarked: number; overdue: number }[] };
    }>('{ qualityBoard { queue { achievementId waiting beingMarked overdue } } }');
    const id = achievement.achievementId;
    const counted = qualityBoard.queue.find((each) => each.achievementId === id);
    expect(counted?.beingMarked).toBeGreaterThan(0);
    expect(counted?.overdue).toBeGreaterThan(0);
    const behind = async (scope: string, id: string) =>
      (
        await lead.query<{ slotsToAllocate: { totalCount: number } }>(
          `query($id: ID) { slotsToAllocate(scope: ${scope}, achievementId: $id, first: 1) { totalCount } }`,
          { id },
        )
      ).slotsToAllocate.totalCount;
    expect({
      achievementId: id,
      waiting: await behind('NOT_BEGUN', id),
      beingMarked: await behind('BEGUN', id),
      overdue: await behind('OVERDUE', id),
    }).toEqual(counted);
    expect(await behind('NOT_BEGUN', 'no id at all')).toBe(0);
  });

  it('shows behind what an assessor holds and has done, and behind the marks of the board, just those', async () => {
    const [judge, places] = [await assessor(), [await waiting(), await waiting()]];
    for (const { slotId } of places) expect((await claim(judge.client, slotId)).__typename).toBe('MarkingSlot');
    const done = places[0]?.slotId ?? '';
    await saveMark(judge.client, done, achievement.rubric, [2, 2]);
    await handInMark(judge.client, done);
    type Load = { personId: string; held: number; handedIn: number };
    const { qualityBoard: board } = await lead.query<{
      qualityBoard: {
        from: string;
        until: string;
        marks: number;
        doubleMarked: number;
        loads: Load[];
        weeks: { week: string; marks: number; released: number }[];
        rubrics: { versionId: string; marks: number }[];
      };
    }>(`{ qualityBoard { from until marks doubleMarked loads { personId held handedIn } weeks { week marks released }
      rubrics { versionId marks } } }`);
    const behind = async (scope: string, wish: { assessorId?: string; marks?: Record<string, string> }) => {
      const { slotsToAllocate: list } = await lead.query<{
        slotsToAllocate: { totalCount: number; edges: { node: { submissionId: string; judgedAt: string | null } }[] };
      }>(
        `query($assessorId: ID, $marks: MarksWishInput) { slotsToAllocate(scope: ${scope}, assessorId: $assessorId, marks: $marks) {
          totalCount edges { node { submissionId judgedAt } } } }`,
        wish,
      );
      return list;
    };
    const count = async (...asked: Parameters<typeof behind>) => (await behind(...asked)).totalCount;
    const own = board.loads.find(({ personId }) => personId === judge.id);
    expect(own).toMatchObject({ held: 1, handedIn: 1 });
    expect(await count('IN_HAND', { assessorId: judge.id })).toBe(own?.held);
    const lately = await behind('LATELY', { assessorId: judge.id });
    expect(lately).toMatchObject({
      totalCount: own?.handedIn,
      edges: [{ node: { submissionId: expect.any(String) } }],
    });
    expect(lately.edges[0]?.node.judgedAt).not.toBeNull();
    const days = { from: board.from, until: board.until };
    expect(board.marks).toBeGreaterThan(0);
    expect(await count('MARKED', { marks: days })).toBe(board.marks);
    expect(await count('MARKED_TWICE', { marks: days })).toBe(board.doubleMarked);
    for (const { versionId, marks } of board.rubrics)
      expect(await count('MARKED', { marks: { ...days, versionId } })).toBe(marks);
    for (const { week, marks, released } of board.weeks.slice(-2)) {
      const until = dayAfter(week, 6);
      expect(await count('MARKED', { marks: { from: week, until } })).toBe(marks);
      expect(await count('RELEASED', { marks: { ...days, releasedFrom: week, releasedUntil: until } })).toBe(released);
    }
    expect(await count('MARKED', { marks: { from: dayAfter(board.until) } })).toBe(0);
    const today = { from: board.until, until: board.until };
    expect(await count('LATELY', { assessorId: judge.id, marks: today })).toBe(1);
    expect(await count('LATELY', { assessorId: judge.id, marks: { from: dayAfter(board.until) } })).toBe(0);
    expect(await count('LATELY', { assessorId: judge.id, marks: { until: dayAfter(board.until, -1) } })).toBe(0);
    expect(await count('IN_HAND', { assessorId: judge.id, marks: today })).toBe(0);
    expect(await count('IN_HAND', { assessorId: 'no id at all' })).toBe(0);
  });

  it('shows an assessor behind the figures of the queue just what they count', async () => {
    const [judge, places] = [await assessor(), [await waiting(), await waiting(), await waiting()]];
    const [done, held, late] = places.map(({ slotId }) => slotId);
    for (const id of [done, held]) await claim(judge.client, id ?? '');
    await saveMark(judge.client, done ?? '', achievement.rubric, [2, 2]);
    await handInMark(judge.client, done ?? '');
    await api.sql(`UPDATE marking_slot SET due_at = now() - interval '1 day' WHERE id = $1`, [late]);
    type Listed = { totalCount: number };
    const seen = await judge.client.query<{
      reviewCounts: { handedInThisWeek: number; dueToday: number; overdue: number };
      week: Listed;
      due: Listed & { edges: { node: { id: string } }[] };
    }>(`{ reviewCounts { handedInThisWeek dueToday overdue } week: reviewQueue(scope: THIS_WEEK) { totalCount }
      due: reviewQueue(scope: DUE) { totalCount edges { node { id } } } }`);
    expect(seen.reviewCounts).toEqual({ handedInThisWeek: 1, dueToday: 0, overdue: 1 });
    expect(seen.week.totalCount).toBe(1);
    expect(seen.due).toEqual({ totalCount: 1, edges: [{ node: { id: late } }] });
    await api.sql(`UPDATE marking_slot SET handed_in_at = now() - interval '8 days' WHERE id = $1`, [done]);
    const later = await judge.client.query<{ week: Listed }>('{ week: reviewQueue(scope: THIS_WEEK) { totalCount } }');
    expect(later.week.totalCount).toBe(0);
  });

  it('takes what is held of somebody back when a conflict with them is declared', async () => {
    const [judge, { slotId, candidate }] = [await assessor(), await waiting()];
    await claim(judge.client, slotId);
    const declare = `mutation($id: ID!, $note: String!) { result: declareConflict(otherPersonId: $id, kind: FRIENDSHIP, note: $note) {
      __typename ... on ConflictDeclaration { id endedAt other { id } } } }`;
    expect((await act(judge.client, declare, { id: judge.id, note: '' })).__typename).toBe('InvalidInput');
    expect((await act(judge.client, declare, { id: candidate, note: 'x'.repeat(501) })).__typename).toBe(
      'InvalidInput',
    );
    const declared = await act(judge.client, declare, { id: candidate, note: 'We sail together' });
    expect(declared).toMatchObject({ __typename: 'ConflictDeclaration', other: { id: candidate } });
    expect((await act(judge.client, declare, { id: candidate, note: '' })).id).toBe(declared.id);
    expect((await saveMark(judge.client, slotId, achievement.rubric, [2, 2])).__typename).not.toBe('MarkingSlot');
    expect((await claim(judge.client, slotId)).__typename).toBe('NotEligible');
    const end = `mutation($id: ID!) { result: endConflict(id: $id) { __typename } }`;
    const stranger = await assessor();
    expect((await act(stranger.client, end, { id: declared.id })).__typename).toBe('NotFound');
    await act(judge.client, end, { id: declared.id });
    expect((await claim(judge.client, slotId)).__typename).toBe('MarkingSlot');
  });
});
