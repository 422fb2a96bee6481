import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  GraphQLObjectType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import pg from 'pg';
import { FreeLapsedLeasesJob } from '../src/features/assessments/free-lapsed-leases.job.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addFounders, claim, claimNext, handInMark, putBack, release, renew, saveMark } from './support/assessor.js';
import { handIn } from './support/candidate.js';
import { addAchievement, addPeople, addSkill, foundOrganisation, type People } from './support/programme.js';

type Name = 'lea' | 'lou' | 'ada' | 'bo' | 'ann' | 'eve' | 'dan' | 'fay';
type Check = {
  id: string;
  state: string;
  within: boolean | null;
  criteria: { comment: string }[];
  compared: { given: number; definitive: number; difference: number; within: boolean; reason: string }[] | null;
};

/** Where it is kept that somebody did something, and what is only about checks. Everything else has to stay as it was. */
const MAY_CHANGE =
  /^(live_check|live_check_turn|audit_\w+|domain_event|event|event_\w+|session|sign_in_session|job\w*)$/;

describe('checking assessors among live work', () => {
  let api: TestApi;
  let people: People<Name>;
  const as = {} as Record<Name, TestClient>;
  let welding: Awaited<ReturnType<typeof addAchievement>>;
  /** The exemplars: of ann's work, which ada judged; of eve's, which bo judged. */
  let anns = '';
  let eves = '';

  const say = async <Answer extends object = { __typename: string; message: string }>(
    by: Name,
    call: string,
    more = '',
  ): Promise<Answer & { __typename: string; message: string }> =>
    (
      await as[by].query<{ result: Answer & { __typename: string; message: string } }>(
        `mutation { result: ${call} { __typename ... on Refusal { message } ${more} } }`,
      )
    ).result;
  const until = async (question: () => Promise<unknown>) => {
    for (let turn = 0; turn < 100; turn += 1) {
      if (await question()) return;
      await new Promise((go) => setTimeout(go, 100));
    }
    throw new Error('That did not happen within ten seconds.');
  };
  const exemplarOf = async (author: Name, judge: Name): Promise<string> => {
    const submissionId = await handIn(as[author], welding);
    const [slot] = await api.sql<{ id: string }>('SELECT id FROM marking_slot WHERE submission_id = $1', [
      submissionId,
    ]);
    await claim(as[judge], slot?.id ?? '');
    await saveMark(as[judge], slot?.id ?? '', welding.rubric, [3, 3]);
    await handInMark(as[judge], slot?.id ?? '');
    await release(as[judge], slot?.id ?? '');
    const { id } = await say<{ id: string }>(
      'lea',
      `createExemplar(achievementId: "${welding.achievementId}", title: "A seam", submissionId: "${submissionId}")`,
      '... on Exemplar { id }',
    );
    const levels = welding.rubric.criteria.map((each) => `{ criterionId: "${each.id}", level: 3, reason: "It holds" }`);
    await say('lea', `proposeDefinitiveMark(exemplarId: "${id}", criteria: [${levels.join(', ')}])`);
    expect(await say('lou', `agreeDefinitiveMark(exemplarId: "${id}")`)).toMatchObject({ __typename: 'Exemplar' });
    await until(async () => (await api.sql('SELECT 1 FROM exemplar_consent WHERE exemplar_id = $1', [id])).length);
    return id;
  };
  const answer = (by: Name, exemplarId: string, given: boolean) =>
    say(by, `answerExemplarConsent(exemplarId: "${exemplarId}", given: ${given})`);
  /** The next place that this assessor takes is a check, if anything can stand in for it. */
  const turnOf = (name: Name) =>
    api.sql(
      `INSERT INTO live_check_turn (person_id, seed, since) VALUES ($1, 'seed', 1000)
       ON CONFLICT (person_id) DO UPDATE SET since = 1000`,
      [people[name]],
    );
  const checkOf = async (name: Name) =>
    (
      await api.sql<{ id: string; slot_id: string; state: string; exemplar_id: string }>(
        'SELECT * FROM live_check WHERE person_id = $1 ORDER BY begun_at DESC LIMIT 1',
        [people[name]],
      )
    )[0];
  const stateOf = async (slotId: string) =>
    (await api.sql<{ state: string }>('SELECT state FROM marking_slot WHERE id = $1', [slotId]))[0]?.state;
  const mayCheck = async (name: Name, exemplarId: string, slotId: string, before = 'SELECT 1'): Promise<boolean> => {
    const client = new pg.Client(api.databaseUrl);
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query(before);
      await client.query(`SELECT set_config('app.person_id', $1, true)`, [people[name]]);
      const { rows } = await client.query<{ may: boolean }>('SELECT app_may_check($1, $2) AS may', [
        exemplarId,
        slotId,
      ]);
      return rows[0]?.may ?? false;
    } finally {
      await client.query('ROLLBACK');
      await client.end();
    }
  };

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    people = await addPeople(api, {
      ...{ lea: ['ASSESSMENT_LEAD'], lou: ['ASSESSMENT_LEAD', 'ASSESSOR'], ada: ['ASSESSOR'], bo: ['ASSESSOR'] },
      ...{ ann: ['ASSESSOR'], eve: [], dan: [], fay: [] },
    });
    for (const name of Object.keys(people) as Name[]) as[name] = await api.as(people[name]);
    const skill = await addSkill(api);
    welding = await addAchievement(api, skill.id, 'Welding');
    await addFounders(api, welding.achievementId, [people.ada, people.bo, people.lou, people.ann]);
    anns = await exemplarOf('ann', 'ada');
    eves = await exemplarOf('eve', 'bo');
  }, 120_000);
  afterAll(() => api.close());

  it('asks whoever wrote the work, and nobody else can answer', async () => {
    const { myExemplarConsents } = await as.ann.query<{ myExemplarConsents: object[] }>(
      '{ myExemplarConsents { exemplarId answer achievement { name } } }',
    );
    expect(myExemplarConsents).toEqual([{ exemplarId: anns, answer: null, achievement: { name: 'Welding' } }]);
    await until(async () =>
      JSON.stringify(await as.ann.query('{ notifications(first: 9) { edges { node { kind path } } } }')).includes(
        '"kind":"EXEMPLAR_CONSENT","path":"/growth/evidence/exemplars"',
      ),
    );
    expect(await answer('eve', anns, true)).toMatchObject({ __typename: 'NotFound' });
    expect(await answer('lea', anns, true)).toMatchObject({ __typename: 'NotFound' });
    const obstacles = async () =>
      (await as.lea.query<{ exemplar: { liveObstacles: string[] } }>(`{ exemplar(id: "${anns}") { liveObstacles } }`))
        .exemplar.liveObstacles;
    expect(await obstacles()).toEqual(['NO_ANSWER']);
    expect(await answer('ann', anns, true)).toMatchObject({ __typename: 'ExemplarConsent' });
    expect(await obstacles()).toEqual([]);
    expect(await answer('ann', anns, false)).toMatchObject({ __typename: 'ExemplarConsent' });
    expect(await obstacles()).toEqual(['REFUSED']);
  });

  it('stands in only with consent, for those who do not know the work, in lines that fit', async () => {
    await handIn(as.dan, welding);
    const [waiting] = await api.sql<{ id: string }>(`SELECT id FROM marking_slot WHERE state = 'OPEN'`);
    const place = waiting?.id ?? '';
    // Refused: whoever's turn it is gets live work.
    expect(await mayCheck('bo', anns, place)).toBe(false);
    await answer('ann', anns, true);
    expect(await mayCheck('bo', anns, place)).toBe(true);
    expect(await mayCheck('bo', eves, place)).toBe(false);
    for (const name of ['ann', 'ada', 'lou', 'lea'] as const)
      expect([name, await mayCheck(name, anns, place)]).toEqual([name, false]);
    const kept = [
      `UPDATE exemplar_consent SET answer = NULL, answered_at = NULL`,
      `UPDATE exemplar SET retired_at = now()`,
      `UPDATE exemplar SET items = items || items`,
      `UPDATE exemplar SET items = jsonb_set(items, '{0,url}', '"https://example.org"')`,
      `UPDATE exemplar SET items = jsonb_set(items, '{0,text}', '"A file was handed in here. Describe what it showed."')`,
      `UPDATE person SET active = false WHERE id = '${people.ann}'`,
      `UPDATE marking_slot SET back_in_queue = true WHERE id = '${place}'`,
      `UPDATE marking_slot SET attempt_no = 2 WHERE id = '${place}'`,
      `UPDATE marking_slot SET item_count = 4 WHERE id = '${place}'`,
      `UPDATE marking_slot SET purpose = 'SECOND' WHERE id = '${place}'`,
      `UPDATE marking_slot SET assessor_id = '${people.bo}' WHERE candidate_id = '${people.ann}'`,
      `INSERT INTO conflict_declaration (id, person_id, other_person_id, kind, note, since)
         VALUES (gen_random_uuid(), '${people.bo}', '${people.ann}', 'FAMILY', '', now())`,
      `INSERT INTO calibration_round (id, achievement_id, achievement_version_id, name, exemplar_ids, needed, tolerance, opened_at, opened_by)
         VALUES (gen_random_uuid(), '${welding.achievementId}', '${welding.id}', 'R', ARRAY['${anns}']::uuid[], 1, 0, now(), '${people.lea}')`,
    ];
    for (const sql of kept) expect([sql, await mayCheck('bo', anns, place, sql)]).toEqual([sql, false]);
  });

  it('comes once in twenty on the whole, never in step, and the same again from the seed that is kept', async () => {
    const [drawn] = await api.sql<{ mean: number; least: number; most: number; kinds: number }>(
      `SELECT avg(n)::float AS mean, min(n) AS least, max(n) AS most, count(DISTINCT n)::int AS kinds
       FROM (SELECT app_check_after('seed', turn, 20) AS n FROM generate_series(1, 4000) turn) drawn`,
    );
    expect(drawn?.mean).toBeCloseTo(20, -0.5);
    expect(drawn).toMatchObject({ least: 1, most: 39, kinds: 39 });
    const again = () => api.sql(`SELECT app_check_after('seed', turn, 20) FROM generate_series(1, 50) turn`);
    expect(await again()).toEqual(await again());
  });

  describe('that nobody can tell from live work', () => {
    let place = '';
    /** Everything in the database but what may change, table by table. */
    const everything = async () => {
      const tables = await api.sql<{ name: string }>(
        `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
         WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
      );
      const found: Record<string, string> = {};
      for (const { name } of tables.filter((each) => !MAY_CHANGE.test(each.name.replace('public.', ''))))
        found[name] =
          (
            await api.sql<{ sum: string }>(
              `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${name} t`,
            )
          )[0]?.sum ?? '';
      return found;
    };
    const figures = async () => ({
      board: await as.lea.query(`{ qualityBoard { marks doubleMarked queue { achievementId waiting beingMarked overdue }
        loads { personId held handedIn capacity } fairness { people variation gini most } weeks { week marks released }
        rubrics { versionId marks passed } } }`),
      author:
        await as.ann.query(`{ mySubmissions(first: 20) { edges { node { id state revision } } } notifications(first: 50) { edges { node { id kind } } }
        myExemplarConsents { exemplarId answer answeredAt } }`),
      candidate: await as.dan.query(
        `{ mySubmissions(first: 20) { edges { node { id state revision } } } notifications(first: 50) { edges { node { id kind } } } }`,
      ),
    });
    /** Every field that hangs on a place, as far as three steps away. */
    const documents = (() => {
      const schema = buildSchema(readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8'));
      const fields = (type: GraphQLObjectType, depth: number): string =>
        Object.values(type.getFields())
          .filter((field) => !field.args.some(isRequiredArgument))
          .flatMap((field) => selection(field, depth))
          .join(' ');
      const selection = (field: GraphQLField<unknown, unknown>, depth: number): string[] => {
        const of = getNamedType(field.type);
        if (!isObjectType(of)) return 'getFields' in of ? [] : [field.name];
        const within = depth > 0 && !of.name.endsWith('Connection') ? fields(of, depth - 1) : '';
        return within ? [`${field.name} { ${within} }`] : [];
      };
      const type = schema.getType('MarkingSlot');
      if (!(type instanceof GraphQLObjectType)) throw new Error('There are no places.');
      return Object.values(type.getFields()).flatMap((field) =>
        selection(field, field.name === 'achievementVersion' ? 0 : 2),
      );
    })();
    /** Whatever bo can ask, with what differs from moment to moment left out. */
    const asked = async () => {
      const fields: unknown[] = [];
      for (let from = 0; from < documents.length; from += 12) {
        const each = documents.slice(from, from + 12).join(' ');
        const one = await as.bo.ask<{ markingSlot: object }>(
          `query($id: ID!) { markingSlot(id: $id) { ${each} } node(id: $id) { ... on MarkingSlot { ${each} } } }`,
          { id: place },
        );
        fields.push([each, one.errors?.map(({ message }) => message) ?? one.data]);
      }
      const line =
        'id purpose state candidateCode attemptNo submittedAt dueAt criteriaCount itemCount backInQueue putBackReason overdue submissionState viewerCan lease { mine } mark { revision }';
      const rest = await as.bo.ask(`{
        ${['CAN_TAKE', 'HELD', 'HANDED_IN', 'ALL'].map((scope) => `${scope}: reviewQueue(scope: ${scope}) { totalCount edges { node { ${line} } } }`).join(' ')}
        reviewCounts { canTake held given handedIn handedInThisWeek dueToday overdue hidden capacity }
        heldReviews reviewedAchievements { id name } myLiveChecks { id }
        notifications(first: 50) { edges { node { id kind } } } }`);
      return JSON.parse(
        JSON.stringify({ fields, rest }, (key, value: unknown) =>
          ['until', 'savedAt', 'digest', 'locations'].includes(key) ||
          (key === 'id' && typeof value === 'string' && markIds.has(value))
            ? '*'
            : value,
        ),
      ) as unknown;
    };
    const markIds = new Set<string>();
    const marked = async () => {
      const { markingSlot } = await as.bo.query<{ markingSlot: { mark: { id: string } } }>(
        `{ markingSlot(id: "${place}") { mark { id } } }`,
      );
      markIds.add(markingSlot.mark.id);
    };
    /** The whole way of a place up to its hand-in: taken, kept, saved, read, put back, taken again. */
    const way = async () => {
      const steps: unknown[] = [await asked()];
      steps.push(await claimNext(as.bo).then(({ id, state, submissionState }) => ({ id, state, submissionState })));
      steps.push(await asked());
      steps.push((await renew(as.bo, place)).state);
      steps.push(await saveMark(as.bo, place, welding.rubric, [1, 2]));
      steps.push(
        await saveMark(as.bo, place, welding.rubric, [1, 2]).then(({ __typename, currentRevision }) => ({
          __typename,
          currentRevision,
        })),
      );
      await marked();
      steps.push(await asked());
      steps.push((await as.bo.ask('{ auditEntries(first: 5) { edges { node { id } } } }')).errors?.[0]?.message);
      steps.push(await putBack(as.bo, place, 'Somebody else'));
      steps.push(await asked());
      steps.push((await claimNext(as.bo)).id);
      steps.push(await asked());
      await api.sql(
        `UPDATE marking_slot SET lease_until = now() - interval '1 minute' WHERE id = $1 AND state = 'LEASED'`,
        [place],
      );
      await api.sql(
        `UPDATE live_check SET lease_until = now() - interval '1 minute' WHERE slot_id = $1 AND state = 'OPEN'`,
        [place],
      );
      steps.push(await asked());
      await api.asSystem((system) => api.app.get(FreeLapsedLeasesJob).run(system));
      steps.push(await asked());
      steps.push(await claim(as.bo, place));
      return steps;
    };

    it('in no field, count, list or answer, from the queue to the hand-in', async () => {
      const [waiting] = await api.sql<{ id: string }>(`SELECT id FROM marking_slot WHERE state = 'OPEN'`);
      place = waiting?.id ?? '';
      const before = [await everything(), await figures()];
      await turnOf('bo');
      const asCheck = await way();
      expect(await checkOf('bo')).toMatchObject({ state: 'OPEN', slot_id: place, exemplar_id: anns });
      expect(await stateOf(place)).toBe('OPEN');
      // Nothing anywhere has changed by it, for anybody.
      expect([await everything(), await figures()]).toEqual(before);

      // The same place once more, as what it is.
      await api.sql('DELETE FROM live_check');
      await api.sql('DELETE FROM live_check_turn');
      const asLive = await way();
      expect(await stateOf(place)).toBe('LEASED');
      expect(JSON.stringify(asCheck)).toContain('A change with its tests');
      expect(asCheck).toEqual(asLive);

      // And back, for what follows.
      await putBack(as.bo, place, 'Later');
      await api.sql(`DELETE FROM mark WHERE slot_id = $1`, [place]);
      await api.sql(`UPDATE marking_slot SET back_in_queue = false, put_back_reason = NULL WHERE id = $1`, [place]);
    });

    it('until it is handed in: then it is told, criterion by criterion, and nothing follows for its author', async () => {
      const before = [await everything(), await figures()];
      await turnOf('bo');
      await claimNext(as.bo);
      await saveMark(as.bo, place, welding.rubric, [3, 1]);
      const { check } = await say<{ check: { id: string } }>(
        'bo',
        `handInMark(slotId: "${place}")`,
        '... on MarkingSlot { state check { id } }',
      );
      const LOOK = `query($id: ID!) { liveCheck(id: $id) { id state within criteria { comment }
        compared { given definitive difference within reason } } }`;
      const look = async (by: Name) =>
        (await as[by].query<{ liveCheck: Check | null }>(LOOK, { id: check.id })).liveCheck;
      expect(await look('bo')).toMatchObject({
        state: 'HANDED_IN',
        within: false,
        compared: [
          { given: 3, definitive: 3, difference: 0, within: true, reason: 'It holds' },
          { given: 1, definitive: 3, difference: -2, within: false, reason: 'It holds' },
        ],
      });
      expect(await look('lea')).toMatchObject({ within: false });
      for (const name of ['ann', 'dan', 'ada'] as const) expect(await look(name)).toBeNull();
      expect([await everything(), await figures()]).toEqual(before);
      const { qualityBoard } = await as.lea.query<{ qualityBoard: { checks: object[]; definitive: object } }>(
        '{ qualityBoard { checks { person { displayName } checks within criteria exact bias apart } definitive { judgements } } }',
      );
      expect(qualityBoard.checks).toEqual([
        { person: { displayName: 'bo' }, checks: 1, within: 0, criteria: 2, exact: 0.5, bias: -1, apart: 1 },
      ]);
      // What it stood in for waits as before, for bo, too.
      expect(await claimNext(as.bo)).toMatchObject({ id: place, mark: null });
      expect(await stateOf(place)).toBe('LEASED');
      expect(await handInMark(as.bo, place)).toMatchObject({ __typename: 'MarkIncomplete' });
    });
  });

  it('is taken away at once when the consent is, and what was typed stays with whoever typed it', async () => {
    await answer('eve', eves, true);
    await handIn(as.fay, welding);
    await turnOf('ada');
    const { id } = await claimNext(as.ada);
    expect(await checkOf('ada')).toMatchObject({ state: 'OPEN', exemplar_id: eves, slot_id: id });
    await saveMark(as.ada, id, welding.rubric, [1, 3]);
    const [open] = await api.sql<{ id: string }>('SELECT id FROM live_check WHERE person_id = $1', [people.ada]);
    const look = async () =>
      (
        await as.ada.query<{ liveCheck: Check | null }>(
          `{ liveCheck(id: "${open?.id}") { id state within criteria { comment } compared { given } } }`,
        )
      ).liveCheck;
    // Of an open one nobody learns that it is one, whatever they guess.
    expect(await look()).toBeNull();
    await answer('eve', eves, false);
    for (const gone of [
      await renew(as.ada, id),
      await saveMark(as.ada, id, welding.rubric, [1, 3], 1),
      await handInMark(as.ada, id),
      await putBack(as.ada, id, 'So'),
    ])
      expect(gone).toMatchObject({
        __typename: 'CheckTakenAway',
        message: expect.stringContaining('took their consent back') as string,
      });
    expect(await look()).toMatchObject({
      state: 'WITHDRAWN',
      compared: null,
      criteria: [{ comment: 'More of it would meet it.' }, { comment: '' }],
    });
    await until(async () =>
      JSON.stringify(await as.ada.query('{ notifications(first: 9) { edges { node { kind path } } } }')).includes(
        `"kind":"CHECK_TAKEN_AWAY","path":"/reviews/checks/${open?.id}"`,
      ),
    );
    expect(await api.sql('SELECT content FROM live_check WHERE id = $1', [open?.id])).toEqual([{ content: null }]);
    // After 30 days nothing of it is left.
    await api.sql(`ALTER TABLE live_check DISABLE TRIGGER USER`);
    await api.sql(`UPDATE live_check SET ended_at = ended_at - interval '31 days' WHERE id = $1`, [open?.id]);
    await api.sql(`ALTER TABLE live_check ENABLE TRIGGER USER`);
    await api.asSystem((system) => api.app.get(FreeLapsedLeasesJob).run(system));
    expect(await look()).toMatchObject({ criteria: [] });
  });

  it('is left out where the organisation shows names or wants no checks', async () => {
    const change = (input: string, revision: number) =>
      say<{ revision: number; problems: { field: string }[] }>(
        'lea',
        `changeAssessmentSettings(expectedRevision: ${revision}, input: { teamIsConflict: true, allocation: CLAIM,
           toleratedLevels: 1, appealWindowDays: 20, recallDays: 90, ${input} })`,
        '... on AssessmentSettings { revision checkEvery } ... on InvalidInput { problems { field } }',
      );
    expect(await change('hidesNames: true, checkEvery: 3', 0)).toMatchObject({ problems: [{ field: 'checkEvery' }] });
    const due = async () => {
      await turnOf('ann');
      return (
        await api.sql<{ due: boolean }>(
          `SELECT due FROM (SELECT set_config('app.person_id', '${people.ann}', false)) me, app_check_turn()`,
        )
      )[0]?.due;
    };
    expect(await due()).toBe(true);
    await change('hidesNames: true, checkEvery: 0', 0);
    expect(await due()).toBe(false);
    await change('hidesNames: false, checkEvery: 20', 1);
    expect(await due()).toBe(false);
    await change('hidesNames: true, checkEvery: 5', 2);
    expect(await due()).toBe(true);
  });

  it('goes with whoever is erased: the work, the consent and the words about it', async () => {
    await api.sql('UPDATE person SET erased_at = now() WHERE id = $1', [people.ann]);
    expect(await api.sql('SELECT items, title FROM exemplar WHERE id = $1', [anns])).toEqual([
      { items: [], title: '–' },
    ]);
    expect(await api.sql('SELECT 1 FROM exemplar_consent WHERE exemplar_id = $1', [anns])).toEqual([]);
    const left = await api.sql<{ criteria: object[] }>('SELECT criteria FROM live_check WHERE exemplar_id = $1', [
      anns,
    ]);
    expect(left).toEqual([
      {
        criteria: [
          expect.objectContaining({ level: 3, comment: '' }),
          expect.objectContaining({ level: 1, comment: '' }),
        ],
      },
    ]);
  });
});
