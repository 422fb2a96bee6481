import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AwardPlan } from '../credentials/award.entity.js';
import type { StatusCause } from '../credentials/credential.entity.js';
import type { ChangeKind, ChangeState } from './credential-life.lifecycle.js';

/** One thing that a correction says differently. */
export interface Correction {
  field: 'HOLDER_NAME' | 'VALID_FROM' | 'VALID_UNTIL' | 'BADGE_NAME' | 'BADGE_TEXT';
  was: string | null;
  becomes: string | null;
}

/** What somebody had done to a credential after it was signed, and why. */
@Entity('credential_change')
export class CredentialChange {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  credentialId: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  kind: ChangeKind;

  @Column('text')
  cause: StatusCause;

  /** What the holder reads. */
  @Column('text')
  reason: string;

  @Column('text')
  state: ChangeState;

  @Column('jsonb')
  corrections: Correction[];

  /** Of a correction: everything the next edition is made of. */
  @Column('jsonb', { nullable: true })
  plan: AwardPlan | null;

  @Column('uuid')
  askedBy: string;

  @Column('timestamptz')
  askedAt: Date;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;
}
