import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { isId, newId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { GrantChecksService } from '../people/grant-checks.service.js';
import { CONFIGURED_ID, IdentityProvider, issuerKey } from './identity-provider.entity.js';
import type { AddIdentityProviderInput, ChangeIdentityProviderInput } from './identity-provider.inputs.js';
import './identity-provider.policy.js';
import { cleaned, problemsOfProvider, type ProviderSettings, trustsOtherwise } from './identity-provider.rules.js';
import { RemovedIdentityProvider } from './identity-provider.type.js';
import { mayAsk } from './provider-fetch.js';
import { ProvidersService } from './providers.service.js';
import { ProviderChangedMeanwhile } from './sign-in.refusals.js';
import { SignInSessionsService } from './sign-in-sessions.service.js';

const IN_CONFIGURATION = 'This provider stands in the configuration of the installation and is changed there.';

/** Which identity providers are trusted, and on what terms. */
@Injectable()
export class IdentityProvidersService {
  constructor(
    private readonly config: Config,
    private readonly providers: ProvidersService,
    private readonly sessions: SignInSessionsService,
    private readonly checks: GrantChecksService,
  ) {}

  /** The one of the configuration first, then by name. */
  async all(viewer: Viewer): Promise<IdentityProvider[]> {
    const rows = await viewer.tx.manager.find(IdentityProvider, { order: { name: 'ASC', id: 'ASC' } });
    const configured = this.providers.configured();
    return configured ? [configured, ...rows] : rows;
  }

  /** Those that are on, for the page before sign-in. */
  async offered(viewer: Viewer): Promise<IdentityProvider[]> {
    const all = await this.all(viewer);
    return all.filter(
      (each) => each.state === 'IN_USE' && (each.fromConfiguration || !this.providers.isConfigured(each.issuer)),
    );
  }

  peopleLinked(viewer: Viewer, provider: IdentityProvider): Promise<number | null> {
    return viewer.load('people linked to', issuerKey(provider.issuer), async (issuers) => {
      const rows = await viewer.tx.query<{ issuer: string; people: string }>(
        'SELECT issuer, count(*) AS people FROM identity_link WHERE issuer = ANY ($1) GROUP BY issuer',
        [[...issuers]],
      );
      return new Map(rows.map(({ issuer, people }) => [issuer, Number(people)]));
    });
  }

  /** In plain words, what keeps people from signing in by it; null when nothing is known. */
  problemOf(provider: IdentityProvider): string | null {
    if (!provider.fromConfiguration && this.providers.isConfigured(provider.issuer))
      return 'The configuration names the same issuer; its settings count.';
    const lost = provider.secretKey !== null && provider.secretKey !== this.providers.box.keyName;
    return lost ? 'The client secret cannot be read since SESSION_SECRET changed. Enter it again.' : null;
  }

  async add(viewer: Viewer, input: AddIdentityProviderInput): Promise<IdentityProvider | InvalidInput> {
    await viewer.tx.aloneIn('identity providers');
    const settings = cleaned(changed(NOTHING_YET, input));
    const problems = await this.problemsOf(viewer, settings, input.clientSecret, null);
    if (problems) return problems;
    const provider = viewer.tx.manager.create(IdentityProvider, {
      id: newId(),
      ...settings,
      secretKey: null,
      hasSecret: false,
      createdAt: viewer.now,
      changedAt: viewer.now,
      ...(await this.asked(viewer)),
    });
    await viewer.tx.manager.insert(IdentityProvider, provider);
    if (input.clientSecret) await this.keepSecret(viewer, provider, input.clientSecret);
    return provider;
  }

  async change(
    viewer: Viewer,
    id: string,
    input: ChangeIdentityProviderInput,
    signInId: string | null,
  ): Promise<IdentityProvider | InvalidInput | NotAllowed | NotFound> {
    await viewer.tx.aloneIn('identity providers');
    const provider = await this.byId(viewer, id);
    if (!provider) return new NotFound('This provider');
    if (!can(viewer, 'change', provider)) return new NotAllowed(IN_CONFIGURATION);
    const settings = cleaned(changed(provider, input));
    const problems = await this.problemsOf(viewer, settings, input.clientSecret, provider);
    if (problems) return problems;
    const otherwise = trustsOtherwise(provider, settings);
    const asked = otherwise ? await this.asked(viewer) : {};
    await viewer.tx.manager.update(IdentityProvider, { id }, { ...settings, ...asked, changedAt: viewer.now });
    const moved = issuerKey(provider.issuer) !== issuerKey(settings.issuer);
    const waits = 'approvedAt' in asked && asked.approvedAt === null;
    if (moved || waits || (provider.enabled && !settings.enabled)) await this.endSessionsOf(viewer, provider, signInId);
    if (moved) await this.forgetAccountsOf(viewer, provider);
    Object.assign(provider, settings, asked, { changedAt: viewer.now });
    if (input.clientSecret !== undefined && input.clientSecret !== null)
      await this.keepSecret(viewer, provider, input.clientSecret);
    return provider;
  }

  /** `askedAt` says what was looked at: nobody agrees to what they did not see. */
  async approve(
    viewer: Viewer,
    id: string,
    askedAt: Date,
  ): Promise<IdentityProvider | NotAllowed | NotFound | ProviderChangedMeanwhile> {
    await viewer.tx.aloneIn('identity providers');
    const provider = await this.byId(viewer, id);
    if (!provider) return new NotFound('This provider');
    if (provider.state !== 'WAITS') return new NotAllowed('Nothing waits for anybody here.');
    if (!can(viewer, 'approve', provider)) return new NotAllowed('A second administrator agrees, not who asked.');
    if (provider.askedAt.getTime() !== askedAt.getTime()) return new ProviderChangedMeanwhile();
    const approved = { approvedBy: viewer.personId, approvedAt: viewer.now, changedAt: viewer.now };
    await viewer.tx.manager.update(IdentityProvider, { id }, approved);
    return Object.assign(provider, approved);
  }

  /** With its links and the sign-ins that came by it; the one at work goes on. */
  async remove(
    viewer: Viewer,
    id: string,
    signInId: string | null,
  ): Promise<RemovedIdentityProvider | NotAllowed | NotFound> {
    await viewer.tx.aloneIn('identity providers');
    const provider = await this.byId(viewer, id);
    if (!provider) return new NotFound('This provider');
    if (!can(viewer, 'remove', provider)) return new NotAllowed(IN_CONFIGURATION);
    await this.endSessionsOf(viewer, provider, signInId);
    await viewer.tx.manager.delete(IdentityProvider, { id });
    await this.forgetAccountsOf(viewer, provider);
    return Object.assign(new RemovedIdentityProvider(), { id });
  }

  /** Waits as soon as there is somebody else who could agree. */
  private async asked(
    viewer: Viewer,
  ): Promise<Pick<IdentityProvider, 'askedBy' | 'askedAt' | 'approvedBy' | 'approvedAt'>> {
    const waits = (await this.checks.administratorsBesides(viewer, [viewer.personId])) > 0;
    return {
      askedBy: viewer.personId,
      askedAt: viewer.now,
      approvedBy: null,
      approvedAt: waits ? null : viewer.now,
    };
  }

  private async byId(viewer: Viewer, id: string): Promise<IdentityProvider | null> {
    if (id === CONFIGURED_ID) return this.providers.configured();
    return isId(id) ? viewer.tx.manager.findOneBy(IdentityProvider, { id }) : null;
  }

  private async endSessionsOf(viewer: Viewer, provider: IdentityProvider, but: string | null): Promise<void> {
    await this.sessions.endWhere(viewer, 'ENDED_BY_ADMINISTRATOR', 'issuer = $3 AND id IS DISTINCT FROM $4::uuid', [
      issuerKey(provider.issuer),
      but,
    ]);
  }

  private async forgetAccountsOf(viewer: Viewer, { issuer }: IdentityProvider): Promise<void> {
    if (this.providers.isConfigured(issuer)) return;
    await viewer.tx.query('DELETE FROM identity_link WHERE issuer = $1', [issuerKey(issuer)]);
  }

  private async keepSecret(viewer: Viewer, provider: IdentityProvider, secret: string): Promise<void> {
    const { box } = this.providers;
    const sealed = secret ? box.seal(secret, this.providers.boundTo(provider)) : null;
    const secretKey = secret ? box.keyName : null;
    await viewer.tx.query('UPDATE identity_provider SET client_secret = $2, secret_key = $3 WHERE id = $1', [
      provider.id,
      sealed,
      secretKey,
    ]);
    Object.assign(provider, { secretKey, hasSecret: sealed !== null });
  }

  private async problemsOf(
    viewer: Viewer,
    settings: ProviderSettings,
    clientSecret: string | null | undefined,
    before: IdentityProvider | null,
  ): Promise<InvalidInput | null> {
    const problems = problemsOfProvider(settings, clientSecret, before);
    const say = (field: string, message: string) => problems.push({ field, message });
    if (!mayAsk(settings.issuer, !this.config.production))
      say('issuer', 'The issuer is an address that begins with https://.');
    else if (await this.isTaken(viewer, settings.issuer, before?.id ?? null))
      say('issuer', 'This issuer is set up already.');
    return problems.length > 0 ? new InvalidInput(problems) : null;
  }

  private async isTaken(viewer: Viewer, issuer: string, but: string | null): Promise<boolean> {
    if (this.providers.isConfigured(issuer)) return true;
    const rows = await viewer.tx.query(
      "SELECT FROM identity_provider WHERE rtrim(issuer, '/') = $1 AND id IS DISTINCT FROM $2::uuid",
      [issuerKey(issuer), but],
    );
    return rows.length > 0;
  }
}

/** The terms on which a new provider is trusted, as far as nothing else is said. */
const NOTHING_YET: ProviderSettings = {
  name: '',
  issuer: '',
  clientId: '',
  enabled: true,
  trustUnverifiedEmail: false,
  personNumberClaim: null,
  createPeople: false,
  allowedDomains: [],
};

/** What is left out, or null, stays as it was. */
function changed(provider: ProviderSettings, input: ChangeIdentityProviderInput): ProviderSettings {
  return {
    name: input.name ?? provider.name,
    issuer: input.issuer ?? provider.issuer,
    clientId: input.clientId ?? provider.clientId,
    enabled: input.enabled ?? provider.enabled,
    trustUnverifiedEmail: input.trustUnverifiedEmail ?? provider.trustUnverifiedEmail,
    personNumberClaim: input.personNumberClaim ?? provider.personNumberClaim,
    createPeople: input.createPeople ?? provider.createPeople,
    allowedDomains: input.allowedDomains ?? provider.allowedDomains,
  };
}
