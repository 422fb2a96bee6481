import type { Role } from '@assay/access';
import { GrantsService } from '../src/features/people/grants.service.js';
import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addGrant, addUnit, approve, decline, employIn, end, grant } from './support/grants.js';
import { addPeople, foundOrganisation, type People, refusalOfSql } from './support/programme.js';

const LIST = `query($state: GrantState, $role: Role, $personId: ID, $search: String, $first: Int, $after: String) {
  roleGrants(state: $state, role: $role, personId: $personId, search: $search, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id role state reason origin person { displayName }
      grantedBy { displayName } approvedBy { displayName } declinedBy { displayName } declineReason endReason scopeUnit { name } } } } }`;
interface Listed {
  id: string;
  role: Role;
  state: string;
  reason: string | null;
  origin: string;
  person: { displayName: string };
  grantedBy: { displayName: string } | null;
  approvedBy: { displayName: string } | null;
  declinedBy: { displayName: string } | null;
  declineReason: string | null;
  endReason: string | null;
  scopeUnit: { name: string } | null;
}

describe('granting roles', () => {
  type Name = 'ada' | 'grace' | 'kit' | 'lou' | 'mo';
  let api: TestApi;
  let people: People<Name>;
  const as = {} as Record<Name, TestClient>;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
  });
  beforeEach(async () => {
    // Everybody of the tests before has no role any more.
    await api.sql('UPDATE role_grant SET ends_at = now() WHERE ends_at IS NULL OR ends_at > now()');
    people = await addPeople(api, { ada: ['ADMINISTRATOR'], grace: ['ADMINISTRATOR'], kit: [], lou: [], mo: [] });
    for (const name of Object.keys(people) as Name[]) as[name] = await api.as(people[name]);
  });
  afterAll(() => api.close());

  const list = async (by: TestClient, filter: object = {}) =>
    (
      await by.query<{
        roleGrants: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: Listed }[] };
      }>(LIST, filter)
    ).roleGrants;
  const listed = async (by: TestClient, filter: object = {}) => (await list(by, filter)).edges.map(({ node }) => node);
  const permissionsOf = async (name: Name) =>
    (await as[name].query<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }')).viewer.permissions;

  describe('by two', () => {
    it('gives nothing until a second administrator agrees', async () => {
      const asked = await grant(as.ada, people.kit, 'PROGRAMME_OWNER');
      expect(asked).toMatchObject({ state: 'PROPOSED', approval: 'SECOND_PERSON', viewerCan: ['see', 'decline'] });
      expect(await permissionsOf('kit')).not.toContain('achievement.design');
      expect(await as.kit.query('{ viewer { roles } }')).toEqual({ viewer: { roles: ['EMPLOYEE'] } });

      expect(await approve(as.grace, asked.id)).toMatchObject({ __typename: 'RoleGrant', state: 'IN_FORCE' });
      expect(await permissionsOf('kit')).toContain('achievement.design');
      const [shown] = await listed(as.kit);
      expect(shown).toMatchObject({
        reason: 'The job asks for it.',
        origin: 'PERSON',
        grantedBy: { displayName: 'ada' },
        approvedBy: { displayName: 'grace' },
      });
    });

    it('lets neither whoever asked nor whom it is for agree', async () => {
      const forGrace = await addPeople(api, { ivy: ['ADMINISTRATOR'] });
      const ivy = await api.as(forGrace.ivy);
      const asked = await grant(as.ada, people.grace, 'HR_DESIGNER');
      expect(await approve(as.ada, asked.id)).toMatchObject({
        __typename: 'NotAllowed',
        message: 'You asked for it: a second person agrees.',
      });
      expect(await approve(as.grace, asked.id)).toMatchObject({
        __typename: 'NotAllowed',
        message: 'Nobody agrees to their own role.',
      });
      expect((await decline(as.grace, asked.id)).__typename).toBe('NotAllowed');
      expect((await approve(ivy, asked.id)).__typename).toBe('RoleGrant');
      expect((await approve(ivy, asked.id)).__typename).toBe('NotAllowed');
    });

    it('holds the database to it as well', async () => {
      const asked = await grant(as.ada, people.kit, 'ADMINISTRATOR');
      const say = (sql: string) => refusalOfSql(api, 'app_issuer', sql.replace('$1', `'${asked.id}'`));
      // Whoever writes past the product finds the same rules.
      expect(await say(`UPDATE role_grant SET starts_at = now() WHERE id = $1`)).toMatch(/approved_before/);
      expect(await say(`UPDATE role_grant SET starts_at = now(), approved_by = granted_by WHERE id = $1`)).toMatch(
        /second_person/,
      );
      expect(await say(`UPDATE role_grant SET role = 'AUDITOR' WHERE id = $1`)).toMatch(/permission denied/);
      expect(await say(`UPDATE role_grant SET person_id = granted_by WHERE id = $1`)).toMatch(/permission denied/);
      expect(await say('DELETE FROM role_grant WHERE id = $1')).toMatch(/permission denied/);
    });

    it('gives assessors at once: what they do is watched by rules of its own', async () => {
      expect(await grant(as.ada, people.kit, 'ASSESSOR')).toMatchObject({ state: 'IN_FORCE', approval: 'NOT_NEEDED' });
      expect(await permissionsOf('kit')).toContain('submission.mark');
    });

    it('is in force at once, and says so, where nobody else could agree', async () => {
      const [ended] = await listed(as.ada, { personId: people.grace, state: 'IN_FORCE' });
      await end(as.ada, ended?.id ?? '');
      const given = await grant(as.ada, people.kit, 'AUDITOR');
      expect(given).toMatchObject({ state: 'IN_FORCE', approval: 'NOBODY_ELSE' });
      // With kit an auditor and no second administrator, a new one is given alone as well; from then on there are two.
      expect(await grant(as.ada, people.lou, 'ADMINISTRATOR')).toMatchObject({ approval: 'NOBODY_ELSE' });
      expect(await grant(as.ada, people.mo, 'HR_DESIGNER')).toMatchObject({ state: 'PROPOSED' });
    });

    it('waits for a second person who is shut out at the moment, but not for one who left', async () => {
      const setActive = async (active: boolean) =>
        (
          await as.ada.query<{ answer: { __typename: string } }>(
            'mutation($id: ID!, $active: Boolean!) { answer: setActive(personId: $id, active: $active, reason: "Lost the laptop") { __typename } }',
            { id: people.grace, active },
          )
        ).answer;
      const offered = async () =>
        (
          await as.ada.query<{ rolesOffered: { role: Role; approval: boolean }[] }>(
            '{ rolesOffered { role approval } }',
          )
        ).rolesOffered.find(({ role }) => role === 'ADMINISTRATOR')?.approval;
      expect((await setActive(false)).__typename).toBe('Person');
      expect(await offered()).toBe(true);
      const asked = await grant(as.ada, people.kit, 'ADMINISTRATOR');
      expect(asked).toMatchObject({ state: 'PROPOSED', approval: 'SECOND_PERSON' });
      expect(await permissionsOf('kit')).not.toContain('people.manage');
      expect((await setActive(true)).__typename).toBe('Person');
      expect(await approve(await api.as(people.grace), asked.id)).toMatchObject({ state: 'IN_FORCE' });

      await api.sql(`UPDATE role_grant SET ends_at = now() WHERE person_id = $1`, [people.kit]);
      await api.sql('UPDATE person SET last_day = current_date - 1 WHERE id = $1', [people.grace]);
      expect(await offered()).toBe(false);
      expect(await grant(as.ada, people.kit, 'HR_DESIGNER')).toMatchObject({ approval: 'NOBODY_ELSE' });
    });

    it('does not count an administrator of one unit as the second person', async () => {
      const works = await addUnit(api, 'Works 1');
      const [ended] = await listed(as.ada, { personId: people.grace, state: 'IN_FORCE' });
      await end(as.ada, ended?.id ?? '');
      await addGrant(api, people.grace, 'ADMINISTRATOR', { unit: works });
      expect(await grant(as.ada, people.kit, 'HR_DESIGNER')).toMatchObject({ approval: 'NOBODY_ELSE' });
    });

    it('says no with a reason, and can be taken back by whoever asked', async () => {
      const asked = await grant(as.ada, people.kit, 'AUDITOR');
      expect((await decline(as.grace, asked.id, ' ')).problems[0]?.field).toBe('reason');
      expect((await decline(as.grace, asked.id)).state).toBe('DECLINED');
      expect((await approve(as.grace, asked.id)).message).toBe('This does not wait for anybody.');
      const again = await grant(as.ada, people.kit, 'AUDITOR');
      expect((await decline(as.ada, again.id, 'A mistake.')).state).toBe('DECLINED');
      const reasons = (await listed(as.kit, { state: 'DECLINED' })).map((each) => each.declineReason);
      expect(new Set(reasons)).toEqual(new Set(['A mistake.', 'Not needed for this job.']));
    });

    it('asks for a second person when somebody is added with a role, too', async () => {
      const added = await as.ada.query<{ addPerson: { id: string; roles: string[] } }>(
        `mutation($input: AddPersonInput!) { addPerson(input: $input) { ... on Person { id roles } ... on Refusal { message } } }`,
        {
          input: {
            displayName: 'Noor Haddad',
            email: 'noor@example.org',
            jobTitle: 'Fitter',
            orgUnitName: 'Assembly',
            roles: ['ASSESSOR', 'HR_DESIGNER'],
          },
        },
      );
      expect(added.addPerson.roles).toEqual(['EMPLOYEE', 'ASSESSOR']);
      expect((await listed(as.grace, { state: 'PROPOSED' })).map(({ role }) => role)).toEqual(['HR_DESIGNER']);
    });
  });

  describe('kept apart', () => {
    it('gives nobody a role they give to themselves', async () => {
      expect((await grant(as.ada, people.ada, 'ASSESSOR')).__typename).toBe('NotAllowed');
      const [own] = await listed(as.ada, { personId: people.ada });
      expect((await end(as.ada, own?.id ?? '')).__typename).toBe('NotAllowed');
    });

    it.each<[Role, Role]>([
      ['AUDITOR', 'ASSESSOR'],
      ['ASSESSOR', 'AUDITOR'],
      ['AUDITOR', 'ADMINISTRATOR'],
      ['PROGRAMME_OWNER', 'AUDITOR'],
    ])('lets nobody be %s and %s', async (first, second) => {
      const given = await grant(as.ada, people.kit, first);
      if (given.state === 'PROPOSED') await approve(as.grace, given.id);
      const refused = await grant(as.ada, people.kit, second);
      expect(refused.__typename).toBe('RolesApart');
      expect(refused.message).toMatch(/^Auditors change nothing/);
    });

    it('counts what waits and what is planned, but not what is over by then', async () => {
      await grant(as.ada, people.kit, 'AUDITOR');
      expect((await grant(as.ada, people.kit, 'ASSESSOR')).__typename).toBe('RolesApart');
      await grant(as.ada, people.lou, 'ASSESSOR', { endsOn: '2090-01-31' });
      expect((await grant(as.ada, people.lou, 'AUDITOR', { startsOn: '2090-01-31' })).__typename).toBe('RolesApart');
      expect(await grant(as.ada, people.lou, 'AUDITOR', { startsOn: '2090-02-01' })).toMatchObject({
        state: 'PROPOSED',
      });
    });

    it('never takes the last administrator', async () => {
      const [graces] = await listed(as.ada, { personId: people.grace, state: 'IN_FORCE' });
      expect((await end(as.ada, graces?.id ?? '')).state).toBe('ENDED');
      await addGrant(api, people.kit, 'HR_DESIGNER');
      const until = await addGrant(api, people.lou, 'ADMINISTRATOR');
      await api.sql(`UPDATE role_grant SET ends_at = now() + interval '1 day' WHERE id = $1`, [until]);
      const [adas] = await listed(as.ada, { personId: people.ada });
      // Lou is administrator until tomorrow only: then nobody would be.
      expect(await end(as.lou, adas?.id ?? '')).toMatchObject({ __typename: 'LastAdministrator' });
      const system = await api.asSystem((viewer) =>
        api.app.get(GrantsService).endAllOf(viewer, people.ada, viewer.now, 'Left.'),
      );
      expect(system.constructor.name).toBe('LastAdministrator');
    });
  });

  describe('how far and how long', () => {
    it('begins and ends with its days, without anybody doing anything', async () => {
      const planned = await grant(as.ada, people.kit, 'ASSESSOR', { startsOn: '2090-01-01', endsOn: '2090-01-31' });
      expect(planned.state).toBe('PLANNED');
      expect(await permissionsOf('kit')).not.toContain('submission.mark');
      await api.sql(`UPDATE role_grant SET starts_at = now() - interval '1 minute' WHERE id = $1`, [planned.id]);
      expect(await permissionsOf('kit')).toContain('submission.mark');
      await api.sql(`UPDATE role_grant SET ends_at = now() WHERE id = $1`, [planned.id]);
      expect(await permissionsOf('kit')).not.toContain('submission.mark');
      expect((await listed(as.kit))[0]?.state).toBe('ENDED');
    });

    it('begins on the wanted day when it is approved before', async () => {
      const asked = await grant(as.ada, people.kit, 'AUDITOR', { startsOn: '2090-01-01' });
      expect((await approve(as.grace, asked.id)).state).toBe('PLANNED');
    });

    it('refuses what cannot be, field by field', async () => {
      const field = async (role: Role, more: object) =>
        (await grant(as.ada, people.kit, role, more)).problems.map((problem) => problem.field);
      expect(await field('MANAGER', {})).toEqual(['role']);
      expect(await field('EMPLOYEE', {})).toEqual(['role']);
      expect(await field('ASSESSOR', { reason: '  ' })).toEqual(['reason']);
      expect(await field('ASSESSOR', { reason: 'x'.repeat(501) })).toEqual(['reason']);
      expect(await field('ASSESSOR', { scopeUnitId: newId() })).toEqual(['scopeUnitId']);
      expect(await field('ASSESSOR', { scopeAchievementId: 'none' })).toEqual(['scopeAchievementId']);
      expect(await field('ASSESSOR', { endsOn: '2020-01-01' })).toEqual(['endsAt']);
      expect(await field('ASSESSOR', { startsOn: '2090-02-01', endsOn: '2090-01-31' })).toEqual(['endsAt']);
      expect((await grant(as.ada, newId(), 'ASSESSOR')).__typename).toBe('NotFound');
    });

    it('lets an administrator of a unit give roles within it, to its people, and nothing else', async () => {
      const works = await addUnit(api, 'Works 3');
      const night = await addUnit(api, 'Night shift', works);
      const office = await addUnit(api, 'Office');
      await employIn(api, people.kit, night);
      await employIn(api, people.mo, office);
      await addGrant(api, people.lou, 'ADMINISTRATOR', { unit: works });

      expect(await grant(as.lou, people.kit, 'ASSESSOR', { scopeUnitId: night })).toMatchObject({ state: 'IN_FORCE' });
      expect((await grant(as.lou, people.kit, 'ASSESSOR', { scopeUnitId: office })).problems[0]?.field).toBe(
        'scopeUnitId',
      );
      expect((await grant(as.lou, people.kit, 'ADMINISTRATOR')).problems[0]?.field).toBe('scopeUnitId');
      expect((await grant(as.lou, people.mo, 'ASSESSOR', { scopeUnitId: works })).__typename).toBe('NotAllowed');
      // Grants of others outside the unit are not even seen.
      expect((await listed(as.lou, { state: 'IN_FORCE' })).map(({ person }) => person.displayName).sort()).toEqual([
        'kit',
        'lou',
      ]);
      const unlimited = await grant(as.ada, people.kit, 'HR_DESIGNER');
      expect((await approve(as.lou, unlimited.id)).__typename).toBe('NotAllowed');
      const outside = await grant(as.ada, people.mo, 'HR_DESIGNER');
      expect((await approve(as.lou, outside.id)).__typename).toBe('NotFound');
    });

    it('says that a role is there already', async () => {
      await grant(as.ada, people.kit, 'ASSESSOR');
      expect((await grant(as.ada, people.kit, 'ASSESSOR')).__typename).toBe('AlreadyGranted');
      await grant(as.ada, people.kit, 'HR_DESIGNER');
      expect((await grant(as.grace, people.kit, 'HR_DESIGNER')).message).toMatch(/waits for a second person/);
      const works = await addUnit(api, 'Works 4');
      // The same role with another limit is another grant.
      expect((await grant(as.ada, people.kit, 'ASSESSOR', { scopeUnitId: works })).state).toBe('IN_FORCE');
    });
  });

  describe('at once', () => {
    it('approves or declines once, whoever comes first', async () => {
      const { ivy } = await addPeople(api, { ivy: ['ADMINISTRATOR'] });
      const third = await api.as(ivy);
      for (let round = 0; round < 5; round += 1) {
        const { who } = await addPeople(api, { who: [] });
        const asked = await grant(as.ada, who, 'HR_DESIGNER');
        const answers = await Promise.all([approve(as.grace, asked.id), decline(third, asked.id)]);
        expect(answers.map((each) => each.__typename).sort()).toEqual(['NotAllowed', 'RoleGrant']);
        const states = (await listed(as.ada, { personId: who })).map(({ state }) => state);
        expect(states).toHaveLength(1);
        expect(states[0]).toMatch(/IN_FORCE|DECLINED/);
      }
    });

    it('leaves one administrator when two end each other', async () => {
      const [adas] = await listed(as.ada, { personId: people.ada });
      const [graces] = await listed(as.ada, { personId: people.grace });
      // Who comes late is refused, at the door or by the rule that somebody must be left.
      const answers = await Promise.allSettled([end(as.ada, graces?.id ?? ''), end(as.grace, adas?.id ?? '')]);
      const done = answers.filter((each) => each.status === 'fulfilled' && each.value.__typename === 'RoleGrant');
      expect(done).toHaveLength(1);
      expect(await api.sql(`SELECT 1 FROM role_grant WHERE role = 'ADMINISTRATOR' AND ends_at IS NULL`)).toHaveLength(
        1,
      );
    });
  });

  describe('by groups', () => {
    it('ends what the group gave, and leaves what a person gave', async () => {
      const groupId = newId();
      const grants = api.app.get(GrantsService);
      const match = { personId: people.kit, role: 'ASSESSOR', origin: 'SCIM', groupId } as const;
      await grant(as.ada, people.kit, 'ASSESSOR');
      await api.asSystem((system) => grants.grantFor(system, match));
      await api.asSystem(async (system) => {
        expect((await grants.grantFor(system, match)).constructor.name).toBe('AlreadyGranted');
      });
      expect(await listed(as.kit, { state: 'IN_FORCE' })).toHaveLength(2);
      await api.asSystem((system) => grants.endFor(system, match, 'Left the group.'));
      expect((await listed(as.kit, { state: 'IN_FORCE' })).map(({ origin }) => origin)).toEqual(['PERSON']);
      expect(await permissionsOf('kit')).toContain('submission.mark');
    });
  });

  it('lists by state, role, person and name, page by page; everybody their own only', async () => {
    for (const name of ['kit', 'lou', 'mo'] as const) await grant(as.ada, people[name], 'ASSESSOR');
    expect(await list(as.ada, { role: 'ASSESSOR', state: 'IN_FORCE' })).toMatchObject({ totalCount: 3 });
    expect((await listed(as.ada, { search: 'LO', state: 'IN_FORCE' })).map(({ person }) => person.displayName)).toEqual(
      ['lou'],
    );
    expect(await listed(as.ada, { personId: 'nobody' })).toEqual([]);
    const first = await list(as.ada, { first: 2, state: 'IN_FORCE' });
    const rest = await listed(as.ada, { first: 10, state: 'IN_FORCE', after: first.pageInfo.endCursor });
    const ids = [...first.edges.map(({ node }) => node.id), ...rest.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(5);
    expect((await listed(as.kit)).map(({ person }) => person.displayName)).toEqual(['kit']);
    expect(await as.kit.query('query($id: ID!) { node(id: $id) { id } }', { id: ids[0] })).toEqual(
      (await listed(as.kit))[0]?.id === ids[0] ? { node: { id: ids[0] } } : { node: null },
    );
  });

  it('describes every role, with what it opens and who has it', async () => {
    const { rolesOffered } = await as.ada.query<{
      rolesOffered: { role: Role; grantable: boolean; approval: boolean; holders: number; apart: Role[] }[];
    }>(
      '{ rolesOffered { role what not grantable approval apart holders permissions { name what byUnit byAchievement } } }',
    );
    const of = (role: Role) => rolesOffered.find((each) => each.role === role);
    expect(of('ADMINISTRATOR')).toMatchObject({ grantable: true, approval: true, holders: 2, apart: ['AUDITOR'] });
    expect(of('ASSESSOR')).toMatchObject({ grantable: true, approval: false, holders: 0 });
    expect(of('MANAGER')).toMatchObject({ grantable: false, approval: false });
    expect(of('AUDITOR')?.apart).toHaveLength(5);
  });
});
