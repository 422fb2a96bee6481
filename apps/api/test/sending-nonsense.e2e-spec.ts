import { ROLES } from '@assay/access';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addPeople, addSkill, foundOrganisation } from './support/programme.js';

const cursor = (...words: unknown[]) => Buffer.from(JSON.stringify(words)).toString('base64url');
const ID = '0190a000-0000-7000-8000-00000000000a';
const CURSORS = {
  'no base64': '???',
  'other words': cursor('x', 'y'),
  'no moment': cursor('yesterday', ID),
  'a moment beyond the calendar': cursor('+275760-09-13T00:00:00.000Z', ID),
  'no id': cursor('2026-01-01T00:00:00.000Z', 'zzz'),
  'a zero byte': cursor('a\u0000', ID),
  'no words': cursor({}, 1),
};
const LISTS = [
  'achievements',
  'auditEntries',
  'bulkIssues',
  'completionClaims',
  'courseProviders',
  'courses',
  'externalCredentials',
  'issuances',
  'myCompletionClaims',
  'myCompletions',
  'myEvidence',
  'mySubmissions',
  'notifications',
  'people',
  'reviewQueue',
  'skillNeeds',
  'skillProposals',
  'skillSupply',
  'skills',
];
const SEARCHED = [
  'achievements',
  'auditEntries',
  'courseProviders',
  'courses',
  'myEvidence',
  'people',
  'reviewQueue',
  'skillSupply',
  'skills',
];

/** Whatever is sent, the answer is an answer: never a fault of ours, and nothing half written. */
describe('sending nonsense', () => {
  let api: TestApi;
  let ada: TestClient;
  let skill: string;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    const everything = ROLES.filter((role) => role !== 'EMPLOYEE' && role !== 'MANAGER');
    const { Ada } = await addPeople(api, { Ada: [...everything] });
    skill = (await addSkill(api)).id;
    ada = await api.as(Ada);
  });
  afterAll(() => api.close());

  const codesOf = (errors: { extensions?: { code?: string } }[] | undefined) =>
    (errors ?? []).map((error) => error.extensions?.code);

  describe.each(LISTS)('%s', (list) => {
    it.each(Object.entries(CURSORS))('begins at the beginning for a cursor with %s', async (_what, after) => {
      const asked = `query($after: String) { list: ${list}(first: 2, after: $after) { totalCount edges { cursor } } }`;
      const { list: wrong } = await ada.query<{ list: object }>(asked, { after });
      expect(wrong).toBeTruthy();
    });

    it.each([-1, 0, null, 1_000_000_000])('gives a page for first: %s', async (first) => {
      const asked = `query($first: Int) { list: ${list}(first: $first) { edges { cursor } } }`;
      const { list: page } = await ada.query<{ list: { edges: object[] } }>(asked, { first });
      expect(page.edges.length).toBeLessThanOrEqual(100);
    });
  });

  it.each(SEARCHED)('%s: looks for very long words as quickly as for any', async (list) => {
    const started = Date.now();
    const asked = `query($words: String) { list: ${list}(search: $words) { totalCount } }`;
    await ada.query(asked, { words: '%_\\'.repeat(200_000) });
    expect(Date.now() - started).toBeLessThan(1_500);
  });

  it('shows the queue that one can take from when the scope is null', async () => {
    const asked = 'query { reviewQueue(scope: null, order: null) { totalCount } }';
    expect(await ada.query(asked)).toEqual({ reviewQueue: { totalCount: 0 } });
  });

  describe('texts that are none', () => {
    const KEEP = `mutation($text: String!) { addTextEvidence(input: { title: $text, text: "words" }) { __typename } }`;

    it.each([
      ['a zero byte', 'a\u0000b'],
      ['half a character', 'a\ud800'],
    ])('refuses %s and says where it was', async (_what, text) => {
      const { data, errors } = await ada.ask(KEEP, { text });
      expect(data).toBeNull();
      expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
      expect(errors?.[0]?.message).toContain('text holds a character');
    });

    it('refuses them inside the document, too, the first time and the second', async () => {
      const asked = 'query { people(search: "a\\u0000b") { totalCount } }';
      for (let i = 0; i < 2; i += 1) expect(codesOf((await ada.ask(asked)).errors)).toEqual(['BAD_USER_INPUT']);
    });

    it('keeps every real character as it came', async () => {
      const { data } = await ada.ask<{ addTextEvidence: { title: string } }>(
        `mutation($text: String!) { addTextEvidence(input: { title: $text, text: "x" }) { ... on EvidenceItem { title } } }`,
        { text: '👩‍🔧 Ünï — \u200f‮' },
      );
      expect(data.addTextEvidence.title).toBe('👩‍🔧 Ünï — \u200f‮');
    });
  });

  describe('days and moments', () => {
    const KEEP = `mutation($day: Date) { addTextEvidence(input: { title: "t", text: "x", madeOn: $day }) { __typename } }`;
    const TEAM = 'query($at: DateTime) { people(first: 0) { totalCount } team(asOf: $at) { asOf } }';

    it.each(['0000-00-00', '0000-01-01', '2026-02-30', '', 'today'])('refuses the day %j', async (day) => {
      const { errors } = await ada.ask(KEEP, { day });
      expect(errors?.[0]?.message).toContain('"$day" got invalid value');
    });

    it.each(['garbage', '', '-200000-01-01T00:00:00Z', '+275760-09-13T00:00:00Z', '0000-01-01T00:00:00Z', 5, 1e300])(
      'refuses the moment %j',
      async (at) => {
        const { errors } = await ada.ask(TEAM, { at });
        expect(errors?.[0]?.message).toContain('"$at" got invalid value');
      },
    );
  });

  it('tells what is wrong with a document, and does not call it a fault of its own', async () => {
    const unknown = await ada.ask('query { people { names } }');
    expect(unknown.errors?.[0]?.message).toContain('Cannot query field "names"');
    const missing = await ada.ask('query($id: ID!) { node(id: $id) { id } }', {});
    expect(missing.errors?.[0]?.message).toContain('"$id" of required type "ID!"');
    const deep = `query { node(id: "${ID}") { ... on Skill { ${'requiredBy { skill { '.repeat(9)}id${' } }'.repeat(9)} } } }`;
    expect((await ada.ask(deep)).errors?.[0]?.message).toContain('depth');
  });

  it('answers a request that is none in words', async () => {
    const send = async (body: string) => {
      const headers = { 'content-type': 'application/json' };
      return (await ada.fetch('/graphql', { method: 'POST', headers, body })).text();
    };
    for (const body of ['{bad', '{}', '{"query":5}', 'null', '[]', `{"query":"${'x'.repeat(1_100_000)}"}`]) {
      const answer = await send(body);
      expect(answer).toContain('"errors"');
      expect(answer).not.toContain('INTERNAL');
    }
  });

  it('answers no question that is a thousand questions, and quickly', async () => {
    const started = Date.now();
    const many = (times: number, asked: string) =>
      Array.from({ length: times }, (_each, n) => `a${n}: ${asked}`).join(' ');
    const fragments = Array.from(
      { length: 9 },
      (_each, n) =>
        `fragment f${n} on SkillFramework { x${n}: skills { edges { node { framework { ...f${n + 1} } } } } y${n}: id ...f${n + 1} }`,
    ).join(' ');
    const documents = [
      `{ ${many(1_000, 'organisation { name }')} }`,
      `{ ${many(21, 'organisation { name }')} }`,
      `{ organisation { ${many(1_001, 'name')} } }`,
      `{ frameworks { ...f0 } } ${fragments} fragment f9 on SkillFramework { id }`,
    ];
    for (const document of documents) {
      const { errors } = await api.stranger.ask(document);
      expect(errors?.[0]?.message).toMatch(/at most|depth/);
    }
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('shows nothing as done of several mutations when one of them failed', async () => {
    const boss = await api.as((await addPeople(api, { Bo: [] })).Bo);
    const { data, errors } = await boss.ask(
      `mutation { one: addTextEvidence(input: { title: "kept?", text: "x" }) { __typename }
         two: publishAchievement(id: "${ID}") { __typename } }`,
    );
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
    expect(data).toBeNull();
    const { myEvidence } = await boss.query<{ myEvidence: { totalCount: number } }>('{ myEvidence { totalCount } }');
    expect(myEvidence.totalCount).toBe(0);
  });

  describe('a design', () => {
    const CREATE = `mutation($skillId: ID!, $name: String!) {
      done: createAchievement(input: { name: $name, skillId: $skillId, levelOrdinal: 2 }) {
        __typename ... on AchievementVersion { id revision rubric { criteria { id title description weight levels { id ordinal label points descriptor isCompetent } } } }
        ... on InvalidInput { problems { field } } } }`;
    const SAVE = `mutation($id: ID!, $revision: Int!, $input: AchievementDraftInput!) {
      done: saveAchievementDraft(id: $id, expectedRevision: $revision, input: $input) {
        __typename ... on InvalidInput { problems { field } } } }`;
    type Done = {
      done: { __typename: string; id: string; revision: number; problems: { field: string }[]; rubric: Rubric };
    };
    interface Rubric {
      criteria: { id: string; title: string; levels: { id: string; label: string; points: number }[] }[];
    }
    const long = 'x'.repeat(30_000);

    it.each(['', 'x', ID])('is not begun for the skill %j', async (skillId) => {
      const { done } = await ada.query<Done>(CREATE, { skillId, name: 'A name' });
      expect(done.problems).toEqual([{ field: 'skillId' }]);
    });

    it.each<[string, (rubric: Rubric) => object]>([
      ['skillId', () => ({ skills: [{ skillId: '' }] })],
      ['outcomes.0', () => ({ outcomes: [long] })],
      ['outcomes', () => ({ outcomes: Array.from({ length: 1_000 }, () => 'x') })],
      ['evidenceAsked.0', () => ({ evidenceAsked: [long] })],
      [
        'rubric.criteria',
        ({ criteria: [first] }) => ({
          rubric: { criteria: Array.from({ length: 1_000 }, (_each, index) => ({ ...first, id: `c${index}` })) },
        }),
      ],
      ['rubric.criteria.0.title', ({ criteria: [first] }) => ({ rubric: { criteria: [{ ...first, title: long }] } })],
      [
        'rubric.criteria.0.levels.0.points',
        ({ criteria: [first] }) => ({
          rubric: { criteria: [{ ...first, levels: first?.levels.map((each) => ({ ...each, points: 1e308 })) }] },
        }),
      ],
      ['rubric.criteria', ({ criteria: [first] }) => ({ rubric: { criteria: [first, first] } })],
    ])('refuses what %s can never be, and names it', async (field, change) => {
      const { done: draft } = await ada.query<Done>(CREATE, { skillId: skill, name: 'A name' });
      const { done } = await ada.query<Done>(SAVE, {
        id: draft.id,
        revision: draft.revision,
        input: change(draft.rubric),
      });
      expect(done.__typename).toBe('InvalidInput');
      expect(done.problems.map((problem) => problem.field)).toContain(field);
    });
  });

  it('takes nobody on with a mail address that no mail server would take, and does not repeat it', async () => {
    const ADD = `mutation($email: String!) { done: addPerson(input: { displayName: "Cy", email: $email, jobTitle: "x", orgUnitName: "x", roles: [] }) {
      ... on InvalidInput { message problems { field } } } }`;
    const email = `${'c'.repeat(500_000)}@example.org`;
    const { done } = await ada.query<{ done: { message: string; problems: object[] } }>(ADD, { email });
    expect(done.problems).toEqual([{ field: 'email' }]);
    expect(done.message.length).toBeLessThan(300);
  });
});
