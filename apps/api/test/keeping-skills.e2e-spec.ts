import { newId } from '../src/platform/database/id.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { addAchievement, addPeople, type People } from './support/programme.js';

const NO = '... on Refusal { message }';
const PROBLEMS = '... on InvalidInput { problems { field message } }';
const PROPOSE = `mutation($input: ProposeSkillInput!) { proposeSkill(input: $input) { __typename ... on SkillProposal { id state viewerCan } ${NO} ${PROBLEMS} } }`;
const PROPOSALS = `query($state: SkillProposalState) { skillProposals(state: $state) { totalCount edges { node { id name state reason proposedBy { displayName } skill { name } framework { title } } } } }`;
const ACCEPT = `mutation($id: ID!) { acceptSkillProposal(id: $id) { __typename ... on SkillProposal { state } ${NO} } }`;
const REFUSE = `mutation($id: ID!, $reason: String!) { refuseSkillProposal(id: $id, reason: $reason) { __typename ... on SkillProposal { state reason decidedBy { displayName } } ${NO} } }`;
const POINT = `mutation($id: ID!, $skillId: ID!) { pointSkillProposal(id: $id, skillId: $skillId) { __typename ... on SkillProposal { state skill { name } } ${NO} } }`;
const SIMILAR = `query($name: String!) { similarSkills(name: $name) { skill { name } likeness synonym } }`;
const RETIRE = `mutation($id: ID!, $on: Date!, $reason: String!) { retireSkill(skillId: $id, retiresOn: $on, reason: $reason) { __typename ... on Skill { retirement { retiresOn reason } } ... on StillBuiltUpon { impact { area count examples { name } } } ${NO} ${PROBLEMS} } }`;
const BACK = `mutation($id: ID!) { bringBackSkill(skillId: $id) { __typename ... on Skill { retirement { retiresOn } } ${NO} } }`;
const CREATE = `mutation($input: CreateAchievementInput!) { createAchievement(input: $input) { __typename ... on AchievementVersion { id } ${NO} ${PROBLEMS} } }`;
const START = `mutation($id: ID!) { startFrameworkVersion(frameworkId: $id) { ... on SkillFramework { id } } }`;
const MERGE = `mutation($f: ID!, $input: MergeSkillsInput!) { mergeSkills(frameworkId: $f, input: $input) { __typename ... on Skill { name relations { type origin { name } target { name } } } ${NO} ${PROBLEMS} } }`;
const CROSS = `mutation($input: ScaleCrosswalkInput!) { saveScaleCrosswalk(input: $input) { __typename ... on ScaleCrosswalk { id state revision viewerCan pairs { from to } } ... on ChangedMeanwhile { currentRevision } ${NO} ${PROBLEMS} } }`;
const AGREE = `mutation($id: ID!, $revision: Int!) { agreeScaleCrosswalk(id: $id, expectedRevision: $revision) { __typename ... on ScaleCrosswalk { state agreedBy { displayName } } ${NO} } }`;
const MEAN = `query($from: ID!, $to: ID!) { levelMeanings(fromSkillId: $from, toSkillId: $to) { crosswalk { id } pairs { from to } } }`;
const NOTE = `mutation($input: StrategyNoteInput!) { saveStrategyNote(input: $input) { __typename ... on StrategyNote { id revision title skills { name } } ... on ChangedMeanwhile { currentRevision } ${NO} ${PROBLEMS} } }`;
const STEWARD = `mutation($f: ID!, $p: ID!) { nameSteward(frameworkId: $f, personId: $p) { __typename ... on SkillFramework { stewards { displayName } } ${NO} ${PROBLEMS} } }`;
const PUBLISH = `mutation($id: ID!) { publishFramework(id: $id) { __typename ${NO} } }`;
const CONVERT = `mutation($id: ID!, $level: Int!) { acceptConversion(fromSkillId: $id, fromOrdinal: $level) { __typename ... on Skill { replacement { name } myConversions { fromOrdinal toOrdinal } } ${NO} ${PROBLEMS} } }`;

const TOLD = '{ notifications(first: 20) { edges { node { kind title body path } } } }';

interface Told {
  kind: string;
  title: string;
  body: string;
  path: string;
}

interface Answer {
  __typename: string;
  id: string;
  revision: number;
  message?: string;
  problems?: { field: string; message: string }[];
  relations: { type: string; origin: { name: string } | null; target: { name: string } | null }[];
}

describe('keeping skills', () => {
  let api: TestApi;
  let people: People<'Dara' | 'Dan' | 'Emil' | 'Erin'>;
  let dara: TestClient;
  let dan: TestClient;
  let emil: TestClient;
  let erin: TestClient;
  const kitchen: Record<string, string> = {};
  const hotel: Record<string, string> = {};

  beforeAll(async () => {
    api = await startApi({ worker: true });
    people = await addPeople(api, { Dara: ['HR_DESIGNER'], Dan: ['HR_DESIGNER'], Emil: [], Erin: [] });
    [dara, dan, emil, erin] = (await Promise.all(Object.values(people).map((id) => api.as(id)))) as [
      TestClient,
      TestClient,
      TestClient,
      TestClient,
    ];
    await write(kitchen, 'Kitchen', 3, ['Bread making', 'Baking of bread', 'Soups', 'Salads']);
    await write(hotel, 'Hotel', 5, ['Bakery', 'Welcoming guests']);
    await api.sql(`UPDATE organisation SET name = name`);
  });
  afterAll(() => api.close());

  /** A published framework; the first role asks for the first two skills at levels 2 and 3. */
  async function write(into: Record<string, string>, title: string, levels: number, names: string[]): Promise<void> {
    const [framework, series, scale, family, role, level] = Array.from({ length: 6 }, () => newId()) as string[];
    Object.assign(into, { framework, scale, level });
    await api.sql('INSERT INTO proficiency_scale VALUES ($1, $2)', [scale, title]);
    for (let ordinal = 1; ordinal <= levels; ordinal++)
      await api.sql('INSERT INTO proficiency_level (id, scale_id, ordinal, label) VALUES ($1, $2, $3, $4)', [
        ...[newId(), scale, ordinal, `${title} ${ordinal}`],
      ]);
    await api.sql(
      `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
       VALUES ($1, $2, $3, 'Mill Lane', '1', 'DRAFT', 'CC0', 'Ours', $4, now())`,
      [framework, series, title, scale],
    );
    await api.sql("INSERT INTO job_family VALUES ($1, $2, 'f', 'Family', 0)", [family, framework]);
    await api.sql(
      `INSERT INTO job_role (id, framework_id, family_id, code, name, description, responsibilities, position) VALUES ($1, $2, $3, 'cook', 'Cook', '', '[]', 0)`,
      [role, framework, family],
    );
    await api.sql(
      `INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts) VALUES ($1, $2, $3, 'cook', 'Cook', 1, '', '[]', '{}')`,
      [level, framework, role],
    );
    for (const [at, name] of names.entries()) {
      into[name] = newId();
      await api.sql('INSERT INTO skill VALUES ($1, $2, $3)', [into[name], series, name]);
      await api.sql(
        `INSERT INTO skill_revision (id, skill_id, framework_id, name, descriptors, position, synonyms) VALUES ($1, $2, $3, $4, '[]', $5, $6)`,
        [newId(), into[name], framework, name, at, at === 2 ? ['Broths and stocks'] : []],
      );
      if (at < 2)
        await api.sql(
          `INSERT INTO job_role_requirement (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, position) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [newId(), framework, level, into[name], at + 2, at + 1, at === 1, at],
        );
    }
    await api.sql("UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE id = $1", [framework]);
  }

  async function hold(personId: string | undefined, version: string): Promise<void> {
    const id = newId();
    await api.sql(
      `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
       VALUES ($1, $2, $3, 'DECISION', $1, 'ISSUED', now(), '{}', now())`,
      [id, personId, version],
    );
    await api.sql(
      `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, status, document, digest)
       VALUES ($1, $1, 1, $2, $3, now(), now(), 'ACTIVE', '{}', 'x')`,
      [id, personId, version],
    );
  }

  const one = async (client: TestClient, ask: string, variables: object): Promise<Answer> =>
    Object.values(await client.query<Record<string, Answer>>(ask, variables))[0] as Answer;
  const fields = (answer: Answer) => answer.problems?.map(({ field }) => field);
  /** What somebody was told, newest first, once it is so many. */
  const told = async (client: TestClient, many: number) =>
    eventually(
      async () => {
        const { notifications } = await client.query<{ notifications: { edges: { node: Told }[] } }>(TOLD);
        return notifications.edges.map(({ node }) => node);
      },
      (nodes) => nodes.length >= many,
    );
  const inYear = (year: number) => `${year}-01-01`;

  it('finds what is nearly the same while a name is typed, by other names too', async () => {
    const similar = async (name: string) =>
      (await emil.query<{ similarSkills: { skill: { name: string }; synonym: string | null }[] }>(SIMILAR, { name }))
        .similarSkills;
    expect((await similar('Making bread')).map(({ skill }) => skill.name)).toEqual(['Bread making', 'Baking of bread']);
    expect(await similar('stocks and broths')).toMatchObject([
      { skill: { name: 'Soups' }, synonym: 'Broths and stocks' },
    ]);
    expect(await similar('Accounting')).toEqual([]);
    expect(await similar('so')).toEqual([]);
  });

  it('takes proposals from anybody; only who keeps frameworks decides, once', async () => {
    const input = { frameworkId: kitchen.framework, name: 'Fermenting', why: 'Three menus need it.', evidence: '' };
    const first = await one(emil, PROPOSE, { input });
    expect(first).toMatchObject({ __typename: 'SkillProposal', state: 'WAITING', viewerCan: ['read'] });
    expect(fields(await one(emil, PROPOSE, { input: { ...input, name: ' ', why: '' } }))).toEqual(['name', 'why']);
    const second = await one(emil, PROPOSE, { input: { ...input, name: 'Loaf making' } });
    const third = await one(erin, PROPOSE, { input: { ...input, name: 'Singing' } });
    expect(await erin.query(PROPOSALS)).toMatchObject({ skillProposals: { totalCount: 1 } });
    expect(await dara.query(PROPOSALS, { state: 'WAITING' })).toMatchObject({
      skillProposals: {
        totalCount: 3,
        edges: [
          { node: { name: 'Singing', proposedBy: { displayName: 'Erin' }, framework: { title: 'Kitchen' } } },
          {},
          {},
        ],
      },
    });
    const denied = await emil.ask(ACCEPT, { id: first.id });
    expect(denied.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');

    const answers = await Promise.all([one(dara, ACCEPT, { id: first.id }), one(dan, ACCEPT, { id: first.id })]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['NotAllowed', 'SkillProposal']);
    expect(await one(dara, REFUSE, { id: third.id, reason: ' ' })).toMatchObject({ __typename: 'InvalidInput' });
    expect(await one(dara, REFUSE, { id: third.id, reason: 'Not at work.' })).toMatchObject({
      ...{ state: 'REFUSED', reason: 'Not at work.', decidedBy: { displayName: 'Dara' } },
    });
    expect(await one(dara, POINT, { id: second.id, skillId: newId() })).toMatchObject({ __typename: 'InvalidInput' });
    expect(await one(dara, POINT, { id: second.id, skillId: kitchen['Bread making'] })).toMatchObject({
      ...{ state: 'EXISTS', skill: { name: 'Bread making' } },
    });
    const [drafted] = await api.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM skill_revision r JOIN skill_framework f ON f.id = r.framework_id
       WHERE r.name = 'Fermenting' AND f.state = 'DRAFT'`,
    );
    expect(drafted?.n).toBe(1);
  });

  it('tells who decides that a proposal waits, and who proposed what became of it', async () => {
    expect((await told(dan, 3)).map(({ title }) => title).sort()).toEqual([
      'Emil misses a skill in Kitchen',
      'Emil misses a skill in Kitchen',
      'Erin misses a skill in Kitchen',
    ]);
    expect(await told(erin, 1)).toEqual([
      {
        ...{ kind: 'PROPOSAL_DECIDED', title: '“Singing” is not taken in', body: 'The reason: Not at work.' },
        path: '/programme/frameworks/waiting',
      },
    ]);
    const toEmil = await told(emil, 2);
    expect(toEmil.map(({ title }) => title).sort()).toEqual([
      '“Fermenting” is taken in',
      '“Loaf making” is there already',
    ]);
    expect(toEmil.find(({ title }) => title.startsWith('“Loaf'))).toMatchObject({
      ...{ body: 'It is called “Bread making”.', path: `/programme/skills/${kitchen['Bread making']}` },
    });
  });

  it('retires a skill unless a draft builds on it, and builds nothing new on it then', async () => {
    const skillId = kitchen.Salads ?? '';
    const draft = await one(dara, CREATE, { input: { name: 'Makes salads', skillId, levelOrdinal: 1 } });
    const today = new Date().toISOString().slice(0, 10);
    expect(await one(dara, RETIRE, { id: skillId, on: today, reason: 'Nobody eats them.' })).toMatchObject({
      ...{
        __typename: 'StillBuiltUpon',
        impact: [{ area: 'ACHIEVEMENT_DRAFTS', examples: [{ name: 'Makes salads' }] }],
      },
    });
    await api.sql('DELETE FROM achievement_version WHERE id = $1', [draft.id]);
    expect(fields(await one(dara, RETIRE, { id: skillId, on: inYear(2020), reason: 'Late.' }))).toEqual(['retiresOn']);
    expect(fields(await one(dara, RETIRE, { id: skillId, on: today, reason: '' }))).toEqual(['reason']);
    expect(await one(dara, RETIRE, { id: skillId, on: today, reason: 'Nobody eats them.' })).toMatchObject({
      retirement: { retiresOn: today, reason: 'Nobody eats them.' },
    });
    const refused = await one(dara, CREATE, { input: { name: 'Makes salads', skillId, levelOrdinal: 1 } });
    expect(refused.problems).toEqual([
      { field: 'skillId', message: 'The skill is retired, so nothing new is built on it: Nobody eats them.' },
    ]);
    await one(dan, BACK, { id: skillId });
    expect(await one(dara, CREATE, { input: { name: 'Makes salads', skillId, levelOrdinal: 1 } })).toMatchObject({
      __typename: 'AchievementVersion',
    });
  });

  it('agrees on what levels of two scales mean only by a second person, and only suggests', async () => {
    const input = {
      ...{ fromScaleId: kitchen.scale, toScaleId: hotel.scale, reason: 'Compared task by task.' },
      pairs: [
        { from: 1, to: [1, 2] },
        { from: 2, to: [3] },
        { from: 3, to: [4, 5] },
      ],
    };
    expect(fields(await one(dara, CROSS, { input: { ...input, pairs: [{ from: 1, to: [6] }], reason: '' } }))).toEqual([
      ...['reason', 'pairs.0'],
    ]);
    expect(fields(await one(dara, CROSS, { input: { ...input, toScaleId: kitchen.scale } }))).toContain('toScaleId');
    const written = await one(dara, CROSS, { input });
    expect(written).toMatchObject({ state: 'DRAFT', revision: 1, viewerCan: ['edit'] });
    expect(await one(dan, CROSS, { input })).toMatchObject({ __typename: 'ChangedMeanwhile', currentRevision: 1 });
    const meanings = async () =>
      (await emil.query<{ levelMeanings: object }>(MEAN, { from: hotel.Bakery, to: kitchen['Bread making'] }))
        .levelMeanings;
    expect(await meanings()).toEqual({ crosswalk: null, pairs: [] });
    expect(await one(dara, AGREE, { id: written.id, revision: 1 })).toMatchObject({ __typename: 'NotAllowed' });
    expect(await one(dan, AGREE, { id: written.id, revision: 1 })).toMatchObject({
      ...{ state: 'AGREED', agreedBy: { displayName: 'Dan' } },
    });
    expect(await meanings()).toEqual({
      crosswalk: { id: written.id },
      pairs: [
        { from: 1, to: [1] },
        { from: 2, to: [1] },
        { from: 3, to: [2] },
        { from: 4, to: [3] },
        { from: 5, to: [3] },
      ],
    });
  });

  it('merges duplicates in a draft, with what job roles ask, and can take it back', async () => {
    const f = (await one(dara, START, { id: kitchen.framework })).id;
    const [duplicate, survivor] = [kitchen['Baking of bread'], kitchen['Bread making']];
    expect(fields(await one(dara, MERGE, { f, input: { duplicateId: survivor, survivorId: survivor } }))).toEqual([
      'survivorId',
    ]);
    const merged = await one(dara, MERGE, { f, input: { duplicateId: duplicate, survivorId: survivor } });
    expect(merged).toMatchObject({ __typename: 'Skill', name: 'Bread making' });
    expect(merged.relations).toEqual([
      { type: 'replacedBy', origin: { name: 'Baking of bread' }, target: { name: 'Bread making' } },
    ]);
    const asked = () =>
      api.sql(
        'SELECT skill_id, level_ordinal, importance, must_have FROM job_role_requirement WHERE framework_id = $1 ORDER BY level_ordinal',
        [f],
      );
    expect(await asked()).toEqual([{ skill_id: survivor, level_ordinal: 3, importance: 2, must_have: true }]);
    const [step] = await api.sql<{ id: string }>("SELECT id FROM framework_step WHERE kind = 'MERGE_SKILLS'");
    await dara.query('mutation($id: ID!) { undoFrameworkStep(id: $id) { __typename } }', { id: step?.id });
    expect(await asked()).toEqual([
      { skill_id: survivor, level_ordinal: 2, importance: 1, must_have: false },
      { skill_id: duplicate, level_ordinal: 3, importance: 2, must_have: true },
    ]);

    // Into another framework with another scale: somebody has to say what the level means there.
    const input = { duplicateId: duplicate, survivorId: hotel.Bakery };
    expect((await one(dara, MERGE, { f, input })).problems).toEqual([
      { field: 'levels', message: 'Job roles ask for Kitchen 3. Say which level of the other scale that is.' },
    ]);
    await one(dara, MERGE, { f, input: { ...input, levels: [{ from: 3, to: 4 }] } });
    expect(
      await api.sql('SELECT adopted_from FROM job_role_requirement WHERE framework_id = $1 AND skill_id = $2', [
        ...[f, hotel.Bakery],
      ]),
    ).toEqual([{ adopted_from: hotel.framework }]);
    expect(await asked()).toContainEqual({ skill_id: hotel.Bakery, level_ordinal: 4, importance: 2, must_have: true });
    expect(await api.sql('SELECT purpose, from_ordinal, to_ordinal, accepted_by FROM accepted_conversion')).toEqual([
      { purpose: 'REQUIREMENT', from_ordinal: 3, to_ordinal: 4, accepted_by: people.Dara },
    ]);
  });

  it('moves nobody by publishing; a holder accepts for themselves', async () => {
    const from = kitchen['Baking of bread'] ?? '';
    expect(fields(await one(emil, CONVERT, { id: from, level: 3 }))).toEqual(['fromOrdinal']);
    const { id: version } = await addAchievement(api, from, 'Bakes bread');
    await hold(people.Emil, version);
    const f = (await one(dara, START, { id: kitchen.framework })).id;
    expect(await one(dara, PUBLISH, { id: f })).toMatchObject({ __typename: 'SkillFramework' });
    expect(await api.sql("SELECT id FROM accepted_conversion WHERE purpose = 'STANDING'")).toEqual([]);
    expect((await told(emil, 3))[0]).toEqual({
      kind: 'SKILLS_MERGED',
      title: 'A skill that you hold is part of another now',
      body: expect.stringMatching(/^“Baking of bread” is part of “Bakery”. Your badges stay as they are./) as string,
      path: `/programme/skills/${from}`,
    });
    expect(await told(erin, 1)).toHaveLength(1);
    for (let turn = 0; turn < 2; turn++)
      expect(await one(emil, CONVERT, { id: from, level: 3 })).toMatchObject({
        ...{ replacement: { name: 'Bakery' }, myConversions: [{ fromOrdinal: 3, toOrdinal: 4 }] },
      });
    expect(await erin.query(`{ skill(id: "${from}") { myConversions { id } } }`)).toEqual({
      skill: { myConversions: [] },
    });
  });

  it('names stewards among those who may decide, and keeps notes of who plans', async () => {
    expect(await one(dara, STEWARD, { f: kitchen.framework, p: people.Emil })).toMatchObject({
      problems: [{ field: 'personId', message: expect.stringContaining('HR designer') as string }],
    });
    expect(await one(dara, STEWARD, { f: kitchen.framework, p: people.Dan })).toMatchObject({
      stewards: [{ displayName: 'Dan' }],
    });
    await one(erin, PROPOSE, {
      input: { frameworkId: kitchen.framework, name: 'Drying', why: 'Shelves.', evidence: '' },
    });
    const toDan = await told(dan, 4);
    expect(toDan[0]).toMatchObject({ kind: 'SKILL_PROPOSED', title: 'Erin misses a skill in Kitchen' });
    expect(await told(dara, 3)).toHaveLength(3);
    const input = { title: 'Robots in the kitchen', body: 'They come.', horizon: 'LATER', skillIds: [kitchen.Soups] };
    const note = await one(dara, NOTE, { input });
    expect(note).toMatchObject({ revision: 1, skills: [{ name: 'Soups' }] });
    expect(
      await one(dan, NOTE, { input: { ...input, id: note.id, expectedRevision: 1, title: 'Robots' } }),
    ).toMatchObject({
      ...{ title: 'Robots', revision: 2 },
    });
    expect(await one(dara, NOTE, { input: { ...input, id: note.id, expectedRevision: 1 } })).toMatchObject({
      ...{ __typename: 'ChangedMeanwhile', currentRevision: 2 },
    });
    expect(fields(await one(dara, NOTE, { input: { ...input, title: '', skillIds: [newId()] } }))).toEqual([
      'title',
      'skillIds',
    ]);
    expect(await emil.query('{ strategyNotes { id } }')).toEqual({ strategyNotes: [] });
  });
});
