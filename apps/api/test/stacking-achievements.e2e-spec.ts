import { OrganisationService } from '../src/features/people/organisation.service.js';
import { NoticeEndedPartsJob } from '../src/features/stacks/notice-ended-parts.job.js';
import { IssuanceService } from '../src/features/credentials/issuance.service.js';
import { CredentialIssued, CredentialRevoked } from '../src/features/credentials/credentials.events.js';
import { GiveStackJob } from '../src/features/stacks/give-stack.job.js';
import { record } from '../src/platform/events/event.js';
import { TellEventJob } from '../src/platform/events/tell-event.job.js';
import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addAchievement, addPeople, addSkill, type People } from './support/programme.js';

const PARTS =
  'stackRule { parts { kind depth amount unit minLevel achievementIds } notBoth { one other } partsMustBe maxAgeMonths countedOnce counts { name } }';
const ANSWER = `__typename ... on AchievementVersion { id achievementId revision route openPoints { section field message } ${PARTS} }
  ... on InvalidInput { problems { field message } } ... on Refusal { message }`;
const SAVE = `mutation($id: ID!, $revision: Int!, $input: AchievementDraftInput!) {
  result: saveAchievementDraft(id: $id, expectedRevision: $revision, input: $input) { ${ANSWER} } }`;
const PUBLISH = `mutation($id: ID!) { result: publishAchievement(id: $id) { __typename ... on AchievementVersion { id state }
  ... on NotReadyToPublish { openPoints { field message } } ... on Refusal { message } } }`;
const PROGRESS = `query($id: ID!) { achievementVersion(id: $id) { myStackProgress {
  toGo exact more counted { name } completions { achievements { name } } } } }`;

interface Point {
  section: string;
  field: string;
  message: string;
}
interface Answer {
  __typename: string;
  id: string;
  achievementId: string;
  revision: number;
  route: string;
  state: string;
  message: string;
  openPoints: Point[];
  problems: Point[];
  stackRule: { parts: object[]; counts: { name: string }[] } | null;
}
interface Progress {
  toGo: number | null;
  exact: boolean;
  more: boolean;
  counted: { name: string }[];
  completions: { achievements: { name: string }[] }[];
}

const part = (kind: string, depth: number, more: object = {}) => ({
  kind,
  depth,
  amount: null,
  unit: null,
  minLevel: null,
  achievementIds: [],
  ...more,
});
const rule = (parts: object[], more: object = {}) => ({
  parts,
  notBoth: [],
  partsMustBe: 'CURRENT',
  maxAgeMonths: null,
  countedOnce: false,
  ...more,
});

describe('achievements that are earned through others', () => {
  let api: TestApi;
  let designer: TestClient;
  let employee: TestClient;
  let people: People<'dana' | 'eve'>;
  let skillId: string;
  let earned: Record<'reads' | 'writes' | 'plans' | 'leads', { id: string; achievementId: string }>;

  beforeAll(async () => {
    api = await startApi();
    people = await addPeople(api, { dana: ['HR_DESIGNER'], eve: [] });
    skillId = (await addSkill(api)).id;
    earned = {
      reads: await addAchievement(api, skillId, 'Reads tests'),
      writes: await addAchievement(api, skillId, 'Writes tests'),
      plans: await addAchievement(api, skillId, 'Plans tests'),
      leads: await addAchievement(api, skillId, 'Leads testing'),
    };
    designer = await api.as(people.dana);
    employee = await api.as(people.eve);
  });
  afterAll(() => api.close());

  const as = async (client: TestClient, document: string, variables: object): Promise<Answer> =>
    (await client.query<{ result: Answer }>(document, variables)).result;
  const one = (which: keyof typeof earned, depth = 1) =>
    part('CREDENTIAL', depth, { achievementIds: [earned[which].achievementId] });
  const begin = async (name = 'Test engineer'): Promise<Answer> => {
    const created = await as(
      designer,
      `mutation($input: CreateAchievementInput!) { result: createAchievement(input: $input) { ${ANSWER} } }`,
      { input: { name, skillId, levelOrdinal: 2 } },
    );
    return as(designer, SAVE, {
      id: created.id,
      revision: 1,
      input: {
        description: 'Shows that somebody can be left alone with the tests.',
        outcomes: ['Tests what others build'],
        descriptors: {
          workloadHours: 20,
          language: 'en',
          participation: 'At work',
          assessmentType: 'Through other achievements',
          supervision: 'As there',
          qualityAssurance: 'Internal',
          gradingForm: 'NONE',
          prerequisites: '',
          stackability: 'Is made of others',
        },
      },
    });
  };
  const save = (draft: { id: string; revision: number }, stackRule: object | null) =>
    as(designer, SAVE, { id: draft.id, revision: draft.revision, input: { stackRule } });
  const stackPoints = ({ openPoints }: Answer) => openPoints.filter(({ field }) => field.startsWith('stackRule'));
  const publish = (draft: { id: string }) => as(designer, PUBLISH, { id: draft.id });
  const hold = (achievementVersionId: string, status = 'ACTIVE', validUntil: string | null = null) =>
    api.sql(
      `WITH made AS (
         INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
         VALUES ($1, $2, $3, 'BULK', $1, 'ISSUED', now() - interval '1 year', '{}', now()) RETURNING id)
       INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, valid_until, status, document, digest)
       SELECT $4, id, 1, $2, $3, now(), now() - interval '1 year', $5, $6, '{}', repeat('ab', 32) FROM made`,
      [newId(), people.eve, achievementVersionId, newId(), validUntil, status],
    );
  const progressOf = async (id: string): Promise<Progress> =>
    (await employee.query<{ achievementVersion: { myStackProgress: Progress } }>(PROGRESS, { id })).achievementVersion
      .myStackProgress;

  it('asks for no rubric, evidence or assessor of its own, and says what is missing from the rule', async () => {
    const draft = await begin();
    expect(draft.openPoints.map(({ section }) => section)).toContain('rubric');
    const empty = await save(draft, rule([part('ALL', 0)]));
    expect(empty.route).toBe('STACK');
    expect(empty.openPoints).toEqual([
      { section: 'validity', field: 'stackRule.parts.0', message: expect.stringContaining('empty') },
    ]);
    const back = await save(empty, null);
    expect(back).toMatchObject({ route: 'PORTFOLIO', stackRule: null });
  });

  it('is not published with the words that a draft begins with, which are about evidence and a rubric', async () => {
    const created = await as(
      designer,
      `mutation($input: CreateAchievementInput!) { result: createAchievement(input: $input) { ${ANSWER} } }`,
      { input: { name: 'As it began', skillId, levelOrdinal: 2 } },
    );
    const untrue = ({ openPoints }: Answer) =>
      openPoints.filter(({ field }) => field.startsWith('descriptors.') && field !== 'descriptors.workloadHours');
    expect(untrue(created)).toEqual([]);
    const draft = await save(created, rule([part('ALL', 0), one('reads')]));
    expect(untrue(draft).map(({ field }) => field)).toEqual([
      'descriptors.assessmentType',
      'descriptors.supervision',
      'descriptors.qualityAssurance',
      'descriptors.gradingForm',
    ]);
    expect(untrue(draft)[0]?.message).toContain('“Evidence of work, marked against a rubric”');
    expect((await publish(draft)).__typename).toBe('NotReadyToPublish');
  });

  it('gives the rule back as it was written, and names what it counts', async () => {
    const draft = await begin();
    const parts = [
      part('ALL', 0),
      one('reads'),
      part('AT_LEAST', 1, { amount: 2 }),
      one('writes', 2),
      one('plans', 2),
      one('leads', 2),
      part('CREDITS', 1, {
        amount: 16,
        unit: 'HOURS',
        achievementIds: [earned.writes.achievementId, earned.plans.achievementId],
      }),
    ];
    const asked = rule(parts, {
      notBoth: [{ one: earned.plans.achievementId, other: earned.leads.achievementId }],
      partsMustBe: 'HELD_ONCE',
      maxAgeMonths: 24,
      countedOnce: false,
    });
    const saved = await save(draft, asked);
    expect(saved.openPoints).toEqual([]);
    expect(saved.stackRule).toMatchObject(asked);
    expect(saved.stackRule?.counts.map(({ name }) => name)).toEqual([
      'Reads tests',
      'Writes tests',
      'Plans tests',
      'Leads testing',
    ]);
  });

  it.each<[string, object[], string]>([
    [
      'a part of what is no group',
      [part('ALL', 0), part('CREDENTIAL', 2, { achievementIds: [newId()] })],
      'stackRule.parts.1',
    ],
    ['no rule at all', [], 'stackRule.parts.0'],
    ['an achievement that is none', [part('CREDENTIAL', 0, { achievementIds: ["'; DROP"] })], 'stackRule.parts'],
    ['half an achievement', [part('AT_LEAST', 0, { amount: 0.5 })], 'stackRule.asks.atLeast.n'],
    ['a group of sixty-one', Array.from({ length: 62 }, (_each, row) => part('ALL', row ? 1 : 0)), 'stackRule.parts'],
  ])('refuses %s at once and keeps what was there', async (_name, parts, field) => {
    const draft = await begin();
    const refused = await save(draft, rule(parts));
    expect(refused.problems.map((problem) => problem.field)).toContain(field);
    const again = await save(draft, null);
    expect(again.revision).toBe(draft.revision + 1);
  });

  it('publishes none that can never be completed, and says why', async () => {
    const draft = await begin();
    const many = await save(draft, rule([part('AT_LEAST', 0, { amount: 3 }), one('reads'), one('writes')]));
    const refused = await publish(many);
    expect(refused.openPoints.map(({ message }) => message)).toEqual([
      'It can never be completed: it asks for 3 of a group that has 2.',
    ]);
    const hours = await save(
      many,
      rule([
        part('CREDITS', 0, {
          amount: 20,
          unit: 'HOURS',
          achievementIds: [earned.reads.achievementId, earned.writes.achievementId],
        }),
      ]),
    );
    expect(stackPoints(hours)[0]?.message).toContain('give 16 hours together, and it asks for 20');
    const gone = await save(hours, rule([part('CREDENTIAL', 0, { achievementIds: [newId()] })]));
    expect(stackPoints(gone)[0]?.message).toContain('not published');
    const itself = await save(
      gone,
      rule([part('ANY', 0), one('reads'), part('CREDENTIAL', 1, { achievementIds: [draft.achievementId] })]),
    );
    expect(stackPoints(itself)[0]).toMatchObject({
      field: 'stackRule.parts.2',
      message: expect.stringContaining('counts itself'),
    });
  });

  it('lets no two stacks need each other, and names the way round', async () => {
    const lower = await begin('Tester');
    await publish(await save(lower, rule([part('ALL', 0), one('reads')])));
    const upper = await begin('Lead tester');
    const counted = await save(
      upper,
      rule([part('ALL', 0), part('CREDENTIAL', 1, { achievementIds: [lower.achievementId] })]),
    );
    expect(await publish(counted)).toMatchObject({ state: 'PUBLISHED' });
    const next = await as(
      designer,
      `mutation($id: ID!) { result: startNextVersion(achievementVersionId: $id) { ${ANSWER} } }`,
      { id: lower.id },
    );
    const circular = await save(
      next,
      rule([part('ALL', 0), part('CREDENTIAL', 1, { achievementIds: [upper.achievementId] })]),
    );
    expect((await publish(circular)).openPoints.map(({ message }) => message)).toEqual([
      'It would need itself, and nobody could ever complete it: “Tester” → “Lead tester” → “Tester”.',
    ]);
  });

  it('shows people what they still need, by what they hold today', async () => {
    const draft = await begin('Whole tester');
    const asked = rule([
      part('ALL', 0),
      one('reads'),
      part('AT_LEAST', 1, { amount: 2 }),
      one('writes', 2),
      one('plans', 2),
      one('leads', 2),
    ]);
    await publish(await save(draft, asked));
    expect(await progressOf(draft.id)).toMatchObject({ toGo: 3, exact: true, counted: [] });
    await hold(earned.reads.id);
    await hold(earned.plans.id);
    await hold(earned.writes.id, 'ACTIVE', '2020-01-01');
    await hold(earned.leads.id, 'REVOKED');
    expect(await progressOf(draft.id)).toEqual({
      toGo: 1,
      exact: true,
      more: false,
      counted: [{ name: 'Reads tests' }, { name: 'Plans tests' }],
      completions: [{ achievements: [{ name: 'Writes tests' }] }, { achievements: [{ name: 'Leads testing' }] }],
    });
    const { result } = await employee.query<{ result: Answer }>(
      'mutation($id: ID!) { result: startSubmission(achievementVersionId: $id) { __typename ... on Refusal { message } } }',
      { id: draft.id },
    );
    expect(result).toMatchObject({ __typename: 'NotAllowed', message: expect.stringContaining('through other') });
  });

  it('counts what was earned once where the rule says so', async () => {
    const draft = await begin('Once tester');
    const asked = rule([part('ALL', 0), one('writes'), one('leads')], { partsMustBe: 'HELD_ONCE' });
    await publish(await save(draft, asked));
    expect(await progressOf(draft.id)).toMatchObject({ toGo: 1, counted: [{ name: 'Writes tests' }] });
  });

  describe('once it can be earned', () => {
    let gus: string;
    let holder: TestClient;
    let stack: Answer;
    let parts: Record<'red' | 'blue' | 'green', { id: string; achievementId: string }>;

    /** Tells everybody of everything that happened, as the worker does. */
    const tellAll = async () => {
      for (let round = 0; round < 10; round += 1) {
        const waiting = await api.sql<{ id: string }>(
          'SELECT id FROM domain_event WHERE told_at IS NULL ORDER BY at, id',
        );
        if (waiting.length === 0) return;
        for (const { id } of waiting)
          await api.asSystem((system) => api.app.get(TellEventJob).run(system, { eventId: id }));
      }
    };
    const earn = async (version: { id: string }, { until = null as string | null, on = '2 days' } = {}) => {
      const [award, credential] = [newId(), newId()];
      await api.sql(
        `WITH made AS (
           INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
           VALUES ($1, $2, $3, 'BULK', $1, 'ISSUED', now() - $6::interval, '{}', now() - $6::interval) RETURNING id)
         INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, valid_until, status, document, digest)
         SELECT $4, id, 1, $2, $3, now() - $6::interval, now() - $6::interval, $5, 'ACTIVE', '{}', repeat('cd', 32) FROM made`,
        [award, gus, version.id, credential, until, on],
      );
      await api.asSystem((system) => record(system, new CredentialIssued(credential, award, gus)));
      await tellAll();
      return credential;
    };
    /** What waits to be signed is signed, and told of. */
    const sign = async () => {
      const waiting = await api.sql<{ id: string }>(`SELECT id FROM award WHERE state = 'PENDING'`);
      await api.asSystem((system) =>
        api.app.get(IssuanceService).issue(
          system,
          waiting.map(({ id }) => id),
        ),
      );
      await tellAll();
    };
    const ownStack = async () =>
      (
        await holder.query<{
          myCredentials: {
            id: string;
            status: string;
            document: string;
            achievementVersion: { id: string };
            stackRisk: {
              id: string;
              state: string;
              reason: string | null;
              lost: { name: string; why: string }[];
            } | null;
          }[];
        }>(
          `{ myCredentials { id status document achievementVersion { id } stackRisk { id state reason lost { name why } } } }`,
        )
      ).myCredentials.filter(({ achievementVersion }) => achievementVersion.id === stack.id);
    const told = (person: string, kind: string) =>
      api.sql<{ title: string; body: string; topic: string }>(
        'SELECT title, body, topic FROM notification WHERE person_id = $1 AND kind = $2 ORDER BY created_at',
        [person, kind],
      );
    const begun = async () =>
      (
        await holder.query<{ myStacks: { name: string; myStackProgress: { toGo: number } }[] }>(
          '{ myStacks { name myStackProgress { toGo } } }',
        )
      ).myStacks;
    const look = () => api.asSystem((system) => api.app.get(NoticeEndedPartsJob).run(system)).then(tellAll);
    const waiting = async () =>
      (
        await designer.query<{
          stacksAtRisk: { totalCount: number; edges: { node: { id: string; lost: { name: string }[] } }[] };
        }>('{ stacksAtRisk { totalCount edges { node { id lost { name } credential { id } viewerCan } } } }')
      ).stacksAtRisk;

    beforeAll(async () => {
      await api.asSystem((system) =>
        api.app.get(OrganisationService).found(system, { organisationName: 'Mill Lane', firstAdministrator: null }),
      );
      gus = (await addPeople(api, { gus: [] })).gus;
      holder = await api.as(gus);
      parts = {
        red: await addAchievement(api, skillId, 'Red'),
        blue: await addAchievement(api, skillId, 'Blue'),
        green: await addAchievement(api, skillId, 'Green'),
      };
      const asks = (Object.keys(parts) as (keyof typeof parts)[]).map((each) =>
        part('CREDENTIAL', 1, { achievementIds: [parts[each].achievementId] }),
      );
      const draft = await begin('All colours');
      stack = await save(draft, rule([part('AT_LEAST', 0, { amount: 2 }), ...asks]));
      expect(await publish(stack)).toMatchObject({ state: 'PUBLISHED' });
      await tellAll();
    });

    it('says how far somebody is, with the badge that brought them nearer and on the way', async () => {
      await earn(parts.red);
      expect(await begun()).toEqual([{ name: 'All colours', myStackProgress: { toGo: 1 } }]);
      const [ready] = await told(gus, 'BADGE_READY');
      expect(ready?.body).toBe('Red is signed and yours to share. It counts towards All colours: 1 to go.');
      expect(await ownStack()).toEqual([]);
    });

    it('is given by itself with its last part, once, resting on its parts', async () => {
      await earn(parts.blue, { until: new Date(Date.now() + 3_600_000).toISOString() });
      await sign();
      const [own, ...others] = await ownStack();
      expect(others).toEqual([]);
      expect(own?.document).toContain('Earned through other achievements');
      expect(own?.document.match(/"genre":"Credential"/g)).toHaveLength(2);
      expect(await begun()).toEqual([]);
      // Told again of the same, and everything looked at again: there is one.
      await api.asSystem((system) => api.app.get(GiveStackJob).run(system, { versionId: stack.id, after: null }));
      await sign();
      expect(await ownStack()).toHaveLength(1);
    });

    it('is at risk when a part ends, says so to its holder and to who decides, and stays', async () => {
      await api.sql(
        `UPDATE credential SET valid_until = now() - interval '1 minute' WHERE person_id = $1 AND achievement_version_id = $2`,
        [...[gus, parts.blue.id]],
      );
      await look();
      const [own] = await ownStack();
      expect(own).toMatchObject({
        status: 'ACTIVE',
        stackRisk: { state: 'OPEN', lost: [{ name: 'Blue', why: 'ENDED' }] },
      });
      expect(await told(gus, 'STACK_AT_RISK')).toEqual([
        {
          title: 'A part of your badge counts no longer: All colours',
          body: expect.stringContaining('Blue'),
          topic: 'BADGES',
        },
      ]);
      expect(await told(people.dana, 'STACK_RISK_OPENED')).toHaveLength(1);
      expect((await waiting()).edges.map(({ node }) => node.lost[0]?.name)).toEqual(['Blue']);
      await look();
      expect(await told(gus, 'STACK_AT_RISK')).toHaveLength(1);
    });

    it('is kept only with a reason, which its holder reads', async () => {
      const [waits] = (await waiting()).edges;
      const keep = (client: TestClient, reason: string) =>
        as(
          client,
          `mutation($id: ID!, $reason: String!) { result: keepStack(id: $id, reason: $reason) {
            __typename ... on StackRisk { id state } ... on InvalidInput { problems { field message } } ... on Refusal { message } } }`,
          { id: waits?.node.id, reason },
        );
      expect((await keep(designer, ' ')).problems[0]).toMatchObject({ field: 'reason' });
      expect(await keep(designer, 'Blue is renewed in spring.')).toMatchObject({
        __typename: 'StackRisk',
        state: 'KEPT',
      });
      expect(await keep(designer, 'Again')).toMatchObject({ __typename: 'NotAllowed' });
      await tellAll();
      expect((await told(gus, 'STACK_KEPT'))[0]?.body).toBe('Blue is renewed in spring.');
      expect((await waiting()).totalCount).toBe(0);
      await look();
      expect((await ownStack())[0]?.stackRisk).toMatchObject({ state: 'KEPT', reason: 'Blue is renewed in spring.' });
    });

    it('is as it was when the part is earned again, or another one completes it', async () => {
      await earn(parts.green, { on: '1 minute' });
      expect((await ownStack())[0]?.stackRisk).toBeNull();
      await sign();
      expect(await ownStack()).toHaveLength(1);
    });

    it('is at risk at once when a part is withdrawn, and what was withdrawn itself waits for nobody', async () => {
      const [red] = await api.sql<{ id: string }>(
        'SELECT id FROM credential WHERE person_id = $1 AND achievement_version_id = $2',
        [gus, parts.red.id],
      );
      const withdraw = async (id: string | undefined) => {
        await api.sql(
          `UPDATE credential SET status = 'REVOKED', status_cause = 'ISSUED_IN_ERROR', status_since = now() WHERE id = $1`,
          [id],
        );
        await api.asSystem((system) =>
          record(system, new CredentialRevoked(id ?? '', newId(), gus, 'ISSUED_IN_ERROR')),
        );
        await tellAll();
      };
      await withdraw(red?.id);
      const [own] = await ownStack();
      expect(own?.stackRisk?.lost).toEqual([
        { name: 'Red', why: 'WITHDRAWN' },
        { name: 'Blue', why: 'ENDED' },
      ]);
      await withdraw(own?.id);
      expect((await waiting()).totalCount).toBe(0);
      // Nothing was earned since: what somebody withdrew does not come back by itself.
      await sign();
      expect((await ownStack()).filter(({ status }) => status === 'ACTIVE')).toEqual([]);
    });
  });
});
