import { audit } from '../src/platform/audit/audit.js';
import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { PNG, uploadEvidence } from './support/uploading.js';

interface Entry {
  actor: string;
  actorId: string | null;
  actorKind: string;
  operation: string;
  target: string | null;
  outcome: string;
  detail: string;
}
interface AuditPage {
  auditEntries: {
    edges: { cursor: string; node: Entry }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  };
}
const LOG = `query($first: Int, $after: String, $search: String, $actorId: ID, $operation: String, $targetId: ID, $from: DateTime,
  $to: DateTime, $outcome: AuditOutcome, $kind: AuditActorKind) {
  auditEntries(first: $first, after: $after, search: $search, actorId: $actorId, operation: $operation, targetId: $targetId,
    from: $from, to: $to, outcome: $outcome, kind: $kind) {
    edges { cursor node { actor actorId actorKind operation target outcome detail } } pageInfo { hasNextPage endCursor } totalCount } }`;
const ADD = 'mutation($input: AddPersonInput!) { addPerson(input: $input) { __typename ... on Person { id } } }';

describe('reading the audit log', () => {
  let api: TestApi;
  let admin: TestClient;
  let auditor: TestClient;
  const ids = { admin: newId(), auditor: newId() };

  beforeAll(async () => {
    api = await startApi();
    await api.asSystem(async ({ tx, now }) => {
      await tx.query('INSERT INTO organisation (id, name, is_demo) VALUES ($1, $2, false)', [newId(), 'Mill Lane']);
      for (const [name, id, role] of [
        ['Ada Marsh', ids.admin, 'ADMINISTRATOR'],
        ['Noor Lind', ids.auditor, 'AUDITOR'],
      ]) {
        await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, $4)', [
          id,
          name,
          `${id}@example.org`,
          now,
        ]);
        await tx.query('INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, $3, $4)', [
          newId(),
          id,
          role,
          now,
        ]);
      }
    });
    [admin, auditor] = [await api.as(ids.admin), await api.as(ids.auditor)];
  });
  afterAll(() => api.close());

  const add = async (email: string): Promise<string | undefined> => {
    const input = { displayName: 'Ola Ferreira', email, jobTitle: 'Fitter', orgUnitName: 'Works', roles: [] };
    return (await admin.query<{ addPerson: { id?: string } }>(ADD, { input })).addPerson.id;
  };
  const log = async (variables: object = {}) => (await auditor.query<AuditPage>(LOG, variables)).auditEntries;

  it('keeps no text that was sent in place of an id', async () => {
    const id = 'My neighbour Ola said '.repeat(1_000);
    await admin.query('mutation($id: ID!) { removeEvidence(id: $id) { __typename } }', { id });
    const [entry] = (await log()).edges.map((edge) => edge.node);
    expect(entry).toMatchObject({ operation: 'removeEvidence', target: null });
    expect(JSON.stringify(entry)).not.toContain('neighbour');
  });

  it('keeps no name or reason for being written in capitals, and keeps the words of the schema', async () => {
    const id = await add('capitals@example.org');
    const input = {
      displayName: 'MUELLER',
      email: 'mueller@example.org',
      jobTitle: 'FITTER',
      orgUnitName: 'WORKS',
      roles: ['ASSESSOR'],
    };
    await admin.query(ADD, { input });
    await admin.query('mutation($id: ID!, $reason: String!) { endGrant(id: $id, reason: $reason) { __typename } }', {
      id,
      reason: 'BURNOUT',
    });
    const rows = await api.sql<{ operation: string; detail: object }>(
      `SELECT operation, detail FROM audit_entry ORDER BY id DESC LIMIT 2`,
    );
    expect(rows.map(({ operation }) => operation)).toEqual(['endGrant', 'addPerson']);
    expect(JSON.stringify(rows)).not.toMatch(/MUELLER|FITTER|WORKS|BURNOUT/);
    expect(rows[0]?.detail).toMatchObject({ arguments: { reason: '7 characters' } });
    expect(rows[1]?.detail).toMatchObject({
      arguments: { input: { displayName: '7 characters', roles: ['ASSESSOR'] } },
    });
  });

  it('names who did what to what, and how it ended, without contents', async () => {
    const id = await add('one@example.org');
    await add('one@example.org');
    const [refused, done] = (await log()).edges.map((edge) => edge.node);
    expect(done).toMatchObject({ actor: 'Ada Marsh', operation: 'addPerson', target: id });
    expect(done?.detail).toMatch(/^Done · /);
    expect(refused?.detail).toMatch(/^Refused: InvalidInput · /);
    expect(`${done?.detail}${refused?.detail}`).not.toMatch(/Ferreira|example\.org/);
  });

  it('goes through the pages without losing or repeating a row', async () => {
    for (let i = 0; i < 5; i += 1) await add(`page${i}@example.org`);
    const all = await log({ first: 100 });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: AuditPage['auditEntries'] = await log({ first: 2, after });
      seen.push(...page.edges.map((edge) => edge.cursor));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(all.edges.map((edge) => edge.cursor));
    expect(all.totalCount).toBe(seen.length);
  });

  it('finds by operation, actor and target, and takes wildcards for letters', async () => {
    const id = await add('found@example.org');
    expect((await log({ search: 'ADDPERS' })).totalCount).toBeGreaterThan(0);
    expect((await log({ search: id })).edges).toHaveLength(1);
    const othersDid = (await log({ search: ids.auditor })).totalCount;
    expect((await log({ search: ids.admin })).totalCount).toBe((await log()).totalCount - othersDid);
    expect((await log({ search: '%' })).totalCount).toBe(0);
    expect((await log({ after: 'nonsense' })).edges.length).toBeGreaterThan(0);
  });

  it('finds by who, what, to what, when, how it ended and what kind of actor', async () => {
    const begun = new Date();
    const id = (await add('filters@example.org')) ?? '';
    await add('filters@example.org');
    await api.asSystem((system) => audit(system, { operation: 'tidyUp', target: id, detail: { by: 'the night' } }));
    const ops = async (filters: object) =>
      (await log(filters)).edges.map(({ node }) => `${node.operation} ${node.outcome}`);
    expect(await ops({ targetId: id })).toEqual(['tidyUp DONE', 'addPerson DONE']);
    expect(await ops({ targetId: id, kind: 'SYSTEM' })).toEqual(['tidyUp DONE']);
    expect(await ops({ from: begun, actorId: ids.admin })).toEqual(['addPerson REFUSED', 'addPerson DONE']);
    expect(await ops({ from: begun, operation: 'addPerson', outcome: 'REFUSED' })).toEqual(['addPerson REFUSED']);
    expect(await ops({ from: begun, search: 'tidy' })).toEqual(['tidyUp DONE']);
    expect(await ops({ to: begun, search: 'tidy' })).toEqual([]);
    expect(await ops({ operation: 'addPers' })).toEqual([]);
    expect(await ops({ actorId: 'nobody at all' })).toEqual([]);
    expect((await log({ operation: 'tidyUp' })).edges[0]?.node).toMatchObject({
      actor: 'the night',
      actorKind: 'SYSTEM',
    });
  });

  describe('what was not done', () => {
    const newest = async (operation: string) => (await log({ operation })).edges.map(({ node }) => node);

    it('leaves a row when the door denied it', async () => {
      const employeeId = (await add('denied@example.org')) ?? '';
      const employee = await api.as(employeeId);
      const input = { displayName: 'Secret Name', email: 'x@example.org', jobTitle: 'y', orgUnitName: 'z', roles: [] };
      const { errors } = await employee.ask(ADD, { input });
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
      const [row] = await newest('addPerson');
      expect(row).toMatchObject({ actorId: employeeId, actorKind: 'PERSON', outcome: 'REFUSED' });
      expect(row?.detail).toMatch(/^Refused: FORBIDDEN · /);
      expect(row?.detail).not.toContain('Secret');
    });

    it('leaves a row for strangers, but only so many a minute', async () => {
      for (let i = 0; i < 45; i += 1) await api.stranger.ask('mutation { markNotificationsRead }');
      const rows = (await log({ kind: 'STRANGER', first: 100 })).edges.map(({ node }) => node);
      expect(rows.length).toBeGreaterThanOrEqual(30);
      // At most two minutes were touched.
      expect(rows.length).toBeLessThan(45);
      expect(rows[0]).toMatchObject({ actor: 'A stranger', operation: 'markNotificationsRead', outcome: 'REFUSED' });
      expect(rows[0]?.detail).toContain('UNAUTHENTICATED');
    });

    it('leaves a row when it failed and was taken back', async () => {
      await api.sql(`ALTER TABLE person ADD CONSTRAINT fails CHECK (email NOT LIKE 'fails@%') NOT VALID`);
      const input = { displayName: 'Ola', email: 'fails@example.org', jobTitle: 'y', orgUnitName: 'z', roles: [] };
      const { errors } = await admin.ask(ADD, { input });
      expect(errors).toHaveLength(1);
      expect((await newest('addPerson'))[0]).toMatchObject({ actorId: ids.admin, outcome: 'FAILED', target: null });
    });

    it('says of each of several together what became of it', async () => {
      const before = (await log()).totalCount;
      const { errors } = await auditor.ask(
        'mutation { a: markNotificationsRead b: addPerson(input: { displayName: "A", email: "b@example.org", jobTitle: "c", orgUnitName: "d", roles: [] }) { __typename } }',
      );
      expect(errors).toHaveLength(1);
      const { edges, totalCount } = await log({ first: 2 });
      expect(totalCount).toBe(before + 2);
      expect(edges.map(({ node }) => `${node.operation} ${node.detail.split(' · ')[0]}`).sort()).toEqual([
        'addPerson Refused: FORBIDDEN',
        'markNotificationsRead Failed: TAKEN_BACK',
      ]);
    });
  });

  it('has a row for an upload that came in whole, and for one that was not what it said', async () => {
    const uploadId = await uploadEvidence(admin, 'A secret name.png', PNG);
    const [row] = (await log({ targetId: uploadId })).edges;
    expect(row?.node).toMatchObject({ operation: 'finishUpload', outcome: 'DONE', actorId: ids.admin });
    expect(row?.node.detail).not.toContain('secret');
    await expect(uploadEvidence(admin, 'not a picture.png', Buffer.from('<script>1</script>'))).rejects.toThrow();
    expect((await log({ operation: 'finishUpload' })).edges[0]?.node).toMatchObject({ outcome: 'REFUSED' });
  });

  it('is closed to everybody who is not there to read it', async () => {
    const employee = await api.as((await add('plain@example.org')) ?? '');
    const { errors } = await employee.ask(LOG);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
