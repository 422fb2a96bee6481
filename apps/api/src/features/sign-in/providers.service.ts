import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { CONFIGURED_ID, IdentityProvider, issuerKey } from './identity-provider.entity.js';
import { SecretBox } from './secret-box.js';
import type { UsableProvider } from './usable-provider.js';

/** On, and agreed to. */
export const IN_USE = 'enabled AND approved_at IS NOT NULL';

interface ProviderRow {
  id: string;
  name: string;
  issuer: string;
  client_id: string;
  client_secret: Buffer | null;
  trust_unverified_email: boolean;
  person_number_claim: string | null;
  create_people: boolean;
  allowed_domains: string[];
  changed_at: Date;
}

/** The providers that are on, with their secrets: for signing in, under the product's own database role. */
@Injectable()
export class ProvidersService {
  readonly box: SecretBox;

  constructor(private readonly config: Config) {
    this.box = new SecretBox(config.sessionSecret);
  }

  /** The one of the configuration, as if it were a row. */
  configured(): IdentityProvider | null {
    const { oidc } = this.config;
    if (!oidc) return null;
    return Object.assign(new IdentityProvider(), {
      id: CONFIGURED_ID,
      name: oidc.name,
      issuer: oidc.issuer,
      clientId: oidc.clientId,
      secretKey: null,
      hasSecret: oidc.clientSecret !== null,
      enabled: true,
      trustUnverifiedEmail: false,
      personNumberClaim: null,
      createPeople: false,
      allowedDomains: [],
      createdAt: new Date(0),
      changedAt: new Date(0),
      askedBy: null,
      askedAt: new Date(0),
      approvedBy: null,
      // Whoever runs the installation decided on it.
      approvedAt: new Date(0),
    });
  }

  /** What a secret belongs to: sealed for one issuer and client, it cannot be sent to another. */
  boundTo(provider: { id: string; issuer: string; clientId: string }): string {
    return [provider.id, issuerKey(provider.issuer), provider.clientId].join('\n');
  }

  async usable(system: Viewer, id: string): Promise<UsableProvider | null> {
    if (id === CONFIGURED_ID) return this.configuredUsable();
    const [row] = await system.tx.query<ProviderRow>(`SELECT * FROM identity_provider WHERE id = $1 AND ${IN_USE}`, [
      id,
    ]);
    return row && !this.isConfigured(row.issuer) ? this.fromRow(row) : null;
  }

  async usableByIssuer(system: Viewer, issuer: string): Promise<UsableProvider | null> {
    if (this.isConfigured(issuer)) return this.configuredUsable();
    const [row] = await system.tx.query<ProviderRow>(
      `SELECT * FROM identity_provider WHERE rtrim(issuer, '/') = $1 AND ${IN_USE}`,
      [issuerKey(issuer)],
    );
    return row ? this.fromRow(row) : null;
  }

  isConfigured(issuer: string): boolean {
    return this.config.oidc !== null && issuerKey(this.config.oidc.issuer) === issuerKey(issuer);
  }

  private configuredUsable(): UsableProvider | null {
    const { oidc } = this.config;
    if (!oidc) return null;
    const believed = { trustUnverifiedEmail: false, personNumberClaim: null, createPeople: false, allowedDomains: [] };
    return { id: CONFIGURED_ID, ...oidc, ...believed, edition: 'configured' };
  }

  /** Null when its secret cannot be opened: without, it would be asked as if it had never had one. */
  private fromRow(row: ProviderRow): UsableProvider | null {
    const known = { id: row.id, issuer: row.issuer, clientId: row.client_id };
    const clientSecret = row.client_secret && this.box.open(row.client_secret, this.boundTo(known));
    if (row.client_secret && clientSecret === null) return null;
    return {
      ...known,
      name: row.name,
      clientSecret,
      trustUnverifiedEmail: row.trust_unverified_email,
      personNumberClaim: row.person_number_claim,
      createPeople: row.create_people,
      allowedDomains: row.allowed_domains,
      edition: row.changed_at.toISOString(),
    };
  }
}
