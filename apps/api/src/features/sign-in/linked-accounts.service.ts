import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { issuerKey } from './identity-provider.entity.js';
import { IdentityProvidersService } from './identity-providers.service.js';
import { LinkedAccount } from './linked-account.entity.js';
import { type Standing, STANDING } from './linked-account.policy.js';
import { ForgottenAccount } from './linked-account.type.js';
import { AccountForgotten } from './sign-in.events.js';
import { SignInSessionsService } from './sign-in-sessions.service.js';

const MOST_REASON = 1_000;
const ONLY_ONE =
  'It is the only account by which you can surely sign in. Sign in by another one first, or ask an administrator.';
const ADMINISTRATORS =
  'An account of an administrator is not forgotten by another one. End the role first; it takes two to give it again.';

/** Which accounts of identity providers a person is known by, and that one of them is theirs no more. */
@Injectable()
export class LinkedAccountsService {
  constructor(
    private readonly providers: IdentityProvidersService,
    private readonly sessions: SignInSessionsService,
  ) {}

  /** Of oneself, or of anybody for whoever keeps access; newest first. One for each provider at most. */
  async of(viewer: Viewer, personId: string): Promise<LinkedAccount[]> {
    if (!isId(personId)) return [];
    const found = await viewer.tx.manager.find(LinkedAccount, {
      where: { personId },
      order: { linkedAt: 'DESC', id: 'ASC' },
    });
    const seen = found.filter((account) => can(viewer, 'see', account));
    await this.learn(viewer, seen);
    return seen;
  }

  /** As people know its provider; null for one that is not set up here any more. */
  async providerName(viewer: Viewer, { issuer }: LinkedAccount): Promise<string | null> {
    const name = await viewer.load('name of issuer', issuer, async () => {
      const all = await this.providers.offered(viewer);
      return new Map(all.map((provider) => [issuerKey(provider.issuer), provider.name]));
    });
    return name ?? null;
  }

  /** Ends the sign-ins that came by it, but for the one that asks. The person stays; the account may be somebody's again. */
  async forget(
    viewer: Viewer,
    id: string,
    { reason, signInId }: { reason: string | null; signInId: string | null },
  ): Promise<ForgottenAccount | InvalidInput | NotAllowed | NotFound> {
    const account = isId(id) ? await viewer.tx.manager.findOneBy(LinkedAccount, { id }) : null;
    if (!account || !can(viewer, 'see', account)) return new NotFound('This account');
    const own = viewer.isSelf(account.personId);
    const why = (reason ?? '').trim();
    if (!own && (!why || why.length > MOST_REASON))
      return InvalidInput.of('reason', `Say why, in at most ${MOST_REASON} characters; the person will read it.`);
    // Two of one's accounts forgotten at once would each count on the other.
    await viewer.tx.aloneIn(`accounts of ${account.personId}`);
    await this.learn(viewer, [account]);
    if (!can(viewer, 'forget', account)) return new NotAllowed(own ? ONLY_ONE : ADMINISTRATORS);

    const { issuer, subject, personId } = account;
    const ended = await this.sessions.endWhere(
      viewer,
      own ? 'ENDED_BY_PERSON' : 'ENDED_BY_ADMINISTRATOR',
      'person_id = $3 AND issuer = $4 AND subject = $5 AND id IS DISTINCT FROM $6::uuid',
      [personId, issuer, subject, signInId],
    );
    const name = (await this.providerName(viewer, account)) ?? issuer;
    await viewer.tx.manager.delete(LinkedAccount, { id });
    viewer.forget(STANDING, id);
    if (!own && viewer.personId) await record(viewer, new AccountForgotten(personId, name, viewer.personId, why));
    return Object.assign(new ForgottenAccount(), { id, personId, ended: ended.length });
  }

  /** For the rules that ask. */
  private async learn(viewer: Viewer, accounts: readonly LinkedAccount[]): Promise<void> {
    if (accounts.length === 0) return;
    const on = (await this.providers.offered(viewer)).map(({ issuer }) => issuerKey(issuer));
    for (const { id } of accounts) viewer.forget(STANDING, id);
    const look = (ids: readonly string[]) => this.standings(viewer, ids, on);
    await Promise.all(accounts.map(({ id }) => viewer.load(STANDING, id, look)));
  }

  private async standings(viewer: Viewer, ids: readonly string[], on: string[]): Promise<Map<string, Standing>> {
    const rows = await viewer.tx.query<Standing & { id: string }>(
      `SELECT account.id,
         EXISTS (SELECT FROM identity_link other WHERE other.person_id = account.person_id AND other.id <> account.id
           AND other.issuer = ANY ($2)) AS "hasAnother",
         EXISTS (SELECT FROM role_grant given WHERE given.person_id = account.person_id AND given.role = 'ADMINISTRATOR'
           AND given.starts_at <= now() AND (given.ends_at IS NULL OR given.ends_at > now())) AS "isAdministrators"
       FROM identity_link account WHERE account.id = ANY ($1::uuid[])`,
      [[...ids], on],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
