import { Controller, Get, NotFoundException, Param, Res, UnprocessableEntityException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { UseCounter } from '../credentials/use-counter.service.js';
import { CertificatesService } from './certificates.service.js';
import { withoutFont } from './certificate-templates.service.js';

/** The certificate of a credential, as a file for its holder. */
@Controller()
export class CertificateController {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly uses: UseCounter,
  ) {}

  @Get('badges/:credentialId/certificate.pdf')
  @Allow('credential.hold')
  async certificate(
    @CurrentViewer() viewer: Viewer,
    @Param('credentialId') credentialId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const pdf = await this.certificates.pdf(viewer, credentialId);
    if (pdf === null) throw new NotFoundException('There is no such certificate.');
    if (!Buffer.isBuffer(pdf))
      throw new UnprocessableEntityException(
        `${withoutFont(pdf.missing)} The credential itself is not touched; ask your HR team to choose a font for that script.`,
      );
    this.uses.add(viewer, { credentialId, use: 'FILE' });
    void reply
      .type('application/pdf')
      // The page that offers it names the file after the badge; a name here would win over that one.
      .header('content-disposition', 'attachment')
      .header('cache-control', 'private, no-store');
    return pdf;
  }
}
