import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { addFounders, claim, putBack, slotOf } from './support/assessor.js';
import { act, claimLevel, link, start, submit } from './support/candidate.js';
import {
  addAchievement,
  addManager,
  addPeople,
  addSkill,
  foundOrganisation,
  refusalOfSql,
} from './support/programme.js';
import { PNG, uploadEvidence } from './support/uploading.js';

interface Opening {
  by: string;
  how: string;
  reason: string | null;
  achievement: string | null;
}
const OPENINGS = 'openings { by how reason achievement }';
const MARK_VIEW = 'query($id: ID!) { markingSlot(id: $id) { snapshot { items { letter title file { id url } } } } }';
const OPEN = `mutation($id: ID!, $reason: String!) { result: openEvidenceForAudit(submissionId: $id, reason: $reason) {
  __typename ... on EvidenceAudit { id reason openedAt until snapshot { digest items { letter title text file { id url } } } }
  ... on Refusal { message } } }`;
const AUDITABLE = `query($id: ID!) { auditableSubmission(submissionId: $id) { submissionId owner { displayName } achievementVersion { name }
  openAudit { id reason snapshot { items { title } } } ${OPENINGS} } }`;

interface OpenAnswer {
  result: {
    __typename: string;
    id: string;
    message: string;
    openedAt: string;
    until: string;
    snapshot: { items: { title: string; text: string | null; file: { url: string } | null }[] } | null;
  };
}
interface Auditable {
  auditableSubmission: {
    owner: { displayName: string };
    achievementVersion: { name: string };
    openAudit: { snapshot: { items: unknown[] } | null } | null;
    openings: Opening[];
  } | null;
}

describe('opening evidence', () => {
  let api: TestApi;
  let ids: Record<'cleo' | 'asa' | 'boss' | 'admin' | 'audrey' | 'other' | 'hana', string>;
  const as = {} as Record<keyof typeof ids, TestClient>;
  let submission: string;
  let slot: string;
  const item = { text: '', file: '' };
  let fileId: string;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    ids = await addPeople(api, {
      cleo: [],
      asa: ['ASSESSOR'],
      boss: [],
      admin: ['ADMINISTRATOR'],
      audrey: ['AUDITOR'],
      other: ['ASSESSOR'],
      hana: ['HR_DESIGNER', 'PROGRAMME_OWNER'],
    });
    for (const name of Object.keys(ids) as (keyof typeof ids)[]) as[name] = await api.as(ids[name]);
    await addManager(api, ids.cleo, ids.boss);
    const version = await addAchievement(api, (await addSkill(api)).id);
    await addFounders(api, version.achievementId, [ids.asa, ids.other]);

    fileId = await uploadEvidence(as.cleo, 'Cleo.png', PNG);
    const add = (document: string, variables: object = {}) => act(as.cleo, document, variables);
    item.text = (
      await add(
        `mutation { result: addTextEvidence(input: { text: "In my words", title: "Notes" }) { ... on EvidenceItem { id } } }`,
      )
    ).id;
    item.file = (
      await add(
        `mutation($uploadId: ID!) { result: addFileEvidence(input: { uploadId: $uploadId, title: "Diagram" }) { ... on EvidenceItem { id } } }`,
        { uploadId: fileId },
      )
    ).id;
    submission = (await start(as.cleo, version.id)).id;
    for (const [index, criterion] of version.rubric.criteria.entries()) {
      await link(as.cleo, submission, criterion.id, index === 0 ? item.text : item.file, 'It shows it');
      await claimLevel(as.cleo, submission, criterion.id, 2);
    }
    await submit(as.cleo, submission);
    slot = await slotOf(api, submission);
  });
  afterAll(() => api.close());

  const ofItem = async (id: string, client = as.cleo) =>
    (
      await client.query<{ evidenceItem: { openings: Opening[] } | null }>(
        `query($id: ID!) { evidenceItem(id: $id) { ${OPENINGS} } }`,
        { id },
      )
    ).evidenceItem?.openings ?? null;
  const ofSubmission = async () =>
    (
      await as.cleo.query<{ submission: { openings: Opening[] } }>(
        `query($id: ID!) { submission(id: $id) { ${OPENINGS} } }`,
        { id: submission },
      )
    ).submission.openings;
  const rows = async () => (await api.sql<{ n: number }>('SELECT count(*)::int AS n FROM evidence_opening'))[0]?.n;
  const open = async (client: TestClient, reason = 'A complaint about this assessment', id = submission) =>
    (await client.query<OpenAnswer>(OPEN, { id, reason })).result;
  const auditable = async (client = as.audrey) =>
    (await client.query<Auditable>(AUDITABLE, { id: submission })).auditableSubmission;

  it('leaves nothing when the owner looks', async () => {
    await as.cleo.query('query($id: ID!) { submission(id: $id) { snapshot { items { title text } } } }', {
      id: submission,
    });
    expect((await as.cleo.fetch(`/files/${fileId}`)).status).toBe(200);
    expect(await rows()).toBe(0);
    expect(await ofItem(item.text)).toEqual([]);
  });

  it('leaves nothing for somebody who was shown nothing', async () => {
    await as.other.ask(MARK_VIEW, { id: slot });
    expect((await as.other.fetch(`/files/${fileId}`)).status).toBe(404);
    expect(await rows()).toBe(0);
  });

  it('tells the owner that an assessor read it, once a day, and fetched the file, without a name', async () => {
    await claim(as.asa, slot);
    for (let i = 0; i < 3; i += 1) await as.asa.query(MARK_VIEW, { id: slot });
    const assessor = { by: 'An assessor of Writes tests', how: 'READ', reason: null, achievement: 'Writes tests' };
    expect(await ofItem(item.text)).toEqual([assessor]);
    expect(await ofItem(item.file)).toEqual([assessor]);
    for (let i = 0; i < 2; i += 1) expect((await as.asa.fetch(`/files/${fileId}`)).status).toBe(200);
    await as.asa.fetch(`/files/${fileId}`, { headers: { range: 'bytes=0-3' } });
    expect(await ofItem(item.file)).toEqual([{ ...assessor, how: 'FILE' }, assessor]);
    expect(await ofItem(item.text)).toHaveLength(1);
    expect(await ofSubmission()).toHaveLength(3);
    expect(JSON.stringify(await ofSubmission())).not.toContain('asa');
  });

  it('counts another day, and another assessor, as another opening', async () => {
    await api.sql(
      `UPDATE evidence_opening SET day = day - 1, at = at - interval '1 day' WHERE how = 'READ' AND item_id = $1`,
      [item.text],
    );
    await as.asa.query(MARK_VIEW, { id: slot });
    expect(await ofItem(item.text)).toHaveLength(2);
    await putBack(as.asa, slot, 'I am ill');
    await claim(as.other, slot);
    await as.other.query(MARK_VIEW, { id: slot });
    expect(await ofItem(item.text)).toHaveLength(3);
  });

  it('lets nobody but an auditor open it, with a reason', async () => {
    for (const name of ['admin', 'boss', 'hana', 'asa', 'cleo'] as const) {
      const { errors } = await as[name].ask(OPEN, { id: submission, reason: 'I am curious about this' });
      expect([name, errors?.[0]?.extensions?.code]).toEqual([name, 'FORBIDDEN']);
      expect((await as[name].ask(AUDITABLE, { id: submission })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    expect((await open(as.audrey, ' why ')).__typename).toBe('InvalidInput');
    expect((await open(as.audrey, 'x'.repeat(501))).__typename).toBe('InvalidInput');
    expect((await open(as.audrey, 'A good reason', ids.cleo)).__typename).toBe('NotFound');
    expect((await open(as.audrey, 'A good reason', 'nonsense')).__typename).toBe('NotFound');
    expect((await as.audrey.fetch(`/files/${fileId}`)).status).toBe(404);
    expect((await auditable())?.openAudit).toBeNull();
  });

  it('shows an auditor whose it is and who looked before anything is opened, and leaves no trace of that', async () => {
    const before = await rows();
    const seen = await auditable();
    expect(seen).toMatchObject({ owner: { displayName: 'cleo' }, achievementVersion: { name: 'Writes tests' } });
    expect(seen?.openings.map(({ by }) => by)).toEqual(expect.arrayContaining(['asa', 'other']));
    expect(await rows()).toBe(before);
  });

  it('opens it for an hour, tells its owner, and shows who and why', async () => {
    const audit = await open(as.audrey);
    expect(audit.__typename).toBe('EvidenceAudit');
    expect(audit.snapshot?.items.map(({ title }) => title).sort()).toEqual(['Diagram', 'Notes']);
    expect(new Date(audit.until).getTime() - new Date(audit.openedAt).getTime()).toBe(60 * 60_000);
    expect((await as.audrey.fetch(`/files/${fileId}`)).status).toBe(200);
    expect((await auditable())?.openAudit?.snapshot?.items).toHaveLength(2);

    const reason = 'A complaint about this assessment';
    const auditor = { by: 'audrey', how: 'FILE', reason, achievement: 'Writes tests' };
    expect((await ofItem(item.file))?.slice(0, 2)).toEqual(
      expect.arrayContaining([auditor, { ...auditor, how: 'READ' }]),
    );
    const told = await eventually(
      () =>
        as.cleo.query<{ notifications: { edges: { node: { kind: string; body: string; path: string } }[] } }>(
          '{ notifications { edges { node { kind body path } } } }',
        ),
      ({ notifications }) => notifications.edges.some(({ node }) => node.kind === 'EVIDENCE_AUDITED'),
    );
    expect(told.notifications.edges[0]?.node).toMatchObject({
      body: `audrey gave this reason: ${reason}`,
      path: `/growth/submissions/${submission}`,
    });
    const [row] = await api.sql<{ detail: object }>(
      `SELECT detail FROM audit_entry WHERE operation = 'openEvidenceForAudit' AND outcome = 'DONE'`,
    );
    expect(JSON.stringify(row)).not.toContain('complaint');
  });

  it('opens it once however often the same is asked at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => open(as.audrey, 'Asked five times at once')));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  it('closes by itself', async () => {
    await api.sql(
      `UPDATE evidence_audit SET opened_at = opened_at - interval '2 hours', until = until - interval '2 hours'`,
    );
    expect((await auditable())?.openAudit).toBeNull();
    expect((await as.audrey.fetch(`/files/${fileId}`)).status).toBe(404);
  });

  it('closes at once for whoever is no auditor any more', async () => {
    await open(as.audrey, 'Another look, for the appeal');
    expect((await as.audrey.fetch(`/files/${fileId}`)).status).toBe(200);
    await api.sql(`UPDATE role_grant SET ends_at = now() WHERE person_id = $1`, [ids.audrey]);
    expect((await as.audrey.fetch(`/files/${fileId}`)).status).toBe(404);
    expect((await as.audrey.ask(AUDITABLE, { id: submission })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    await api.sql(`UPDATE role_grant SET ends_at = NULL WHERE person_id = $1`, [ids.audrey]);
  });

  it('never opens what was not handed in, nor the auditor’s own', async () => {
    const version = await addAchievement(api, (await addSkill(api, 'Drafting')).id, 'Drafts');
    const draft = await start(as.cleo, version.id);
    expect((await open(as.audrey, 'I want to see the draft', draft.id)).__typename).toBe('NotFound');
    await api.sql('UPDATE role_grant SET person_id = $1 WHERE person_id = $2', [ids.cleo, ids.audrey]);
    expect((await open(as.cleo, 'I want to see my own work')).__typename).toBe('NotFound');
    await api.sql('UPDATE role_grant SET person_id = $2 WHERE person_id = $1', [ids.cleo, ids.audrey]);
  });

  it('keeps who looked: nobody can change, remove or make it up', async () => {
    for (const role of ['app_api', 'app_issuer'] as const)
      for (const table of ['evidence_opening', 'evidence_audit'])
        for (const sql of [`UPDATE ${table} SET reason = 'x'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
          expect([role, sql, await refusalOfSql(api, role, sql)]).toEqual([
            role,
            sql,
            expect.stringContaining('permission denied'),
          ]);
    const made = `INSERT INTO evidence_audit SELECT gen_random_uuid(), submission_id, owner_id, auditor_id, 'made up', now(), now() + interval '1 hour' FROM evidence_audit LIMIT 1`;
    // Nobody is signed in there, so there is nothing to copy, and nothing can be written for somebody else.
    expect(await refusalOfSql(api, 'app_api', made)).toBeNull();
    expect(
      await refusalOfSql(
        api,
        'app_api',
        `INSERT INTO evidence_audit VALUES (gen_random_uuid(), '${submission}', '${ids.cleo}', '${ids.audrey}', 'made up', now(), now() + interval '1 hour')`,
      ),
    ).toContain('row-level security');
  });
});
