import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BadgeCut, scaleFor } from '@assay/credential';
import { Controller, Get, Headers, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OpensLater, Public } from '../../platform/access/allow.decorator.js';
import { CurrentAccess, CurrentViewer } from '../../platform/access/current-viewer.js';
import { RequestAccess } from '../../platform/access/request-access.js';
import { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { Counted } from './counted.decorator.js';
import { ProofService } from './proof.service.js';

const HTML = 'text/html; charset=utf-8';
const CREDENTIAL = 'application/vc+ld+json; charset=utf-8';
const KINDS: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
};

const CUTS: Record<string, BadgeCut> = { paper: 'PAPER', 'one-ink': 'ONE_INK' };

/** Pages and documents for people without an account. */
@Controller()
export class ProofController {
  constructor(
    private readonly proofs: ProofService,
    private readonly config: Config,
  ) {}

  /** The proof page, or the credential itself for whoever asks for JSON, or `.json` behind the token. */
  @Get('p/:token')
  @Public()
  @OpensLater()
  async proof(
    @CurrentAccess() access: RequestAccess,
    @Param('token') token: string,
    @Counted() counted: boolean,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | object> {
    return this.answer(access, { token, nth: '1', counted }, accept, reply);
  }

  /** A further credential under the same link; JSON as above. */
  @Get('p/:token/:nth')
  @Public()
  @OpensLater()
  async further(
    @CurrentAccess() access: RequestAccess,
    @Param() asked: { token: string; nth: string },
    @Counted() counted: boolean,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | object> {
    return this.answer(access, { ...asked, counted }, accept, reply);
  }

  private async answer(
    access: RequestAccess,
    asked: { token: string; nth: string; counted: boolean },
    accept: string | undefined,
    reply: FastifyReply,
  ): Promise<string | object> {
    void reply.header('vary', 'accept').header('x-robots-tag', 'noindex').header('cache-control', 'no-store');
    void reply.header('referrer-policy', 'no-referrer');
    const token = asked.token.replace(/\.json$/, '');
    const nth = Number(/^(\d{1,2})(\.json)?$/.exec(asked.nth)?.[1] ?? 0);
    const link = { token, nth, counted: asked.counted };
    const named = asked.token.endsWith('.json') || asked.nth.endsWith('.json');
    if (named || asksForJson(accept)) {
      const document = await this.proofs.document(link);
      void reply.header('access-control-allow-origin', '*').type(CREDENTIAL);
      // Not an exception: the answer for unknown, ended and private links is one and the same.
      if (document === null) void reply.status(404).type('application/json; charset=utf-8');
      return document ?? JSON.stringify({ message: 'There is nothing to see here.' });
    }
    const page = await this.proofs.page(await access.viewer(), link);
    void reply.status(page === null ? 404 : 200).type(HTML);
    return page ?? this.proofs.nothingHere();
  }

  /** The address that a badge gives as its achievement's id. */
  @Get('achievements/:versionId')
  @Public()
  async achievement(
    @CurrentViewer() viewer: Viewer,
    @Param('versionId') versionId: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    void reply.header('vary', 'accept').header('cache-control', 'public, max-age=300');
    if (asksForJson(accept)) {
      const document = await this.proofs.achievementDocument(viewer, versionId);
      if (!document) throw new NotFoundException('There is no such achievement.');
      void reply.header('access-control-allow-origin', '*').type('application/json; charset=utf-8');
      return JSON.stringify(document);
    }
    const page = await this.proofs.achievementPage(viewer, versionId);
    void reply.status(page === null ? 404 : 200).type(HTML);
    return page ?? this.proofs.nothingHere();
  }

  /** A badge's picture, as `.svg` or `.png`; `?size=` in pixels drops detail that would not be seen. */
  @Get('badges/:file')
  @Public()
  async badge(
    @CurrentViewer() viewer: Viewer,
    @Param('file') file: string,
    @Query('size') size: string | undefined,
    @Query('cut') cut: string | undefined,
    @Query('year') given: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const pixels = /^\d{1,4}$/.test(size ?? '') ? Number(size) : undefined;
    const [, id = '', kind] = /^([^.]+)\.(svg|png)$/.exec(file) ?? [];
    const look = { scale: scaleFor(pixels), cut: CUTS[cut ?? ''] ?? 'INK', year: yearOf(given) };
    const svg = kind ? await this.proofs.badge(viewer, id, look) : null;
    if (svg === null) throw new NotFoundException('There is no such badge.');
    void reply
      .type(kind === 'png' ? 'image/png' : 'image/svg+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .header('content-security-policy', "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox")
      // Wallets and profiles on other sites show the picture.
      .header('cross-origin-resource-policy', 'cross-origin');
    return kind === 'png' ? this.proofs.points(svg, pixels) : svg;
  }

  /** Style, font and scripts of the pages above. Their names hold a hash, so they never change. */
  @Get('proof/assets/:file')
  @Public()
  async asset(@Param('file') file: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const kind = /^[a-z0-9-]+\.(css|js|woff2)$/.exec(file)?.[1];
    const path = join(this.config.proofDir, file);
    if (!kind || !existsSync(path)) throw new NotFoundException('There is no such file.');
    void reply.type(KINDS[kind] ?? '').header('cache-control', 'public, max-age=31536000, immutable');
    return readFile(path);
  }
}

/** A badge says the year of an award, and years are few. */
function yearOf(given: string | undefined): number | undefined {
  return /^20\d\d$/.test(given ?? '') ? Number(given) : undefined;
}

/** Browsers ask for HTML first; verifiers and wallets for one of the JSON types. */
function asksForJson(accept: string | undefined): boolean {
  return accept !== undefined && /json|application\/vc\b/.test(accept) && !accept.includes('text/html');
}
