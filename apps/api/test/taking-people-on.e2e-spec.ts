import { startApi, type TestApi, type TestClient } from './support/api.js';
import { PeopleService } from '../src/features/people/people.service.js';
import { EmploymentsService } from '../src/features/people/employments.service.js';
import { Viewer } from '../src/platform/access/viewer.js';
import { newId } from '../src/platform/database/id.js';
import { end, grant } from './support/grants.js';

const ADD = `mutation($input: AddPersonInput!) { addPerson(input: $input) { __typename
  ... on Person { id displayName initials email roles employment { jobTitle orgUnit { name } manager { displayName } startsOn endsOn } viewerCan }
  ... on InvalidInput { problems { field message } } ... on NotAllowed { message } } }`;

interface Added {
  __typename: string;
  id: string;
  displayName: string;
  initials: string;
  email: string | null;
  roles: string[];
  employment: {
    jobTitle: string;
    orgUnit: { name: string };
    manager: { displayName: string } | null;
    startsOn: string;
  };
  viewerCan: string[];
  problems: { field: string; message: string }[];
}

describe('taking people on', () => {
  let api: TestApi;
  let admin: TestClient;
  const adminId = newId();

  const add = async (by: TestClient, input: object): Promise<Added> => {
    const defaults = { displayName: 'Ola Ferreira', jobTitle: 'Fitter', orgUnitName: 'Works', roles: [] };
    return (await by.query<{ addPerson: Added }>(ADD, { input: { ...defaults, ...input } })).addPerson;
  };

  beforeAll(async () => {
    api = await startApi();
    await api.asSystem(async ({ tx, now }) => {
      await tx.query('INSERT INTO organisation (id, name, is_demo) VALUES ($1, $2, false)', [newId(), 'Mill Lane']);
      await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, $4)', [
        adminId,
        'Ada Marsh',
        'ada@example.org',
        now,
      ]);
      await tx.query('INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, $3, $4)', [
        newId(),
        adminId,
        'ADMINISTRATOR',
        now,
      ]);
    });
    admin = await api.as(adminId);
  });
  afterAll(() => api.close());

  it('tells everybody whose installation it is, and a stranger that nobody is signed in', async () => {
    const data = await api.stranger.query('{ organisation { name isDemo notice publicUrl } viewer { roles } }');
    expect(data).toEqual({
      organisation: { name: 'Mill Lane', isDemo: false, notice: null, publicUrl: 'http://localhost:4000' },
      viewer: null,
    });
  });

  it('makes a person with an employment, a new unit, and roles', async () => {
    const boss = await add(admin, { displayName: 'Ines Okafor', email: 'ines@example.org', roles: ['ASSESSOR'] });
    expect(boss).toMatchObject({ __typename: 'Person', initials: 'IO', roles: ['EMPLOYEE', 'ASSESSOR'] });
    expect(boss.viewerCan).toEqual(expect.arrayContaining(['grantRole', 'endRole']));

    const ola = await add(admin, {
      email: 'ola@example.org',
      managerId: boss.id,
      orgUnitName: 'works',
      startsOn: '2024-02-01',
    });
    expect(ola.employment).toEqual({
      jobTitle: 'Fitter',
      orgUnit: { name: 'Works' },
      manager: { displayName: 'Ines Okafor' },
      startsOn: '2024-02-01',
      endsOn: null,
    });
    const units = await admin.query<{ orgUnits: { name: string }[] }>('{ orgUnits { name } }');
    expect(units.orgUnits).toEqual([{ name: 'Works' }]);

    // The reporting line alone makes a manager.
    const asBoss = await api.as(boss.id);
    const { viewer } = await asBoss.query<{ viewer: object }>(
      '{ viewer { roles isManager permissions person { displayName } } }',
    );
    expect(viewer).toMatchObject({ isManager: true, person: { displayName: 'Ines Okafor' } });
    expect(viewer).toMatchObject({ permissions: expect.arrayContaining(['team.read', 'submission.mark']) as string[] });
  });

  it('names everything that is wrong with the input, and writes nothing', async () => {
    const refused = await add(admin, {
      displayName: ' ',
      email: 'INES@example.org',
      managerId: newId(),
      jobRoleLevelId: newId(),
      roles: ['MANAGER'],
    });
    expect(refused.__typename).toBe('InvalidInput');
    expect(refused.problems.map((problem) => problem.field)).toEqual([
      'displayName',
      'email',
      'managerId',
      'jobRoleLevelId',
      'roles',
    ]);
    const [count] = await api.sql<{ n: string }>('SELECT count(*) AS n FROM person');
    expect(Number(count?.n)).toBe(3);
  });

  it('takes a person on once, however often the button was pressed', async () => {
    const twins = await Promise.all(
      [1, 2, 3].map(() => add(admin, { displayName: 'Uma Reyes', email: 'uma@example.org', orgUnitName: 'New unit' })),
    );
    expect(twins.map((twin) => twin.__typename).sort()).toEqual(['InvalidInput', 'InvalidInput', 'Person']);
  });

  it('gives and ends roles, but nobody their own', async () => {
    const kit = await add(admin, { displayName: 'Kit Varga', email: 'kit@example.org' });
    const roles = async () =>
      (
        await admin.query<{ person: { roles: string[] } }>('query($id: ID!) { person(id: $id) { roles } }', {
          id: kit.id,
        })
      ).person.roles;
    const given = await grant(admin, kit.id, 'AUDITOR');
    expect(await roles()).toEqual(['EMPLOYEE', 'AUDITOR']);
    expect((await grant(admin, kit.id, 'AUDITOR')).__typename).toBe('AlreadyGranted');
    expect((await grant(admin, kit.id, 'EMPLOYEE')).__typename).toBe('InvalidInput');
    expect((await grant(admin, adminId, 'AUDITOR')).__typename).toBe('NotAllowed');
    expect((await grant(admin, newId(), 'AUDITOR')).__typename).toBe('NotFound');

    expect((await end(admin, given.id)).state).toBe('ENDED');
    expect(await roles()).toEqual(['EMPLOYEE']);
    await expect(grant(await api.as(kit.id), adminId, 'AUDITOR')).rejects.toThrow('Your roles do not include this.');
  });

  it('finds a name that was typed wrong among those with us, and mends no mail address', async () => {
    const asked = await api.as((await add(admin, { displayName: 'Jürgen Malinowski', email: 'jm@example.org' })).id);
    const gone = await add(admin, { displayName: 'Katarzyna Malinowska', email: 'km@example.org' });
    await api.sql('UPDATE person SET active = false WHERE id = $1', [gone.id]);
    const found = async (search: string) =>
      (
        await asked.query<{ people: { totalCount: number; edges: { node: { displayName: string } }[] } }>(
          'query($search: String) { people(search: $search) { totalCount edges { node { displayName } } } }',
          { search },
        )
      ).people.edges.map(({ node }) => node.displayName);
    expect(await found('Malinowksi')).toEqual(['Jürgen Malinowski']);
    expect(await found('jurgn malinovski')).toEqual(['Jürgen Malinowski']);
    expect(await found('Xanthippe')).toEqual([]);
    expect(await found('jn@example.org')).toEqual([]);
    expect(await found('Mal')).not.toEqual([]);
    await api.sql("UPDATE person SET active = false WHERE email = 'jm@example.org'");
  });

  it('shows a colleague the name and the job, not mail address and roles', async () => {
    const mo = await add(admin, { displayName: 'Mo Quill', email: 'mo@example.org', jobTitle: 'Welder' });
    const asMo = await api.as(mo.id);
    const { people } = await asMo.query<{
      people: { totalCount: number; edges: { node: { displayName: string; email: string | null; roles: string[] } }[] };
    }>('{ people(search: "ines") { totalCount edges { node { displayName email roles employment { jobTitle } } } } }');
    expect(people).toMatchObject({
      totalCount: 1,
      edges: [{ node: { displayName: 'Ines Okafor', email: null, roles: [] } }],
    });
    const own = await asMo.query<{ person: object }>(
      'query($id: ID!) { person(id: $id) { email roles } node(id: $id) { id __typename } }',
      { id: mo.id },
    );
    expect(own).toEqual({
      person: { email: 'mo@example.org', roles: ['EMPLOYEE'] },
      node: { id: mo.id, __typename: 'Person' },
    });
  });

  it('pages through people in the order of their names', async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        people: {
          totalCount: number;
          edges: { node: { displayName: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      } = await admin.query(
        'query($after: String) { people(first: 2, after: $after) { totalCount edges { node { displayName } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      expect(page.people.totalCount).toBe(6);
      names.push(...page.people.edges.map((edge) => edge.node.displayName));
      after = page.people.pageInfo.hasNextPage ? page.people.pageInfo.endCursor : null;
    } while (after);
    expect(names).toEqual(['Ada Marsh', 'Ines Okafor', 'Kit Varga', 'Mo Quill', 'Ola Ferreira', 'Uma Reyes']);
  });

  it('knows who leads whom on a day, and nobody for ever', async () => {
    const [lead, worker] = [
      await add(admin, { displayName: 'Lin Abara', email: 'lin@example.org' }),
      await add(admin, { displayName: 'Wim Osei', email: 'wim@example.org', startsOn: '2099-01-01' }),
    ];
    const people = api.app.get(PeopleService);
    const employments = api.app.get(EmploymentsService);
    const work = { jobTitle: 'Welder', orgUnitName: 'Works', jobRoleLevelId: null, personId: worker.id };
    await api.asSystem(async (system) => {
      await employments.employ(system, { ...work, managerId: lead.id, startsOn: '2021-01-01', endsOn: '2021-12-31' });
      await employments.employ(system, { ...work, managerId: adminId, startsOn: '2022-01-01', endsOn: '2098-12-31' });
    });
    const on = (day: string) =>
      api.asSystem(async ({ tx }) => {
        const then = Viewer.system(tx, new Date(`${day}T12:00:00Z`));
        const employment = await people.employmentOf(then, worker.id);
        return [
          employment?.startsOn ?? null,
          await people.relationOf(then, worker.id, lead.id),
          await people.relationOf(then, lead.id, worker.id),
          (await people.reportsOf(then, lead.id)).map((person) => person.displayName),
          await people.hasRole(then, lead.id, 'MANAGER'),
        ];
      });
    expect(await on('2020-12-31')).toEqual([null, 'none', 'none', [], false]);
    expect(await on('2021-12-31')).toEqual(['2021-01-01', 'manager', 'report', ['Wim Osei'], true]);
    expect(await on('2022-01-01')).toEqual(['2022-01-01', 'none', 'none', [], false]);
  });
});
