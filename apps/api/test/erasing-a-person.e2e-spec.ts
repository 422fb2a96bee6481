import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DataSource } from 'typeorm';
import { EraseJob } from '../src/features/erasure/erase.job.js';
import { CredentialsService } from '../src/features/credentials/credentials.service.js';
import { IssuanceService } from '../src/features/credentials/issuance.service.js';
import { AuditCheckService } from '../src/platform/audit/audit-check.service.js';
import { AuditSequencer } from '../src/platform/audit/audit-sequencer.js';
import { Config } from '../src/platform/config/config.js';
import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addFounders, claim, handInMark, release, saveMark, slotOf } from './support/assessor.js';
import { handIn } from './support/candidate.js';
import { addAchievement, addPeople, addSkill, foundOrganisation, type People } from './support/programme.js';
import { uploadEvidence } from './support/uploading.js';

/** How many are erased; `npm run prove` asks for more. */
const ERASED = Number(process.env.ERASED ?? 2);
/** A table that is forgotten must be found by the search: the test can fail. */
const FORGOTTEN = process.env.FORGOTTEN ?? '';

const DONE = `__typename ... on Erasure { id state viewerDecides } ... on Refusal { message } ... on InvalidInput { problems { field } }`;

interface Answer {
  __typename: string;
  id: string;
  state: string;
  viewerDecides: boolean;
  message: string;
  problems: { field: string }[];
}

interface Erased {
  id: string;
  name: string;
  words: string[];
  token: string;
  credentialId: string;
}

/** Everything that named somebody goes, wherever it stands; that something was withdrawn stays true. */
describe('erasing a person', () => {
  let api: TestApi;
  let people: People<'ada' | 'gil' | 'ann' | 'mira'>;
  let as: Record<'ada' | 'gil' | 'ann', TestClient>;
  let achievement: Awaited<ReturnType<typeof addAchievement>>;
  const gone: Erased[] = [];
  const counts = { people: 0, hits: 0, seeded: 0, places: 0 };

  beforeAll(async () => {
    const proofDir = mkdtempSync(join(tmpdir(), 'assay-proof-'));
    const assets = { style: '/proof/assets/a.css', starter: '/proof/assets/s.js', checker: '/proof/assets/c.js' };
    writeFileSync(join(proofDir, 'assets.json'), JSON.stringify(assets));
    api = await startApi({ env: { PROOF_DIR: proofDir } });
    await foundOrganisation(api);
    // Two tables that a later version may bring, the one referring to the other.
    const owner = api.app.get(DataSource);
    await owner.query('CREATE TABLE later_plan (id uuid PRIMARY KEY, person_id uuid NOT NULL REFERENCES person)');
    await owner.query(
      'CREATE TABLE later_step (plan_id uuid NOT NULL REFERENCES later_plan, person_id uuid NOT NULL REFERENCES person, words text)',
    );
    people = await addPeople(api, { ada: ['ADMINISTRATOR'], gil: ['ADMINISTRATOR'], ann: ['ASSESSOR'], mira: [] });
    achievement = await addAchievement(api, (await addSkill(api)).id);
    await addFounders(api, achievement.achievementId, [people.ann]);
    as = { ada: await api.as(people.ada), gil: await api.as(people.gil), ann: await api.as(people.ann) };
    for (let n = 0; n < ERASED; n += 1) gone.push(await aLife(n));
  }, 600_000);
  afterAll(async () => {
    await api.close();
    console.info(`${counts.people} people erased, ${counts.seeded} rows named them before, ${counts.hits} after`);
    if (process.env.COUNTS_FILE) appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify(counts)}\n`);
  });

  /** Somebody with evidence, a judged submission, a badge that is shared, messages, and words of others that name them. */
  async function aLife(n: number): Promise<Erased> {
    const id = newId();
    const mark = `zq${n}x${id.slice(-6)}`;
    const name = `Quill Fen${mark}`;
    const words = [name, `${mark}@works.example.org`, `NO-${mark}`, `${mark}@home.example.net`];
    await api.sql(
      `INSERT INTO person (id, display_name, email, person_number, leaving_reason, created_at) VALUES ($1, $2, $3, $4, $5, now())`,
      [id, name, words[1], words[2], `${name} moves away`],
    );
    await api.sql(
      `INSERT INTO employment (id, person_id, job_title, manager_id, starts_on, is_primary) VALUES ($1, $2, 'Fitter', $3, current_date, true)`,
      [newId(), id, people.mira],
    );
    await api.sql(
      `INSERT INTO personal_address (person_id, address, proved_at, asked_at) VALUES ($1, $2, now(), now())`,
      [id, words[3]],
    );
    await api.sql('INSERT INTO later_plan VALUES ($1, $1)', [id]);
    await api.sql('INSERT INTO later_step VALUES ($1, $1, $2)', [id, `${name} wants to lead`]);
    const me = await api.as(id);
    const file = await uploadEvidence(me, `Report of ${name}.txt`, Buffer.from(`Written by ${name}`));
    await me.query(
      `mutation($input: FileEvidenceInput!) { addFileEvidence(input: $input) { __typename ... on Refusal { message } } }`,
      { input: { uploadId: file, title: `Report of ${name}` } },
    );
    const submission = await handIn(me, achievement, { title: `What ${name} did`, reflection: `I, ${name}, did it.` });
    const slot = await slotOf(api, submission);
    await claim(as.ann, slot);
    await saveMark(as.ann, slot, achievement.rubric, [2, 1], 0, `${name} shows it, write to ${words[1]}`);
    await handInMark(as.ann, slot);
    await release(as.ann, slot);
    const credentialId = await api.asSystem(async (system) => {
      const award = await api.app.get(CredentialsService).award(system, {
        ...{ personId: id, achievementVersionId: achievement.id, basis: 'DECISION', basisId: newId() },
        ...{ awardedOn: system.now, results: [], evidence: [], assessorCount: 1 },
      });
      await api.app.get(IssuanceService).issue(system, [award.id]);
      const [row] = await system.tx.query<{ id: string }>('SELECT id FROM credential WHERE award_id = $1', [award.id]);
      return row?.id ?? '';
    });
    const { made } = await me.query<{ made: { url: string } }>(
      `mutation($id: ID!, $p: String!) { made: shareCredential(credentialId: $id, scope: { purpose: $p }) { ... on ShareGrant { url } } }`,
      { id: credentialId, p: `For ${name}` },
    );
    await me.fetch(`/badges/${credentialId}/certificate.pdf`).then((response) => response.arrayBuffer());
    await api.sql(`INSERT INTO credential_use VALUES ($1, current_date - 9, 'VIEW', 4)`, [credentialId]);
    // A list that was looked at and never carried out, under a name too short to be looked for.
    await api.sql(
      `INSERT INTO bulk_issue (id, file_id, file_name, state, columns, mapping, counts, rows, created_at, created_by)
       VALUES ($1, $2, 'list.csv', 'PREVIEWED', '[]', '[]', '{}', $3, now(), $4)`,
      [
        ...[newId(), newId()],
        JSON.stringify([{ row: 2, outcome: 'CREATE', label: 'Bo Li: Site induction', personId: id, problems: [] }]),
        people.mira,
      ],
    );
    await api.asSystem(async ({ tx }) => {
      const told = `INSERT INTO notification (id, person_id, kind, title, body, subjects, created_at) VALUES ($1, $2, 'CREDENTIAL_ISSUED', $3, $4, '[]', now())`;
      await tx.query(told, [newId(), id, 'Your badge', `Well done, ${name}`]);
      await tx.query(told, [newId(), people.mira, `${name} earned a badge`, `${name.toUpperCase()} did well`]);
      const mail = newId();
      await tx.query(
        `INSERT INTO mail (id, kind, to_address, to_person_id, state, created_at, attempts) VALUES ($1, 'TEST', $2, $3, 'WAITING', now(), 0)`,
        [mail, words[3], id],
      );
      await tx.query(`INSERT INTO mail_letter (mail_id, subject, body_text, body_html) VALUES ($1, $2, $2, $2)`, [
        mail,
        `Dear ${name}`,
      ]);
    });
    await api.sql('UPDATE person SET active = false WHERE id = $1', [id]);
    return { id, name, words, token: made.url.split('/').at(-1) ?? '', credentialId };
  }

  /** Every table of every schema as text, read by the owner of the database and by none of the product's own code. */
  async function rowsNaming(words: readonly string[]): Promise<Record<string, number>> {
    const tables = await api.sql<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
    );
    counts.places = tables.length;
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await api.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${name} t WHERE lower(t::text) LIKE ANY ($1)`,
        [words.map((word) => `%${word.toLowerCase()}%`)],
      );
      if (row?.n) found[name] = row.n;
    }
    return found;
  }
  async function filesNaming(words: readonly string[]): Promise<string[]> {
    const { dataDir } = api.app.get(Config);
    const files = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
    const named: string[] = [];
    for (const each of files) {
      const path = join(each.parentPath, each.name);
      const bytes = (await readFile(path)).toString('latin1').toLowerCase();
      if (words.some((word) => bytes.includes(word.toLowerCase()) || path.toLowerCase().includes(word.toLowerCase())))
        named.push(path);
    }
    return named;
  }
  const ask = async (by: TestClient, personId: string, reason = 'Asked for by letter.') =>
    (
      await by.query<{ done: Answer }>(
        `mutation($p: ID!, $r: String!) { done: askErasure(personId: $p, reason: $r) { ${DONE} } }`,
        { p: personId, r: reason },
      )
    ).done;
  const decide = async (by: TestClient, id: string, confirmed = true) =>
    (
      await by.query<{ done: Answer }>(
        `mutation($i: ID!, $c: Boolean!) { done: decideErasure(id: $i, confirmed: $c) { ${DONE} } }`,
        { i: id, c: confirmed },
      )
    ).done;
  const proofPage = (token: string) => api.stranger.fetch(`/p/${token}`);
  const statusBits = async () => {
    const list = (await (await api.stranger.fetch('/status/1')).json()) as {
      credentialSubject: { encodedList: string };
    };
    return gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url')).toString('hex');
  };

  it('says beforehand what goes and what stays, to administrators alone', async () => {
    const [first] = gone;
    const { parts } = await as.ada.query<{ parts: { area: string; count: number; leavesTrace: boolean }[] }>(
      'query($p: ID!) { parts: erasurePreview(personId: $p) { area count leavesTrace happens } }',
      { p: first?.id },
    );
    expect(parts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ area: 'CREDENTIALS', count: 1, leavesTrace: true }),
        expect.objectContaining({ area: 'FILES', count: 1, leavesTrace: false }),
        expect.objectContaining({ area: 'EVIDENCE', count: 2, leavesTrace: false }),
      ]),
    );
    expect((await as.ann.ask(`{ allErasures { id } }`)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('takes two administrators, a reason, and somebody who is not with us', async () => {
    const [first] = gone;
    const id = first?.id ?? '';
    expect(await ask(as.ada, people.mira)).toMatchObject({ __typename: 'NotAllowed' });
    expect(await ask(as.ada, people.ada)).toMatchObject({ __typename: 'NotAllowed' });
    expect(await ask(as.ada, id, '  ')).toMatchObject({ problems: [{ field: 'reason' }] });
    const asked = await ask(as.ada, id);
    expect(asked).toMatchObject({ state: 'PROPOSED', viewerDecides: false });
    expect(await ask(as.gil, id)).toMatchObject({ __typename: 'NotAllowed' });
    expect(await decide(as.ada, asked.id)).toMatchObject({ __typename: 'NotAllowed' });
    // What is not decided is not done, whoever runs the job.
    await api.asSystem((system) => api.app.get(EraseJob).run(system, { erasureId: asked.id }));
    expect(Object.keys(await rowsNaming(first?.words ?? []))).toContain('public.person');
    expect(await decide(as.gil, asked.id, false)).toMatchObject({ state: 'DECLINED' });
  });

  it('leaves no row, file or mail that names them', async () => {
    const words = gone.flatMap((each) => each.words);
    const before = await rowsNaming(words);
    counts.seeded = Object.values(before).reduce((sum, n) => sum + n, 0);
    for (const table of [
      'person',
      'credential',
      'award',
      'mark',
      'notification',
      'mail',
      'evidence_item',
      'stored_file',
    ])
      expect(Object.keys(before)).toContain(`public.${table}`);
    expect((await filesNaming(words)).length).toBeGreaterThanOrEqual(ERASED);
    const bits = await statusBits();
    const [revoked] = gone;
    await api.sql(`UPDATE credential SET status = 'REVOKED' WHERE id = $1`, [revoked?.credentialId]);
    for (const each of gone) {
      const asked = await ask(as.ada, each.id, `${each.name} asked for it.`);
      expect(await decide(as.gil, asked.id)).toMatchObject({ state: 'DECIDED' });
      await api.asSystem((system) => api.app.get(EraseJob).run(system, { erasureId: asked.id }));
      counts.people += 1;
    }
    if (FORGOTTEN)
      await api.sql(`UPDATE notification SET body = $1 WHERE id = (SELECT id FROM notification LIMIT 1)`, [words[0]]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const after = await rowsNaming(words);
    const files = await filesNaming(words);
    counts.hits = Object.values(after).reduce((sum, n) => sum + n, 0) + files.length;
    expect(after).toEqual({});
    expect(files).toEqual([]);
    expect(await statusBits()).toBe(bits);
  }, 600_000);

  it('keeps the status, and says on the page that was shared that the data were erased', async () => {
    const [revoked, other] = gone;
    const rows = await api.sql<{ status: string; document: string; digest: string }>(
      'SELECT status, document, digest FROM credential WHERE id = ANY ($1) ORDER BY status DESC',
      [[revoked?.credentialId, other?.credentialId]],
    );
    expect(rows.map(({ status, document }) => [status, document])).toEqual([
      ['REVOKED', ''],
      ['ACTIVE', ''],
    ]);
    const page = await (await proofPage(revoked?.token ?? '')).text();
    expect(page).toContain('were erased');
    expect(page).toContain('stays withdrawn');
    expect(page).not.toContain(revoked?.name);
    for (const path of ['.json', '/embed', '/card.png', '/findings.json'])
      expect((await api.stranger.fetch(`/p/${other?.token}${path}`)).status).toBe(404);
    expect(await api.sql(`SELECT FROM bulk_issue WHERE rows::text LIKE '%Bo Li%'`)).toEqual([]);
    expect(
      await api.sql('SELECT FROM credential_use WHERE credential_id = ANY ($1)', [
        [revoked?.credentialId, other?.credentialId],
      ]),
    ).toEqual([]);
    expect(
      await api.sql('SELECT FROM status_place JOIN credential USING (award_id) WHERE id = $1', [other?.credentialId]),
    ).toHaveLength(1);
  });

  it('takes along what was counted while it went on', async () => {
    const [first] = gone;
    await api.sql(`UPDATE credential SET document = '{}' WHERE id = $1`, [first?.credentialId]);
    const erasing = api.app.get(DataSource).createQueryRunner();
    const uses = JSON.stringify([
      { credentialId: first?.credentialId, use: 'DOCUMENT', keyName: '', day: '2026-01-01', times: 1 },
    ]);
    try {
      await erasing.startTransaction();
      await erasing.query(`UPDATE credential SET document = '' WHERE id = $1`, [first?.credentialId]);
      const counted = api.sql('SELECT app_count_uses($1)', [uses]);
      // To everybody else the badge is whole for as long as this lasts.
      await new Promise((resolve) => setTimeout(resolve, 200));
      await erasing.commitTransaction();
      await counted;
    } finally {
      await erasing.release();
    }
    expect(await api.sql('SELECT FROM credential_use WHERE credential_id = $1', [first?.credentialId])).toEqual([]);
  });

  it('leaves a log that still adds up, and a person who cannot come back as who they were', async () => {
    await api.app.get(AuditSequencer).chainWaiting();
    const found = await api.asSystem((system) => api.app.get(AuditCheckService).check(system, null));
    expect(found).toMatchObject({ ok: true });
    const { back } = await as.ada.query<{ back: { __typename: string } }>(
      'mutation($p: ID!) { back: rehire(input: { personId: $p, startsOn: "2027-03-01", jobTitle: "Fitter" }) { __typename } }',
      { p: gone[0]?.id },
    );
    expect(back.__typename).not.toBe('Person');
    const { person } = await as.ada.query<{ person: object }>('query($p: ID!) { person(id: $p) { email roles } }', {
      p: gone[0]?.id,
    });
    expect(person).toEqual({ email: null, roles: [] });
    expect(await ask(as.ada, gone[0]?.id ?? '')).toMatchObject({ __typename: 'NotAllowed' });
  });
});
