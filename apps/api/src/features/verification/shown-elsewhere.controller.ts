import { Controller, Get, NotFoundException, Param, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OpensLater, Public } from '../../platform/access/allow.decorator.js';
import { CurrentAccess, CurrentViewer } from '../../platform/access/current-viewer.js';
import { RequestAccess } from '../../platform/access/request-access.js';
import { Viewer } from '../../platform/access/viewer.js';
import { Counted } from './counted.decorator.js';
import { ProofService } from './proof.service.js';

/** Only this one page may stand in frames of others, and it runs nothing. */
const IN_FRAMES =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** What a share link gives to other sites and programs: a picture, a badge in a frame, and the findings. */
@Controller('p')
export class ShownElsewhereController {
  constructor(private readonly proofs: ProofService) {}

  /** The picture that a site shows of a link. */
  @Get(':token/card.png')
  @Public()
  async card(
    @CurrentViewer() viewer: Viewer,
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const card = await this.proofs.card(viewer, token);
    if (!card) throw new NotFoundException('There is nothing to see here.');
    void reply.type('image/png').header('x-robots-tag', 'noindex').header('cache-control', 'public, max-age=300');
    void reply.header('cross-origin-resource-policy', 'cross-origin');
    return card;
  }

  /** The badge for a frame in another page. */
  @Get(':token/embed')
  @Public()
  async embed(
    @CurrentViewer() viewer: Viewer,
    @Param('token') token: string,
    @Counted() counted: boolean,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = await this.proofs.embed(viewer, { token, counted });
    void reply.status(page === null ? 404 : 200).type('text/html; charset=utf-8');
    void reply.header('content-security-policy', IN_FRAMES).removeHeader('x-frame-options');
    void reply.header('x-robots-tag', 'noindex').header('cross-origin-resource-policy', 'cross-origin');
    return page ?? this.proofs.emptyEmbed();
  }

  /** A page of the evidence that the holder chose to show. Nothing of what people hand in is ever a page of this site. */
  @Get([':token/evidence/:piece/:page', ':token/:credential/evidence/:piece/:page'])
  @Public()
  async evidence(
    @CurrentViewer() viewer: Viewer,
    @Param() asked: { token: string; credential?: string; piece: string; page: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const [credential, piece, page] = [asked.credential ?? '1', asked.piece, asked.page].map((each) =>
      /^\d{1,2}$/.test(each) ? Number(each) : 0,
    ) as [number, number, number];
    const picture = await this.proofs.evidencePicture(viewer, asked.token, { credential, piece, page });
    if (!picture) throw new NotFoundException('There is nothing to see here.');
    void reply.header('content-security-policy', "sandbox; default-src 'none'").header('x-robots-tag', 'noindex');
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(picture, { type: 'image/webp', disposition: 'inline' });
  }

  /** What somebody says for the credential, signed as a credential of its own. */
  @Get([':token/endorsements/:which.json', ':token/:credential/endorsements/:which.json'])
  @Public()
  async endorsement(
    @CurrentViewer() viewer: Viewer,
    @Param() asked: { token: string; credential?: string; which: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const [credential, which] = [asked.credential ?? '1', asked.which].map((each) =>
      /^\d{1,2}$/.test(each) ? Number(each) : 0,
    ) as [number, number];
    const document = await this.proofs.endorsement(viewer, asked.token, credential, which);
    if (!document) throw new NotFoundException('There is nothing to see here.');
    void reply.header('access-control-allow-origin', '*').header('x-robots-tag', 'noindex');
    void reply.header('cache-control', 'no-store').type('application/vc+ld+json; charset=utf-8');
    return document;
  }

  /** What was checked and what it is worth, for programs. */
  @Get(':token/findings.json')
  @Public()
  @OpensLater()
  async findings(
    @CurrentAccess() access: RequestAccess,
    @Param('token') token: string,
    @Counted() counted: boolean,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const findings = await this.proofs.findingsUnder({ token, counted }, () => access.viewer());
    if (!findings) throw new NotFoundException('There is nothing to see here.');
    void reply.header('access-control-allow-origin', '*').header('x-robots-tag', 'noindex');
    return findings;
  }
}
