import type { Check, Verdict } from '@assay/credential';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExternalState, Outcome } from './recognition.lifecycle.js';

/** A skill at a level that a badge from elsewhere is taken to show. */
export interface MappedSkill {
  skillId: string;
  ordinal: number;
}

/** Whether a badge says that it is this person's. */
export type RecipientState = 'MATCHED' | 'OTHER' | 'UNNAMED' | 'UNREADABLE';

/** A badge that somebody earned elsewhere: exactly as it came, what was found about it, and what it counts for here. */
@Entity('external_credential')
export class ExternalCredential {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  state: ExternalState;

  @Column('text')
  source: 'FILE' | 'ADDRESS';

  @Column('text')
  fileName: string;

  @Column('text', { nullable: true })
  address: string | null;

  /** Read by the check alone. */
  @Column('bytea', { nullable: true, select: false })
  content?: Buffer | null;

  @Column('text', { nullable: true })
  digest: string | null;

  @Column('timestamptz')
  broughtAt: Date;

  @Column('timestamptz', { nullable: true })
  checkedAt: Date | null;

  @Column('text', { nullable: true })
  verdict: Verdict | null;

  @Column('jsonb')
  checks: Check[];

  /** In the words of Open Badges 3.0; null where nothing in it may be shown. */
  @Column('jsonb', { nullable: true })
  document: object | null;

  @Column('text', { nullable: true })
  recipient: RecipientState | null;

  /** Who issued it, as far as they are known here. */
  @Column('uuid', { nullable: true })
  providerId: string | null;

  /** Why it is theirs, where the badge does not say so by itself. */
  @Column('text')
  declaration: string;

  @Column('jsonb')
  skills: MappedSkill[];

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  @Column('text', { nullable: true })
  outcome: Outcome | null;

  @Column('text')
  reason: string;

  @Column('jsonb')
  recognised: MappedSkill[];

  @Column('date', { nullable: true })
  recognisedUntil: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
