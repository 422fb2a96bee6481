import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';

const OFFICIAL = join(__dirname, '../../../../shared/data/frameworks/uk-gdd-pcf');
const OWN = join(__dirname, '../src/features/skills/fixtures');

const COUNTS = 'counts { skills jobFamilies jobRoles jobRoleLevels requirements skillsWithoutDescriptors }';
const PREVIEW = `mutation($input: PreviewFrameworkImportInput!) { previewFrameworkImport(input: $input) { __typename
  ... on FrameworkImport { id title ${COUNTS} scaleLevels groups { kind severity count findings { file row column message } } families { name roles { name levels } } skillNames appliedFrameworkId }
  ... on ImportRejected { message problems { severity kind file row column message } }
  ... on InvalidInput { problems { field message } } } }`;
const APPLY = `mutation($id: ID!) { applyFrameworkImport(id: $id) { __typename ... on SkillFramework { id state } ... on Refusal { message } } }`;
const PUBLISH = `mutation($id: ID!) { publishFramework(id: $id) { __typename
  ... on SkillFramework { id state version publishedAt viewerCan ${COUNTS} scale { levels { ordinal label } } } ... on Refusal { message } } }`;

interface Preview {
  __typename: string;
  id: string;
  counts: Record<string, number>;
  groups: { kind: string; count: number }[];
  families: { name: string; roles: { name: string; levels: string[] }[] }[];
  problems: { kind: string; file: string; row: number; column: string; field: string }[];
}
interface Framework {
  id: string;
  __typename: string;
  state: string;
  message?: string;
}

describe('importing a framework', () => {
  let api: TestApi;
  let designer: TestClient;
  let employee: TestClient;

  beforeAll(async () => {
    api = await startApi();
    const [designerId, employeeId] = [newId(), newId()];
    await api.asSystem(async ({ tx, now }) => {
      for (const [id, name] of [
        [designerId, 'Dara'],
        [employeeId, 'Emil'],
      ])
        await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, $4)', [
          id,
          name,
          `${name}@example.org`,
          now,
        ]);
      await tx.query("INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, 'HR_DESIGNER', $3)", [
        newId(),
        designerId,
        now,
      ]);
    });
    designer = await api.as(designerId);
    employee = await api.as(employeeId);
  });
  afterAll(() => api.close());

  const upload = (client: TestClient, name: string, bytes: Buffer): Promise<string> =>
    new Promise((resolve, reject) => {
      const it = new Upload(bytes, {
        endpoint: `${api.url}/uploads`,
        metadata: { filename: name, purpose: 'import' },
        headers: { cookie: client.cookie ?? '' },
        uploadSize: bytes.length,
        retryDelays: [],
        onError: reject,
        onSuccess: () => resolve(it.url?.split('/').at(-1) ?? ''),
      });
      it.start();
    });

  const about = (version = '2025-09') => ({
    title: 'Bakery framework',
    publisher: 'Mill Lane',
    version,
    licence: 'CC0',
    attribution: 'Written for these tests.',
  });

  async function preview(
    client: TestClient,
    input: object,
    files: { skills: Buffer; roles: Buffer },
  ): Promise<Preview> {
    const skillsFileId = await upload(client, 'skills.csv', files.skills);
    const rolesFileId = await upload(client, 'roles.csv', files.roles);
    const data = await client.query<{ previewFrameworkImport: Preview }>(PREVIEW, {
      input: { ...input, skillsFileId, rolesFileId },
    });
    return data.previewFrameworkImport;
  }

  const apply = async (id: string) =>
    (await designer.query<{ applyFrameworkImport: Framework }>(APPLY, { id })).applyFrameworkImport;
  const publish = async (id: string) =>
    (await designer.query<{ publishFramework: Framework }>(PUBLISH, { id })).publishFramework;
  const own = () => ({ skills: readFileSync(join(OWN, 'skills.csv')), roles: readFileSync(join(OWN, 'roles.csv')) });

  it('shows what would come in and everything that was settled, and writes nothing yet', async () => {
    const dryRun = await preview(designer, about(), own());
    expect(dryRun.counts).toEqual({
      skills: 5,
      jobFamilies: 2,
      jobRoles: 2,
      jobRoleLevels: 5,
      requirements: 7,
      skillsWithoutDescriptors: 1,
    });
    expect(dryRun.groups[0]).toMatchObject({
      kind: 'REPEAT_AT_TWO_LEVELS',
      count: 1,
      findings: [{ file: 'roles.csv', row: 41 }],
    });
    expect(dryRun.families[0]).toEqual({
      name: 'Bakehouse',
      roles: [{ name: 'Baker', levels: ['Apprentice baker', 'Senior baker '] }],
    });
    const { frameworks } = await designer.query<{ frameworks: object[] }>('{ frameworks { id } }');
    expect(frameworks).toEqual([]);
  });

  it('becomes a draft that only designers see, then a version that everybody reads', async () => {
    const dryRun = await preview(designer, about(), own());
    const draft = await apply(dryRun.id);
    expect(draft).toMatchObject({ __typename: 'SkillFramework', state: 'DRAFT' });
    expect((await apply(dryRun.id)).id).toBe(draft.id);
    const find =
      'query($id: ID!) { framework(id: $id) { state viewerCan } node(id: $id) { id } skills { totalCount } }';
    expect(await designer.query(find, { id: draft.id })).toMatchObject({
      framework: { state: 'DRAFT', viewerCan: ['read', 'publish', 'edit'] },
    });
    expect(await employee.query(find, { id: draft.id })).toEqual({
      framework: null,
      node: null,
      skills: { totalCount: 0 },
    });

    expect(await publish(draft.id)).toMatchObject({
      state: 'PUBLISHED',
      counts: dryRun.counts,
      viewerCan: ['read', 'startNextVersion'],
      scale: {
        levels: [{ ordinal: 1, label: 'Awareness' }, { ordinal: 2 }, { ordinal: 3 }, { ordinal: 4, label: 'Expert' }],
      },
    });
    expect(await publish(draft.id)).toMatchObject({ __typename: 'InvalidInput' });
    const { skills } = await employee.query<{ skills: object }>(
      '{ skills(search: "bread") { totalCount edges { node { id code name framework { version } levels { level { label } descriptors } requiredBy { mustHave importance level { label } jobRoleLevel { name role { name family { name } } } } } } } }',
    );
    expect(skills).toMatchObject({
      totalCount: 1,
      edges: [
        {
          node: {
            code: 'bread-making',
            framework: { version: '2025-09' },
            levels: expect.arrayContaining([
              { level: { label: 'Awareness' }, descriptors: ['name the stages of a dough'] },
            ]) as object[],
            requiredBy: [
              {
                mustHave: false,
                importance: 2,
                level: { label: 'Awareness' },
                jobRoleLevel: { name: 'Apprentice baker', role: { name: 'Baker', family: { name: 'Bakehouse' } } },
              },
              { level: { label: 'Expert' } },
            ],
          },
        },
      ],
    });
    const { jobRoleLevels } = await employee.query<{ jobRoleLevels: object[] }>(
      '{ jobRoleLevels(search: "shop") { name order requirements { skill { name } level { ordinal } } } }',
    );
    expect(jobRoleLevels.map((level) => (level as { name: string }).name)).toEqual([
      'Shop assistant',
      'Shop assistant - management',
      'Head of shop',
    ]);
  });

  it('refuses a version that is here already; the next version keeps the skills and supersedes', async () => {
    expect(await preview(designer, about(), own())).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ field: 'version' }],
    });
    const skill = async () =>
      (
        await employee.query<{ skills: { edges: { node: { id: string; revisionId: string; name: string } }[] } }>(
          '{ skills(search: "oven") { edges { node { id revisionId name } } } }',
        )
      ).skills.edges[0]?.node;
    const before = await skill();
    const files = own();
    const second = await preview(designer, about('2026-01'), {
      skills: Buffer.from(files.skills.toString().replace('load a deck oven safely', 'load any oven safely')),
      roles: Buffer.from(files.roles.toString().replace('Oven control involves fire.', '')),
    });
    await publish((await apply(second.id)).id);
    const after = await skill();
    expect(after?.id).toBe(before?.id);
    expect(after?.revisionId).not.toBe(before?.revisionId);
    const { frameworks } = await designer.query<{ frameworks: object[] }>('{ frameworks { version state } }');
    expect(frameworks).toEqual([
      { version: '2026-01', state: 'PUBLISHED' },
      { version: '2025-09', state: 'SUPERSEDED' },
    ]);
  });

  it('writes and publishes a version once, however many do it at the same time', async () => {
    const dryRuns = [await preview(designer, about('race'), own()), await preview(designer, about('race'), own())];
    const drafts = await Promise.all([...dryRuns, ...dryRuns].map((dryRun) => apply(dryRun.id)));
    const written = drafts.filter((draft) => draft.__typename === 'SkillFramework');
    expect(new Set(written.map((draft) => draft.id)).size).toBe(1);
    expect(drafts.filter((draft) => draft.__typename === 'InvalidInput')).toHaveLength(2);

    const answers = await Promise.all([1, 2, 3, 4].map(() => publish(written[0]?.id ?? '')));
    expect(answers.map((answer) => answer.__typename).sort()).toEqual([
      'InvalidInput',
      'InvalidInput',
      'InvalidInput',
      'SkillFramework',
    ]);
    const published = await api.sql(
      "SELECT version FROM skill_framework WHERE title = 'Bakery framework' AND state = 'PUBLISHED'",
    );
    expect(published).toEqual([{ version: 'race' }]);
  });

  it('names file, row and column of what cannot be read, and imports nothing', async () => {
    const files = own();
    const broken = await preview(designer, about('broken'), {
      ...files,
      roles: Buffer.from(files.roles.toString().replace('loaves.",Awareness', 'loaves.",Novice')),
    });
    expect(broken).toMatchObject({
      __typename: 'ImportRejected',
      problems: [{ severity: 'ERROR', kind: 'UNKNOWN_LEVEL', file: 'roles.csv', row: 23, column: 'Skill Level' }],
    });
    const unknown = await designer.query<{ previewFrameworkImport: Preview }>(PREVIEW, {
      input: { ...about('x'), title: ' ', skillsFileId: newId(), rolesFileId: 'nothing' },
    });
    expect(unknown.previewFrameworkImport.problems.map((problem) => problem.field)).toEqual([
      'title',
      'skillsFileId',
      'rolesFileId',
    ]);
    const [rows] = await api.sql<{ n: string }>(
      "SELECT count(*) AS n FROM framework_import WHERE about->>'version' IN ('broken', 'x')",
    );
    expect(Number(rows?.n)).toBe(0);
  });

  it('is for designers only, and nobody reads files of another person', async () => {
    const { errors } = await employee.ask(APPLY, { id: newId() });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const foreign = await upload(employee, 'skills.csv', own().skills);
    const refused = await designer.query<{ previewFrameworkImport: Preview }>(PREVIEW, {
      input: { ...about('y'), skillsFileId: foreign, rolesFileId: foreign },
    });
    expect(refused.previewFrameworkImport.problems.map((problem) => problem.field)).toEqual([
      'skillsFileId',
      'rolesFileId',
    ]);
  });

  it('publishes the official UK framework equal to what was derived from it', async () => {
    if (!existsSync(join(OFFICIAL, 'framework.json'))) {
      console.warn('The official framework files are not here; only the small ones of our own were imported.');
      return;
    }
    const dryRun = await preview(
      designer,
      { ...about('2025'), title: 'Capability framework', publisher: 'Government Digital and Data' },
      { skills: readFileSync(join(OFFICIAL, 'skills.csv')), roles: readFileSync(join(OFFICIAL, 'roles.csv')) },
    );
    const draft = await apply(dryRun.id);
    expect(await publish(draft.id)).toMatchObject({
      counts: {
        skills: 188,
        jobFamilies: 7,
        jobRoles: 48,
        jobRoleLevels: 201,
        requirements: 1781,
        skillsWithoutDescriptors: 22,
      },
    });

    const known = JSON.parse(readFileSync(join(OFFICIAL, 'framework.json'), 'utf8')) as Known;
    const { framework } = await employee.query<{ framework: Read }>(
      `query($id: ID!) { framework(id: $id) { jobFamilies { name roles { name description responsibilities levels { name order description
         requirements { skill { code } level { ordinal } } } } } } }`,
      { id: draft.id },
    );
    expect(framework.jobFamilies).toEqual(
      known.families.map(({ name, roles }) => ({
        name,
        roles: roles.map((role) => ({
          name: role.name,
          description: role.description,
          responsibilities: role.responsibilities,
          levels: role.levels.map((level) => ({
            name: level.name,
            order: level.order,
            description: level.description,
            requirements: level.skills.map(({ skill, level: ordinal }) => ({
              skill: { code: skill },
              level: { ordinal },
            })),
          })),
        })),
      })),
    );
  });
});

interface Known {
  families: {
    name: string;
    roles: {
      name: string;
      description: string;
      responsibilities: string[];
      levels: { name: string; order: number; description: string; skills: { skill: string; level: number }[] }[];
    }[];
  }[];
}
interface Read {
  jobFamilies: object[];
}
