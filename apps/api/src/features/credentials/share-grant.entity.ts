import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Sending } from './share-mail.rules.js';

/** One piece of the evidence behind a credential. */
export interface ChosenEvidence {
  credentialId: string;
  nth: number;
}

/** A holder shows a credential to whoever has the link. */
@Entity('share_grant')
export class ShareGrant {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  credentialId: string;

  /** 128 random bits; nothing can be learnt from it and it cannot be guessed. */
  @Column('text')
  token: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  /** For what the holder made it, in the holder's own words; nobody else reads them. */
  @Column('text')
  purpose: string;

  /** Shown besides the one it was made for. */
  @Column('uuid', { array: true })
  furtherIds: string[];

  /** What is shown of the evidence behind them, by its number in the credential. */
  @Column('jsonb')
  evidence: ChosenEvidence[];

  /** To whom the holder sent it from here, and when. */
  @Column('jsonb')
  sent: Sending[];

  /** How often it was opened; never by whom. */
  @Column('int')
  views: number;
}
