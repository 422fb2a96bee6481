import type { Role } from '@assay/access';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a grant came from. */
export type GrantOrigin = 'PERSON' | 'SCIM' | 'SETUP' | 'IMPORT' | 'COMMAND';

/** Whether a second person has to agree. NOBODY_ELSE: would have had to, but nobody else could. */
export type GrantApproval = 'NOT_NEEDED' | 'NOBODY_ELSE' | 'SECOND_PERSON';

/** A role in the programme that somebody was given, from one time to another, everywhere or within limits. */
@Entity('role_grant')
export class RoleGrant {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  role: Role;

  /** People of this unit and below; null: everybody. */
  @Column('uuid', { nullable: true })
  scopeUnitId: string | null;

  /** This achievement in all its versions; null: every one. */
  @Column('uuid', { nullable: true })
  scopeAchievementId: string | null;

  /** Null while it waits for a second person, and for ever when that one declined: what has no start is never in force. */
  @Column('timestamptz', { nullable: true })
  startsAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  /** When it is to begin once it is approved; null: at once. */
  @Column('timestamptz', { nullable: true })
  wantedFrom: Date | null;

  @Column('timestamptz')
  grantedAt: Date;

  /** Null: by the product itself, which `origin` explains. */
  @Column('uuid', { nullable: true })
  grantedBy: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text')
  origin: GrantOrigin;

  @Column('uuid', { nullable: true })
  groupId: string | null;

  @Column('text')
  approval: GrantApproval;

  @Column('uuid', { nullable: true })
  approvedBy: string | null;

  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;

  @Column('uuid', { nullable: true })
  declinedBy: string | null;

  @Column('timestamptz', { nullable: true })
  declinedAt: Date | null;

  @Column('text', { nullable: true })
  declineReason: string | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;

  @Column('text', { nullable: true })
  endReason: string | null;
}
