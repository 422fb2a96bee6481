import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EndorsementState } from './endorsement.rules.js';

/** What somebody says for a credential that another holds. */
@Entity('endorsement')
export class Endorsement {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  credentialId: string;

  @Column('uuid')
  awardId: string;

  @Column('uuid')
  holderId: string;

  @Column('uuid')
  askedBy: string;

  /** A colleague; null for somebody from outside. */
  @Column('uuid', { nullable: true })
  endorserId: string | null;

  @Column('text')
  endorserName: string;

  @Column('text')
  endorserEmail: string;

  @Column('text')
  message: string;

  @Column('timestamptz')
  askedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('text', { nullable: true })
  tokenHash: string | null;

  @Column('text')
  state: EndorsementState;

  @Column('text')
  capacity: string;

  @Column('text')
  words: string;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('boolean')
  shown: boolean;

  /** The signed document, byte for byte. */
  @Column('text', { nullable: true })
  document: string | null;

  @Column('timestamptz', { nullable: true })
  signedAt: Date | null;

  @Column('int', { nullable: true })
  listId: number | null;

  @Column('int', { nullable: true })
  place: number | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { nullable: true })
  withdrawnBy: 'ENDORSER' | 'KEEPER' | null;

  @Column('text')
  withdrawnReason: string;
}
