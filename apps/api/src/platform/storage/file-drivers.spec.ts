import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '../database/id.js';
import type { FileDriver } from './file-driver.js';
import { FolderDriver } from './folder-driver.js';
import { S3Driver } from './s3-driver.js';

/** One contract, two places. Whatever holds here, features may rely on wherever the files are. */
describe.each(['folder', 's3'])('files in a %s', (kind) => {
  let place: string;
  let driver: FileDriver;
  let server: { process: ChildProcess; port: number } | null = null;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'assay-drivers-'));
    if (kind === 'folder') driver = new FolderDriver(join(place, 'files'));
    else {
      server = await startS3(join(place, 's3'), 'evidence');
      driver = s3At(server.port, 'evidence');
    }
  });
  afterAll(async () => {
    server?.process.kill();
    await rm(place, { recursive: true, force: true });
  });

  async function stored(content: Buffer): Promise<{ key: string; path: string }> {
    const key = `ab/${newId()}`;
    const path = join(place, newId());
    await writeFile(path, content);
    await driver.take(key, path);
    return { key, path };
  }

  it('can be written to', async () => expect(await driver.check()).toBeUndefined());

  it('takes a file over, whole, and lets go of the local one', async () => {
    const content = randomBytes(3 * 1024 * 1024 + 7);
    const { key, path } = await stored(content);
    expect(existsSync(path)).toBe(false);
    expect(await driver.size(key)).toBe(content.length);
    expect(sha256(await bytesOf(await driver.read(key)))).toBe(sha256(content));
  });

  it('reads from a byte to a byte, both included', async () => {
    const { key } = await stored(Buffer.from('0123456789'));
    expect((await bytesOf(await driver.read(key, { start: 3, end: 5 }))).toString()).toBe('345');
    expect((await bytesOf(await driver.read(key, { start: 9, end: 9 }))).toString()).toBe('9');
  });

  it('replaces what was there when an upload is finished twice', async () => {
    const { key } = await stored(Buffer.from('first'));
    const path = join(place, newId());
    await writeFile(path, 'second try');
    await driver.take(key, path);
    expect((await bytesOf(await driver.read(key))).toString()).toBe('second try');
  });

  it('removes a file, and does not mind when it is gone already', async () => {
    const { key } = await stored(Buffer.from('to go'));
    await driver.remove(key);
    await driver.remove(key);
    await expect(driver.size(key)).rejects.toThrow();
    await expect(driver.read(key)).rejects.toThrow();
  });

  it('says at once when a file is not there', async () => {
    await expect(driver.read(`ab/${newId()}`)).rejects.toThrow();
  });

  if (kind === 'folder')
    it.each(['../outside', '/etc/passwd', 'ab/..', 'AB/x', ''])('leaves its folder for no key: %j', async (key) => {
      await expect(driver.size(key)).rejects.toThrow('not a storage key');
    });
  else
    it('is not ready without its bucket', async () => {
      await expect(s3At(server?.port ?? 0, 'nowhere').check()).rejects.toThrow();
    });
});

/** A real S3 server, in a process of its own as in life. */
async function startS3(directory: string, bucket: string): Promise<{ process: ChildProcess; port: number }> {
  const script = require.resolve('s3rver/bin/s3rver.js');
  const options = ['-d', directory, '-a', '127.0.0.1', '-p', '0', '-s', '--configure-bucket', bucket];
  const process = spawn(globalThis.process.execPath, [script, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  process.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  while (!/:\d+\n/.test(said)) await once(process.stdout, 'data');
  return { process, port: Number(/:(\d+)\n/.exec(said)?.[1]) };
}

const s3At = (port: number, bucket: string) =>
  new S3Driver({
    bucket,
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  });

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
