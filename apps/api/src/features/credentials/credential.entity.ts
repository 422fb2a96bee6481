import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether the issuer still stands behind it. Expired is derived from its dates. */
export type CredentialStatus = 'ACTIVE' | 'SUSPENDED' | 'REVOKED';

/** Why somebody changed what becomes of a credential. */
export const STATUS_CAUSES = [
  'UNDER_REVIEW',
  'ISSUED_IN_ERROR',
  'DECISION_OVERTURNED',
  'MALPRACTICE',
  'NO_LONGER_TRUE',
  'HOLDER_ASKED',
  'CLEARED',
  'CORRECTED',
] as const;
export type StatusCause = (typeof STATUS_CAUSES)[number];

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

  /** Why it is as it is, in a word that strangers may read; null while nothing was done to it. */
  @Column('text', { nullable: true })
  statusCause: StatusCause | null;

  @Column('timestamptz', { nullable: true })
  statusSince: Date | null;

  /** The edition that says it right. */
  @Column('uuid', { nullable: true })
  supersededBy: string | null;

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

/** As much of it as whoever has only a link can see. */
export type SeenCredential = Pick<Credential, 'id' | 'achievementVersionId' | 'digest' | 'status' | 'document'>;
