import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { isId, newId } from '../database/id.js';
import { expectedType, FILE_PURPOSES, type FilePurpose, MOST_BYTES } from './file-kinds.js';
import { FilesService } from './files.service.js';

/** What the tus server throws to answer with this status and reason. */
const refusal = (status: number, reason: string) => ({ status_code: status, body: `${reason}\n` });

type Metadata = Record<string, string | null> | undefined;

/**
 * Resumable uploads (tus 1.0 at `/uploads`). Parts wait in a folder of this machine; a complete and plausible file becomes a
 * stored file with the upload's id. Its metadata: `filename`, `purpose` (evidence, import). The owner is the signed-in person.
 */
@Injectable()
export class Uploads {
  private readonly folder: string;

  constructor(
    config: Config,
    private readonly files: FilesService,
  ) {
    this.folder = join(config.dataDir, 'uploads');
  }

  /** Hands `/uploads` to the tus server, behind our own door: only signed-in people, each only with their own parts. */
  async mount(fastify: FastifyInstance): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const tus = this.server();
    fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
    const handle = async (
      request: FastifyRequest,
      reply: { hijack(): void; raw: import('node:http').ServerResponse },
    ) => {
      const viewer = await request.access.viewer();
      reply.hijack();
      if (!viewer.may('evidence.keep')) {
        reply.raw.writeHead(401, { 'content-type': 'text/plain' }).end('Please sign in.\n');
        await request.access.finish(false);
        return;
      }
      (request.raw as WithRequest).assay = request;
      reply.raw.setHeader('x-content-type-options', 'nosniff');
      try {
        await tus.handle(request.raw, reply.raw);
        await request.access.finish(reply.raw.statusCode < 400);
      } catch (error) {
        await request.access.finish(false);
        throw error;
      }
    };
    fastify.all('/uploads', handle as never);
    fastify.all('/uploads/*', handle as never);
  }

  private server(): Server {
    return new Server({
      path: '/uploads',
      datastore: new FileStore({ directory: this.folder }),
      maxSize: MOST_BYTES,
      relativeLocation: true,
      respectForwardedHeaders: false,
      namingFunction: () => newId(),
      onIncomingRequest: async (request, uploadId) => {
        const path = new URL(request.url).pathname;
        if (request.method !== 'POST' && path !== '/uploads') await this.onlyOwn(requestOf(request), uploadId);
      },
      onUploadCreate: async (request, upload) => {
        const { name } = this.admit(upload.metadata, upload.size);
        const viewer = requestOf(request).access.current;
        return { metadata: { ...upload.metadata, filename: name, owner: viewer.personId } };
      },
      onUploadFinish: async (request, upload) => {
        const { name, purpose, mediaType } = this.admit(upload.metadata, upload.size);
        const path = join(this.folder, upload.id);
        const viewer = requestOf(request).access.current;
        const stored = await this.files.takeIn(viewer, {
          id: upload.id,
          path,
          name,
          mediaType,
          bytes: upload.size ?? 0,
          purpose,
        });
        await rm(`${path}.json`, { force: true });
        if ('refused' in stored) throw refusal(415, stored.refused);
        return {};
      },
    });
  }

  private admit(
    metadata: Metadata,
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

  private async onlyOwn(request: FastifyRequest, uploadId: string): Promise<void> {
    if (!isId(uploadId)) throw refusal(404, 'There is no such upload.');
    const store = new FileStore({ directory: this.folder });
    const upload = await store.getUpload(uploadId).catch(() => null);
    if (upload?.metadata?.owner !== request.access.current.personId) throw refusal(404, 'There is no such upload.');
  }

  /** Unfinished parts older than this are let go; they never became an item. */
  async sweepUnfinished(olderThanMs: number, now: Date): Promise<number> {
    const names = await readdir(this.folder).catch(() => [] as string[]);
    let swept = 0;
    for (const name of names) {
      const path = join(this.folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
      if (now.getTime() - mtimeMs <= olderThanMs) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }
}

/** The name as people know it, without folders and control characters. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return last
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
    .slice(0, 200);
}

type WithRequest = import('node:http').IncomingMessage & { assay?: FastifyRequest };

/** The tus server speaks web requests; under Node they carry the raw one, and that our Fastify request. */
function requestOf(request: unknown): FastifyRequest {
  const { runtime } = request as { runtime?: { node?: { req?: WithRequest } } };
  const found = runtime?.node?.req?.assay;
  if (!found) throw refusal(401, 'Please sign in.');
  return found;
}
