import { Column, Entity, PrimaryColumn } from 'typeorm';

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

  /** How often it was opened; never by whom. */
  @Column('int')
  views: number;
}
