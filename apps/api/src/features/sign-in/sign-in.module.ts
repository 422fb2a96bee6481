import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SignInSource } from '../../platform/access/sign-in-source.js';
import { SetupSteps } from '../people/setup-steps.service.js';
import { DemoSignInController } from './demo-sign-in.controller.js';
import { IdentityProvider } from './identity-provider.entity.js';
import { IdentityProviderResolver } from './identity-provider.resolver.js';
import { IdentityProvidersService } from './identity-providers.service.js';
import { LinkedAccount } from './linked-account.entity.js';
import './linked-account.policy.js';
import { LinkedAccountResolver } from './linked-account.resolver.js';
import { LinkedAccountsService } from './linked-accounts.service.js';
import { LogoutTokensService } from './logout-tokens.service.js';
import { OpenIdController } from './openid.controller.js';
import { OpenIdService } from './openid.service.js';
import { ProviderLookService } from './provider-look.service.js';
import { ProvidersService } from './providers.service.js';
import { RecognitionService } from './recognition.service.js';
import { SetupLinkController } from './setup-link.controller.js';
import { SetupLinkService } from './setup-link.service.js';
import { SignInAttemptsService } from './sign-in-attempts.service.js';
import { SignInDesk } from './sign-in-desk.service.js';
import { SignInOptionsService } from './sign-in-options.service.js';
import { SignInSession } from './sign-in-session.entity.js';
import { SignInSessionResolver } from './sign-in-session.resolver.js';
import { SignInSessionsService } from './sign-in-sessions.service.js';
import { SignInsSeen } from './sign-ins-seen.service.js';
import { SignOutController } from './sign-out.controller.js';
import { SweepSignInsJob } from './sweep-sign-ins.job.js';

/**
 * Who is let in, by whom, and for how long: identity providers, the first administrator's link, the demonstration's list,
 * and the sign-ins that last. It tells the platform whether a browser's session still holds.
 */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([IdentityProvider, LinkedAccount, SignInSession])],
  controllers: [DemoSignInController, OpenIdController, SetupLinkController, SignOutController],
  providers: [
    SignInsSeen,
    SignInSessionsService,
    { provide: SignInSource, useExisting: SignInSessionsService },
    IdentityProvidersService,
    LinkedAccountResolver,
    LinkedAccountsService,
    LogoutTokensService,
    OpenIdService,
    ProviderLookService,
    ProvidersService,
    RecognitionService,
    SetupLinkService,
    SignInAttemptsService,
    SignInDesk,
    SignInOptionsService,
    IdentityProviderResolver,
    SignInSessionResolver,
    SweepSignInsJob,
  ],
  exports: [SignInSource, SignInDesk, SignInSessionsService, SetupLinkService],
})
export class SignInModule implements OnModuleInit {
  constructor(
    private readonly steps: SetupSteps,
    private readonly providers: IdentityProvidersService,
  ) {}

  onModuleInit(): void {
    this.steps.register({
      key: 'sign-in',
      title: 'Connect your sign-in',
      why: 'Until then people come in only by the set-up link, or in a demonstration by choosing whom to be.',
      path: '/admin/sign-in',
      order: 10,
      done: async (viewer) => (await this.providers.offered(viewer)).length > 0,
    });
  }
}
