import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether the issuer still stands behind it. Expired is derived from its dates. */
export type CredentialStatus = 'ACTIVE' | 'SUSPENDED' | 'REVOKED';

/** One signed statement: an edition of an award. */
@Entity('credential')
export class Credential {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  awardId: string;

  @Column('int')
  edition: number;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  achievementVersionId: string;

  @Column('timestamptz')
  issuedAt: Date;

  @Column('timestamptz')
  validFrom: Date;

  @Column('timestamptz', { nullable: true })
  validUntil: Date | null;

  @Column('text')
  status: CredentialStatus;

  /** The signed document, byte for byte. */
  @Column('text')
  document: string;

  /** SHA-256 of the document, in hexadecimal. */
  @Column('text')
  digest: string;

  /** The key whose signature makes a token of it; null for those that were signed before there was one. */
  @Column('text', { nullable: true })
  tokenKey: string | null;

  /** That signature, in base64url. */
  @Column('text', { nullable: true })
  tokenSignature: string | null;
}
