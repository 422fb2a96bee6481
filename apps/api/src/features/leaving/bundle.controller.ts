import { Readable } from 'node:stream';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { LongAnswers } from '../../platform/access/long-answers.js';
import { Viewer } from '../../platform/access/viewer.js';
import { BundleService } from './bundle.service.js';
import { LibraryArchiveService } from './library-archive.service.js';

/** Everything somebody earned, in one archive, for themselves: while employed and after. And what they put in, as long as they do. */
@Controller()
export class BundleController {
  constructor(
    private readonly bundles: BundleService,
    private readonly libraries: LibraryArchiveService,
    private readonly answers: LongAnswers,
  ) {}

  @Get('badges/bundle.zip')
  @Allow('credential.hold')
  async bundle(
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await request.access.finish(true);
    const as = viewer.roles.has('EMPLOYEE') ? 'ACCOUNT' : 'CLAIM';
    send(
      reply,
      'badges.zip',
      this.answers.bytes(viewer.personId, (reader) => this.bundles.archive(reader), as),
    );
  }

  @Get('evidence-library.zip')
  @Allow('submission.write')
  async library(
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await request.access.finish(true);
    send(
      reply,
      'evidence.zip',
      this.answers.bytes(viewer.personId, (reader) => this.libraries.archive(reader)),
    );
  }
}

function send(reply: FastifyReply, name: string, bytes: AsyncGenerator<Uint8Array>): void {
  void reply
    .header('content-type', 'application/zip')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    // A failure in the middle ends the answer unfinished, so that nobody takes half an archive for the whole.
    .send(Readable.from(bytes, { objectMode: false }));
}
