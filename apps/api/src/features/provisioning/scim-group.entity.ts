import type { Role } from '@assay/access';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A group of a directory. An administrator may say which role its members have here. */
@Entity('scim_group')
export class ScimGroup {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  clientId: string;

  @Column('text')
  displayName: string;

  @Column('text', { nullable: true })
  externalId: string | null;

  @Column('int')
  version: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  modifiedAt: Date;

  /** Null: the group gives nothing. */
  @Column('text', { nullable: true })
  role: Role | null;

  @Column('uuid', { nullable: true })
  scopeUnitId: string | null;

  @Column('uuid', { nullable: true })
  mappedBy: string | null;

  @Column('timestamptz', { nullable: true })
  mappedAt: Date | null;

  @Column('uuid', { nullable: true })
  approvedBy: string | null;

  /** A role that was asked for and waits for a second administrator. */
  @Column('text', { nullable: true })
  wantedRole: Role | null;

  @Column('uuid', { nullable: true })
  wantedUnitId: string | null;

  @Column('uuid', { nullable: true })
  wantedBy: string | null;

  @Column('timestamptz', { nullable: true })
  wantedAt: Date | null;
}
