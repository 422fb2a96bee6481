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
       SELECT $4, id, 1, $2, $3, now(), now() - interval '1 year', $5, $6, '{}', '' FROM made`,
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
});
