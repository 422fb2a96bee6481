import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a client shows to get in. The token itself was told once; here is only its digest. */
@Entity('scim_token')
export class ScimToken {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  clientId: string;

  /** SHA-256. Never selected: nobody needs to read it. */
  @Column('bytea', { select: false })
  digest: Buffer;

  /** The first characters, so that people recognise it. */
  @Column('text')
  prefix: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy: string | null;
}
