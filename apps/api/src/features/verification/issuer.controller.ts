import { createHash } from 'node:crypto';
import { Controller, Get, Headers, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { IssuerService } from '../credentials/issuer.service.js';
import { StatusListsService } from '../credentials/status-lists.service.js';

/** What any verifier anywhere asks of an issuer: its keys, and what it has withdrawn. */
@Controller()
export class IssuerController {
  constructor(
    private readonly issuer: IssuerService,
    private readonly statusLists: StatusListsService,
  ) {}

  @Get('.well-known/did.json')
  @Public()
  async didDocument(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type('application/did+ld+json; charset=utf-8').header('access-control-allow-origin', '*');
    // A compromised key is marked here; nobody should believe an old copy for long.
    void reply.header('cache-control', 'public, max-age=60');
    return JSON.stringify(await this.issuer.didDocument(viewer));
  }

  @Get('status/:list')
  @Public()
  async statusList(
    @CurrentViewer() viewer: Viewer,
    @Param('list') list: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const document = /^\d{1,6}$/.test(list) ? await this.statusLists.documentOf(viewer, Number(list)) : null;
    if (document === null) throw new NotFoundException('There is no such list.');
    const tag = `"${createHash('sha256').update(document).digest('base64url').slice(0, 22)}"`;
    void reply.type('application/vc+ld+json; charset=utf-8').header('access-control-allow-origin', '*');
    void reply.header('cache-control', 'public, max-age=60').header('etag', tag);
    if (known !== tag) return document;
    void reply.status(304);
    return '';
  }
}
