import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LostPart } from './stack-risk.rules.js';

/** OPEN waits for somebody to decide; KEPT: somebody said that it stands; OVER: it is complete again, or counts no longer. */
export type StackRiskState = 'OPEN' | 'KEPT' | 'OVER';

/** A larger badge that rests on something that counts no longer. Nothing happens to it unless somebody decides so. */
@Entity('stack_risk')
export class StackRisk {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  credentialId: string;

  @Column('uuid')
  personId: string;

  /** What counts no longer, as it was noticed. */
  @Column('jsonb')
  lost: LostPart[];

  @Column('text')
  state: StackRiskState;

  @Column('timestamptz')
  openedAt: Date;

  /** Why it stands all the same; its holder reads it. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
