import type { Role } from '@assay/access';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role in the programme that somebody was given, from one time to another. */
@Entity('role_grant')
export class RoleGrant {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  role: Role;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  /** Null: granted when the product was set up. */
  @Column('uuid', { nullable: true })
  grantedBy: string | null;
}
