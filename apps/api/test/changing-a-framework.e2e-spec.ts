import pg from 'pg';
import { newId } from '../src/platform/database/id.js';
import { JobRunner } from '../src/platform/jobs/job-runner.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { addPeople } from './support/programme.js';

const REFUSAL =
  '... on Refusal { message } ... on InvalidInput { problems { field message } } ... on ChangedMeanwhile { currentRevision }';
const START = `mutation($id: ID!) { startFrameworkVersion(frameworkId: $id) { __typename ... on SkillFramework { id state version revision basedOn { id } counts { skills requirements jobRoleLevels } } ${REFUSAL} } }`;
const SAVE_ABOUT = `mutation($id: ID!, $revision: Int!, $input: FrameworkDraftInput!) { saveFrameworkDraft(id: $id, expectedRevision: $revision, input: $input) { __typename ... on SkillFramework { title version restricted revision licence } ${REFUSAL} } }`;
const SAVE = `mutation($f: ID!, $s: ID!, $edit: Int!, $input: SkillDraftInput!) { saveSkillDraft(frameworkId: $f, skillId: $s, expectedEdit: $edit, input: $input) { __typename ... on Skill { id name description edit synonyms category levels { descriptors } } ${REFUSAL} } }`;
const ADD = `mutation($f: ID!, $input: NewSkillInput!) { addSkillToDraft(frameworkId: $f, input: $input) { __typename ... on Skill { id code name kind ancestors { name } } ${REFUSAL} } }`;
const REMOVE = `mutation($f: ID!, $s: ID!) { removeSkillFromDraft(frameworkId: $f, skillId: $s) { __typename ... on SkillFramework { id counts { skills requirements } } ${REFUSAL} } }`;
const MOVE = `mutation($f: ID!, $input: MoveSkillInput!) { moveSkillInDraft(frameworkId: $f, input: $input) { __typename ... on Skill { ancestors { name } } ... on WouldGoRound { path } ${REFUSAL} } }`;
const TIE = `mutation($f: ID!, $input: SkillRelationInput!) { addSkillRelation(frameworkId: $f, input: $input) { __typename ... on Skill { relations { id type targetUri origin { name } target { name } } } ... on WouldGoRound { path } ${REFUSAL} } }`;
const UNTIE = `mutation($id: ID!) { removeSkillRelation(id: $id) { __typename ... on Skill { relations { id } } ${REFUSAL} } }`;
const STEPS = `query($id: ID!) { framework(id: $id) { steps { id kind subject madeBy { displayName } } counts { skills requirements } } }`;
const UNDO = `mutation($id: ID!) { undoFrameworkStep(id: $id) { __typename ... on SkillFramework { counts { skills requirements } } ... on Refusal { message } } }`;
const TREE = `query($id: ID!, $parent: ID) { framework(id: $id) { tree(parentId: $parent) { totalCount edges { node { id children skill { id name } } } } } }`;
const PUBLISH = `mutation($id: ID!) { publishFramework(id: $id) { __typename ... on SkillFramework { state } ... on Refusal { message } } }`;
const IMPACT = `query($id: ID!) { framework(id: $id) { impact { area count touched happens examples { name path } } } }`;
const DIFFER = `query($from: ID!, $to: ID!, $subject: DifferenceSubject, $change: DifferenceChange, $search: String, $first: Int, $after: String) {
  frameworkDifferences(fromId: $from, toId: $to, subject: $subject, change: $change, search: $search, first: $first, after: $after) { __typename
    ... on FrameworkDifferences { totalCount counts { subject change count } pageInfo { hasNextPage endCursor } edges { node { subject change name fields { field before after } } } } ... on Refusal { message } } }`;

const LOOK = `query($id: ID!) { framework(id: $id) { contentState copyProgress viewerCan counts { skills requirements jobRoleLevels } } }`;

interface Answer {
  __typename: string;
  id: string;
  contentState?: string;
  edit: number;
  message?: string;
  path?: string[];
  version?: string;
  currentRevision?: number;
  problems?: { field: string }[];
  relations: { id: string; type: string }[];
  counts: { skills: number; requirements: number };
}

describe('changing a framework', () => {
  let api: TestApi;
  let dara: TestClient;
  let dan: TestClient;
  let emil: TestClient;
  let published: string;
  const skills: Record<string, string> = {};

  beforeAll(async () => {
    api = await startApi();
    const people = await addPeople(api, { Dara: ['HR_DESIGNER'], Dan: ['HR_DESIGNER'], Emil: [] });
    [dara, dan, emil] = await Promise.all([api.as(people.Dara), api.as(people.Dan), api.as(people.Emil)]);
    published = await writeFramework(skills);
  });
  afterAll(() => api.close());

  /** A bakery: Baking > Bread > Sourdough, Baking > Cakes, and a baker who needs two of them. */
  async function writeFramework(skills: Record<string, string>, more = 0): Promise<string> {
    const [framework, series, scale] = [newId(), newId(), newId()];
    await api.sql("INSERT INTO proficiency_scale VALUES ($1, 'Three')", [scale]);
    for (const [at, label] of ['Some', 'Good', 'Great'].entries())
      await api.sql('INSERT INTO proficiency_level (id, scale_id, ordinal, label) VALUES ($1, $2, $3, $4)', [
        ...[newId(), scale, at + 1, label],
      ]);
    await api.sql(
      `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
       VALUES ($1, $2, 'Bakery', 'Mill Lane', '2025', 'DRAFT', 'CC0', 'Ours', $3, now())`,
      [framework, series, scale],
    );
    for (const [at, name] of ['Baking', 'Bread', 'Sourdough', 'Cakes', 'Selling'].entries()) {
      skills[name] = newId();
      await api.sql('INSERT INTO skill VALUES ($1, $2, $3)', [skills[name], series, name.toLowerCase()]);
      await api.sql(
        `INSERT INTO skill_revision (id, skill_id, framework_id, name, description, descriptors, position)
         VALUES ($1, $2, $3, $4, 'About ' || $4, '[["knows the words"], null, null]', $5)`,
        [newId(), skills[name], framework, name, at],
      );
    }
    for (const [below, above] of [
      ['Bread', 'Baking'],
      ['Sourdough', 'Bread'],
      ['Cakes', 'Baking'],
    ] as const)
      await api.sql(
        `INSERT INTO skill_relation (id, framework_id, type, origin_skill_id, target_skill_id, position) VALUES ($1, $2, 'isChildOf', $3, $4, 0)`,
        [newId(), framework, skills[below], skills[above]],
      );
    const [family, role, level] = [newId(), newId(), newId()];
    await api.sql("INSERT INTO job_family VALUES ($1, $2, 'bakehouse', 'Bakehouse', 0)", [family, framework]);
    await api.sql(
      `INSERT INTO job_role (id, framework_id, family_id, code, name, description, responsibilities, position)
       VALUES ($1, $2, $3, 'baker', 'Baker', '', '[]', 0)`,
      [role, framework, family],
    );
    await api.sql(
      `INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts)
       VALUES ($1, $2, $3, 'senior-baker', 'Senior baker', 1, '', '[]', '{}')`,
      [level, framework, role],
    );
    for (const [skill, asked] of [
      ['Bread', 2],
      ['Sourdough', 3],
    ] as const)
      await api.sql(
        `INSERT INTO job_role_requirement (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, position)
         VALUES ($1, $2, $3, $4, $5, 2, false, 0)`,
        [newId(), framework, level, skills[skill], asked],
      );
    await api.sql(
      `WITH fresh AS (INSERT INTO skill SELECT gen_random_uuid(), $2, 'more ' || n FROM generate_series(1, $3::int) n RETURNING id, code)
       INSERT INTO skill_revision (id, skill_id, framework_id, name, descriptors, position)
       SELECT gen_random_uuid(), id, $1, code, '[null, null, null]', 9 FROM fresh`,
      [framework, series, more],
    );
    await api.sql("UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE id = $1", [framework]);
    return framework;
  }

  const one = async (client: TestClient, ask: string, variables: object): Promise<Answer> =>
    Object.values(await client.query<Record<string, Answer>>(ask, variables))[0] as Answer;
  const children = async (framework: string, parent: string | null) =>
    (
      await dara.query<{ framework: { tree: { edges: { node: { children: number; skill: { name: string } } }[] } } }>(
        TREE,
        { id: framework, parent },
      )
    ).framework.tree.edges.map(({ node }) => [node.skill.name, node.children]);
  const steps = async (id: string) =>
    (await dara.query<{ framework: { steps: { id: string; kind: string; subject: string }[] } }>(STEPS, { id }))
      .framework.steps;
  const draft = async () => (await one(dara, START, { id: published })).id;

  it('begins the next version as a copy, once, and leaves the published one alone', async () => {
    const answers = await Promise.all([one(dara, START, { id: published }), one(dan, START, { id: published })]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers[0]).toMatchObject({
      ...{ __typename: 'SkillFramework', state: 'DRAFT', version: '2026', basedOn: { id: published } },
      counts: { skills: 5, requirements: 2, jobRoleLevels: 1 },
    });
    const denied = await emil.ask(START, { id: published });
    expect(denied.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await children(await draft(), null)).toEqual([
      ['Baking', 2],
      ['Selling', 0],
    ]);
    expect(await children(await draft(), skills.Baking ?? '')).toEqual([
      ['Bread', 1],
      ['Cakes', 0],
    ]);
    expect(await one(dara, SAVE, { f: published, s: skills.Bread, edit: 1, input: { name: 'Loaves' } })).toMatchObject({
      __typename: 'NotAllowed',
      message: expect.stringContaining('published') as string,
    });
  });

  it('saves the words of a skill, and of two who save the same one the later loses nothing', async () => {
    const f = await draft();
    const input = {
      description: 'All about bread.',
      synonyms: ['Loaves', ' Loaves ', ''],
      descriptors: [['knows flour'], [], [' teaches ']],
    };
    const saved = await one(dara, SAVE, { f, s: skills.Bread, edit: 1, input });
    expect(saved).toMatchObject({
      ...{ __typename: 'Skill', edit: 2, description: 'All about bread.', synonyms: ['Loaves'] },
      levels: [{ descriptors: ['knows flour'] }, { descriptors: [] }, { descriptors: ['teaches'] }],
    });
    const late = await one(dan, SAVE, { f, s: skills.Bread, edit: 1, input: { description: 'Mine.' } });
    expect(late).toMatchObject({ __typename: 'ChangedMeanwhile', currentRevision: 2 });
    const other = await one(dan, SAVE, { f, s: skills.Cakes, edit: 1, input: { category: 'TECHNICAL' } });
    expect(other).toMatchObject({ __typename: 'Skill', category: 'TECHNICAL', edit: 2 });
    const wrong = await one(dara, SAVE, {
      f,
      s: skills.Bread,
      edit: 2,
      input: { name: ' ', descriptors: [[], [], [], []] },
    });
    expect(wrong.problems?.map(({ field }) => field)).toEqual(['name', 'descriptors']);
  });

  it('saves what the draft says of itself', async () => {
    const f = await draft();
    const ok = await one(dara, SAVE_ABOUT, { id: f, revision: 1, input: { version: '2026.1', restricted: true } });
    expect(ok).toMatchObject({
      __typename: 'SkillFramework',
      version: '2026.1',
      restricted: true,
      revision: 2,
      licence: 'CC0',
    });
    expect(await one(dan, SAVE_ABOUT, { id: f, revision: 1, input: { version: '3' } })).toMatchObject({
      __typename: 'ChangedMeanwhile',
    });
    const wrong = await one(dara, SAVE_ABOUT, {
      ...{ id: f, revision: 2 },
      input: { version: '2025', title: ' ', licenceUrl: 'javascript:alert(1)', language: '??' },
    });
    expect(wrong.problems?.map(({ field }) => field).sort()).toEqual(['language', 'licenceUrl', 'title', 'version']);
  });

  it('adds, moves and removes skills, and takes each step back', async () => {
    const f = await draft();
    const rye = await one(dara, ADD, { f, input: { name: 'Rye bread', parentId: skills.Bread } });
    expect(rye).toMatchObject({ code: 'rye-bread', ancestors: [{ name: 'Baking' }, { name: 'Bread' }] });
    const moved = await one(dara, MOVE, { f, input: { skillId: rye.id, toParentId: skills.Cakes } });
    expect(moved).toMatchObject({ ancestors: [{ name: 'Baking' }, { name: 'Cakes' }] });
    const round = await one(dara, MOVE, { f, input: { skillId: skills.Baking, toParentId: rye.id } });
    expect(round).toMatchObject({ __typename: 'WouldGoRound', path: ['Baking', 'Rye bread', 'Cakes', 'Baking'] });
    expect(await one(dara, MOVE, { f, input: { skillId: skills.Baking, toParentId: skills.Baking } })).toMatchObject({
      path: ['Baking', 'Baking'],
    });

    const [last] = await steps(f);
    expect(last).toMatchObject({ kind: 'MOVE_SKILL', subject: 'Rye bread', madeBy: { displayName: 'Dara' } });
    await one(dara, UNDO, { id: last?.id });
    expect(await children(f, skills.Bread ?? '')).toEqual([
      ['Rye bread', 0],
      ['Sourdough', 0],
    ]);

    expect(await one(dara, REMOVE, { f, s: skills.Sourdough })).toMatchObject({
      counts: { skills: 5, requirements: 1 },
    });
    expect(await children(f, skills.Bread ?? '')).toEqual([['Rye bread', 0]]);
    const [removal] = await steps(f);
    expect(await one(dan, UNDO, { id: removal?.id })).toMatchObject({ counts: { skills: 6, requirements: 2 } });
    expect(await children(f, skills.Bread ?? '')).toEqual([
      ['Rye bread', 0],
      ['Sourdough', 0],
    ]);
  });

  it('does not take back a step that somebody has built on', async () => {
    const f = await draft();
    const pie = await one(dara, ADD, { f, input: { name: 'Pies' } });
    const [added] = await steps(f);
    await one(dan, SAVE, { f, s: pie.id, edit: 1, input: { description: 'Sweet and savoury.' } });
    expect(await one(dara, UNDO, { id: added?.id })).toMatchObject({ __typename: 'BuiltUpon' });
    expect(await one(dara, REMOVE, { f, s: pie.id })).toMatchObject({ __typename: 'SkillFramework' });
  });

  it('ties skills, refuses what cannot be, and unties them', async () => {
    const f = await draft();
    const tied = await one(dara, TIE, {
      f,
      input: { type: 'exactMatchOf', originSkillId: skills.Cakes, targetUri: 'https://example.org/cakes' },
    });
    expect(tied.relations).toContainEqual(
      expect.objectContaining({ type: 'exactMatchOf', targetUri: 'https://example.org/cakes', target: null }),
    );
    for (const [input, field] of [
      [{ targetSkillId: skills.Cakes }, 'targetSkillId'],
      [{}, 'targetSkillId'],
      [{ targetUri: 'nothing' }, 'targetUri'],
      [{ targetSkillId: newId() }, 'targetSkillId'],
      [{ targetUri: 'https://example.org/cakes' }, 'targetSkillId'],
    ] as const) {
      const no = await one(dara, TIE, { f, input: { type: 'exactMatchOf', originSkillId: skills.Cakes, ...input } });
      expect(no.problems?.[0]?.field).toBe(field);
    }
    const round = await one(dara, TIE, {
      f,
      input: { type: 'isChildOf', originSkillId: skills.Baking, targetSkillId: skills.Sourdough },
    });
    expect(round.path).toEqual(['Baking', 'Sourdough', 'Bread', 'Baking']);
    const id = tied.relations.find(({ type }) => type === 'exactMatchOf')?.id;
    const untied = await one(dara, UNTIE, { id });
    expect(untied.relations.some((relation) => relation.id === id)).toBe(false);
    await one(dara, REMOVE, { f, s: skills.Selling });
  });

  it('shows what differs from the published version, sort by sort and page by page', async () => {
    const f = await draft();
    interface Page {
      totalCount: number;
      counts: { subject: string; change: string; count: number }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: { node: { name: string; fields: { field: string }[] } }[];
    }
    const ask = async (variables: object) =>
      (await dara.query<{ frameworkDifferences: Page }>(DIFFER, { from: published, to: f, ...variables }))
        .frameworkDifferences;
    const all = await ask({});
    expect(all.counts).toEqual([
      { subject: 'RELATION', change: 'ADDED', count: 1 },
      { subject: 'SKILL', change: 'ADDED', count: 1 },
      { subject: 'SKILL', change: 'CHANGED', count: 2 },
      { subject: 'SKILL', change: 'REMOVED', count: 1 },
    ]);
    expect(all.edges.map(({ node }) => node.name)).toEqual(['Bread', 'Cakes', 'Rye bread', 'Selling', 'Rye bread']);
    expect(all.edges[0]?.node.fields).toEqual([
      { field: 'description', before: 'About Bread', after: 'All about bread.' },
      { field: 'synonyms', before: '', after: 'Loaves' },
      { field: 'descriptors.0', before: 'knows the words', after: 'knows flour' },
      { field: 'descriptors.2', before: null, after: 'teaches' },
    ]);
    const first = await ask({ first: 3 });
    const second = await ask({ first: 3, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node.name)).toEqual(
      all.edges.map(({ node }) => node.name),
    );
    expect(await ask({ subject: 'SKILL', change: 'REMOVED' })).toMatchObject({
      totalCount: 1,
      edges: [{ node: { name: 'Selling' } }],
    });
    const other = await writeFramework({});
    expect(await one(dara, DIFFER, { from: published, to: other })).toMatchObject({ __typename: 'InvalidInput' });
    const hidden = await emil.query<{ frameworkDifferences: Answer }>(DIFFER, { from: published, to: f });
    expect(hidden.frameworkDifferences.__typename).toBe('NotFound');
  });

  it('tells who is affected, publishes, and changes nothing of it afterwards', async () => {
    const f = await draft();
    const { framework } = await dara.query<{ framework: { impact: { area: string; count: number }[] } }>(IMPACT, {
      id: f,
    });
    expect(framework.impact).toMatchObject([
      { area: 'SKILLS_CHANGED', count: 1, examples: [{ name: 'Bread' }] },
      { area: 'SKILLS_REMOVED', count: 1, examples: [{ name: 'Selling' }] },
    ]);
    expect(await one(dara, PUBLISH, { id: f })).toMatchObject({ state: 'PUBLISHED' });
    const [step] = await api.sql<{ id: string }>('SELECT id FROM framework_step WHERE undone_at IS NULL LIMIT 1');
    expect(await one(dara, UNDO, { id: step?.id })).toMatchObject({ __typename: 'NotAllowed' });
    expect(await one(dara, REMOVE, { f, s: skills.Bread })).toMatchObject({ __typename: 'NotAllowed' });
  });

  it('fills the next version of a large framework afterwards, tells how far it is, and touches it only when it is whole', async () => {
    const large = await writeFramework(skills, 5_100);
    const begun = await one(dara, START, { id: large });
    const look = () => one(dara, LOOK, { id: begun.id });
    expect(await look()).toMatchObject({ contentState: 'COPYING', copyProgress: 0, counts: { skills: 0 } });
    expect((await one(dan, START, { id: large })).id).toBe(begun.id);
    expect(await one(dara, REMOVE, { f: begun.id, s: skills.Bread })).toMatchObject({ __typename: 'NotAllowed' });
    expect(await one(dara, PUBLISH, { id: begun.id })).toMatchObject({ __typename: 'InvalidInput' });

    await api.sql("UPDATE skill_framework SET content_state = 'FAILED' WHERE id = $1", [begun.id]);
    expect(await look()).toMatchObject({ contentState: 'FAILED', viewerCan: ['read'] });
    expect(await one(dara, START, { id: large })).toMatchObject({ id: begun.id });
    await api.app.get(JobRunner).start();
    const whole = await eventually(look, ({ contentState }) => contentState === 'WHOLE');
    expect(whole).toMatchObject({ copyProgress: 100, counts: { skills: 5_105, requirements: 2, jobRoleLevels: 1 } });
    const [{ known } = { known: 0 }] = await api.sql<{ known: number }>(
      "SELECT reltuples::int AS known FROM pg_class WHERE relname = 'skill_revision'",
    );
    expect(known).toBeGreaterThan(10_000);
    expect(await one(dara, REMOVE, { f: begun.id, s: skills.Bread })).toMatchObject({ __typename: 'SkillFramework' });
  });

  it('keeps requirements true to skills and levels that are there, whoever writes', async () => {
    const here: Record<string, string> = {};
    const f = (await one(dara, START, { id: await writeFramework(here) })).id;
    const levelOf = async (framework: string) =>
      (await api.sql<{ id: string }>('SELECT id FROM job_role_level WHERE framework_id = $1', [framework]))[0]?.id;
    const [level, elsewhere] = [await levelOf(f), await levelOf(published)];
    const ask = (levelId: string | undefined, skillId: string | undefined) =>
      api.sql(
        `INSERT INTO job_role_requirement (id, framework_id, job_role_level_id, skill_id, importance, must_have, position)
         VALUES ($1, $2, $3, $4, 2, false, 0)`,
        [newId(), f, levelId, skillId],
      );
    await ask(level, here.Cakes);
    await expect(ask(level, newId())).rejects.toMatchObject({ code: '23503' });
    await expect(ask(newId(), here.Selling)).rejects.toMatchObject({ code: '23503' });
    await expect(ask(elsewhere, here.Selling)).rejects.toMatchObject({ code: '23503' });
    const set = 'UPDATE job_role_requirement SET skill_id = $2 WHERE job_role_level_id = $1 AND skill_id = $3';
    await expect(api.sql(set, [level, newId(), here.Cakes])).rejects.toMatchObject({ code: '23503' });
    await expect(api.sql('DELETE FROM job_role_level WHERE id = $1', [level])).rejects.toMatchObject({ code: '23503' });
    await expect(api.sql('UPDATE job_role_level SET id = $2 WHERE id = $1', [level, newId()])).rejects.toMatchObject({
      code: '23001',
    });
    const [lone, series] = [newId(), newId()];
    await api.sql("INSERT INTO skill VALUES ($1, $2, 'lone')", [lone, series]);
    await ask(level, lone);
    await expect(api.sql('DELETE FROM skill WHERE id = $1', [lone])).rejects.toMatchObject({ code: '23503' });
    await expect(api.sql('UPDATE skill SET id = $2 WHERE id = $1', [lone, newId()])).rejects.toMatchObject({
      code: '23001',
    });
  });

  it('lets of two who remove a level and ask for a skill on it at once only one have their way', async () => {
    const here: Record<string, string> = {};
    const f = (await one(dara, START, { id: await writeFramework(here) })).id;
    const [level] = await api.sql<{ id: string }>('SELECT id FROM job_role_level WHERE framework_id = $1', [f]);
    await api.sql('DELETE FROM job_role_requirement WHERE job_role_level_id = $1', [level?.id]);
    const [firstWriter, two] = await Promise.all([connect(), connect()]);
    try {
      await firstWriter.query('BEGIN');
      await firstWriter.query('DELETE FROM job_role_level WHERE id = $1', [level?.id]);
      const asked = two
        .query(
          `INSERT INTO job_role_requirement (id, framework_id, job_role_level_id, skill_id, importance, must_have, position)
           VALUES ($1, $2, $3, $4, 2, false, 0)`,
          [newId(), f, level?.id, here.Bread],
        )
        .then(
          () => 'written',
          (error: { code: string }) => error.code,
        );
      await new Promise((resolve) => setTimeout(resolve, 100));
      await firstWriter.query('COMMIT');
      expect(await asked).toBe('23503');
    } finally {
      await Promise.all([firstWriter.end(), two.end()]);
    }
  });

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    return client;
  }
});
