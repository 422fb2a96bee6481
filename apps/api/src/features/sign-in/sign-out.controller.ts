import { BadRequestException, Body, Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { Logger } from '../../platform/telemetry/logger.js';
import { LogoutTokensService } from './logout-tokens.service.js';
import { OpenIdService } from './openid.service.js';
import { ProvidersService } from './providers.service.js';
import { SignInDesk } from './sign-in-desk.service.js';
import { SignInSessionsService } from './sign-in-sessions.service.js';

/** The way out: by the person, or told by the provider where they signed out. */
@Controller('auth')
export class SignOutController {
  constructor(
    private readonly sessions: SignInSessionsService,
    private readonly providers: ProvidersService,
    private readonly openId: OpenIdService,
    private readonly logoutTokens: LogoutTokensService,
    private readonly desk: SignInDesk,
    private readonly log: Logger,
  ) {}

  /** `continueAt` is where the provider signs the person out, too; null where it does not. */
  @Post('sign-out')
  @HttpCode(200)
  @Public()
  async signOut(
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
  ): Promise<{ continueAt: string | null }> {
    const { signInId } = request.session;
    const cameBy = this.desk.idTokenOf(request);
    if (viewer.personId && signInId) {
      await this.sessions.endWhere(viewer, 'SIGNED_OUT', 'id = $3', [signInId]);
      await audit(viewer, { operation: 'signOut', target: viewer.personId, detail: { session: signInId } });
    }
    const provider =
      cameBy && (await this.desk.work(request, (system) => this.providers.usable(system, cameBy.providerId)));
    await request.session.destroy();
    if (!cameBy || !provider) return { continueAt: null };
    const continueAt = await this.openId.endSessionUrl(provider, cameBy.idToken).catch((error: unknown) => {
      this.log.warn({ provider: provider.id, fault: String(error) }, 'no sign-out at the provider');
      return null;
    });
    return { continueAt };
  }

  /** OpenID Connect Back-Channel Logout 1.0. */
  @Post('openid/backchannel-logout')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Public()
  async providerSignedOut(@Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const token = (body as { logout_token?: unknown } | null | undefined)?.logout_token;
    const told = typeof token === 'string' ? await this.logoutTokens.read(request, token) : 'no token';
    if (typeof told === 'string') {
      this.log.warn({ fault: told }, 'logout token refused');
      throw new BadRequestException({ error: 'invalid_request' });
    }
    const done = await this.desk.work(request, (system) => this.logoutTokens.endSessions(system, told));
    if (!done) throw new BadRequestException({ error: 'invalid_request' });
  }
}
