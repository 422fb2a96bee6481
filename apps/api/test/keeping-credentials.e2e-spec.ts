import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CredentialsService } from '../src/features/credentials/credentials.service.js';
import { UseCounter } from '../src/features/credentials/use-counter.service.js';
import { newId } from '../src/platform/database/id.js';
import { eventually, startApi, type TestApi, TestClient } from './support/api.js';
import { addRecognised } from './support/recognising.js';
import { uploadFor } from './support/uploading.js';
import {
  addAchievement,
  addManager,
  addPeople,
  addSkill,
  foundOrganisation,
  refusalOfSql,
} from './support/programme.js';

const CHANGE = `mutation($input: ChangeCredentialInput!) { done: changeCredential(input: $input) { __typename
  ... on CredentialChange { id state } ... on Refusal { message } ... on InvalidInput { problems { field } } } }`;
const CORRECT = `mutation($input: CorrectCredentialInput!) { done: correctCredential(input: $input) { __typename
  ... on CredentialChange { id state corrections { field was becomes } } ... on Refusal { message } ... on InvalidInput { problems { field } } } }`;
const DECIDE = `mutation($id: ID!, $yes: Boolean!) { done: decideCredentialChange(id: $id, confirmed: $yes) { __typename
  ... on CredentialChange { id state viewerCan } ... on Refusal { message } } }`;
const ONE = `query($id: ID!) { credential(id: $id) { id edition status statusCause supersededBy validUntil document award { state }
  statusChanges { kind cause reason state askedBy { displayName } decidedBy { displayName } credential { id } }
  keeping { acts losses { area count touched happens examples { name } } } } }`;
const TOLD = `{ notifications(first: 20) { edges { node { kind title body path } } } }`;

interface Done {
  __typename: string;
  id: string;
  state: string;
  message: string;
  problems: { field: string }[];
  corrections: { field: string; was: string | null; becomes: string | null }[];
  viewerCan: string[];
}
interface Shown {
  id: string;
  edition: number;
  status: string;
  statusCause: string | null;
  supersededBy: string | null;
  validUntil: string | null;
  document: string;
  award: { state: string };
  statusChanges: { kind: string; reason: string; state: string; askedBy: object | null; credential: { id: string } }[];
  keeping: {
    acts: string[];
    losses: { area: string; touched: string; happens: string; examples: { name: string }[] }[];
  } | null;
}

describe('keeping credentials after they were signed', () => {
  let api: TestApi;
  let ids: Record<string, string>;
  let skill: { id: string };
  let as: Record<'noor' | 'hana' | 'ola' | 'boss' | 'bo' | 'adam', TestClient>;
  let versionId: string;

  beforeAll(async () => {
    const proofDir = mkdtempSync(join(tmpdir(), 'assay-proof-'));
    const assets = { style: '/proof/assets/a.css', starter: '/proof/assets/a.js', checker: '/proof/assets/b.js' };
    writeFileSync(join(proofDir, 'assets.json'), JSON.stringify(assets));
    api = await startApi({ worker: true, env: { PROOF_DIR: proofDir } });
    await foundOrganisation(api);
    ids = await addPeople(api, {
      ...{ noor: [], bo: [], boss: [], hana: ['HR_DESIGNER'], ola: ['PROGRAMME_OWNER'], adam: ['ADMINISTRATOR'] },
    });
    skill = await addSkill(api, 'Welding');
    ({ id: versionId } = await addAchievement(api, skill.id, 'Welds seams'));
    for (const name of ['noor', 'bo']) await addManager(api, ids[name] ?? '', ids.boss ?? '');
    await askForIt(ids.bo ?? '', skill.id);
    as = Object.fromEntries(
      await Promise.all(Object.entries(ids).map(async ([name, id]) => [name, await api.as(id)])),
    ) as typeof as;
  });
  afterAll(() => api.close());

  /** A job whose level asks the skill of its holder. */
  async function askForIt(personId: string, skillId: string): Promise<void> {
    const [framework, family, role, level] = [newId(), newId(), newId(), newId()];
    await api.sql(
      `INSERT INTO skill_framework (id, series_id, title, publisher, version, state, licence, attribution, scale_id, created_at)
       SELECT $1, $2, 'Trades', 'Us', '1', 'DRAFT', 'CC0-1.0', 'Ours', id, now() FROM proficiency_scale LIMIT 1`,
      [framework, newId()],
    );
    await api.sql(`INSERT INTO job_family (id, framework_id, code, name, position) VALUES ($1, $2, 'f', 'Works', 0)`, [
      family,
      framework,
    ]);
    await api.sql(
      `INSERT INTO job_role (id, framework_id, family_id, code, name, description, responsibilities, position)
       VALUES ($1, $2, $3, 'r', 'Fitter', '', '[]', 0)`,
      [role, framework, family],
    );
    await api.sql(
      `INSERT INTO job_role_level (id, framework_id, role_id, code, name, "order", description, responsibilities, facts)
       VALUES ($1, $2, $3, 'l', 'Senior fitter', 1, '', '[]', '{}')`,
      [level, framework, role],
    );
    await api.sql(
      `INSERT INTO job_role_requirement (id, framework_id, job_role_level_id, skill_id, level_ordinal, importance, must_have, position, adopted_from)
       SELECT $1, $2, $3, $4, 2, 3, true, 0, framework_id FROM skill_revision WHERE skill_id = $4`,
      [newId(), framework, level, skillId],
    );
    await api.sql(`UPDATE skill_framework SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [framework]);
    await api.sql('UPDATE employment SET job_role_level_id = $2 WHERE person_id = $1', [personId, level]);
  }

  /** A signed credential, as issuing leaves it. */
  async function hold(name = 'noor'): Promise<string> {
    const award = await api.asSystem((system) =>
      api.app.get(CredentialsService).award(system, {
        ...{ personId: ids[name] ?? '', achievementVersionId: versionId, basis: 'DECISION', basisId: newId() },
        ...{ awardedOn: system.now, results: [], evidence: [], assessorCount: 1 },
      }),
    );
    const [row] = await eventually(
      () => api.sql<{ id: string }>('SELECT id FROM credential WHERE award_id = $1', [award.id]),
      (rows) => rows.length === 1,
    );
    return row?.id ?? '';
  }
  const show = async (by: TestClient, id: string) => (await by.query<{ credential: Shown }>(ONE, { id })).credential;
  const change = async (
    by: TestClient,
    credentialId: string,
    kind: string,
    cause: string,
    reason = 'We look into it.',
  ) => (await by.query<{ done: Done }>(CHANGE, { input: { credentialId, kind, cause, reason } })).done;
  const correct = async (by: TestClient, credentialId: string, input: object) =>
    (await by.query<{ done: Done }>(CORRECT, { input: { credentialId, reason: 'It was wrong.', ...input } })).done;
  const decide = async (by: TestClient, id: string, yes: boolean) =>
    (await by.query<{ done: Done }>(DECIDE, { id, yes })).done;
  const until = (id: string, status: string) =>
    eventually(
      () => show(as.hana, id),
      (it) => it.status === status,
    );
  const told = async (by: TestClient, kind: string, words: string) =>
    eventually(
      async () =>
        (
          await by.query<{
            notifications: { edges: { node: { kind: string; title: string; body: string; path: string } }[] };
          }>(TOLD)
        ).notifications.edges.map(({ node }) => node),
      (all) => all.some((each) => each.kind === kind && each.title.includes(words)),
    );
  /** Whether its place in the published list says that it was withdrawn. */
  async function isListed(document: string): Promise<boolean> {
    const { credentialStatus } = JSON.parse(document) as {
      credentialStatus: { statusListCredential: string; statusListIndex: string };
    };
    const path = new URL(credentialStatus.statusListCredential).pathname;
    const list = (await (await api.stranger.fetch(path)).json()) as { credentialSubject: { encodedList: string } };
    const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
    const index = Number(credentialStatus.statusListIndex);
    return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
  }
  async function verified(name: string): Promise<string[]> {
    const { person } = await as.boss.query<{ person: { standings: { skill: { name: string }; state: string }[] } }>(
      'query($id: ID!) { person(id: $id) { standings { skill { name } state } } }',
      { id: ids[name] },
    );
    return person.standings.map(({ skill, state }) => `${skill.name} ${state}`);
  }

  it('says before the yes who loses what', async () => {
    const id = await hold('bo');
    await as.bo.query('mutation($id: ID!) { shareCredential(credentialId: $id) { __typename } }', { id });
    const { keeping } = await show(as.hana, id);
    expect(keeping?.acts).toEqual(['SUSPEND', 'REVOKE', 'CORRECT']);
    expect(keeping?.losses).toMatchObject([
      { area: 'STANDING', touched: 'One verified level', examples: [{ name: 'Welding: Working → none' }] },
      { area: 'ROLE', touched: 'One requirement of Senior fitter', happens: 'Met no longer; one is a must-have.' },
      {
        area: 'TEAM',
        touched: 'One skill of the team',
        happens: 'Nobody who reports to boss is left at the level that is asked.',
      },
      { area: 'LINKS', touched: 'One link that the holder gave away' },
    ]);
    // A badge that was given for its parts names the skill as well, and verifies nothing: it is said, and nothing else changes.
    const other = await hold('bo');
    const becomes = async (basis: string) => {
      await api.sql('UPDATE award SET basis = $2 FROM credential WHERE credential.id = $1 AND award.id = award_id', [
        other,
        basis,
      ]);
      await api.sql('SELECT rebuild_team_counts()');
      return (await show(as.hana, id)).keeping?.losses;
    };
    expect((await becomes('STACK'))?.slice(0, 2)).toMatchObject([
      { area: 'STANDING', examples: [{ name: 'Welding: Working → none' }] },
      { area: 'NAMED', touched: 'One badge that names such a skill', examples: [{ name: 'Welds seams' }] },
    ]);
    // What is verified twice is lost by neither.
    expect(await becomes('DECISION')).toMatchObject([
      {
        ...{
          area: 'STAYS',
          touched: 'One level that it verifies',
          happens: 'Stays: something else verifies it as well.',
        },
        examples: [{ name: 'Welding: Working, by “Welds seams”' }],
      },
      { area: 'LINKS' },
    ]);
    // What is recognised from elsewhere at a lower level is what is left.
    await becomes('STACK');
    const elsewhere = { personId: ids.bo ?? '', skillId: skill.id, ordinal: 1, from: new Date(), lastDay: null };
    const { id: brought } = await addRecognised(api, elsewhere, ids.hana ?? '');
    expect((await show(as.hana, id)).keeping?.losses[0]?.examples).toMatchObject([
      {
        name: expect.stringMatching(
          /^Welding: Working → .+, by “Valve maintenance”, recognised from Guild of Fitters$/,
        ),
      },
    ]);
    await api.sql('DELETE FROM external_credential WHERE id = $1', [brought]);
    await becomes('DECISION');
  });

  it('suspends a badge, which counts no longer, and takes it up again', async () => {
    const id = await hold();
    expect(await verified('noor')).toEqual(['Welding CURRENT']);
    expect(await change(as.hana, id, 'SUSPEND', 'UNDER_REVIEW')).toMatchObject({ state: 'DECIDED' });
    const suspended = await until(id, 'SUSPENDED');
    expect(suspended).toMatchObject({ statusCause: 'UNDER_REVIEW', keeping: { acts: ['REINSTATE', 'REVOKE'] } });
    expect(await verified('noor')).toEqual([]);
    expect(await isListed(suspended.document)).toBe(false);
    await told(as.noor, 'BADGE_CHANGED', 'is suspended: Welds seams');
    const seen = await show(as.noor, id);
    expect(seen.statusChanges).toMatchObject([{ kind: 'SUSPEND', reason: 'We look into it.', askedBy: null }]);
    expect(seen.keeping).toBeNull();

    await change(as.ola, id, 'REINSTATE', 'CLEARED', 'Nothing was wrong.');
    await until(id, 'ACTIVE');
    expect(await verified('noor')).toEqual(['Welding CURRENT']);
    await api.sql(`UPDATE credential SET status = 'REVOKED' WHERE id = $1`, [id]);
  });

  it('withdraws a badge for good: in the list, and never deleted', async () => {
    const id = await hold();
    const before = await show(as.hana, id);
    await change(as.hana, id, 'REVOKE', 'ISSUED_IN_ERROR', 'It was meant for somebody else.');
    const after = await until(id, 'REVOKED');
    expect(after).toMatchObject({
      document: before.document,
      award: { state: 'ISSUED' },
      keeping: { acts: [], losses: [] },
    });
    expect(await isListed(after.document)).toBe(true);
    expect(await change(as.hana, id, 'REINSTATE', 'CLEARED')).toMatchObject({
      __typename: 'NotAllowed',
      message: 'It was withdrawn, and that is final.',
    });
    const [note] = await told(as.noor, 'BADGE_CHANGED', 'was withdrawn');
    expect(note).toMatchObject({ body: 'It was meant for somebody else.', path: `/growth/badges/${id}` });
  });

  it('withdraws for malpractice only when a second person confirms it, and tells nobody before', async () => {
    const id = await hold();
    const asked = await change(as.hana, id, 'REVOKE', 'MALPRACTICE', 'Somebody else did the work.');
    expect(asked).toMatchObject({ __typename: 'CredentialChange', state: 'PROPOSED' });
    expect((await show(as.noor, id)).statusChanges).toEqual([]);
    expect((await show(as.ola, id)).keeping?.acts).toEqual([]);
    await told(as.ola, 'BADGE_CHANGE_PROPOSED', 'Welds seams');
    expect(await change(as.ola, id, 'SUSPEND', 'UNDER_REVIEW')).toMatchObject({ __typename: 'NotAllowed' });
    expect(await decide(as.hana, asked.id, true)).toMatchObject({
      __typename: 'NotAllowed',
      message: 'You proposed it. Somebody else who keeps credentials confirms it.',
    });
    expect(await decide(as.bo, asked.id, true).catch((error: Error) => error.message)).toContain(
      'Your roles do not include this.',
    );
    expect((await show(as.hana, id)).status).toBe('ACTIVE');
    expect(await decide(as.ola, asked.id, true)).toMatchObject({ state: 'DECIDED' });
    expect(await until(id, 'REVOKED')).toMatchObject({ statusCause: 'MALPRACTICE' });
    expect(await decide(as.ola, asked.id, false)).toMatchObject({ message: 'This was decided already.' });
  });

  it('goes on as it was when the second person declines', async () => {
    const id = await hold('bo');
    const asked = await change(as.hana, id, 'REVOKE', 'MALPRACTICE');
    expect(await decide(as.ola, asked.id, false)).toMatchObject({ state: 'DECLINED' });
    expect((await show(as.hana, id)).keeping?.acts).toEqual(['SUSPEND', 'REVOKE', 'CORRECT']);
  });

  it('corrects a name by a next edition; links lead to it, and the former one reads as withdrawn', async () => {
    const id = await hold();
    const share = await as.noor.query<{ shareCredential: { url: string } }>(
      'mutation($id: ID!) { shareCredential(credentialId: $id) { ... on ShareGrant { url } } }',
      { id },
    );
    await api.sql(`UPDATE person SET display_name = 'Noor Adeyemi-Vos' WHERE id = $1`, [ids.noor]);
    const asked = await correct(as.hana, id, { nameFromDirectory: true, endless: true });
    expect(asked.corrections).toMatchObject([
      { field: 'HOLDER_NAME', was: 'noor', becomes: 'Noor Adeyemi-Vos' },
      { field: 'VALID_UNTIL', becomes: null },
    ]);
    const old = await until(id, 'REVOKED');
    expect(old).toMatchObject({ statusCause: 'CORRECTED', edition: 1 });
    const next = await show(as.noor, old.supersededBy ?? '');
    expect(next).toMatchObject({ edition: 2, status: 'ACTIVE', validUntil: null });
    expect(next.document).toContain('Noor Adeyemi-Vos');
    expect(await Promise.all([isListed(old.document), isListed(next.document)])).toEqual([true, false]);
    const opened = await api.stranger.fetch(`${new URL(share.shareCredential.url).pathname}.json`);
    expect(await opened.text()).toBe(next.document);
    const { myCredentials } = await as.noor.query<{ myCredentials: { id: string }[] }>('{ myCredentials { id } }');
    expect(myCredentials.map((each) => each.id)).toEqual(expect.not.arrayContaining([id]));
    expect(await verified('noor')).toEqual(['Welding CURRENT']);

    // A third edition keeps what the second put right.
    await correct(as.ola, next.id, { lastDay: '2030-01-31' });
    const third = await show(as.noor, (await until(next.id, 'REVOKED')).supersededBy ?? '');
    expect(third).toMatchObject({ edition: 3, validUntil: '2030-01-31T23:59:59.000Z' });
    expect(third.document).toContain('Noor Adeyemi-Vos');
    expect(third.statusChanges.map(({ kind }) => kind)).toEqual(['CORRECT', 'CORRECT']);
  });

  it.each([
    [{ reason: ' ' }, 'reason'],
    [{ reason: 'x'.repeat(1_001) }, 'reason'],
    [{ cause: 'CLEARED' }, 'cause'],
  ])('refuses %j and changes nothing', async (input, field) => {
    const id = await hold('bo');
    const { done } = await as.hana.query<{ done: Done }>(CHANGE, {
      input: { credentialId: id, kind: 'REVOKE', cause: 'ISSUED_IN_ERROR', reason: 'Wrong.', ...input },
    });
    expect([done.__typename, done.problems.map((problem) => problem.field)]).toEqual(['InvalidInput', [field]]);
    expect((await show(as.hana, id)).statusChanges).toEqual([]);
  });

  it('refuses a correction that changes nothing or cannot be', async () => {
    const id = await hold('bo');
    expect((await correct(as.hana, id, { nameFromDirectory: true })).__typename).toBe('InvalidInput');
    expect((await correct(as.hana, id, { lastDay: '2001-01-01' })).problems).toEqual([{ field: 'lastDay' }]);
    expect((await correct(as.hana, newId(), { endless: true })).__typename).toBe('NotFound');
  });

  it('does one of two things that two people ask for at once', async () => {
    const id = await hold('bo');
    const answers = await Promise.all([
      change(as.hana, id, 'REVOKE', 'ISSUED_IN_ERROR'),
      change(as.ola, id, 'SUSPEND', 'UNDER_REVIEW'),
      change(as.hana, id, 'SUSPEND', 'UNDER_REVIEW'),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'CredentialChange',
      'NotAllowed',
      'NotAllowed',
    ]);
  });

  it('lets nobody keep their own, and nobody else keep any', async () => {
    const own = await hold('hana');
    expect((await show(as.hana, own)).keeping).toBeNull();
    expect((await change(as.hana, own, 'SUSPEND', 'UNDER_REVIEW')).__typename).toBe('NotFound');
    const { errors } = await as.boss.ask(CHANGE, {
      input: { credentialId: own, kind: 'REVOKE', cause: 'HOLDER_ASKED', reason: 'x' },
    });
    expect(errors?.[0]?.message).toBeDefined();
    const write = `INSERT INTO credential_change (id, credential_id, person_id, kind, cause, reason, state, asked_by, asked_at, decided_by, decided_at)
      VALUES ('${newId()}', '${own}', '${ids.hana}', 'REVOKE', 'HOLDER_ASKED', 'x', 'DECIDED', '${ids.hana}', now(), '${ids.hana}', now())`;
    expect(await refusalOfSql(api, 'app_api', write, ids.hana)).toContain('row-level security');
    expect(await refusalOfSql(api, 'app_api', 'DELETE FROM credential_change', ids.hana)).toContain(
      'permission denied',
    );
  });

  it('lists what was issued, by name and by how it stands', async () => {
    const find = async (by: TestClient, search: string | null, standing: string | null) => {
      const { issuedCredentials } = await by.query<{
        issuedCredentials: {
          totalCount: number;
          edges: { node: { status: string; person: { displayName: string } } }[];
        };
      }>(
        `query($search: String, $standing: CredentialStanding) { issuedCredentials(search: $search, standing: $standing) {
          totalCount edges { node { status person { displayName } } } } }`,
        { search, standing },
      );
      return issuedCredentials;
    };
    const all = await find(as.hana, null, null);
    const revoked = await find(as.hana, null, 'REVOKED');
    expect(all.totalCount).toBeGreaterThan(revoked.totalCount);
    expect(new Set(revoked.edges.map(({ node }) => node.status))).toEqual(new Set(['REVOKED']));
    const byName = await find(as.hana, 'adeyemi-v', null);
    expect(new Set(byName.edges.map(({ node }) => node.person.displayName))).toEqual(new Set(['Noor Adeyemi-Vos']));
    expect((await find(as.hana, 'nobody of that name', null)).totalCount).toBe(0);
  });

  it('are checked for a system with a key, whose name their holder sees beside a count', async () => {
    const id = await hold();
    const make = `mutation($name: String!, $scope: VerificationKeyScope!, $days: Int!) { done: makeVerificationKey(name: $name, scope: $scope, days: $days) {
      __typename ... on NewVerificationKey { secret key { id prefix scope } } ... on InvalidInput { problems { field } } } }`;
    type Made = { done: { __typename: string; secret: string; key: { id: string; prefix: string } } };
    const wish = { name: 'Hiring Hall', scope: 'OWN', days: 30 };
    const { done } = await as.adam.query<Made>(make, wish);
    expect(done.secret.startsWith(done.key.prefix)).toBe(true);
    expect((await as.adam.query<Made>(make, wish)).done).toMatchObject({ problems: [{ field: 'name' }] });
    expect((await as.adam.query<Made>(make, { ...wish, name: ' ', days: 5 })).done.__typename).toBe('InvalidInput');
    expect((await as.adam.query<Made>(make, { ...wish, name: 'Other', days: 9_999 })).done.__typename).toBe(
      'InvalidInput',
    );
    const { done: anybody } = await as.adam.query<Made>(make, { ...wish, name: 'Clearing House', scope: 'ANY' });
    const { share } = await as.noor.query<{ share: { id: string; url: string } }>(
      `mutation($id: ID!) { share: shareCredential(credentialId: $id) { ... on ShareGrant { id url } } }`,
      { id },
    );
    const verify = async (secret: string, body: object) => {
      const answer = await fetch(`${api.url}/api/verify`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify(body),
      });
      return { status: answer.status, told: (await answer.json()) as Record<string, unknown> };
    };
    const { status, told } = await verify(done.secret, { address: share.url });
    expect([status, told.verdict]).toEqual([200, 'genuine-and-current']);
    expect((told.checks as object[]).length).toBeGreaterThan(5);
    expect((told.quality as { fields: object[] }).fields).toHaveLength(26);

    await api.app.get(UseCounter).flush();
    const { credential } = await as.noor.query<{ credential: { document: string; shareGrants: { days: object[] }[] } }>(
      `query($id: ID!) { credential(id: $id) { document shareGrants { days { kind byName times } } } }`,
      { id },
    );
    expect(credential.shareGrants[0]?.days).toEqual([{ kind: 'VERIFICATION', byName: 'Hiring Hall', times: 1 }]);
    const document = JSON.parse(credential.document) as Record<string, unknown>;
    // A key for links opens nothing else; one for any badge checks the badge itself, whoever issued it.
    expect(await verify(done.secret, { badge: document })).toMatchObject({
      status: 422,
      told: { code: 'NOT_CHECKED' },
    });
    expect((await verify(anybody.secret, { badge: document })).told.verdict).toBe('genuine-and-current');
    const changed = await verify(anybody.secret, { badge: { ...document, name: 'Better' } });
    expect([changed.told.verdict, changed.told.credential, changed.told.quality]).toEqual([
      'broken',
      undefined,
      undefined,
    ]);
    expect(await verify(anybody.secret, { address: 'https://127.0.0.1/badge' })).toMatchObject({ status: 422 });
    for (const body of [{}, { badge: {}, address: 'x' }, { address: 7 }, { address: `${share.url}x` }])
      expect((await verify(done.secret, body)).status).toBe(422);

    await as.noor.query(`mutation($id: ID!) { endShare(id: $id) { __typename } }`, { id: share.id });
    expect((await verify(done.secret, { address: share.url })).status).toBe(422);
    await as.adam.query(`mutation($id: ID!) { revokeVerificationKey(id: $id) { __typename } }`, { id: done.key.id });
    expect((await verify(done.secret, { address: share.url })).status).toBe(401);
    expect((await verify('assay_verify_of_nobody_at_all', { address: share.url })).status).toBe(401);
    const [kept] = await api.sql<{ digest: string }>(
      `SELECT encode(digest, 'hex') AS digest FROM verification_key LIMIT 1`,
    );
    expect(kept?.digest).toHaveLength(64);
  });

  it('signs many again whose names or words have changed, and passes over what changed meanwhile', async () => {
    const slings = await addAchievement(api, (await addSkill(api, 'Slings')).id, 'Rigs slings');
    for (const name of ['noor', 'bo', 'boss'])
      await api.asSystem((system) =>
        api.app.get(CredentialsService).award(system, {
          ...{ personId: ids[name] ?? '', achievementVersionId: slings.id, basis: 'DECISION', basisId: newId() },
          ...{ awardedOn: system.now, results: [], evidence: [], assessorCount: 1 },
        }),
      );
    const held = () =>
      api.sql<{
        id: string;
        personId: string;
        edition: number;
        version: string;
        document: string;
        supersededBy: string | null;
      }>(
        `SELECT it.id, it.person_id AS "personId", it.edition, it.achievement_version_id AS version, it.document, it.superseded_by AS "supersededBy"
         FROM credential it JOIN achievement_version v ON v.id = it.achievement_version_id WHERE v.achievement_id = $1`,
        [slings.achievementId],
      );
    const first = await eventually(held, (rows) => rows.length === 3);
    type Row = {
      credential: { id: string; person: { id: string } };
      corrections: { field: string; becomes: string }[];
    };
    const otherwise = async (by = as.hana) =>
      (
        await by.query<{ rows: Row[] }>(
          `query($id: ID!) { rows: reissuable(achievementId: $id) { credential { id person { id } } corrections { field was becomes } } }`,
          { id: slings.achievementId },
        )
      ).rows;
    expect(await otherwise()).toEqual([]);

    await api.sql(`UPDATE person SET display_name = 'Noor Newname' WHERE id = $1`, [ids.noor]);
    await api.sql(`UPDATE achievement_version SET state = 'SUPERSEDED' WHERE id = $1`, [slings.id]);
    const better = newId();
    await api.sql(
      `INSERT INTO achievement_version SELECT (jsonb_populate_record(NULL::achievement_version, to_jsonb(it) || $2::jsonb)).*
       FROM achievement_version it WHERE id = $1`,
      [
        slings.id,
        JSON.stringify({
          ...{ id: better, number: 2, state: 'PUBLISHED', name: 'Rigs slings and chains' },
          changes: [{ key: 'name', kind: 'EDITORIAL', reason: 'Said better' }],
        }),
      ],
    );
    const rows = await otherwise();
    expect(rows.map(({ corrections }) => corrections.map(({ field }) => field).join()).toSorted()).toEqual([
      'BADGE_NAME',
      'BADGE_NAME',
      'HOLDER_NAME,BADGE_NAME',
    ]);
    const begin = async (credentialIds: string[], reason = 'The badge is called otherwise now.') =>
      (
        await as.hana.query<{ it: { __typename: string; id: string } }>(
          `mutation($input: BeginBulkCorrectionInput!) { it: beginBulkCorrection(input: $input) { __typename ... on BulkCorrection { id } } }`,
          { input: { credentialIds, reason } },
        )
      ).it;
    const all = rows.map(({ credential }) => credential.id);
    expect((await begin(all, ' ')).__typename).toBe('InvalidInput');
    expect((await begin([...all, newId()])).__typename).toBe('InvalidInput');
    const run = await begin(all);
    const shown = await eventually(
      async () =>
        (
          await as.hana.query<{ it: { state: string; corrected: number; passedOver: number; failures: object[] } }>(
            'query($id: ID!) { it: bulkCorrection(id: $id) { state total done corrected passedOver failures { credential { id } reason } } }',
            { id: run.id },
          )
        ).it,
      ({ state }) => state === 'DONE',
    );
    expect(shown).toEqual({ state: 'DONE', total: 3, done: 3, corrected: 3, passedOver: 0, failures: [] });
    const after = await held();
    expect(after.filter(({ edition }) => edition === 2).map(({ version }) => version)).toEqual([
      better,
      better,
      better,
    ]);
    const old = first.find(({ personId }) => personId === ids.noor);
    const next = after.find(({ id }) => id === after.find((each) => each.id === old?.id)?.supersededBy);
    expect(JSON.parse(next?.document ?? '')).toMatchObject({
      credentialSubject: {
        identifier: [{ identityHash: 'Noor Newname' }],
        achievement: { name: 'Rigs slings and chains' },
      },
    });
    expect(await isListed(old?.document ?? '')).toBe(true);
    expect(await isListed(next?.document ?? '')).toBe(false);
    expect(await otherwise()).toEqual([]);
    expect((await begin(all)).__typename).toBe('InvalidInput');
    await told(as.noor, 'BADGE_CHANGED', 'was corrected');
    await api.sql(`UPDATE person SET display_name = 'noor' WHERE id = $1`, [ids.noor]);
  });

  describe('giving a badge to many by a list', () => {
    const PEOPLE = 500;
    let achievementId: string;

    beforeAll(async () => {
      const draft = await addAchievement(api, (await addSkill(api, 'Knows the site')).id, 'Site induction', 'DRAFT');
      ({ achievementId } = draft);
      await api.sql(`UPDATE achievement_version SET route = 'COMPLETION' WHERE id = $1`, [draft.id]);
      await api.sql(`UPDATE achievement_version SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [
        draft.id,
      ]);
      await api.sql(
        `INSERT INTO person (id, display_name, email, person_number, created_at)
         SELECT gen_random_uuid(), 'Visitor ' || n, 'visitor' || n || '@example.org', 'V' || n, now() FROM generate_series(1, $1::int) n`,
        [PEOPLE],
      );
    });

    interface List {
      __typename: string;
      id: string;
      fileId: string;
      state: string;
      problem: string | null;
      message: string;
      counts: { rows: number; create: number; held: number; errors: number };
      rows: { row: number; outcome: string; label: string; problems: { field: string; message: string }[] }[];
      standing: { waiting: number; issued: number; quarantined: number; withdrawn: number };
      losses: { area: string; touched: string }[];
      awards: { totalCount: number };
      viewerCan: string[];
    }
    const LIST = `__typename ... on Refusal { message } ... on BulkIssue { id fileId state problem counts { rows create held errors }
      rows { row outcome label problems { field message } } standing { waiting issued quarantined withdrawn }
      losses { area touched } awards(first: 1) { totalCount } viewerCan }`;
    const listOf = (people: string[], day = '2026-03-02') =>
      Buffer.from(['Recipient,Issued on', ...people.map((mail) => `${mail},${day}`)].join('\r\n'));
    const visitors = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, nth) => `visitor${from + nth}@example.org`);
    const preview = async (by: TestClient, file: Buffer, more = {}): Promise<List> => {
      const input = { fileId: await uploadFor('import', by, 'given.csv', file), achievementId, ...more };
      return (
        await by.query<{ it: List }>(
          `mutation($input: PreviewBulkIssueInput!) { it: previewBulkIssue(input: $input) { ${LIST} } }`,
          {
            input,
          },
        )
      ).it;
    };
    const act = async (by: TestClient, what: string, id: string): Promise<List> =>
      (await by.query<{ it: List }>(`mutation($id: ID!) { it: ${what} { ${LIST} } }`, { id })).it;
    const shown = (id: string, ready: (it: List) => boolean) =>
      eventually(
        async () =>
          (
            await as.hana.query<{ it: List }>(
              `query($id: ID!) { it: bulkIssue(id: $id) { ${LIST.replace('... on Refusal { message }', '')} } }`,
              { id },
            )
          ).it,
        ready,
        60_000,
      );
    const awarded = async () =>
      (await api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM award WHERE basis = 'BULK'`))[0]?.n;

    it('says of three bad rows of 500 which column is wrong, and gives nobody anything', async () => {
      const people = [
        ...visitors(1, PEOPLE - 3),
        'nobody@example.org',
        'visitor7@example.org',
        'visitor499@example.org',
      ];
      const file = Buffer.from(
        listOf(people).toString().replace('visitor499@example.org,2026-03-02', 'visitor499@example.org,soon'),
      );
      const list = await preview(as.hana, file);
      expect(list).toMatchObject({ state: 'PREVIEWED', counts: { rows: 500, create: 497, held: 0, errors: 3 } });
      expect(
        list.rows
          .slice(0, 3)
          .map(({ row, problems }) => [row, ...problems.map(({ field, message }) => `${field}: ${message}`)]),
      ).toEqual([
        [499, 'Recipient: There is nobody with the mail address “nobody@example.org”.'],
        [500, ': The same person and badge stand in row 8 already.'],
        [501, expect.stringContaining('Issued on: “soon” is not a day as it is read here.')],
      ]);
      expect(list.viewerCan).not.toContain('apply');
      expect(await act(as.hana, 'applyBulkIssue(id: $id)', list.id)).toMatchObject({
        ...{ __typename: 'InvalidInput', message: expect.stringContaining('3 rows have something wrong') },
      });
      expect(await awarded()).toBe(0);
    });

    it('gives all of a list at once, in signed badges that verify no level, and a second time nothing', async () => {
      const list = await preview(as.hana, listOf(visitors(1, 40)));
      expect(list).toMatchObject({
        counts: { rows: 40, create: 40, held: 0, errors: 0 },
        viewerCan: ['read', 'apply'],
      });
      await act(as.hana, 'applyBulkIssue(id: $id)', list.id);
      const given = await shown(list.id, ({ standing }) => standing.issued === 40);
      expect(given).toMatchObject({
        state: 'AWARDED',
        rows: [],
        awards: { totalCount: 40 },
        viewerCan: ['read', 'undo'],
      });
      const [one] = await api.sql<{ document: string; personId: string }>(
        `SELECT document, award.person_id AS "personId" FROM credential JOIN award ON award.id = award_id WHERE bulk_issue_id = $1 LIMIT 1`,
        [list.id],
      );
      expect(JSON.parse(one?.document ?? '')).toMatchObject({
        validFrom: '2026-03-02T00:00:00Z',
        credentialSubject: { narrative: expect.stringContaining('Awarded without an assessment') },
      });
      const { person } = await as.hana.query<{ person: { standings: object[] } }>(
        'query($id: ID!) { person(id: $id) { standings { state } } }',
        { id: one?.personId },
      );
      expect(person.standings).toEqual([]);
      const again = await preview(as.hana, listOf(visitors(1, 41)));
      expect(again.counts).toEqual({ rows: 41, create: 1, held: 40, errors: 0 });
    });

    it('gives nothing when somebody else was quicker, and shows what has changed', async () => {
      const [first, second] = [
        await preview(as.hana, listOf(visitors(310, 312))),
        await preview(as.ola, listOf(visitors(312, 314))),
      ];
      await act(as.hana, 'applyBulkIssue(id: $id)', first.id);
      await shown(first.id, ({ standing }) => standing.issued === 3);
      await act(as.ola, 'applyBulkIssue(id: $id)', second.id);
      const refused = await shown(second.id, ({ state }) => state !== 'AWARDING');
      expect(refused).toMatchObject({ state: 'PREVIEWED', counts: { create: 2, held: 1 }, awards: { totalCount: 0 } });
      expect(refused.problem).toContain('Nothing was given');
    });

    it('takes a list back as a whole, once, and says before who loses what', async () => {
      const list = await preview(as.hana, listOf(visitors(320, 329)));
      await act(as.hana, 'applyBulkIssue(id: $id)', list.id);
      // Each figure of an answer is as of its own moment, and the last badge may be signed between two of them.
      const signed = ({ standing, losses }: List) => standing.issued === 10 && losses[0]?.area === 'BADGE';
      const given = await shown(list.id, signed);
      expect(given.losses).toMatchObject([{ area: 'BADGE', touched: '10 badges of 10 people' }]);
      expect(await act(as.hana, 'undoBulkIssue(id: $id, reason: " ")', list.id)).toMatchObject({
        __typename: 'InvalidInput',
      });
      await act(as.hana, 'undoBulkIssue(id: $id, reason: "It was the wrong list.")', list.id);
      const undone = await shown(list.id, ({ state }) => state === 'UNDONE');
      expect(undone).toMatchObject({ standing: { issued: 0, withdrawn: 10 }, losses: [], viewerCan: ['read'] });
      const documents = await api.sql<{ document: string }>(
        'SELECT document FROM credential JOIN award ON award.id = award_id WHERE bulk_issue_id = $1',
        [list.id],
      );
      for (const { document } of documents) expect(await isListed(document)).toBe(true);
      const reasons = await api.sql(
        'SELECT DISTINCT change.kind, change.reason FROM credential_change change JOIN credential ON credential.id = credential_id JOIN award ON award.id = award_id WHERE bulk_issue_id = $1',
        [list.id],
      );
      expect(reasons).toEqual([{ kind: 'REVOKE', reason: 'It was the wrong list.' }]);
      expect(await act(as.hana, 'undoBulkIssue(id: $id, reason: "Again")', list.id)).toMatchObject({
        __typename: 'NotAllowed',
      });
      // Whoever lost it can be given it again.
      expect((await preview(as.hana, listOf(visitors(320, 320)))).counts.create).toBe(1);
    });

    it('gives no list of what is assessed, none to whoever gives, and none for those who keep no badges', async () => {
      const named = (badge: string, mail: string) => Buffer.from(`Badge,Email\n${badge},${mail}`);
      const assessed = await preview(as.hana, named('Welds seams', 'visitor400@example.org'), { achievementId: null });
      expect(assessed.rows[0]?.problems[0]).toMatchObject({
        field: 'Badge',
        message: expect.stringContaining('earned by assessment'),
      });
      await api.sql(`UPDATE person SET email = 'hana@example.org' WHERE id = $1`, [ids.hana]);
      const own = await preview(as.hana, named('Site induction', 'hana@example.org'), { achievementId: null });
      expect(own.rows[0]?.problems[0]?.message).toContain('nobody gives their own');
      const { errors } = await as.noor.ask(
        `mutation { previewBulkIssue(input: { fileId: "${ids.noor}" }) { __typename } }`,
      );
      expect(errors).toHaveLength(1);
    });
  });

  interface Endorsed {
    __typename: string;
    id: string;
    state: string;
    message: string;
    problems: { field: string }[];
    document: string | null;
    shown: boolean;
    viewerCan: string[];
  }
  const ENDORSED = `__typename ... on Refusal { message } ... on InvalidInput { problems { field } }`;
  const endorse = async (by: TestClient, name: string, args: string, variables: object) => {
    const type = /Request|ByLink/.test(name)
      ? '... on EndorsementRequest { state }'
      : '... on Endorsement { id state document shown viewerCan }';
    const declared = [...new Set(args.match(/\$\w+/g) ?? [])].map(
      (word) =>
        `${word}: ${({ $input: name === 'askEndorsement' ? 'AskEndorsementInput!' : 'EndorsementAnswerInput!', $shown: 'Boolean!', $id: 'ID!' } as Record<string, string>)[word] ?? 'String!'}`,
    );
    return (
      await by.query<{ done: Endorsed }>(
        `mutation(${declared.join(', ')}) { done: ${name}(${args}) { ${ENDORSED} ${type} } }`,
        variables,
      )
    ).done;
  };
  const askFor = (by: TestClient, credentialId: string, more: object) =>
    endorse(by, 'askEndorsement', 'input: $input', { input: { credentialId, message: 'Would you?', ...more } });
  const endorsementsOf = async (by: TestClient, id: string) =>
    (
      await by.query<{ credential: { endorsements: Endorsed[] } | null }>(
        'query($id: ID!) { credential(id: $id) { endorsements { id state document shown viewerCan } } }',
        { id },
      )
    ).credential?.endorsements;
  const shareOf = async (id: string) => {
    const made = await as.noor.query<{ shareCredential: { url: string } }>(
      'mutation($id: ID!) { shareCredential(credentialId: $id) { ... on ShareGrant { url } } }',
      { id },
    );
    return new URL(made.shareCredential.url).pathname;
  };

  it('is endorsed by a colleague in words, signed as a credential of its own, shown beside the proof, and withdrawn', async () => {
    const id = await hold();
    const page = await shareOf(id);
    const asked = await askFor(as.noor, id, { colleagueId: ids.bo });
    expect(asked.state).toBe('ASKED');
    expect((await askFor(as.noor, id, { colleagueId: ids.bo })).message).toMatch(/asked already/);
    await told(as.bo, 'ENDORSEMENT_ASKED', 'asks you to endorse');

    const give = (words: string) =>
      endorse(as.bo, 'giveEndorsement', 'id: $id, input: $input', {
        id: asked.id,
        input: { gives: true, capacity: 'Same crew', words },
      });
    expect((await give(' ')).problems).toMatchObject([{ field: 'words' }]);
    expect((await give('The seam held <b>all winter</b>.')).state).toBe('GIVEN');
    expect((await give('Other words.')).message).toMatch(/answered already/);
    const [signed] = (await eventually(
      () => endorsementsOf(as.noor, id),
      (all) => Boolean(all?.[0]?.document),
    )) as Endorsed[];
    const document = JSON.parse(signed?.document ?? '{}') as { type: string[]; credentialSubject: object };
    expect(document).toMatchObject({
      type: ['VerifiableCredential', 'EndorsementCredential'],
      credentialSubject: { id: `urn:uuid:${id}`, endorsementComment: 'The seam held <b>all winter</b>.' },
      proof: { type: 'DataIntegrityProof' },
    });

    const html = await (await api.stranger.fetch(page)).text();
    expect(html).toContain('The seam held &lt;b&gt;all winter&lt;/b&gt;.');
    const served = await api.stranger.fetch(`${page}/endorsements/1.json`);
    expect(await served.text()).toBe(signed?.document);
    // Its holder keeps it from strangers, and shows it again.
    const show = (shown: boolean) =>
      endorse(as.noor, 'showEndorsement', 'id: $id, shown: $shown', { id: asked.id, shown });
    expect((await show(false)).shown).toBe(false);
    expect(await (await api.stranger.fetch(page)).text()).not.toContain('The seam held');
    expect((await api.stranger.fetch(`${page}/endorsements/1.json`)).status).toBe(404);
    await show(true);

    expect(await isListed(signed?.document ?? '')).toBe(false);
    const withdrawn = await endorse(as.bo, 'withdrawEndorsement', 'id: $id, reason: $reason', {
      id: asked.id,
      reason: '',
    });
    expect(withdrawn.state).toBe('WITHDRAWN');
    await eventually(() => isListed(signed?.document ?? ''), Boolean);
    expect(await (await api.stranger.fetch(page)).text()).not.toContain('The seam held');
    await told(as.noor, 'ENDORSEMENT_ANSWERED', 'was withdrawn');
  });

  it('is endorsed by somebody without an account, by a link that answers once; those who keep it withdraw with a reason', async () => {
    const id = await hold();
    const mail = { endorserName: 'Wil Client', endorserEmail: 'wil@client.example' };
    expect((await askFor(as.bo, id, mail)).__typename).toBe('NotFound');
    expect((await askFor(as.noor, id, { endorserName: '', endorserEmail: 'a@b.org, c@d.org' })).problems).toMatchObject(
      [{ field: 'endorserName' }, { field: 'endorserEmail' }],
    );
    const asked = await askFor(as.hana, id, mail);
    expect(asked.state).toBe('ASKED');
    const [letter] = await api.sql<{ body: string }>(
      `SELECT body_text AS body FROM mail_letter JOIN mail ON mail.id = mail_id WHERE to_address = 'wil@client.example'`,
    );
    const token = /\/e#([\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? '';
    const request = async (opened: string) =>
      (
        await api.stranger.query<{ endorsementRequest: object | null }>(
          'query($token: String!) { endorsementRequest(token: $token) { holderName achievementName endorserName state words } }',
          { token: opened },
        )
      ).endorsementRequest;
    expect(await request(token)).toMatchObject({
      achievementName: 'Welds seams',
      endorserName: 'Wil Client',
      state: 'ASKED',
    });
    expect(await request(`${token.slice(1)}x`)).toBeNull();
    const answer = (by: TestClient, gives = true) =>
      endorse(by, 'answerEndorsementRequest', 'token: $token, input: $input', {
        token,
        input: { gives, capacity: 'Client', words: 'Ran the same night.' },
      });
    expect((await answer(as.noor)).message).toMatch(/Nobody endorses what they hold/);
    const both = await Promise.all([answer(api.stranger), answer(api.stranger)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['EndorsementRequest', 'NotAllowed']);
    expect((await endorsementsOf(as.boss, id)) ?? []).toEqual([]);

    const withdraw = (by: TestClient, reason: string) =>
      endorse(by, 'withdrawEndorsement', 'id: $id, reason: $reason', { id: asked.id, reason });
    expect((await withdraw(as.noor, 'I changed my mind')).message).toMatch(/Whoever gave it/);
    expect((await withdraw(as.hana, ' ')).problems).toMatchObject([{ field: 'reason' }]);
    expect((await withdraw(as.hana, 'Nobody of this name works there.')).state).toBe('WITHDRAWN');
    const again = await endorse(api.stranger, 'withdrawEndorsementByLink', 'token: $token', { token });
    expect(again.message).toMatch(/nothing to withdraw/);
  });

  it('is not endorsed by its holder, nor by whoever assessed it', async () => {
    const id = await hold();
    for (const more of [
      { colleagueId: ids.noor },
      { endorserName: 'Me', endorserEmail: `noor.${ids.noor}@example.org` },
    ])
      expect((await askFor(as.noor, id, more)).message).toMatch(/somebody else has to say it/);
    const { award_id: award } = (
      await api.sql<{ award_id: string }>('SELECT award_id FROM credential WHERE id = $1', [id])
    )[0] ?? { award_id: '' };
    await judgedBy(award, ids.boss ?? '');
    expect((await askFor(as.noor, id, { colleagueId: ids.boss })).message).toMatch(/assessed it/);
    expect((await askFor(as.noor, id, { colleagueId: ids.bo })).state).toBe('ASKED');
  });

  /** A decision behind an award, with one mark of this assessor. */
  async function judgedBy(awardId: string, assessor: string): Promise<void> {
    const [submission, slot] = [newId(), newId()];
    await api.sql(
      `INSERT INTO marking_slot (id, submission_id, snapshot_id, achievement_version_id, achievement_id, achievement_name, candidate_id,
         candidate_code, purpose, state, attempt_no, criteria_count, item_count, submitted_at, due_at, assessor_id)
       SELECT $1, $2, $3, id, achievement_id, name, $4, 'ABCD', 'FIRST', 'HANDED_IN', 1, 1, 1, now(), now(), $5
       FROM achievement_version WHERE id = $6`,
      [slot, submission, newId(), ids.noor, assessor, versionId],
    );
    await api.sql(
      `INSERT INTO mark (id, slot_id, assessor_id, revision, saved_at, handed_in_at, criteria, rules, seen_letters)
       VALUES ($1, $2, $3, 1, now(), now(), '[]', '{}', '[]')`,
      [newId(), slot, assessor],
    );
    await api.sql(
      `INSERT INTO decision (id, submission_id, sequence, cause, outcome, score, criteria, overall_comment, decided_at)
       SELECT basis_id, $2, 1, 'MARKING', 'PASS', 1, '[]', '', now() FROM award WHERE id = $1`,
      [awardId, submission],
    );
  }
});
