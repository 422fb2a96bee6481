import { Column, Entity, PrimaryColumn } from 'typeorm';

/** OWN: badges of this installation. ANY: those of others as well. */
export type KeyScope = 'OWN' | 'ANY';

/** A key by which a known system has badges checked. The key itself was told once; here is only its digest. */
@Entity('verification_key')
export class VerificationKey {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  scope: KeyScope;

  /** SHA-256. Never selected: nobody needs to read it. */
  @Column('bytea', { select: false })
  digest?: Buffer;

  /** The first characters, so that people recognise it. */
  @Column('text')
  prefix: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy: string | null;
}

/** Who shows a key. */
export interface KnownKey {
  id: string;
  name: string;
  scope: KeyScope;
}
