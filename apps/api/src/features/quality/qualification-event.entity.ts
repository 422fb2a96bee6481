import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssessorState } from '../assessments/assessor-qualification.entity.js';

export type QualificationEventKind = 'NAMED' | 'TRAINED' | 'CALIBRATED' | 'STATE' | 'VALIDITY' | 'ENDED';

/** What happened to somebody's standing as an assessor. Never changes. */
@Entity('qualification_event')
export class QualificationEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  qualificationId: string;

  @Column('uuid')
  achievementId: string;

  @Column('timestamptz')
  at: Date;

  /** Null: the product itself, after a calibration. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text')
  kind: QualificationEventKind;

  @Column('text', { nullable: true })
  fromState: AssessorState | null;

  @Column('text', { nullable: true })
  toState: AssessorState | null;

  @Column('text')
  reason: string;
}
