import { Readable } from 'node:stream';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { LongAnswers } from '../../platform/access/long-answers.js';
import { Viewer } from '../../platform/access/viewer.js';
import { BundleService } from './bundle.service.js';

/** Everything somebody earned, in one archive, for themselves: while employed and after. */
@Controller()
export class BundleController {
  constructor(
    private readonly bundles: BundleService,
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
    const bytes = this.answers.bytes(viewer.personId, (reader) => this.bundles.archive(reader), as);
    void reply
      .header('content-type', 'application/zip')
      .header('content-disposition', 'attachment; filename="badges.zip"')
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      // A failure in the middle ends the answer unfinished, so that nobody takes half an archive for the whole.
      .send(Readable.from(bytes, { objectMode: false }));
  }
}
