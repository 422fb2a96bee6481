import type { IncomingMessage } from 'node:http';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { FileStore } from '@tus/file-store';
import { Server, type Upload } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { DataSource } from 'typeorm';
import { RequestAccess } from '../access/request-access.js';
import { ViewerSource } from '../access/viewer-source.js';
import { audit } from '../audit/audit.js';
import { Config } from '../config/config.js';
import { isId, newId } from '../database/id.js';
import { expectedType, FILE_PURPOSES, type FilePurpose, MOST_BYTES } from './file-kinds.js';
import { FilesService } from './files.service.js';

/** What the tus server throws to answer with this status and reason. */
const refusal = (status: number, reason: string) => ({ status_code: status, body: `${reason}\n` });

/**
 * Resumable uploads (tus 1.0 at `/uploads`). Parts wait in a folder of this machine; a complete and plausible file becomes a
 * stored file with the upload's id. Its metadata: `filename`, `purpose` (evidence, import). The owner is the signed-in person.
 */
@Injectable()
export class Uploads {
  private readonly folder: string;

  constructor(
    private readonly config: Config,
    private readonly files: FilesService,
    private readonly people: ViewerSource,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {
    this.folder = join(config.dataDir, 'uploads');
  }

  /** Hands `/uploads` to the tus server, behind our own door: only signed-in people, each only with their own parts. */
  async mount(fastify: FastifyInstance): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const tus = this.server();
    fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const viewer = await request.access.viewer();
      const may = viewer.may('evidence.keep');
      // A big file on a slow line takes minutes; no transaction stays open for that long.
      await request.access.finish(true);
      if (!may) return reply.status(401).type('text/plain').send('Please sign in.\n');
      (request.raw as Owned).owner = viewer.personId ?? undefined;
      reply.hijack();
      reply.raw.setHeader('x-content-type-options', 'nosniff');
      await tus.handle(request.raw, reply.raw);
      return undefined;
    };
    // No GET: what came in is read at /files, by those who may.
    const method: HTTPMethods[] = ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'];
    for (const url of ['/uploads', '/uploads/*']) fastify.route({ method, url, handler });
  }

  private server(): Server {
    return new Server({
      path: '/uploads',
      datastore: this.parts(),
      relativeLocation: true,
      respectForwardedHeaders: false,
      allowedOrigins: () => false,
      namingFunction: () => newId(),
      onIncomingRequest: async (request, uploadId) => {
        if (request.method !== 'POST') await this.onlyOwn(ownerOf(request), uploadId);
      },
      // Sizes are always declared, and the server takes no byte more than declared: this is where 100 MB is held to.
      onUploadCreate: async (request, upload) => {
        const { name } = admit(upload.metadata, upload.size);
        await this.refuseOverQuota(ownerOf(request), upload.size ?? 0);
        return { metadata: { ...upload.metadata, filename: name, owner: ownerOf(request) } };
      },
      onUploadFinish: async (request, upload) => {
        await this.takeIn(ownerOf(request), upload);
        return {};
      },
    });
  }

  private parts(): FileStore {
    return new FileStore({ directory: this.folder });
  }

  /** Commits before the answer leaves, so that whoever reads the answer can use the file. */
  private async takeIn(owner: string, upload: Upload): Promise<void> {
    const { name, purpose, mediaType } = admit(upload.metadata, upload.size);
    const path = join(this.folder, upload.id);
    const access = new RequestAccess(this.dataSource, this.people, () => owner);
    try {
      const viewer = await access.viewer();
      if (!viewer.may('evidence.keep')) throw refusal(401, 'Please sign in.');
      const bytes = upload.size ?? 0;
      const stored = await this.files.takeIn(viewer, { id: upload.id, path, name, mediaType, bytes, purpose });
      await rm(`${path}.json`, { force: true });
      await audit(viewer, {
        operation: 'finishUpload',
        target: upload.id,
        detail: { arguments: { purpose, mediaType, bytes }, ...('refused' in stored ? { refused: 'CONTENT' } : {}) },
      });
      await access.finish(true);
      if ('refused' in stored) throw refusal(415, stored.refused);
    } finally {
      await access.finish(false);
    }
  }

  /** What is still coming in counts, too: a hundred uploads begun side by side are as much as a hundred finished. */
  private async refuseOverQuota(owner: string, bytes: number): Promise<void> {
    const quota = this.config.limits?.quotaBytes;
    if (!quota) return;
    const access = new RequestAccess(this.dataSource, this.people, () => owner);
    try {
      const kept = await this.files.bytesKeptBy(await access.viewer(), owner);
      if (kept + (await this.unfinishedOf(owner)) + bytes > quota)
        throw refusal(
          413,
          `You keep as much as there is room for (${Math.floor(quota / 1024 / 1024)} MB). Remove what you no longer need.`,
        );
    } finally {
      await access.finish(false);
    }
  }

  private async unfinishedOf(owner: string): Promise<number> {
    let sum = 0;
    for (const name of await readdir(this.folder)) {
      if (!name.endsWith('.json')) continue;
      const upload = await this.parts()
        .getUpload(name.slice(0, -'.json'.length))
        .catch(() => null);
      if (upload?.metadata?.owner === owner) sum += upload.size ?? 0;
    }
    return sum;
  }

  private async onlyOwn(owner: string, uploadId: string): Promise<void> {
    if (!isId(uploadId)) throw refusal(404, 'There is no such upload.');
    const upload = await this.parts()
      .getUpload(uploadId)
      .catch(() => null);
    if (upload?.metadata?.owner !== owner) throw refusal(404, 'There is no such upload.');
  }

  /** Uploads to which nothing was added for this long are let go; they never became an item. Returns how many. */
  async sweepUnfinished(olderThanMs: number, now: Date): Promise<number> {
    const names = await readdir(this.folder).catch(() => [] as string[]);
    const ids = new Set(names.map((name) => name.replace(/\.json$/, '')));
    let swept = 0;
    for (const id of ids) {
      // A part and its description go together: the description is as old as the upload's beginning.
      const pair = [join(this.folder, id), join(this.folder, `${id}.json`)];
      const times = await Promise.all(pair.map(lastChange));
      if (now.getTime() - Math.max(...times) <= olderThanMs) continue;
      for (const path of pair) await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }
}

async function lastChange(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found?.mtimeMs ?? 0;
}

/** What may be uploaded, and as what; throws the reason why not. */
function admit(
  metadata: Upload['metadata'],
  size: number | undefined,
): { name: string; purpose: FilePurpose; mediaType: string } {
  const purpose = FILE_PURPOSES.find((each) => each === metadata?.purpose);
  if (!purpose) throw refusal(400, 'An upload says what it is for: evidence or import.');
  const name = safeName(metadata?.filename ?? '');
  const kind = expectedType(purpose, name);
  if ('refused' in kind) throw refusal(415, kind.refused);
  if (size === undefined) throw refusal(400, 'An upload says how big it is before it starts.');
  if (size === 0) throw refusal(400, 'This file is empty.');
  if (size > MOST_BYTES) throw refusal(413, `This file has ${Math.ceil(size / 1024 / 1024)} MB; 100 MB is the most.`);
  return { name, purpose, mediaType: kind.mediaType };
}

/** The name as people know it, without folders and control characters. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
    .slice(0, 200);
}

type Owned = IncomingMessage & { owner?: string };

/** The tus server speaks web requests; under Node they carry the raw one, and that whom our door let in. */
function ownerOf(request: unknown): string {
  const { runtime } = request as { runtime?: { node?: { req?: Owned } } };
  const owner = runtime?.node?.req?.owner;
  if (!owner) throw refusal(401, 'Please sign in.');
  return owner;
}
