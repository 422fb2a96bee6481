import { createHash, randomBytes } from 'node:crypto';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import * as tus from 'tus-js-client';
import { Config } from '../src/platform/config/config.js';
import { newId } from '../src/platform/database/id.js';
import { FilesService } from '../src/platform/storage/files.service.js';
import { SweepUploadsJob } from '../src/platform/storage/sweep-uploads.job.js';
import { Uploads } from '../src/platform/storage/uploads.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';

const A_DAY = 24 * 60 * 60 * 1_000;
// The smallest picture, and then enough to need several parts.
const PNG = Buffer.concat([
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
  randomBytes(200_000),
]);

describe('uploading files', () => {
  let api: TestApi;
  let ada: TestClient;
  let bo: TestClient;
  const people = { ada: newId(), bo: newId() };

  beforeAll(async () => {
    api = await startApi();
    await api.asSystem(async ({ tx, now }) => {
      for (const [name, id] of Object.entries(people))
        await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, $4)', [
          id,
          name,
          `${name}@example.org`,
          now,
        ]);
    });
    ada = await api.as(people.ada);
    bo = await api.as(people.bo);
  });
  afterAll(() => api.close());

  const folder = () => join(api.app.get(Config).dataDir, 'uploads');

  /** The client that the portal uses, as it comes from npm. */
  function upload(
    by: TestClient,
    content: Buffer,
    metadata: { filename: string; purpose?: string },
    options: Partial<tus.UploadOptions> = {},
  ): Promise<string> {
    return new Promise((resolve, reject) => {
      const going = new tus.Upload(content, {
        endpoint: `${api.url}/uploads`,
        headers: by.cookie ? { cookie: by.cookie } : {},
        metadata: { purpose: 'evidence', ...metadata },
        chunkSize: 64 * 1024,
        retryDelays: [],
        onError: (error) => reject(error),
        onSuccess: () => resolve(going.url?.split('/').at(-1) ?? ''),
        ...options,
      });
      going.start();
    });
  }

  const begin = (by: TestClient, filename: string, bytes: number, purpose = 'evidence') =>
    by.fetch('/uploads', {
      method: 'POST',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': String(bytes),
        'upload-metadata': `filename ${b64(filename)},purpose ${b64(purpose)}`,
      },
    });
  const at = (
    location: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
    by: TestClient = ada,
  ) =>
    by.fetch(new URL(location, api.url).pathname, { ...init, headers: { 'tus-resumable': '1.0.0', ...init.headers } });
  const add = (location: string, offset: number, part: Buffer, by: TestClient = ada) =>
    at(
      location,
      {
        method: 'PATCH',
        headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
        body: new Uint8Array(part),
      },
      by,
    );
  const rows = (id: string) =>
    api.sql<{ name: string; owner_id: string }>('SELECT * FROM stored_file WHERE id = $1', [id]);

  it('takes a picture in, in parts, and gives it back byte for byte as an attachment', async () => {
    const id = await upload(ada, PNG, { filename: 'Läuft, mostly.png' });
    expect(await rows(id)).toEqual([
      expect.objectContaining({
        owner_id: people.ada,
        name: 'Läuft, mostly.png',
        media_type: 'image/png',
        bytes: String(PNG.length),
        sha256: createHash('sha256').update(PNG).digest('hex'),
        taken_at: null,
      }),
    ]);
    const answer = await ada.fetch(`/files/${id}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    const part = await ada.fetch(`/files/${id}`, { headers: { range: 'bytes=1-3' } });
    expect([part.status, await part.text()]).toEqual([206, 'PNG']);
    expect(await readdir(folder())).toEqual([]);
  });

  it('goes on where a broken line left off', async () => {
    const created = await begin(ada, 'notes.txt', 10);
    const location = created.headers.get('location') ?? '';
    expect((await add(location, 0, Buffer.from('first'))).status).toBe(204);
    const asked = await at(location, { method: 'HEAD' });
    expect(asked.headers.get('upload-offset')).toBe('5');
    expect((await add(location, 3, Buffer.from('wrong place'))).status).toBe(409);
    expect((await add(location, 5, Buffer.from(' half'))).status).toBe(204);
    const id = location.split('/').at(-1) ?? '';
    expect(await (await ada.fetch(`/files/${id}`)).text()).toBe('first half');
  });

  it('goes on after the server was started again, also with the client of the portal', async () => {
    const created = await begin(ada, 'notes.txt', 10);
    const location = created.headers.get('location') ?? '';
    await add(location, 0, Buffer.from('first'));
    await api.restart();
    expect((await at(location, { method: 'HEAD' })).headers.get('upload-offset')).toBe('5');
    expect((await at(location, { method: 'HEAD' }, bo)).status).toBe(404);
    expect((await add(location, 5, Buffer.from(' half'))).status).toBe(204);
    expect(await (await ada.fetch(`/files/${location.split('/').at(-1)}`)).text()).toBe('first half');

    const restarts: Promise<void>[] = [];
    const id = await upload(
      ada,
      PNG,
      { filename: 'half way.png' },
      {
        retryDelays: Array(20).fill(250),
        onChunkComplete: () => {
          if (restarts.length === 0) restarts.push(api.restart());
        },
      },
    );
    await Promise.all(restarts);
    expect(restarts).toHaveLength(1);
    const answer = await ada.fetch(`/files/${id}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
  }, 60_000);

  it('lets go of an upload that its owner breaks off', async () => {
    const location = (await begin(ada, 'notes.txt', 10)).headers.get('location') ?? '';
    await add(location, 0, Buffer.from('first'));
    expect((await at(location, { method: 'DELETE' })).status).toBe(204);
    expect((await at(location, { method: 'HEAD' })).status).toBe(404);
    expect(await readdir(folder())).toEqual([]);
  });

  it('answers a foreign upload like one that is not there, whatever is asked', async () => {
    const location = (await begin(ada, 'notes.txt', 10)).headers.get('location') ?? '';
    await add(location, 0, Buffer.from('first'));
    for (const method of ['HEAD', 'DELETE', 'GET']) expect((await at(location, { method }, bo)).status).toBe(404);
    expect((await add(location, 5, Buffer.from('taken'), bo)).status).toBe(404);
    expect((await at('/uploads/..%2f..%2fsession-secret', { method: 'HEAD' })).status).toBe(404);
    expect((await at(location, { method: 'HEAD' })).headers.get('upload-offset')).toBe('5');
    await at(location, { method: 'DELETE' });
  });

  it('shows a finished file to nobody else', async () => {
    const id = await upload(ada, Buffer.from('mine'), { filename: 'mine.txt' });
    expect((await bo.fetch(`/files/${id}`)).status).toBe(404);
    expect((await bo.fetch(`/files/${newId()}`)).status).toBe(404);
    expect((await api.stranger.fetch(`/files/${id}`)).status).toBe(401);
  });

  it('wants to know who it is', async () => {
    expect((await begin(api.stranger, 'notes.txt', 10)).status).toBe(401);
  });

  it('refuses an upload that another site started', async () => {
    const answer = await ada.fetch('/uploads', {
      method: 'POST',
      headers: { 'tus-resumable': '1.0.0', 'upload-length': '1', origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
    const asked = await ada.fetch('/uploads', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    [
      'program.exe',
      10,
      'evidence',
      415,
      'A .exe file cannot be taken. These can: png, jpg, webp, pdf, txt, md, docx, xlsx, pptx, mp4, webm, mp3, bash, c, cpp, cs, css, go, h, java, js, json, kt, log, php, py, rb, rs, sh, sql, ts, tsx, yaml, yml.',
    ],
    ['page.html', 10, 'evidence', 415, 'A .html file cannot be taken'],
    ['picture.svg', 10, 'evidence', 415, 'A .svg file cannot be taken'],
    ['noending', 10, 'evidence', 415, 'A file without an ending cannot be taken'],
    ['film.mp4', 100 * 1024 * 1024 + 1, 'evidence', 413, 'This file has 101 MB; 100 MB is the most.'],
    ['empty.txt', 0, 'evidence', 400, 'This file is empty.'],
    ['notes.docx', 10, 'import', 415, 'A .docx file cannot be taken. These can: csv, tsv, txt, json, gz, zip, xlsx.'],
    ['notes.txt', 10, 'elsewhere', 400, 'An upload says what it is for'],
  ])('refuses %s of %i bytes for %s at once, with the reason', async (name, bytes, purpose, status, reason) => {
    const answer = await begin(ada, name, bytes, purpose);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(reason);
    expect(await readdir(folder())).toEqual([]);
  });

  it('refuses an upload that does not say how big it is', async () => {
    const answer = await ada.fetch('/uploads', {
      method: 'POST',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-defer-length': '1',
        'upload-metadata': `filename ${b64('a.txt')},purpose ${b64('evidence')}`,
      },
    });
    expect([answer.status, await answer.text()]).toEqual([400, 'An upload says how big it is before it starts.\n']);
  });

  it('takes no byte more than was declared', async () => {
    const location = (await begin(ada, 'notes.txt', 4)).headers.get('location') ?? '';
    expect((await add(location, 0, Buffer.from('far too many'))).status).toBe(413);
    await at(location, { method: 'DELETE' });
  });

  it.each([
    [
      'a program called picture.png',
      'picture.png',
      Buffer.from('4d5a9000030000000400', 'hex'),
      'Its name says image/png, its content is application/x-msdownload.',
    ],
    ['a picture called report.pdf', 'report.pdf', PNG, 'Its name says application/pdf, its content is image/png.'],
    ['a picture called notes.txt', 'notes.txt', PNG, 'It says it is text, but it is image/png.'],
    [
      'binary data called notes.md',
      'notes.md',
      Buffer.from('abc\0def'),
      'It says it is text, but it holds binary data.',
    ],
  ])('refuses %s when it is complete, and keeps nothing of it', async (_what, filename, content, reason) => {
    const failure = await upload(ada, content, { filename }).catch((error: tus.DetailedError) => error);
    expect(failure).toBeInstanceOf(Error);
    const { originalResponse } = failure as tus.DetailedError;
    expect(originalResponse?.getStatus()).toBe(415);
    expect(originalResponse?.getBody()).toContain(reason);
    expect(await readdir(folder())).toEqual([]);
    expect(await api.sql(`SELECT 1 FROM stored_file WHERE name = $1 AND name <> 'notes.txt'`, [filename])).toEqual([]);
  });

  it('keeps the last word of a path as the name, without control characters', async () => {
    const id = await upload(ada, Buffer.from('x'), { filename: '..\\..\\etc/pass\u0000wd\n.txt' });
    expect((await rows(id))[0]?.name).toBe('passwd.txt');
  });

  it('holds no transaction open while a slow line sends', async () => {
    const location = (await begin(ada, 'notes.txt', 10)).headers.get('location') ?? '';
    let finish: () => void = () => undefined;
    const slow = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from('first'));
        finish = () => {
          controller.enqueue(Buffer.from(' half'));
          controller.close();
        };
      },
    });
    const sending = fetch(new URL(location, api.url), {
      method: 'PATCH',
      headers: {
        cookie: ada.cookie ?? '',
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body: slow,
      duplex: 'half',
    } as RequestInit);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [open] = await api.sql<{ count: string }>(
      `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
    );
    expect(open?.count).toBe('0');
    finish();
    expect((await sending).status).toBe(204);
  });

  it('sweeps what was left unfinished for a day, and never makes an item of it', async () => {
    const stale = (await begin(ada, 'stale.txt', 10)).headers.get('location') ?? '';
    const going = (await begin(ada, 'going.txt', 10)).headers.get('location') ?? '';
    await add(stale, 0, Buffer.from('half'));
    await add(going, 0, Buffer.from('half'));
    const id = (location: string) => location.split('/').at(-1) ?? '';
    // Begun long ago, added to just now: its description is old, the upload is not.
    const longAgo = new Date(Date.now() - 3 * A_DAY);
    await utimes(join(folder(), `${id(going)}.json`), longAgo, longAgo);
    for (const end of ['', '.json']) await utimes(join(folder(), id(stale) + end), longAgo, longAgo);

    await api.asSystem((system) => api.app.get(SweepUploadsJob).run(system));

    expect((await at(stale, { method: 'HEAD' })).status).toBe(404);
    expect((await at(going, { method: 'HEAD' })).headers.get('upload-offset')).toBe('4');
    expect(await rows(id(stale))).toEqual([]);

    const tomorrow = new Date(Date.now() + 2 * A_DAY);
    expect(await api.app.get(Uploads).sweepUnfinished(A_DAY, tomorrow)).toBe(1);
    expect(await readdir(folder())).toEqual([]);
  });

  it('sweeps a finished file that became nothing, and leaves one that is in use', async () => {
    const files = api.app.get(FilesService);
    const [used, unused] = [
      await upload(ada, Buffer.from('used'), { filename: 'used.txt' }),
      await upload(ada, Buffer.from('unused'), { filename: 'unused.txt' }),
    ];
    await api.asSystem(async (system) => {
      const file = await files.byId(system, used);
      if (file) await files.markTaken(system, file);
      await files.sweepUntaken(system, new Date(Date.now() + A_DAY));
    });
    expect((await ada.fetch(`/files/${used}`)).status).toBe(200);
    expect((await ada.fetch(`/files/${unused}`)).status).toBe(404);
  });
});

const b64 = (text: string) => Buffer.from(text).toString('base64');
