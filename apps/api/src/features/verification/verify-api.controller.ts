import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { type AskedBadge, CheckedByKeyService } from './checked-by-key.service.js';
import { VerificationKeysService } from './verification-keys.service.js';

/** Badges checked for known systems; described in docs/guides/developers/verification-api.md. */
@Controller('api')
export class VerifyApiController {
  constructor(
    private readonly keys: VerificationKeysService,
    private readonly checked: CheckedByKeyService,
  ) {}

  /** Public as far as people are concerned: the key is what lets in. */
  @Post('verify')
  @HttpCode(200)
  @Public()
  async verify(
    @CurrentViewer() viewer: Viewer,
    @Headers('authorization') authorization: string | undefined,
    @Body() body: AskedBadge | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    void reply.header('cache-control', 'no-store');
    const [, words = ''] = /^Bearer (\S{20,200})$/i.exec(authorization ?? '') ?? [];
    const key = words && (await this.keys.know(viewer, words));
    if (!key) {
      void reply.status(401).header('www-authenticate', 'Bearer');
      return { code: 'UNKNOWN_KEY', message: 'This key is not known here, or it has ended.' };
    }
    const answer = await this.checked.check(viewer, key, typeof body === 'object' && body !== null ? body : {});
    if (answer === null) {
      void reply.status(429).header('retry-after', '5');
      return { code: 'BUSY', message: 'Several badges are being checked. Ask again in some seconds.' };
    }
    if (typeof answer !== 'string') return answer;
    void reply.status(422);
    return { code: 'NOT_CHECKED', message: answer };
  }
}
