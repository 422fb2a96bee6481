import { Controller, Get, Header, Param, Query, Redirect, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/allow.decorator.js';
import { audit } from '../../platform/audit/audit.js';
import { isId } from '../../platform/database/id.js';
import { Logger } from '../../platform/telemetry/logger.js';
import type { Attempt } from './attempt.js';
import { OpenIdService, problemWith } from './openid.service.js';
import { ProvidersService } from './providers.service.js';
import { RecognitionService } from './recognition.service.js';
import { ownPath } from './return-to.rules.js';
import { type Entered, SignInDesk } from './sign-in-desk.service.js';
import type { SignInProblem } from './sign-in.refusals.js';
import type { UsableProvider } from './usable-provider.js';
import { SignInAttemptsService } from './sign-in-attempts.service.js';

interface Onward {
  url: string;
  statusCode: number;
}

/** The way to a provider and back. Addresses carry no more than a word about what went wrong. */
@Controller('auth/openid')
export class OpenIdController {
  constructor(
    private readonly providers: ProvidersService,
    private readonly openId: OpenIdService,
    private readonly attempts: SignInAttemptsService,
    private readonly recognition: RecognitionService,
    private readonly desk: SignInDesk,
    private readonly log: Logger,
  ) {}

  @Get('start/:providerId')
  @Redirect()
  @Header('cache-control', 'no-store')
  @Public()
  async start(
    @Req() request: FastifyRequest,
    @Param('providerId') providerId: string,
    @Query('to') to: unknown,
  ): Promise<Onward> {
    const provider = isId(providerId)
      ? await this.desk.work(request, (system) => this.providers.usable(system, providerId))
      : null;
    if (!provider) return told('misconfigured');
    const attempt = OpenIdService.newAttempt();
    try {
      const url = await this.openId.authorizationUrl(provider, attempt);
      this.attempts.keepBrowser(request);
      await this.desk.work(request, (system) =>
        this.attempts.begin(system, request, { ...attempt, providerId, returnTo: ownPath(to) }),
      );
      return onward(url);
    } catch (error) {
      return this.failed(provider, error);
    }
  }

  @Get('callback')
  @Redirect()
  @Header('cache-control', 'no-store')
  @Public()
  async callback(@Req() request: FastifyRequest, @Query('state') state: unknown): Promise<Onward> {
    const begun = await this.desk.work(request, async (system) => {
      const attempt = await this.attempts.take(system, request, state);
      return attempt && { attempt, provider: await this.providers.usable(system, attempt.providerId) };
    });
    if (!begun) return told('expired');
    if (!begun.provider) return told('misconfigured');
    const { attempt, provider } = begun;
    try {
      const entered = await this.enter(request, provider, attempt);
      if (typeof entered === 'string') return told(entered);
      await this.desk.seat(request, entered);
      return onward(attempt.returnTo);
    } catch (error) {
      return this.failed(provider, error);
    }
  }

  private async enter(
    request: FastifyRequest,
    provider: UsableProvider,
    attempt: Attempt,
  ): Promise<Entered | SignInProblem> {
    const arrival = await this.openId.arrive(provider, attempt, request.url.split('?')[1] ?? '');
    return this.desk.work(request, async (system) => {
      const recognised = await this.recognition.recognise(system, provider, arrival);
      const { personId, problem } = recognised;
      if (problem) {
        this.log.warn({ provider: provider.id, problem }, 'sign-in refused');
        if (personId)
          await audit(system, {
            operation: 'signIn',
            target: personId,
            detail: { method: 'OPENID_CONNECT', provider: provider.id, refused: problem },
          });
        return problem;
      }
      const { subject, sid, idToken } = arrival;
      const by = { method: 'OPENID_CONNECT', provider, subject, sid, idToken } as const;
      const entered = await this.desk.admit(system, request, personId, by);
      if (entered && !recognised.linked) await this.recognition.link(system, provider, subject, personId);
      return entered ?? 'inactive';
    });
  }

  private failed(provider: UsableProvider, error: unknown): Onward {
    const problem = problemWith(error);
    const { code, message } = error as { code?: unknown; message?: unknown };
    // The message of a fault tells what was compared, never a token.
    this.log.warn({ provider: provider.id, problem, code, fault: message }, 'sign-in failed');
    return told(problem);
  }
}

const onward = (url: string): Onward => ({ url, statusCode: 302 });
const told = (problem: SignInProblem): Onward => onward(`/sign-in?problem=${problem}`);
