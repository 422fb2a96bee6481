import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../platform/access/allow.decorator.js';
import { ProofService } from './proof.service.js';

/** Keys and lists stand on whichever site issued the badge; everything else comes from here, and nothing is sent. */
const ASKS_ISSUERS =
  "default-src 'self'; connect-src 'self' https:; img-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types assay-proof";

/** Where anybody checks any badge, in their own browser. */
@Controller('verify')
export class CheckAnythingController {
  constructor(private readonly proofs: ProofService) {}

  @Get()
  @Public()
  page(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.type('text/html; charset=utf-8').header('content-security-policy', ASKS_ISSUERS);
    void reply.header('cache-control', 'public, max-age=300');
    return this.proofs.verifyPage();
  }
}
