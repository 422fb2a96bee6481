import { strToU8, zipSync } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import {
  askToPreview,
  askToRead,
  askToWrite,
  previewFramework,
  settledImport,
  writeFramework,
} from './support/framework-imports.js';
import { uploadFor } from './support/uploading.js';

const OFFICIAL = join(__dirname, '../../../../shared/data/frameworks/uk-gdd-pcf');
const OWN = join(__dirname, '../src/features/skills/fixtures');

const COUNTS = 'counts { skills jobFamilies jobRoles jobRoleLevels requirements skillsWithoutDescriptors }';
const PUBLISH = `mutation($id: ID!) { publishFramework(id: $id) { __typename
  ... on SkillFramework { id state version publishedAt viewerCan ${COUNTS} scale { levels { ordinal label } } } ... on Refusal { message } } }`;

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
    api = await startApi({ worker: true });
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

  const about = (version = '2025-09') => ({
    kind: 'UK_GDD',
    title: 'Bakery framework',
    publisher: 'Mill Lane',
    version,
    licence: 'CC0',
    attribution: 'Written for these tests.',
  });

  const filesOf = ({ skills, roles }: { skills: Buffer; roles: Buffer }) => [
    { slot: 'skills', name: 'skills.csv', bytes: skills },
    { slot: 'roles', name: 'roles.csv', bytes: roles },
  ];
  const preview = (input: object, files: { skills: Buffer; roles: Buffer }) =>
    previewFramework(designer, input, filesOf(files));
  const apply = async (id: string) => {
    const it = await writeFramework(designer, id);
    expect(it).toMatchObject({ state: 'APPLIED', problem: null });
    return it.appliedFrameworkId ?? '';
  };
  const publish = async (id: string) =>
    (await designer.query<{ publishFramework: Framework }>(PUBLISH, { id })).publishFramework;
  const own = () => ({ skills: readFileSync(join(OWN, 'skills.csv')), roles: readFileSync(join(OWN, 'roles.csv')) });

  it('shows what would come in and everything that was settled, and writes nothing yet', async () => {
    const dryRun = await preview(about(), own());
    expect(dryRun).toMatchObject({
      state: 'PREVIEWED',
      errors: 0,
      changesNothing: false,
      scaleLevels: ['Awareness', 'Working', 'Practitioner', 'Expert'],
      viewerCan: ['read', 'apply', 'cancel'],
    });
    expect(dryRun.counts).toEqual({
      skills: 5,
      jobFamilies: 2,
      jobRoles: 2,
      jobRoleLevels: 5,
      requirements: 7,
      skillsWithoutDescriptors: 1,
    });
    expect(dryRun.outcomes).toContainEqual({ object: 'SKILL', create: 5, update: 0, unchanged: 0, remove: 0 });
    expect(dryRun.outcomes).toContainEqual({ object: 'REQUIREMENT', create: 7, update: 0, unchanged: 0, remove: 0 });
    expect(dryRun.groups[0]).toMatchObject({ kind: 'REPEAT_AT_TWO_LEVELS', count: 1 });
    expect(dryRun.findings.edges.map(({ node }) => node)).toContainEqual(
      expect.objectContaining({ kind: 'REPEAT_AT_TWO_LEVELS', file: 'roles.csv', row: 41 }),
    );
    expect(dryRun.rows.edges.map(({ node }) => node)).toContainEqual({
      ...{ object: 'JOB_ROLE_LEVEL', outcome: 'CREATE', fields: [] },
      ...{ code: 'baker--apprentice-baker', name: 'Apprentice baker' },
    });
    const { frameworks } = await designer.query<{ frameworks: object[] }>('{ frameworks { id } }');
    expect(frameworks).toEqual([]);
  });

  it('becomes a draft that only designers see, then a version that everybody reads', async () => {
    const dryRun = await preview(about(), own());
    const draft = await apply(dryRun.id);
    expect(await apply(dryRun.id)).toBe(draft);
    const find =
      'query($id: ID!) { framework(id: $id) { state viewerCan } node(id: $id) { id } skills { totalCount } }';
    expect(await designer.query(find, { id: draft })).toMatchObject({
      framework: { state: 'DRAFT', viewerCan: ['read', 'publish', 'edit'] },
    });
    expect(await employee.query(find, { id: draft })).toEqual({
      framework: null,
      node: null,
      skills: { totalCount: 0 },
    });

    expect(await publish(draft)).toMatchObject({
      state: 'PUBLISHED',
      counts: dryRun.counts,
      viewerCan: ['read', 'startNextVersion'],
      scale: {
        levels: [{ ordinal: 1, label: 'Awareness' }, { ordinal: 2 }, { ordinal: 3 }, { ordinal: 4, label: 'Expert' }],
      },
    });
    expect(await publish(draft)).toMatchObject({ __typename: 'InvalidInput' });
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
    const skill = async () =>
      (
        await employee.query<{ skills: { edges: { node: { id: string; revisionId: string; name: string } }[] } }>(
          '{ skills(search: "oven") { edges { node { id revisionId name } } } }',
        )
      ).skills.edges[0]?.node;
    const before = await skill();
    const files = own();
    const changed = {
      skills: Buffer.from(files.skills.toString().replace('load a deck oven safely', 'load any oven safely')),
      roles: Buffer.from(files.roles.toString().replace('Oven control involves fire.', '')),
    };
    const taken = await preview(about(), changed);
    expect(taken).toMatchObject({ state: 'PREVIEWED', errors: 1, groups: [{ kind: 'VERSION_TAKEN' }] });
    expect(await askToWrite(designer, taken.id)).toMatchObject({ __typename: 'InvalidInput' });

    const second = await preview(about('2026-01'), changed);
    expect(second.outcomes).toContainEqual({ object: 'SKILL', create: 0, update: 1, unchanged: 4, remove: 0 });
    expect(second.outcomes).toContainEqual({ object: 'REQUIREMENT', create: 0, update: 0, unchanged: 7, remove: 0 });
    expect(second.rows.edges.map(({ node }) => node)).toEqual([
      { object: 'SKILL', outcome: 'UPDATE', code: 'oven-control', name: 'Oven control', fields: ['descriptors'] },
    ]);
    await publish(await apply(second.id));
    const after = await skill();
    expect(after?.id).toBe(before?.id);
    expect(after?.revisionId).not.toBe(before?.revisionId);
    const { frameworks } = await designer.query<{ frameworks: object[] }>('{ frameworks { version state } }');
    expect(frameworks).toEqual([
      { version: '2026-01', state: 'PUBLISHED' },
      { version: '2025-09', state: 'SUPERSEDED' },
    ]);
  });

  it('says that nothing differs, and writes nothing', async () => {
    const written = () => api.sql('SELECT count(*)::int AS n FROM skill_framework');
    const before = await written();
    const files = {
      skills: Buffer.from(own().skills.toString().replace('load a deck oven safely', 'load any oven safely')),
      roles: own().roles,
    };
    const again = await preview(about('2026-01'), files);
    expect(again).toMatchObject({ changesNothing: true, errors: 0, rows: { totalCount: 0 } });
    const done = await writeFramework(designer, again.id);
    const [newest] = await api.sql<{ id: string }>("SELECT id FROM skill_framework WHERE version = '2026-01'");
    expect(done).toMatchObject({ state: 'APPLIED', appliedFrameworkId: newest?.id });
    expect(await written()).toEqual(before);
  });

  it('writes and publishes a version once, however many do it at the same time', async () => {
    const dryRuns = [await preview(about('race'), own()), await preview(about('race'), own())];
    await Promise.all([...dryRuns, ...dryRuns].map((dryRun) => askToWrite(designer, dryRun.id)));
    const done = await Promise.all(dryRuns.map((dryRun) => settledImport(designer, dryRun.id)));
    const [first] = done.filter(({ changesNothing }) => !changesNothing);
    const [second] = done.filter(({ changesNothing }) => changesNothing);
    expect(first).toMatchObject({ state: 'APPLIED' });
    // Whoever came second sees what the files would do to the version of the first: nothing. The second of two clicks
    // may come after that was said; then it is what was asked for, and still nothing is written.
    expect(second).toMatchObject(
      second?.state === 'APPLIED'
        ? { problem: null, appliedFrameworkId: first?.appliedFrameworkId }
        : { state: 'PREVIEWED', problem: expect.stringContaining('changed since') as string },
    );
    const versions = await api.sql("SELECT id FROM skill_framework WHERE version = 'race'");
    expect(versions).toEqual([{ id: first?.appliedFrameworkId }]);
    const written = [{ id: first?.appliedFrameworkId ?? '' }];

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

  it('stays as it was published, whoever tries to change it; a draft does not', async () => {
    const [published] = await api.sql<{ id: string }>("SELECT id FROM skill_framework WHERE state = 'PUBLISHED'");
    const stays = /is published and does not change/;
    for (const table of ['skill_revision', 'job_family', 'job_role', 'job_role_level', 'job_role_requirement']) {
      const rows = `${table} WHERE framework_id = '${published?.id}'`;
      await expect(api.sql(`DELETE FROM ${rows}`)).rejects.toThrow(/is published|violates foreign key/);
      await expect(api.sql(`UPDATE ${rows.replace(' WHERE', ' SET id = id WHERE')}`)).rejects.toThrow(stays);
    }
    await expect(
      api.sql(`INSERT INTO job_family (id, framework_id, code, name, position) VALUES ($1, $2, 'late', 'Late', 9)`, [
        newId(),
        published?.id,
      ]),
    ).rejects.toThrow(stays);
    for (const change of [`licence = 'None'`, `title = 'Other'`, `state = 'DRAFT', published_at = NULL`])
      await expect(api.sql(`UPDATE skill_framework SET ${change} WHERE id = $1`, [published?.id])).rejects.toThrow(
        stays,
      );

    const files = { ...own(), skills: Buffer.from(own().skills.toString().replace('deck oven', 'stone oven')) };
    const draft = await apply((await preview(about('a draft'), files)).id);
    await api.sql(`UPDATE skill_revision SET name = name || '' WHERE framework_id = $1`, [draft]);
    await api.sql(`UPDATE skill_framework SET licence = 'CC0 1.0' WHERE id = $1`, [draft]);
  });

  it('asks which column is what, and knows the next file with the same headers', async () => {
    const german = (rows: string) => Buffer.from(`Kompetenz;Worum es geht;Anmerkung\n${rows}`);
    const tables = { ...about('1'), kind: 'CSV', title: 'Of our own' };
    const file = (rows: string) => [{ slot: 'tables', name: 'liste.csv', bytes: german(rows) }];
    const columnsOf = async (id: string) => {
      const { it } = await designer.query<{ it: { tables: ReadTable[] } }>(
        `query($id: ID!) { it: frameworkImport(id: $id) { tables { table file remembered columns { header field } rows
           fields { name needed } } } }`,
        { id },
      );
      return it.tables;
    };

    const first = await previewFramework(designer, tables, file('Backen;Brot machen;später'));
    expect(first).toMatchObject({
      errors: 1,
      findings: { edges: [{ node: { kind: 'MISSING_COLUMN', column: 'name' } }] },
    });
    const [shown] = await columnsOf(first.id);
    expect(shown).toMatchObject({
      ...{ table: 'SKILLS', file: 'liste.csv', remembered: false, rows: [['Backen', 'Brot machen', 'später']] },
      columns: [
        { header: 'Kompetenz', field: null },
        { header: 'Worum es geht', field: null },
        { header: 'Anmerkung', field: null },
      ],
    });
    expect(shown?.fields.filter(({ needed }) => needed)).toEqual([{ name: 'name', needed: true }]);

    const column = (header: string, field: string | null) => ({ table: 'SKILLS', header, field });
    const said = [column('Kompetenz', 'name'), column('Worum es geht', 'description'), column('Anmerkung', null)];
    const given = first.files.map(({ slot, fileId }) => ({ slot, fileId }));
    const wrong = await askToRead(designer, { ...tables, files: given, columns: [column('Kompetenz', 'nome')] });
    expect(wrong.problems).toEqual([
      { field: 'columns.0.field', message: '“Kompetenz”: the table “Skills” has no field “nome”.' },
    ]);

    const again = await askToRead(designer, { ...tables, files: given, columns: said });
    const read = await settledImport(designer, again.id ?? '');
    expect(read).toMatchObject({ errors: 0, counts: { skills: 1 } });

    const next = await previewFramework(designer, tables, file('Backen;Brot machen;\nKneten;Teig kneten;'));
    expect(next).toMatchObject({ errors: 0, counts: { skills: 2 } });
    expect((await columnsOf(next.id))[0]).toMatchObject({
      remembered: true,
      columns: [{ field: 'name' }, { field: 'description' }, { field: null }],
    });
    const other = await previewFramework(designer, tables, [
      { slot: 'tables', name: 'liste.csv', bytes: Buffer.from('Kompetenz;Zweck\nBacken;x') },
    ]);
    expect(other.errors).toBe(1);
  });

  it('gives back the faulty rows of a table in an archive, and says which table it is', async () => {
    const archive = Buffer.from(zipSync({ 'skills.csv': strToU8('code,name\nK1,Kneading\nK1,Kneading twice\n') }));
    const read = await previewFramework(designer, { ...about('1'), kind: 'CSV', title: 'Packed' }, [
      { slot: 'tables', name: 'all.zip', bytes: archive },
    ]);
    expect(read).toMatchObject({
      findings: { edges: [{ node: { file: 'all.zip: skills.csv', row: 3 } }] },
      files: [{ errorsUrl: expect.stringContaining('/errors/') as string }],
    });
    const [head, row] = (await (await designer.fetch(read.files[0]?.errorsUrl ?? '')).text()).split('\r\n');
    expect(head).toBe('Table,Column,Row,Error');
    expect(row).toMatch(/^skills\.csv,.*,3,.*K1/);
  });

  it('names file, row and column of what cannot be read, and imports nothing', async () => {
    const files = own();
    const count = () => api.sql('SELECT count(*)::int AS n FROM skill_framework');
    const before = await count();
    const broken = await preview(about('broken'), {
      ...files,
      roles: Buffer.from(files.roles.toString().replace('loaves.",Awareness', 'loaves.",Novice')),
    });
    expect(broken).toMatchObject({
      ...{ state: 'PREVIEWED', errors: 1, viewerCan: ['read', 'cancel'], outcomes: [] },
      findings: { edges: [{ node: { kind: 'UNKNOWN_LEVEL', file: 'roles.csv', row: 23, column: 'Skill Level' } }] },
    });
    expect(await askToWrite(designer, broken.id)).toMatchObject({ __typename: 'InvalidInput' });
    expect(await count()).toEqual(before);

    const roles = broken.files.find(({ slot }) => slot === 'roles');
    expect(broken.files.filter(({ errorsUrl }) => errorsUrl !== null)).toEqual([roles]);
    const answer = await designer.fetch(roles?.errorsUrl ?? '');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines[0]).toMatch(/^Role Family,Role,.*,Column,Row,Error$/);
    expect(lines.at(-1)).toMatch(/,23,.*Novice/);
    expect((await employee.fetch(roles?.errorsUrl ?? '')).status).toBe(403);

    const unknown = await askToRead(designer, {
      ...about('x'),
      ...{
        title: ' ',
        files: [
          { slot: 'skills', fileId: newId() },
          { slot: 'people', fileId: 'nothing' },
        ],
      },
      ...{ options: [{ key: 'colour', value: 'blue' }], sourceUrl: 'ftp://somewhere' },
    });
    expect(unknown.problems?.map(({ field }) => field)).toEqual([
      ...['title', 'sourceUrl', 'options', 'files', 'files', 'files.0.fileId', 'files.1.fileId'],
    ]);
    const [rows] = await api.sql<{ n: number }>(
      "SELECT count(*)::int AS n FROM framework_import WHERE about->>'version' = 'x'",
    );
    expect(rows?.n).toBe(0);
  });

  it('can be given up, and read again from the same uploads', async () => {
    const first = await preview(about('given up'), own());
    const { cancelled } = await designer.query<{ cancelled: object }>(
      'mutation($id: ID!) { cancelled: cancelFrameworkImport(id: $id) { ... on FrameworkImport { state viewerCan } } }',
      { id: first.id },
    );
    expect(cancelled).toEqual({ state: 'CANCELLED', viewerCan: ['read'] });
    expect(await askToWrite(designer, first.id)).toMatchObject({ __typename: 'NotAllowed' });
    const again = await askToRead(designer, {
      ...about('given up'),
      files: first.files.map(({ slot, fileId }) => ({ slot, fileId })),
    });
    expect(await settledImport(designer, again.id ?? '')).toMatchObject({ state: 'PREVIEWED', errors: 0 });
  });

  it('is for designers only, and nobody reads files of another person', async () => {
    const { errors } = await employee.ask('mutation($id: ID!) { applyFrameworkImport(id: $id) { __typename } }', {
      id: newId(),
    });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const fileId = await uploadFor('import', employee, 'skills.csv', own().skills);
    const refused = await askToRead(designer, {
      ...about('y'),
      files: ['skills', 'roles'].map((slot) => ({ slot, fileId })),
    });
    expect(refused.problems?.map(({ field }) => field)).toEqual(['files.0.fileId', 'files.1.fileId']);
    const mine = await askToPreview(employee, about('z'), []).catch((error: Error) => error);
    expect(mine).toBeInstanceOf(Error);
  });

  it('publishes the official UK framework equal to what was derived from it', async () => {
    if (!existsSync(join(OFFICIAL, 'framework.json'))) {
      console.warn('The official framework files are not here; only the small ones of our own were imported.');
      return;
    }
    const dryRun = await preview(
      { ...about('2025'), title: 'Capability framework', publisher: 'Government Digital and Data' },
      { skills: readFileSync(join(OFFICIAL, 'skills.csv')), roles: readFileSync(join(OFFICIAL, 'roles.csv')) },
    );
    const draft = await apply(dryRun.id);
    expect(await publish(draft)).toMatchObject({
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
      { id: draft },
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
interface ReadTable {
  table: string;
  file: string;
  remembered: boolean;
  columns: { header: string; field: string | null }[];
  rows: string[][];
  fields: { name: string; needed: boolean }[];
}
