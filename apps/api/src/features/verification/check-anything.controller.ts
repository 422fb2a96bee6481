import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { TrustList } from '@assay/credential';
import { Public } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ForeignVerifierService } from './foreign-verifier.service.js';
import { ProofService } from './proof.service.js';

/** Keys and lists stand on whichever site issued the badge; everything else comes from here, and nothing is sent. */
const ASKS_ISSUERS =
  "default-src 'self'; connect-src 'self' https:; img-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types assay-proof";

/** Where anybody checks any badge, in their own browser. */
@Controller('verify')
export class CheckAnythingController {
  constructor(
    private readonly proofs: ProofService,
    private readonly foreign: ForeignVerifierService,
  ) {}

  @Get()
  @Public()
  page(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.type('text/html; charset=utf-8').header('content-security-policy', ASKS_ISSUERS);
    void reply.header('cache-control', 'public, max-age=300');
    return this.proofs.verifyPage();
  }

  /** Whom this organisation trusts: fetched whole, so that nobody here learns whose badge is being checked. */
  @Get('trusted.json')
  @Public()
  trusted(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) reply: FastifyReply): Promise<TrustList> {
    void reply.header('cache-control', 'public, max-age=300');
    return this.foreign.trustList(viewer);
  }
}
