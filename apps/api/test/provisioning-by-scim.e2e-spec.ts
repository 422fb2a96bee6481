import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi } from './support/api.js';
import { addPeople, foundOrganisation } from './support/programme.js';
import { statementCounter } from './support/statements.js';
import { addDirectory, Directory, type ScimFailure, type ScimList, type ScimResource } from './support/scim.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** As Entra ID sends a new user with its usual mapping. */
const entraUser = (name: string) => ({
  schemas: [USER, ENTERPRISE],
  externalId: name,
  userName: `${name}@example.com`,
  active: true,
  displayName: 'Ada Lovelace',
  emails: [{ primary: true, type: 'work', value: `${name}@example.com` }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Ada Lovelace', familyName: 'Lovelace', givenName: 'Ada' },
  roles: [],
  title: 'Analyst',
  [ENTERPRISE]: { department: 'Engines' },
});

/** As Okta sends a new user. */
const oktaUser = (name: string) => ({
  schemas: [USER],
  userName: `${name}@example.com`,
  name: { givenName: 'Grace', familyName: 'Hopper' },
  emails: [{ primary: true, value: `${name}@example.com`, type: 'work' }],
  displayName: 'Grace Hopper',
  locale: 'en-US',
  externalId: '00ujl29u0le5T6Aj10h7',
  groups: [],
  password: '1mz050nq',
  active: true,
});

describe('provisioning by SCIM', () => {
  let api: TestApi;
  let directory: Directory;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    directory = await addDirectory(api);
  });
  afterAll(() => api.close());

  const personOf = async (id: string) =>
    (
      await api.sql<{ displayName: string; email: string; active: boolean; number: string | null }>(
        'SELECT display_name AS "displayName", email, active, person_number AS number FROM person WHERE id = $1',
        [id],
      )
    )[0];
  const refused = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    directory.send<ScimFailure>(method, path, body, headers);
  const unique = (name: string) => `${name}.${newId().slice(-8)}`;

  describe('the door', () => {
    it('lets in a token in force and nobody else', async () => {
      const ask = (authorization?: string) =>
        fetch(`${api.url}/scim/v2/Users`, { headers: authorization ? { authorization } : {} });
      const without = await ask();
      expect(without.status).toBe(401);
      expect(without.headers.get('www-authenticate')).toBe('Bearer realm="scim"');
      expect(without.headers.get('content-type')).toContain('application/scim+json');
      const wrong = await ask(`Bearer ${directory.token}x`);
      expect(wrong.status).toBe(401);
      expect(wrong.headers.get('www-authenticate')).toContain('invalid_token');
      expect((await ask(`Basic ${Buffer.from('a:b').toString('base64')}`)).status).toBe(401);
      expect((await ask(`Bearer ${directory.token}`)).status).toBe(200);
    });

    it('shuts out a token that is over, was revoked, or whose client was removed', async () => {
      const statusOf = async (client: Directory) => (await client.send('GET', '/Users')).status;
      const change = (client: Directory, set: string) =>
        api.sql(`UPDATE scim_token SET ${set} WHERE client_id = $1`, [client.clientId]);
      const [over, revoked, removed] = [
        await addDirectory(api),
        await addDirectory(api),
        await addDirectory(api),
      ] as const;
      expect(await Promise.all([over, revoked, removed].map(statusOf))).toEqual([200, 200, 200]);
      await change(over, "expires_at = now() - interval '1 second'");
      await change(revoked, 'revoked_at = now()');
      await api.sql('UPDATE scim_client SET removed_at = now() WHERE id = $1', [removed.clientId]);
      expect(await Promise.all([over, revoked, removed].map(statusOf))).toEqual([401, 401, 401]);
    });

    it('keeps no token, only what it takes to know it again', async () => {
      const rows = await api.sql<{ all: string }>('SELECT row_to_json(scim_token)::text AS all FROM scim_token');
      const secret = directory.token.slice('assay_scim_'.length + 6);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.some(({ all }) => all.includes(secret))).toBe(false);
    });

    it('says what it can do, and only to those who ask', async () => {
      const config = await directory.done<Record<string, { supported: boolean }>>('GET', '/ServiceProviderConfig');
      expect([config.patch, config.filter, config.sort, config.etag, config.bulk].map((it) => it?.supported)).toEqual([
        true,
        true,
        true,
        true,
        false,
      ]);
      const types = await directory.list('/ResourceTypes');
      expect(types.Resources.map(({ endpoint }) => endpoint)).toEqual(['/Users', '/Groups']);
      const schemas = await directory.list('/Schemas');
      expect(schemas.Resources.map(({ id }) => id)).toEqual([
        USER,
        ENTERPRISE,
        'urn:ietf:params:scim:schemas:core:2.0:Group',
      ]);
      expect((await directory.done('GET', `/Schemas/${ENTERPRISE}`)).name).toBe('EnterpriseUser');
      for (const path of ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas', `/Schemas/${USER}`])
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
          const answer = await refused(method, path, {});
          expect([path, method, answer.status, answer.headers.get('allow')]).toEqual([path, method, 405, 'GET']);
        }
      expect((await refused('GET', '/Me')).status).toBe(501);
      expect((await refused('POST', '/Bulk', {})).status).toBe(501);
      expect((await refused('GET', '/Nothing')).status).toBe(404);
    });

    it('answers what cannot be read as SCIM does', async () => {
      const broken = await refused('POST', '/Users', '{"userName": tre');
      expect(broken.body).toMatchObject({ status: '400', scimType: 'invalidSyntax' });
      const form = await refused('POST', '/Users', 'userName=x', {
        'content-type': 'application/x-www-form-urlencoded',
      });
      expect(form.body.status).toBe('415');
      expect((await refused('POST', '/Users', [])).body.scimType).toBe('invalidSyntax');
      expect((await refused('POST', '/Users', { userName: `nul${String.fromCharCode(0)}` })).body.scimType).toBe(
        'invalidValue',
      );
      expect((await refused('POST', '/Users', { userName: 'x'.repeat(1_001) })).body.scimType).toBe('invalidValue');
      const tooMuch = await refused('POST', '/Users', { userName: 'x', title: 'y'.repeat(9 * 1024 * 1024) });
      expect(tooMuch.body.status).toBe('413');
    });
  });

  describe('as Entra ID does it', () => {
    it('looks for a user, adds one, changes one, and shuts one out with words for truth', async () => {
      const name = unique('ada');
      const found = await directory.list(`/Users?filter=userName eq "${name.toUpperCase()}@EXAMPLE.COM"`);
      expect(found).toMatchObject({ totalResults: 0, Resources: [] });

      const added = await directory.send('POST', '/Users', { ...entraUser(name), active: 'True' });
      expect(added.status).toBe(201);
      expect(added.headers.get('location')).toBe(`http://localhost:4000/scim/v2/Users/${added.body.id}`);
      expect(added.headers.get('etag')).toBe((added.body.meta as { version: string }).version);
      const path = `/Users/${added.body.id}`;
      expect(await personOf(added.body.id)).toEqual({
        displayName: 'Ada Lovelace',
        email: `${name}@example.com`,
        active: true,
        number: null,
      });

      const changed = await directory.patch(
        path,
        { op: 'Add', path: 'nickName', value: 'Countess' },
        { op: 'Replace', path: 'emails[type eq "work"].value', value: `countess.${name}@example.com` },
        { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+44 20 7946 0000' },
        { op: 'Replace', value: { displayName: 'Ada King', [`${ENTERPRISE}:employeeNumber`]: `E-${name}` } },
        { op: 'Add', path: `${ENTERPRISE}:manager`, value: [{ $ref: null, value: newId() }] },
      );
      expect(changed.status).toBe(204);
      const now = await directory.done('GET', path);
      expect(now).toMatchObject({
        displayName: 'Ada King',
        nickName: 'Countess',
        emails: [{ value: `countess.${name}@example.com`, type: 'work', primary: true }],
        phoneNumbers: [{ type: 'mobile', value: '+44 20 7946 0000' }],
        [ENTERPRISE]: { department: 'Engines', employeeNumber: `E-${name}` },
      });
      expect(await personOf(added.body.id)).toMatchObject({
        displayName: 'Ada King',
        email: `countess.${name}@example.com`,
        number: `E-${name}`,
      });

      await directory.patch(path, { op: 'Replace', path: 'active', value: 'False' });
      expect((await directory.done('GET', path)).active).toBe(false);
      expect(await personOf(added.body.id)).toMatchObject({ active: false });
      await directory.patch(path, { op: 'Replace', value: { active: 'True' } });
      expect(await personOf(added.body.id)).toMatchObject({ active: true });
    });

    it('finds a group by its name without members, and asks whether somebody is in it', async () => {
      const ada = await directory.done('POST', '/Users', entraUser(unique('in.group')));
      const group = await directory.addGroup(unique('Analysts'));
      const add = await directory.patch(`/Groups/${group.id}`, {
        op: 'Add',
        path: 'members',
        value: [{ $ref: null, value: ada.id }],
      });
      expect(add.status).toBe(204);
      const { Resources } = await directory.list(
        `/Groups?excludedAttributes=members&filter=displayName eq "${String(group.displayName)}"`,
      );
      expect(Resources.map(({ id, members }) => [id, members])).toEqual([[group.id, undefined]]);
      const isIn = (id: string) => directory.list(`/Groups?filter=id eq "${group.id}" and members eq "${id}"`);
      expect((await isIn(ada.id)).totalResults).toBe(1);
      expect((await isIn(newId())).totalResults).toBe(0);
      expect((await directory.done('GET', `/Users/${ada.id}`)).groups).toMatchObject([
        { value: group.id, display: group.displayName, type: 'direct' },
      ]);

      await directory.patch(`/Groups/${group.id}`, {
        op: 'Remove',
        path: 'members',
        value: [{ $ref: null, value: ada.id }],
      });
      expect((await directory.done('GET', `/Groups/${group.id}`)).members).toBeUndefined();
    });
  });

  describe('as Okta does it', () => {
    it('adds, replaces and deactivates a user, and keeps no password', async () => {
      const name = unique('grace');
      const added = await directory.done('POST', '/Users', oktaUser(name));
      expect(added).toMatchObject({ userName: `${name}@example.com`, active: true, locale: 'en-US' });
      const stored = await api.sql<{ all: string }>(
        'SELECT row_to_json(scim_user)::text AS all FROM scim_user WHERE person_id = $1',
        [added.id],
      );
      expect(stored[0]?.all).not.toContain('1mz050nq');

      const put = await directory.done('PUT', `/Users/${added.id}`, {
        ...oktaUser(name),
        id: added.id,
        name: { givenName: 'Grace', familyName: 'Murray', middleName: 'Brewster' },
        displayName: 'Grace Murray',
        meta: added.meta,
      });
      expect(put).toMatchObject({ displayName: 'Grace Murray', name: { middleName: 'Brewster' } });

      expect((await directory.patch(`/Users/${added.id}`, { op: 'replace', value: { active: false } })).status).toBe(
        204,
      );
      expect(await personOf(added.id)).toMatchObject({ active: false, displayName: 'Grace Murray' });
    });

    it('renames a group by a value with its id, and takes members away by filter', async () => {
      const grace = await directory.done('POST', '/Users', oktaUser(unique('grace')));
      const alan = await directory.done('POST', '/Users', oktaUser(unique('alan')));
      const group = await directory.addGroup('Okta group', [grace.id]);
      await directory.patch(`/Groups/${group.id}`, {
        op: 'replace',
        value: { id: group.id, displayName: 'Renamed group' },
      });
      await directory.patch(
        `/Groups/${group.id}`,
        { op: 'remove', path: `members[value eq "${grace.id}"]` },
        { op: 'add', path: 'members', value: [{ value: alan.id, display: 'alan@example.com' }] },
      );
      expect(await directory.done('GET', `/Groups/${group.id}`)).toMatchObject({
        displayName: 'Renamed group',
        members: [{ value: alan.id, type: 'User', display: 'Grace Hopper' }],
      });
      await directory.patch(`/Groups/${group.id}`, { op: 'replace', path: 'members', value: [{ value: grace.id }] });
      const { members } = await directory.done('GET', `/Groups/${group.id}`);
      expect((members as ScimResource[]).map(({ value }) => value)).toEqual([grace.id]);
    });
  });

  describe('who is who', () => {
    it('gives a user name to one user, whatever its capitals', async () => {
      const name = unique('alan');
      await directory.addUser(name);
      const again = await refused('POST', '/Users', { userName: name.toUpperCase() });
      expect(again).toMatchObject({ status: 409, body: { status: '409', scimType: 'uniqueness' } });
      const other = await directory.addUser(unique('other'));
      const renamed = await directory.patch(`/Users/${other.id}`, { op: 'replace', path: 'userName', value: name });
      expect(renamed.status).toBe(409);
      const both = unique('twice');
      const statuses = await Promise.all(
        [1, 2].map(async () => (await directory.send('POST', '/Users', { userName: both })).status),
      );
      expect(statuses.sort((one, other) => one - other)).toEqual([201, 409]);
    });

    it('shuts a deleted user out, keeps the person, and knows them when they come back', async () => {
      const name = unique('leaver');
      const added = await directory.done('POST', '/Users', entraUser(name));
      await api.sql(
        `INSERT INTO notification (id, person_id, kind, title, body, subjects, created_at) VALUES ($1, $2, 'BADGE_READY', 'Kept', '', '{}', now())`,
        [newId(), added.id],
      );
      expect((await directory.send('DELETE', `/Users/${added.id}`)).status).toBe(204);
      for (const [method, body] of [
        ['GET'],
        ['DELETE'],
        ['PUT', entraUser(name)],
        ['PATCH', { schemas: [PATCH], Operations: [{ op: 'add', path: 'title', value: 'x' }] }],
      ] as const)
        expect((await refused(method, `/Users/${added.id}`, body)).status).toBe(404);
      expect((await directory.list(`/Users?filter=userName eq "${name}@example.com"`)).totalResults).toBe(0);
      expect(await personOf(added.id)).toMatchObject({ active: false, displayName: 'Ada Lovelace' });

      const back = await directory.done('POST', '/Users', entraUser(name));
      expect(back.id).toBe(added.id);
      expect(await personOf(added.id)).toMatchObject({ active: true });
      expect(await api.sql('SELECT title FROM notification WHERE person_id = $1', [added.id])).toEqual([
        { title: 'Kept' },
      ]);
    });

    it('takes over whoever people here had added, by number or address, but nobody who left', async () => {
      const { here, numbered, left } = await addPeople(api, { here: [], numbered: [], left: [] });
      await api.sql('UPDATE person SET person_number = $2 WHERE id = $1', [numbered, `N-${numbered}`]);
      await api.sql('UPDATE person SET active = false WHERE id = $1', [left]);
      const mail = (name: string, id: string) => `${name}.${id}@example.org`;
      const byMail = await directory.addUser(mail('HERE', here), { displayName: 'Now here' });
      expect(byMail.id).toBe(here);
      const byNumber = await directory.addUser(unique('n'), { [ENTERPRISE]: { employeeNumber: `n-${numbered}` } });
      expect(byNumber.id).toBe(numbered);
      const reused = await directory.addUser(mail('left', left));
      expect(reused.id).not.toBe(left);
      // The address still belongs to whoever left; nobody else gets what is theirs by it.
      expect((await personOf(reused.id))?.email).toMatch(/@no-mail\.invalid$/);
      expect(await personOf(left)).toMatchObject({ active: false });
    });

    it('refuses a known name with another employee number', async () => {
      const name = unique('namesake');
      const first = await directory.addUser(name, { [ENTERPRISE]: { employeeNumber: `1-${name}` } });
      await directory.done('DELETE', `/Users/${first.id}`);
      const second = await refused('POST', '/Users', { userName: name, [ENTERPRISE]: { employeeNumber: `2-${name}` } });
      expect(second).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
      expect(await personOf(first.id)).toMatchObject({ active: false });
    });

    it('shows a client only its own users and groups', async () => {
      const other = await addDirectory(api, 'Another');
      const mine = await directory.addUser(unique('mine'));
      const group = await directory.addGroup('Mine');
      for (const path of [`/Users/${mine.id}`, `/Groups/${group.id}`]) {
        expect((await other.send('GET', path)).status).toBe(404);
        expect((await other.send('DELETE', path)).status).toBe(404);
      }
      expect(await other.list('/Users')).toMatchObject({ totalResults: 0 });
      const theirs = await other.send<ScimFailure>('POST', '/Groups', {
        displayName: 'Theirs',
        members: [{ value: mine.id }],
      });
      expect(theirs).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
    });

    it('follows what people here correct', async () => {
      const name = unique('corrected');
      const user = await directory.done('POST', '/Users', entraUser(name));
      const etag = (user.meta as { version: string }).version;
      await api.sql('UPDATE person SET display_name = $2, email = $3 WHERE id = $1', [
        user.id,
        'Right',
        `right.${name}@example.com`,
      ]);
      const now = await directory.send('GET', `/Users/${user.id}`, undefined, { 'if-none-match': etag });
      expect(now.status).toBe(200);
      expect(now.body).toMatchObject({
        displayName: 'Right',
        emails: [{ value: `right.${name}@example.com`, type: 'work', primary: true }],
      });
      expect((await directory.list(`/Users?filter=emails.value eq "right.${name}@example.com"`)).totalResults).toBe(1);
      // A change of something else does not bring the old name back.
      await directory.patch(`/Users/${user.id}`, { op: 'replace', path: 'title', value: 'Engineer' });
      expect(await personOf(user.id)).toMatchObject({ displayName: 'Right', email: `right.${name}@example.com` });
    });
  });

  describe('versions', () => {
    it('changes nothing that was changed meanwhile', async () => {
      const user = await directory.addUser(unique('versioned'), { title: 'One' });
      const first = (user.meta as { version: string }).version;
      const patch = { schemas: [PATCH], Operations: [{ op: 'replace', path: 'title', value: 'Two' }] };
      const path = `/Users/${user.id}`;
      expect((await directory.send('PATCH', path, patch, { 'if-match': first })).status).toBe(204);
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        const stale = await refused(method, path, method === 'PATCH' ? patch : { userName: 'x' }, {
          'if-match': first,
        });
        expect([method, stale.status, stale.body.status]).toEqual([method, 412, '412']);
      }
      const now = await directory.send('GET', path);
      expect(now.body.title).toBe('Two');
      const same = await directory.send('GET', path, undefined, { 'if-none-match': now.headers.get('etag') ?? '' });
      expect([same.status, same.body]).toEqual([304, null]);
      expect((await directory.send('DELETE', path, undefined, { 'if-match': '*' })).status).toBe(204);
    });
  });

  describe('lists', () => {
    let client: Directory;
    beforeAll(async () => {
      client = await addDirectory(api, 'Lists');
      for (const [index, name] of ['anna', 'bela', 'cora', 'dora', 'ewa'].entries())
        await client.addUser(name, {
          title: `T${5 - index}`,
          emails: [{ value: `${name}@lists.example`, type: 'work' }],
        });
    });
    const names = ({ Resources }: ScimList) => Resources.map(({ userName }) => userName);

    it('are paged from one, and never longer than asked', async () => {
      const page = await client.list('/Users?startIndex=2&count=2');
      expect(page).toMatchObject({ totalResults: 5, startIndex: 2, itemsPerPage: 2 });
      expect(names(page)).toEqual(['bela', 'cora']);
      expect(names(await client.list('/Users?startIndex=-3&count=1'))).toEqual(['anna']);
      expect(await client.list('/Users?count=0')).toMatchObject({ totalResults: 5, itemsPerPage: 0, Resources: [] });
      expect(await client.list('/Users?count=-1')).toMatchObject({ totalResults: 5, Resources: [] });
      expect(names(await client.list('/Users?startIndex=99'))).toEqual([]);
      expect((await client.send<ScimFailure>('GET', '/Users?count=many')).body.scimType).toBe('invalidValue');
    });

    it('are sorted by what is asked', async () => {
      expect(names(await client.list('/Users?sortBy=title'))).toEqual(['ewa', 'dora', 'cora', 'bela', 'anna']);
      expect(names(await client.list('/Users?sortBy=userName&sortOrder=descending'))[0]).toBe('ewa');
      expect(names(await client.list('/Users?sortBy=emails&count=1'))).toEqual(['anna']);
      expect((await client.send<ScimFailure>('GET', '/Users?sortBy=shoeSize')).body.scimType).toBe('invalidPath');
    });

    it('show only what is asked for', async () => {
      const [only] = (await client.list('/Users?attributes=userName,emails.value&count=1')).Resources;
      expect(only).toEqual({
        schemas: [USER],
        id: only?.id,
        userName: 'anna',
        emails: [{ value: 'anna@lists.example' }],
      });
      const [without] = (await client.list('/Users?excludedAttributes=emails,id,meta&count=1')).Resources;
      expect(Object.keys(without ?? {}).sort()).toEqual([
        'active',
        'displayName',
        'id',
        'schemas',
        'title',
        'userName',
      ]);
    });

    it('are searched by a body, too', async () => {
      const found = await client.done<ScimList>('POST', '/Users/.search', {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
        filter: 'userName sw "b"',
        attributes: ['userName'],
        startIndex: 1,
        count: 10,
      });
      expect(names(found)).toEqual(['bela']);
    });

    it('of a thousand cost as many statements as of one', async () => {
      const many = await addDirectory(api, 'Thousand');
      await api.sql(
        `WITH made AS (INSERT INTO person (id, display_name, email, created_at)
           SELECT gen_random_uuid(), 'P' || n, 'p' || n || '@thousand.example', now() FROM generate_series(1, 1000) n RETURNING id, display_name, email)
         INSERT INTO scim_user (person_id, client_id, user_name, mail_source, attributes, created_at, modified_at)
         SELECT id, $1, email, 'EMAILS', jsonb_build_object('emails', jsonb_build_array(jsonb_build_object('value', email, 'type', 'work'))), now(), now() FROM made`,
        [many.clientId],
      );
      const counted = statementCounter(api);
      // The row about each request is written after its answer; it must not be counted with the next one.
      const settled = () => new Promise((resolve) => setTimeout(resolve, 250));
      const cost = async (count: number) => {
        await settled();
        return counted(async () => {
          const page = await many.list(`/Users?count=${count}`);
          expect(page).toMatchObject({ totalResults: 1_000, itemsPerPage: count });
          await settled();
        });
      };
      expect(await cost(1_000)).toBe(await cost(1));
      const began = performance.now();
      await many.list('/Users?count=1000');
      console.info(`a list of 1,000 users took ${Math.round(performance.now() - began)} ms`);
    });
  });

  describe('filters that cannot be', () => {
    it.each(
      [
        'userName eq',
        'userName eq unquoted',
        'userName zz "x"',
        'shoeSize eq "42"',
        'userName eq "a" and',
        '(userName eq "a"',
        'active gt true',
        'active eq "maybe"',
        'name eq "x"',
        'meta.created gt "yesterday"',
        'userName[value eq "x"]',
        'emails[size eq "x"]',
        'userName eq 5',
        'userName eq "nul\\u0000"',
        `${'('.repeat(500)}userName pr${')'.repeat(500)}`,
        `${'not '.repeat(500)}(userName pr)`,
        Array.from({ length: 200 }, () => 'userName pr').join(' or '),
        `userName eq "${'x'.repeat(5_000)}"`,
      ].map((filter) => [filter.slice(0, 40), filter] as const),
    )('such as %s', async (_name, filter) => {
      const answer = await refused('GET', `/Users?filter=${encodeURIComponent(filter)}`);
      expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidFilter' });
    });

    it('nothing in a filter becomes a statement', async () => {
      const sly = `x" or 1=1 --`;
      const found = await directory.list(
        `/Users?filter=${encodeURIComponent(`userName eq ${JSON.stringify(`x'; DROP TABLE scim_user; --`)} or title eq ${JSON.stringify(sly)}`)}`,
      );
      expect(found.totalResults).toBe(0);
    });
  });

  describe('patches that cannot be', () => {
    it.each<[string, object, string]>([
      ['a path that is none', { op: 'replace', path: 'emails[', value: 'x' }, 'invalidPath'],
      ['an attribute nobody knows', { op: 'replace', path: 'shoeSize', value: '42' }, 'invalidPath'],
      ['a part nobody knows', { op: 'replace', path: 'name.first', value: 'x' }, 'invalidPath'],
      ['another extension', { op: 'replace', path: 'urn:example:2.0:User:size', value: 'x' }, 'invalidPath'],
      ['an id', { op: 'replace', path: 'id', value: newId() }, 'mutability'],
      ['groups', { op: 'add', path: 'groups', value: [{ value: newId() }] }, 'mutability'],
      ['the user name taken away', { op: 'remove', path: 'userName' }, 'mutability'],
      ['nothing to take away', { op: 'remove' }, 'noTarget'],
      ['a value that is not there', { op: 'replace', path: 'emails[type ne "work"].value', value: 'x' }, 'noTarget'],
      ['a word that is neither', { op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
      ['a text that is an object', { op: 'replace', path: 'title', value: { a: 1 } }, 'invalidValue'],
      [
        'two primary addresses',
        {
          op: 'add',
          path: 'emails',
          value: [
            { value: 'a@b.example', primary: true },
            { value: 'c@d.example', primary: true },
          ],
        },
        'invalidValue',
      ],
      ['an operation nobody knows', { op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
      ['an empty user name', { op: 'replace', path: 'userName', value: '  ' }, 'invalidValue'],
    ])('%s: and what stood before it is not done either', async (_name, operation, scimType) => {
      const user = await directory.addUser(unique('patched'), {
        title: 'Before',
        emails: [{ value: 'only.work@example.net', type: 'work' }],
      });
      const answer = await directory.patch(
        `/Users/${user.id}`,
        { op: 'replace', path: 'title', value: 'After' },
        operation,
      );
      expect(answer.body).toMatchObject({ status: '400', scimType });
      expect(await directory.done('GET', `/Users/${user.id}`)).toEqual(user);
    });

    it('never reaches what every object has', async () => {
      const user = await directory.addUser(unique('proto'));
      for (const key of ['__proto__', 'constructor', 'prototype'])
        await directory.send(
          'PATCH',
          `/Users/${user.id}`,
          `{"schemas":["${PATCH}"],"Operations":[{"op":"add","value":{"${key}":{"polluted":"yes"},"name":{"${key}":{"polluted":"yes"}}}},{"op":"add","path":"${key}.polluted","value":"yes"}]}`,
        );
      expect(({} as { polluted?: string }).polluted).toBeUndefined();
      expect(await directory.done('GET', `/Users/${user.id}`)).toEqual(user);
    });

    it('members that do not exist, and members that would be changed', async () => {
      const group = await directory.addGroup('Nobody');
      const path = `/Groups/${group.id}`;
      const answers = [
        await directory.patch(path, { op: 'add', path: 'members', value: [{ value: newId() }] }),
        await directory.patch(path, { op: 'add', path: 'members', value: 'nobody' }),
        await directory.patch(path, { op: 'replace', path: `members[value eq "${newId()}"].value`, value: newId() }),
        await directory.patch(path, { op: 'remove', path: 'displayName' }),
      ];
      expect(answers.map(({ body }) => (body as unknown as ScimFailure).scimType)).toEqual([
        'invalidValue',
        'invalidValue',
        'mutability',
        'mutability',
      ]);
      expect(await directory.done('GET', path)).toEqual(group);
    });
  });

  describe('more than one of something', () => {
    it('adds, marks and takes away single values', async () => {
      const user = await directory.addUser(unique('several'), {
        emails: [
          { value: 'a: b.c@example.net', type: 'work', primary: true },
          { value: 'home@example.net', type: 'home' },
        ],
      });
      const path = `/Users/${user.id}`;
      await directory.patch(path, { op: 'add', path: 'emails', value: { value: 'new@example.net', primary: true } });
      await directory.patch(path, {
        op: 'replace',
        path: 'emails[value eq "a: b.c@example.net"].display',
        value: 'Odd: one.',
      });
      await directory.patch(path, { op: 'remove', path: 'emails[type eq "HOME"]' });
      expect((await directory.done('GET', path)).emails).toEqual([
        { value: 'a: b.c@example.net', type: 'work', primary: false, display: 'Odd: one.' },
        { value: 'new@example.net', primary: true },
      ]);
      await directory.patch(path, {
        op: 'replace',
        path: 'emails[value co "example.net" and type pr].primary',
        value: true,
      });
      await directory.patch(path, { op: 'remove', path: 'emails.display' });
      expect((await directory.done('GET', path)).emails).toEqual([
        { value: 'a: b.c@example.net', type: 'work', primary: true },
        { value: 'new@example.net', primary: false },
      ]);
      await directory.patch(path, { op: 'remove', path: 'emails' });
      expect((await directory.done('GET', path)).emails).toBeUndefined();
    });
  });

  describe('where people work', () => {
    const employmentsOf = (id: string) =>
      api.sql<{ title: string; unit: string | null; manager: string | null; ended: boolean }>(
        `SELECT job_title AS title, unit.name AS unit, manager_id AS manager, ends_on IS NOT NULL AS ended
         FROM employment LEFT JOIN org_unit unit ON unit.id = org_unit_id WHERE person_id = $1 ORDER BY starts_on`,
        [id],
      );
    const at = (department: string | null, manager: string | null, title = 'Engineer') => ({
      title,
      [ENTERPRISE]: { department, manager: manager && { value: manager } },
    });

    it('is only kept, where the client is not trusted with it', async () => {
      const boss = await directory.addUser(unique('boss'));
      const user = await directory.addUser(unique('kept'), at('Engines', boss.id));
      expect(user[ENTERPRISE]).toMatchObject({ department: 'Engines', manager: { value: boss.id } });
      expect(await employmentsOf(user.id)).toEqual([]);
    });

    it('becomes a dated employment, where it is', async () => {
      const client = await addDirectory(api, 'Employments', true);
      const boss = await client.addUser(unique('boss'), at('Board', null, 'Head'));
      const user = await client.addUser(unique('worker'), at('Engines', boss.id));
      expect(await employmentsOf(user.id)).toEqual([
        { title: 'Engineer', unit: 'Engines', manager: boss.id, ended: false },
      ]);
      // As if that had been some days ago: from today on it is another one.
      await api.sql('UPDATE employment SET starts_on = current_date - 10 WHERE person_id = $1', [user.id]);
      await client.patch(`/Users/${user.id}`, { op: 'replace', path: `${ENTERPRISE}:department`, value: 'Bridges' });
      await client.patch(`/Users/${user.id}`, { op: 'remove', path: `${ENTERPRISE}:manager` });
      expect(await employmentsOf(user.id)).toEqual([
        { title: 'Engineer', unit: 'Engines', manager: boss.id, ended: true },
        { title: 'Engineer', unit: 'Bridges', manager: null, ended: false },
      ]);
    });

    it('refuses a circle of managers and a manager nobody knows, and changes nothing', async () => {
      const client = await addDirectory(api, 'Circles', true);
      const top = await client.addUser(unique('top'), { ...at('A', null, 'Head'), displayName: 'Top Person' });
      const low = await client.addUser(unique('low'), { ...at('A', top.id), displayName: 'Low Person' });
      const before = await client.done('GET', `/Users/${top.id}`);
      const circle = await client.patch(
        `/Users/${top.id}`,
        { op: 'replace', path: 'title', value: 'Changed' },
        { op: 'add', path: `${ENTERPRISE}:manager`, value: low.id },
      );
      expect(circle.body).toMatchObject({ status: '400', scimType: 'invalidValue' });
      expect(JSON.stringify(circle.body)).toMatch(/circle.*(Top|Low) Person/);
      const nobody = await client.patch(`/Users/${top.id}`, {
        op: 'add',
        path: `${ENTERPRISE}:manager`,
        value: newId(),
      });
      expect(nobody.body).toMatchObject({ status: '400', scimType: 'invalidValue' });
      expect(await client.done('GET', `/Users/${top.id}`)).toEqual(before);
      expect(await employmentsOf(top.id)).toMatchObject([{ title: 'Head', manager: null }]);
    });
  });

  describe('the audit log', () => {
    it('has one row for each write, with the client and without what was written', async () => {
      const name = unique('audited');
      const user = await directory.done('POST', '/Users', entraUser(name));
      await directory.patch(`/Users/${user.id}`, { op: 'replace', path: 'title', value: `secret ${name}` });
      await directory.done('PUT', `/Users/${user.id}`, entraUser(name));
      await directory.done('DELETE', `/Users/${user.id}`);
      const rows = await api.sql<{ operation: string; kind: string; detail: object }>(
        `SELECT operation, actor_kind AS kind, detail FROM audit_entry WHERE target = $1 ORDER BY id`,
        [user.id],
      );
      expect(rows.map(({ operation }) => operation)).toEqual([
        'scim.createUser',
        'scim.patchUser',
        'scim.replaceUser',
        'scim.deleteUser',
      ]);
      expect(
        rows.every(({ kind, detail }) => kind === 'system' && JSON.stringify(detail).includes(directory.clientId)),
      ).toBe(true);
      expect(JSON.stringify(rows)).not.toContain(name);
    });

    it('has one for what was refused, and for who was not let in', async () => {
      const user = await directory.addUser(unique('refused'));
      await directory.patch(`/Users/${user.id}`, { op: 'remove', path: 'userName' });
      await directory.send('DELETE', `/Groups/${user.id}`);
      await directory.send('GET', `/Groups/${user.id}`);
      const rows = await api.sql<{ operation: string; refused: string }>(
        `SELECT operation, detail->>'refused' AS refused FROM audit_entry WHERE target = $1 AND detail ? 'refused' ORDER BY id`,
        [user.id],
      );
      expect(rows).toEqual([
        { operation: 'scim.patchUser', refused: 'mutability' },
        { operation: 'scim.deleteGroup', refused: '404' },
      ]);
      const strangers = () =>
        api.sql(`SELECT 1 FROM audit_entry WHERE operation = 'scim.enter' AND actor_kind = 'stranger'`);
      const before = (await strangers()).length;
      await new Directory(api, directory.clientId, 'wrong').send('GET', '/Users');
      expect((await strangers()).length).toBe(before + 1);
    });
  });
});
