import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addPeople, foundOrganisation } from './support/programme.js';
import { statementCounter } from './support/statements.js';
import { addDirectory, Directory, type ScimFailure } from './support/scim.js';

const GROUP = `__typename ... on ScimGroup { id role wantedRole memberCount viewerCan withheld { person { displayName } reason } } ... on Refusal { message }`;
const TOKEN = `__typename ... on IssuedScimToken { secret client { id name baseUrl tokens { id state prefix } } token { id expiresAt } } ... on Refusal { message }`;

interface Group {
  __typename: string;
  id: string;
  role: string | null;
  wantedRole: string | null;
  memberCount: number;
  viewerCan: string[];
  withheld: { reason: string; person: { displayName: string } }[];
  message?: string;
}

describe('giving roles by group, and who may provision', () => {
  let api: TestApi;
  let directory: Directory;
  let ids: Record<'ann' | 'ben' | 'emp', string>;
  const as = {} as Record<'ann' | 'ben' | 'emp', TestClient>;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    ids = await addPeople(api, { ann: ['ADMINISTRATOR'], ben: ['ADMINISTRATOR'], emp: [] });
    for (const name of ['ann', 'ben', 'emp'] as const) as[name] = await api.as(ids[name]);
    directory = await addDirectory(api, 'Roles');
  });
  afterAll(() => api.close());

  const map = async (client: TestClient, groupId: string, role: string | null, scopeUnitId: string | null = null) =>
    (
      await client.query<{ done: Group }>(
        `mutation($groupId: ID!, $role: Role, $scopeUnitId: ID) { done: mapScimGroup(groupId: $groupId, role: $role, scopeUnitId: $scopeUnitId) { ${GROUP} } }`,
        { groupId, role, scopeUnitId },
      )
    ).done;
  const approve = async (client: TestClient, groupId: string, role: string, scopeUnitId: string | null = null) =>
    (
      await client.query<{ done: Group }>(
        `mutation($groupId: ID!, $role: Role!, $scopeUnitId: ID) { done: approveScimGroupRole(groupId: $groupId, role: $role, scopeUnitId: $scopeUnitId) { ${GROUP} } }`,
        { groupId, role, scopeUnitId },
      )
    ).done;
  const decline = async (client: TestClient, groupId: string) =>
    (
      await client.query<{ done: Group }>(
        `mutation($id: ID!) { done: declineScimGroupRole(groupId: $id) { ${GROUP} } }`,
        { id: groupId },
      )
    ).done;
  const rolesOf = async (personId: string) =>
    (
      await api.sql<{ role: string }>(
        `SELECT role FROM role_grant WHERE person_id = $1 AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now()) ORDER BY role`,
        [personId],
      )
    ).map(({ role }) => role);
  let number = 0;
  const user = async (name = 'member') => (await directory.addUser(`${name}.${(number += 1)}@example.net`)).id;

  it('members have the role of their group from the day they come to the day they leave', async () => {
    const [one, two] = [await user(), await user()];
    const group = await directory.addGroup('Assessors', [one]);
    expect(await rolesOf(one)).toEqual([]);
    expect(await map(as.ann, group.id, 'ASSESSOR')).toMatchObject({ role: 'ASSESSOR', wantedRole: null });
    expect(await rolesOf(one)).toEqual(['ASSESSOR']);

    await directory.patch(`/Groups/${group.id}`, { op: 'add', path: 'members', value: [{ value: two }] });
    expect(await rolesOf(two)).toEqual(['ASSESSOR']);
    const { viewer } = await (await api.as(two)).query<{ viewer: { roles: string[] } }>('{ viewer { roles } }');
    expect(viewer.roles).toContain('ASSESSOR');

    await directory.patch(`/Groups/${group.id}`, { op: 'remove', path: `members[value eq "${two}"]` });
    expect(await rolesOf(two)).toEqual([]);
    await directory.done('DELETE', `/Users/${one}`);
    expect(await rolesOf(one)).toEqual([]);
    const [grant] = await api.sql<{ origin: string; group: string }>(
      `SELECT origin, group_id AS group FROM role_grant WHERE person_id = $1`,
      [one],
    );
    expect(grant).toEqual({ origin: 'SCIM', group: group.id });
  });

  it('taking the role from the group, or the group away, ends what it gave and nothing else', async () => {
    const one = await user();
    await api.sql(`INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, 'ASSESSOR', now())`, [
      newId(),
      one,
    ]);
    const group = await directory.addGroup('Twice given', [one]);
    await map(as.ann, group.id, 'ASSESSOR');
    expect(await rolesOf(one)).toEqual(['ASSESSOR', 'ASSESSOR']);
    expect(await map(as.ann, group.id, null)).toMatchObject({ role: null });
    expect(await rolesOf(one)).toEqual(['ASSESSOR']);
    await map(as.ann, group.id, 'ASSESSOR');
    await directory.done('DELETE', `/Groups/${group.id}`);
    expect(await rolesOf(one)).toEqual(['ASSESSOR']);
  });

  it('what a second person has to agree to for one, a second person agrees to for a group', async () => {
    const one = await user();
    const group = await directory.addGroup('Designers', [one]);
    expect(await map(as.ann, group.id, 'HR_DESIGNER')).toMatchObject({ role: null, wantedRole: 'HR_DESIGNER' });
    expect(await rolesOf(one)).toEqual([]);
    expect(await approve(as.ann, group.id, 'HR_DESIGNER')).toMatchObject({ __typename: 'NotAllowed' });
    expect(await approve(as.ben, group.id, 'HR_DESIGNER')).toMatchObject({
      role: 'HR_DESIGNER',
      wantedRole: null,
    });
    expect(await rolesOf(one)).toEqual(['HR_DESIGNER']);

    await map(as.ben, group.id, 'PROGRAMME_OWNER');
    expect(await decline(as.ann, group.id)).toMatchObject({
      role: 'HR_DESIGNER',
      wantedRole: null,
    });
    expect(await rolesOf(one)).toEqual(['HR_DESIGNER']);
  });

  it('the second person is not shut out to go without one', async () => {
    const group = await directory.addGroup('Shut out', [await user()]);
    await api.sql('UPDATE person SET active = false WHERE id = $1', [ids.ben]);
    expect(await map(as.ann, group.id, 'HR_DESIGNER')).toMatchObject({ role: null, wantedRole: 'HR_DESIGNER' });
    await api.sql('UPDATE person SET active = true WHERE id = $1', [ids.ben]);
  });

  it('agrees to the role and unit that were shown, and to nothing that was asked for since', async () => {
    const one = await user();
    const unitId = newId();
    await api.sql('INSERT INTO org_unit (id, name) VALUES ($1, $2)', [unitId, 'Works of the wish']);
    const group = await directory.addGroup('Wish that changes', [one]);
    await map(as.ann, group.id, 'HR_DESIGNER', unitId);
    // Ben looked; Ann asks for more; Ben clicks.
    await map(as.ann, group.id, 'ADMINISTRATOR');
    const changed = { __typename: 'ChangedMeanwhile', message: expect.stringContaining('meanwhile') };
    expect(await approve(as.ben, group.id, 'HR_DESIGNER', unitId)).toMatchObject(changed);
    await map(as.ann, group.id, 'HR_DESIGNER');
    expect(await approve(as.ben, group.id, 'HR_DESIGNER', unitId)).toMatchObject(changed);
    await map(as.ann, group.id, 'HR_DESIGNER', unitId);
    expect(await approve(as.ben, group.id, 'HR_DESIGNER')).toMatchObject(changed);
    expect(await rolesOf(one)).toEqual([]);
    expect(await approve(as.ben, group.id, 'HR_DESIGNER', unitId)).toMatchObject({ role: 'HR_DESIGNER' });
    expect(await rolesOf(one)).toEqual(['HR_DESIGNER']);
  });

  it('whoever agreed to the role of a group does not come by it when the directory brings them in', async () => {
    const group = await directory.addGroup('Ben comes later');
    await map(as.ann, group.id, 'PROGRAMME_OWNER');
    expect(await approve(as.ben, group.id, 'PROGRAMME_OWNER')).toMatchObject({ role: 'PROGRAMME_OWNER' });
    const ben = await directory.addUser(`ben.${ids.ben}@example.org`);
    expect(ben.id).toBe(ids.ben);
    await directory.patch(`/Groups/${group.id}`, { op: 'add', path: 'members', value: [{ value: ben.id }] });
    expect(await rolesOf(ids.ben)).toEqual(['ADMINISTRATOR']);
    const [told] = await api.sql<{ refusal: string }>(
      'SELECT refusal FROM scim_group_member WHERE group_id = $1 AND person_id = $2',
      [group.id, ben.id],
    );
    expect(told?.refusal).toBe('Agreed to the role of this group; another administrator has to agree.');
  });

  it('a directory writes no address of its own over that of somebody with a role whom it only found here', async () => {
    const { boss, helper } = await addPeople(api, { boss: ['ADMINISTRATOR'], helper: ['ASSESSOR'] });
    const mailOf = async (id: string) =>
      (await api.sql<{ email: string }>('SELECT email FROM person WHERE id = $1', [id]))[0]?.email;
    const found = await mailOf(boss);
    const work = (value: string) => ({ emails: [{ value, type: 'work', primary: true }] });
    const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];

    // Found by user name, with another address at once.
    const taking = { schemas, userName: found, ...work('taken@evil.example') };
    const refused = await directory.send<ScimFailure>('POST', '/Users', taking);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('Nothing was changed')]);
    expect(await api.sql('SELECT 1 FROM scim_user WHERE person_id = $1', [boss])).toEqual([]);

    // Found as they are, then changed.
    const adopted = await directory.addUser(found ?? '', work(found ?? ''));
    expect(adopted.id).toBe(boss);
    const path = `/Users/${boss}`;
    const patched = await directory.patch(
      path,
      { op: 'replace', path: 'displayName', value: 'Somebody Else' },
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'taken@evil.example' },
    );
    expect(patched.status).toBe(409);
    expect((await directory.send('PUT', path, taking)).status).toBe(409);
    expect(await directory.done('GET', path)).toMatchObject({ displayName: adopted.displayName, ...work(found ?? '') });
    expect(await mailOf(boss)).toBe(found);
    expect((await directory.patch(path, { op: 'replace', path: 'displayName', value: 'B. Oss' })).status).toBe(204);

    // Deleted and sent again, it is still no person of the directory's own making.
    await directory.done('DELETE', path);
    expect((await directory.send('POST', '/Users', taking)).status).toBe(409);

    // Assessors, and whomever the directory brought, follow it.
    await directory.addUser((await mailOf(helper)) ?? '');
    await directory.done('PUT', `/Users/${helper}`, { schemas, userName: 'helper.married@example.org' });
    expect(await mailOf(helper)).toBe('helper.married@example.org');
    const own = await user('own');
    await api.sql(`INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, 'HR_DESIGNER', now())`, [
      newId(),
      own,
    ]);
    await directory.done('PUT', `/Users/${own}`, { schemas, userName: 'own.married@example.org' });
    expect(await mailOf(own)).toBe('own.married@example.org');
  });

  it('nobody maps, or agrees to, a group they are in', async () => {
    const ann = await directory.addUser(`ann.${ids.ann}@example.org`);
    expect(ann.id).toBe(ids.ann);
    const group = await directory.addGroup('Of Ann', [ann.id]);
    expect(await map(as.ann, group.id, 'ASSESSOR')).toMatchObject({ __typename: 'NotAllowed' });
    expect(await map(as.ben, group.id, 'PROGRAMME_OWNER')).toMatchObject({ wantedRole: 'PROGRAMME_OWNER' });
    expect(await approve(as.ann, group.id, 'PROGRAMME_OWNER')).toMatchObject({ __typename: 'NotAllowed' });
    expect(await rolesOf(ids.ann)).toEqual(['ADMINISTRATOR']);

    // Nor does the directory bring the mapper into it afterwards.
    const later = await directory.addGroup('Ann comes later');
    await map(as.ann, later.id, 'ASSESSOR');
    await directory.patch(`/Groups/${later.id}`, { op: 'add', path: 'members', value: [{ value: ann.id }] });
    expect(await rolesOf(ids.ann)).toEqual(['ADMINISTRATOR']);
    const { scimGroups } = await as.ben.query<{ scimGroups: { edges: { node: Group }[] } }>(
      `query($id: ID!) { scimGroups(clientId: $id, search: "Ann comes") { edges { node { ${GROUP.replace(/__typename \.\.\. on ScimGroup \{|\} \.\.\. on Refusal \{ message \}/g, '')} } } } }`,
      { id: directory.clientId },
    );
    expect(scimGroups.edges[0]?.node.withheld).toEqual([
      {
        reason: 'Mapped this group to the role; another administrator has to map it.',
        person: { displayName: expect.any(String) },
      },
    ]);
  });

  it('auditors stay apart: the member stays, the role does not come, and the reason is told', async () => {
    const one = await user();
    await api.sql(`INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, 'AUDITOR', now())`, [
      newId(),
      one,
    ]);
    const group = await directory.addGroup('Assessing auditors', [one]);
    const mapped = await map(as.ann, group.id, 'ASSESSOR');
    expect(mapped.withheld[0]?.reason).toContain('Auditors change nothing');
    expect(await rolesOf(one)).toEqual(['AUDITOR']);
  });

  it('a directory cannot take the last administrator away', async () => {
    const alone = await startApi();
    try {
      await foundOrganisation(alone);
      const { root } = await addPeople(alone, { root: ['ADMINISTRATOR'] });
      const other = await addDirectory(alone);
      const chief = await other.addUser('chief@example.net');
      const group = await other.addGroup('Chiefs', [chief.id]);
      const rooted = await alone.as(root);
      expect(await map(rooted, group.id, 'ADMINISTRATOR')).toMatchObject({ role: 'ADMINISTRATOR' });
      await alone.sql(`UPDATE role_grant SET ends_at = now() WHERE person_id = $1`, [root]);
      const left = await other.send<ScimFailure>('PATCH', `/Groups/${group.id}`, {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'remove', path: 'members' }],
      });
      expect([left.status, left.body.detail]).toEqual([409, expect.stringContaining('administer')]);
      expect((await other.done('GET', `/Groups/${group.id}`)).members).toHaveLength(1);
      const out = await other.patch(`/Users/${chief.id}`, { op: 'replace', path: 'active', value: false });
      expect([out.status, (await other.send('DELETE', `/Users/${chief.id}`)).status]).toEqual([409, 409]);
      // Who administers for some days only does not make up for it.
      await alone.sql(`UPDATE role_grant SET ends_at = now() + interval '2 days' WHERE person_id = $1`, [root]);
      const again = await other.patch(`/Users/${chief.id}`, { op: 'replace', path: 'active', value: false });
      expect(again.status).toBe(409);
      expect((await other.done('GET', `/Users/${chief.id}`)).active).toBe(true);
    } finally {
      await alone.close();
    }
  });

  it('an administrator adds a directory, changes its token over, and removes it', async () => {
    const add = (client: TestClient, name: string) =>
      client.query<{
        done: {
          __typename: string;
          secret: string;
          client: { id: string; baseUrl: string; tokens: object[] };
          token: { id: string };
          message?: string;
        };
      }>(`mutation($name: String!) { done: addScimClient(name: $name) { ${TOKEN} } }`, { name });
    const { done: first } = await add(as.ann, 'Entra ID');
    expect(first).toMatchObject({
      client: { baseUrl: 'http://localhost:4000/scim/v2', tokens: [{ state: 'IN_FORCE' }] },
    });
    expect((await add(as.ann, 'entra id')).done.message).toContain('Another client');
    const statusOf = async (secret: string) =>
      (await fetch(`${api.url}/scim/v2/Users`, { headers: { authorization: `Bearer ${secret}` } })).status;
    expect(await statusOf(first.secret)).toBe(200);

    const { done: second } = await as.ann.query<{ done: { secret: string } }>(
      `mutation($id: ID!) { done: issueScimToken(clientId: $id, days: 30) { ${TOKEN} } }`,
      { id: first.client.id },
    );
    expect([await statusOf(first.secret), await statusOf(second.secret)]).toEqual([200, 200]);
    await as.ann.query('mutation($id: ID!) { done: revokeScimToken(id: $id) { __typename } }', { id: first.token.id });
    expect([await statusOf(first.secret), await statusOf(second.secret)]).toEqual([401, 200]);

    const client = new Directory(api, first.client.id, second.secret);
    const kept = await client.addUser('kept@example.net');
    const group = await client.addGroup('Gone with the client', [kept.id]);
    await map(as.ann, group.id, 'ASSESSOR');
    const { scimRequests } = await as.ann.query<{ scimRequests: { method: string; path: string; status: number }[] }>(
      'query($id: ID!) { scimRequests(clientId: $id) { method path status } }',
      { id: first.client.id },
    );
    expect(scimRequests).toContainEqual({ method: 'POST', path: '/Groups', status: 201 });

    const remove =
      'mutation($id: ID!, $reason: String!) { done: removeScimClient(id: $id, reason: $reason) { __typename } }';
    const without = await as.ann.query<{ done: { __typename: string } }>(remove, { id: first.client.id, reason: ' ' });
    expect(without.done.__typename).toBe('InvalidInput');
    await as.ann.query(remove, { id: first.client.id, reason: 'We moved' });
    expect(await statusOf(second.secret)).toBe(401);
    expect(await rolesOf(kept.id)).toEqual([]);
    expect(await api.sql('SELECT active FROM person WHERE id = $1', [kept.id])).toEqual([{ active: true }]);
    expect(await api.sql('SELECT 1 FROM scim_user WHERE client_id = $1', [first.client.id])).toEqual([]);
  });

  it('the list of groups costs the same however long', async () => {
    const long = await addDirectory(api, 'Long');
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const group = await long.addGroup(name, [(await long.addUser(`${name}@long.example`)).id]);
      await map(as.ann, group.id, 'ASSESSOR');
    }
    const counted = statementCounter(api);
    const cost = (first: number) =>
      counted(() =>
        as.ann.query(
          `query($id: ID!, $first: Int) { scimGroups(clientId: $id, first: $first) { edges { node { memberCount viewerCan
             scopeUnit { name } mappedBy { displayName } withheld { person { displayName } } } } } }`,
          { id: long.clientId, first },
        ),
      );
    expect(await cost(5)).toBe(await cost(1));
  });

  it('nobody else sees or does any of it, not by the database either', async () => {
    const { errors } = await as.emp.ask('{ scimClients { id } }');
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    await api.asSystem(async ({ tx }) => {
      await tx.query(`SET LOCAL ROLE app_api; SET LOCAL app.person_id = '${ids.emp}'`);
      for (const table of ['scim_client', 'scim_token', 'scim_user', 'scim_group', 'scim_group_member', 'scim_request'])
        expect([table, await tx.query(`SELECT 1 FROM ${table}`)]).toEqual([table, []]);
      await tx.query(`SET LOCAL app.person_id = '${ids.ann}'`);
      expect((await tx.query('SELECT 1 FROM scim_client')).length).toBeGreaterThan(0);
      await tx.query('SET LOCAL ROLE app_issuer');
    });
  });
});
