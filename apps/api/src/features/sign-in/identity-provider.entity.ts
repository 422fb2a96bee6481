import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idFor } from '../../platform/database/id.js';

/** Of the one provider that the operator named in the configuration. It has no row. */
export const CONFIGURED_ID = idFor('identity provider', 'configuration');

/** Somebody else's sign-in that this organisation trusts. Its client secret is no column here: nothing reads it back. */
@Entity('identity_provider')
export class IdentityProvider {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  issuer: string;

  @Column('text')
  clientId: string;

  /** Which key the secret was sealed with; null without a secret. */
  @Column('text', { nullable: true })
  secretKey: string | null;

  @Column({ type: 'boolean', insert: false, update: false })
  hasSecret: boolean;

  @Column('boolean')
  enabled: boolean;

  @Column('boolean')
  trustUnverifiedEmail: boolean;

  @Column('text', { nullable: true })
  personNumberClaim: string | null;

  @Column('boolean')
  createPeople: boolean;

  @Column('text', { array: true })
  allowedDomains: string[];

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  changedAt: Date;

  /** Who decided on what it is trusted with now. */
  @Column('uuid', { nullable: true })
  askedBy: string | null;

  @Column('timestamptz')
  askedAt: Date;

  /** Null where there was nobody else who could have agreed. */
  @Column('uuid', { nullable: true })
  approvedBy: string | null;

  /** Null: it waits for a second administrator. */
  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;

  get state(): 'IN_USE' | 'WAITS' | 'OFF' {
    if (!this.enabled) return 'OFF';
    return this.approvedAt ? 'IN_USE' : 'WAITS';
  }

  get fromConfiguration(): boolean {
    return this.id === CONFIGURED_ID;
  }
}

/** One spelling of an issuer, by which accounts are kept and compared. */
export function issuerKey(issuer: string): string {
  return issuer.replace(/\/+$/, '');
}
