import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { run } from '../../verify/src/run.js';
import { CredentialsService } from '../src/features/credentials/credentials.service.js';
import { newId } from '../src/platform/database/id.js';
import { TypesettingService } from '../src/platform/typesetting/typesetting.service.js';
import { publishAnAchievement } from './support/an-achievement.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { pictureOfPdf, textOfPdf, unpackedPdf } from './support/pdf-content.js';
import { addPeople } from './support/programme.js';

const HELD = '{ myCredentials { id document certificateUrl badgeUrl } }';
const TEMPLATE = `number state revision paper landscape language showQr words { word text } signatures { name role } versions { number state }`;
const RESULT = `__typename ... on CertificateTemplate { ${TEMPLATE} } ... on InvalidInput { problems { field message } } ... on Refusal { message } ... on ChangedMeanwhile { currentRevision }`;
const SAVE = `mutation($revision: Int!, $input: CertificateTemplateInput!) { result: saveCertificateTemplate(expectedRevision: $revision, input: $input) { ${RESULT} } }`;
const USE = `mutation($revision: Int!) { result: putCertificateTemplateInUse(expectedRevision: $revision) { ${RESULT} } }`;
const PREVIEW = `query($input: CertificateTemplateInput!) { result: certificatePreview(input: $input) { svg problems } }`;
const SHARE = `mutation($id: ID!) { shareCredential(credentialId: $id) { ... on ShareGrant { url } } }`;

const INPUT = {
  paper: 'A4',
  landscape: false,
  language: 'en',
  words: [{ word: 'TITLE', text: 'Record of skill' }],
  showOutcomes: true,
  showBadge: true,
  showLogo: true,
  showQr: true,
  signatures: [{ name: 'Inês Carvalho', role: 'Head of learning' }],
};

interface Held {
  id: string;
  document: string;
  certificateUrl: string | null;
  badgeUrl: string;
}
interface Result {
  __typename: string;
  revision: number;
  number: number;
  problems: { field: string; message: string }[] & string[];
  svg: string | null;
}

describe('printing a certificate', () => {
  let api: TestApi;
  let holder: TestClient;
  let colleague: TestClient;
  let designer: TestClient;
  let held: Held;
  let holderId: string;
  let versionId: string;

  const ask = async (document: string, variables: object): Promise<Result> =>
    (await designer.query<{ result: Result }>(document, variables)).result;
  const award = (personId: string, route?: 'PRIOR_LEARNING') =>
    api.asSystem((system) =>
      api.app.get(CredentialsService).award(system, {
        personId,
        achievementVersionId: versionId,
        basis: 'DECISION',
        basisId: newId(),
        awardedOn: system.now,
        results: [{ criterionId: 'contract', levelId: 'contract-3' }],
        evidence: [],
        assessorCount: 1,
        ...(route && { route }),
      }),
    );
  const heldBy = (client: TestClient) =>
    eventually(
      async () => (await client.query<{ myCredentials: Held[] }>(HELD)).myCredentials[0] as Held,
      (credential) => credential !== undefined,
    );
  const pdfOf = async (client: TestClient, credential: Held): Promise<Buffer> => {
    const answer = await client.fetch(`/badges/${credential.id}/certificate.pdf`);
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer());
  };

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await api.asSystem(async (system) => {
      ({ personId: holderId, versionId } = await publishAnAchievement(system, 'Connecting <systems> #1 *safely*'));
    });
    const people = await addPeople(api, { dana: ['HR_DESIGNER'], eve: [] });
    [holder, colleague, designer] = await Promise.all([api.as(holderId), api.as(people.eve), api.as(people.dana)]);
    await award(holderId);
    held = await heldBy(holder);
  }, 60_000);
  afterAll(() => api.close());

  it('is a tagged PDF/A-3 whose words can be read aloud and copied', async () => {
    expect(held.certificateUrl).toBe(`/badges/${held.id}/certificate.pdf`);
    const pdf = await pdfOf(holder, held);
    const { objects } = unpackedPdf(pdf);
    for (const part of [
      '/StructTreeRoot',
      '/MarkInfo',
      '/Lang',
      '/H1',
      '/H2',
      '/Figure',
      '/Alt',
      'pdfaid:part',
      '/AFRelationship',
    ])
      expect(objects).toContain(part);
    expect(objects).toMatch(/<pdfaid:part>3<\/pdfaid:part>[\s\S]*<pdfaid:conformance>A</);
    expect(objects).toMatch(/<dc:title>[\s\S]*Certificate of achievement/);
    const text = await textOfPdf(pdf);
    for (const words of [
      'Certificate of achievement',
      'Noor Adeyemi',
      'Connecting <systems> #1 *safely*',
      'connect two systems',
      'Mill Lane Works',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('/p/');
  });

  it('says where prior learning was recognised, and only there', async () => {
    const { able } = await addPeople(api, { able: [] });
    await award(able, 'PRIOR_LEARNING');
    const client = await api.as(able);
    const words = 'By recognition of prior learning';
    expect(await textOfPdf(await pdfOf(client, await heldBy(client)))).toContain(words);
    expect(await textOfPdf(await pdfOf(holder, held))).not.toContain(words);
  });

  it('holds the very credential, which assay-verify finds genuine', async () => {
    const { streams } = unpackedPdf(await pdfOf(holder, held));
    const inside = streams.find((stream) => stream.equals(Buffer.from(held.document)));
    expect(inside).toBeDefined();
    const folder = mkdtempSync(join(tmpdir(), 'assay-certificate-'));
    const file = async (name: string, content: string | Promise<string>) => {
      writeFileSync(join(folder, name), await content);
      return join(folder, name);
    };
    const list = (JSON.parse(held.document) as { credentialStatus: { statusListCredential: string } }).credentialStatus;
    const said: string[] = [];
    const terminal = {
      readStandardInput: async () => Buffer.from(''),
      out: (text: string) => void said.push(text),
      err: (text: string) => void said.push(text),
    };
    const code = await run(
      [
        await file('credential.json', (inside ?? Buffer.alloc(0)).toString()),
        '--offline',
        '--issuer',
        await file('did.json', (await api.stranger.fetch('/.well-known/did.json')).text()),
        '--status',
        await file('status.json', (await api.stranger.fetch(new URL(list.statusListCredential).pathname)).text()),
      ],
      terminal,
      new Date(),
    );
    expect(said.join('')).toContain('The signature is intact');
    expect(code).toBe(0);
  });

  it('is its holder’s alone', async () => {
    for (const other of [colleague, designer])
      expect((await other.fetch(`/badges/${held.id}/certificate.pdf`)).status).toBe(404);
    expect((await api.stranger.fetch(`/badges/${held.id}/certificate.pdf`)).status).toBeGreaterThanOrEqual(400);
    expect((await holder.fetch(`/badges/${newId()}/certificate.pdf`)).status).toBe(404);
    expect((await holder.fetch('/badges/nonsense/certificate.pdf')).status).toBe(404);
  });

  it('is set once, and byte for byte the same afterwards', async () => {
    const set = jest.spyOn(api.app.get(TypesettingService), 'set');
    const [first, second] = [await pdfOf(holder, held), await pdfOf(holder, held)];
    expect(second.equals(first)).toBe(true);
    expect(set).not.toHaveBeenCalled();
    set.mockRestore();
  });

  it('shows the way to the proof page once its holder has made a link', async () => {
    const { shareCredential } = await holder.query<{ shareCredential: { url: string } }>(SHARE, { id: held.id });
    // Of random letters one in a few has a hyphen where the line is full.
    await api.sql(`UPDATE share_grant SET token = 'AAAAAAA-AAAAAAA-AAAAAA' WHERE token = $1`, [
      shareCredential.url.split('/').at(-1),
    ]);
    const text = await textOfPdf(await pdfOf(holder, held));
    expect(text.replace(/\s/g, '')).toContain('/p/AAAAAAA-AAAAAAA-AAAAAA');
  });

  it('is designed with what it would look like beside it, and what cannot be printed is said', async () => {
    const { svg, problems } = await ask(PREVIEW, { input: INPUT });
    expect(problems).toEqual([]);
    expect(svg).toMatch(/^<svg/);
    const hindi = { ...INPUT, words: [{ word: 'TITLE', text: 'प्रमाणपत्र' }] };
    expect((await ask(PREVIEW, { input: hindi })).problems[0]).toContain(
      'No font of the brand kit has these characters',
    );
    const wrong = {
      ...INPUT,
      language: 'english',
      words: [{ word: 'TITLE', text: ' ' }],
      signatures: [{ name: '', role: '' }],
    };
    const saved = await ask(SAVE, { revision: 0, input: wrong });
    expect(saved.problems.map(({ field }) => field)).toEqual(['language', 'words.TITLE', 'signatures.0.name']);
  });

  it('comes in the new form for new credentials; what was issued keeps its own', async () => {
    const before = await textOfPdf(await pdfOf(holder, held));
    expect(await ask(SAVE, { revision: 0, input: INPUT })).toMatchObject({ number: 1, revision: 1 });
    expect(await ask(SAVE, { revision: 0, input: INPUT })).toMatchObject({ currentRevision: 1 });
    expect(await ask(USE, { revision: 1 })).toMatchObject({ number: 1, state: 'IN_USE' });
    expect(await textOfPdf(await pdfOf(holder, held))).toBe(before);

    const [row] = await api.sql<{ id: string }>(
      `INSERT INTO person (id, display_name, email, created_at) VALUES ($1, 'فاطمة الزهراء', 'f@example.org', now()) RETURNING id`,
      [newId()],
    );
    const other = await api.as(row?.id ?? '');
    await award(row?.id ?? '');
    const pdf = await pdfOf(other, await heldBy(other));
    const text = await textOfPdf(pdf);
    expect(text).toContain('Record of skill');
    expect(text).toContain('Inês Carvalho');
    // Its holder's name has letters, whichever order a program copies them in.
    expect('فاطمة'.split('').every((letter) => text.normalize('NFKC').includes(letter))).toBe(true);
    // What is seen: ink where the name stands, right under the words before it.
    const { data, width, height } = await pictureOfPdf(pdf);
    const name = {
      left: Math.round(width * 0.3),
      top: Math.round(height * 0.17),
      width: Math.round(width * 0.4),
      height: Math.round(height * 0.06),
    };
    const area = await sharp(data, { raw: { width, height, channels: 4 } })
      .extract(name)
      .greyscale()
      .raw()
      .toBuffer();
    expect(area.filter((value) => value < 90).length).toBeGreaterThan(100);
  });

  it('says which letters of a name cannot be printed, instead of printing boxes', async () => {
    const [row] = await api.sql<{ id: string }>(
      `INSERT INTO person (id, display_name, email, created_at) VALUES ($1, 'प्रिया', 'p@example.org', now()) RETURNING id`,
      [newId()],
    );
    const other = await api.as(row?.id ?? '');
    await award(row?.id ?? '');
    const credential = await heldBy(other);
    const answer = await other.fetch(`/badges/${credential.id}/certificate.pdf`);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('No font of the brand kit has these characters');
  });
});
