import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { UseCounter } from '../credentials/use-counter.service.js';
import { type BadgeFileKind, BadgeFilesService } from './badge-files.service.js';

const TYPES: Readonly<Record<string, { kind: BadgeFileKind; type: string }>> = {
  'credential.png': { kind: 'png', type: 'image/png' },
  'credential.svg': { kind: 'svg', type: 'image/svg+xml; charset=utf-8' },
  'credential.json': { kind: 'json', type: 'application/vc+ld+json; charset=utf-8' },
  'credential.jwt': { kind: 'jwt', type: 'text/plain; charset=utf-8' },
};

/** A badge as files that a holder keeps: the picture with the credential inside, the document, and the signed token. */
@Controller()
export class BadgeFilesController {
  constructor(
    private readonly files: BadgeFilesService,
    private readonly uses: UseCounter,
  ) {}

  @Get('badges/:credentialId/:file')
  @Allow('credential.hold')
  async file(
    @CurrentViewer() viewer: Viewer,
    @Param('credentialId') credentialId: string,
    @Param('file') name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const wanted = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
    const file = wanted ? await this.files.file(viewer, credentialId, wanted.kind) : null;
    if (!wanted || file === null) throw new NotFoundException('There is no such file.');
    this.uses.add(viewer, { credentialId, use: 'FILE' });
    void reply
      .type(wanted.type)
      .header('content-disposition', 'attachment')
      .header('cache-control', 'private, no-store')
      .header('content-security-policy', "default-src 'none'; sandbox");
    return file;
  }
}
