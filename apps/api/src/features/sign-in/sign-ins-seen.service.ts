import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byRule, WhoCanSee } from '../../platform/access/who-can-see.js';
import { IdentityProvider } from './identity-provider.entity.js';
import { LinkedAccount } from './linked-account.entity.js';
import { SignInSession } from './sign-in-session.entity.js';
import { SignInSessionsService } from './sign-in-sessions.service.js';

/** Tells how sign-ins and the providers of accounts are seen. */
@Injectable()
export class SignInsSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly sessions: SignInSessionsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: SignInSession,
      name: 'Sign-in',
      subject: (row) => row.personId,
      aspects: [
        {
          what: 'When, from where and with which browser, as long as it lasts',
          sees: async (viewer, id) => {
            const session = await viewer.tx.manager.findOneBy(SignInSession, { id });
            return session !== null && (await this.sessions.open(viewer, session.personId)).some((it) => it.id === id);
          },
        },
      ],
    });
    this.kinds.register({
      entity: LinkedAccount,
      name: 'Account of a provider',
      subject: (row) => row.personId,
      aspects: [{ what: 'That it is theirs, and since when', sees: byRule(LinkedAccount, 'see') }],
    });
    this.kinds.register({
      entity: IdentityProvider,
      name: 'Provider of sign-ins',
      subject: () => null,
      aspects: [
        {
          what: 'How it is set up, without its secret',
          sees: (viewer) => Promise.resolve(viewer.may('access.configure')),
        },
      ],
    });
  }
}
