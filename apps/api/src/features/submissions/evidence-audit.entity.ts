import { Column, Entity, PrimaryColumn } from 'typeorm';

/** For how long an auditor sees what was handed in. */
export const AUDIT_MINUTES = 60;

/** An auditor opened what somebody handed in, for a while and for a reason that its owner reads. */
@Entity('evidence_audit')
export class EvidenceAudit {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  submissionId: string;

  @Column('uuid')
  ownerId: string;

  @Column('uuid')
  auditorId: string;

  @Column('text')
  reason: string;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz')
  until: Date;
}
