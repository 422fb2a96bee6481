import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditOutcome } from './audit-entry.type.js';

/** One act that was done, refused or failed. Only ever added, by privilege. */
@Entity('audit_entry')
export class AuditEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  /** Null for strangers and for the product itself. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text')
  actorKind: 'person' | 'stranger' | 'system';

  @Column('text')
  operation: string;

  @Column('text', { nullable: true })
  target: string | null;

  @Column('jsonb')
  detail: Record<string, unknown>;

  /** Follows from the detail; the database works it out. */
  @Column({ type: 'text', insert: false, update: false })
  outcome: AuditOutcome;

  @Column('text')
  digest: string;
}
