import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One act that was done or refused. Only ever added, by privilege. */
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
}
