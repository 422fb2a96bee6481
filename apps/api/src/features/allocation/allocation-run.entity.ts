import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AllocationProblem, AllocationRule, Allotment } from './allocation.rules.js';

export type AllocationKind = 'ONLINE' | 'NIGHTLY';

/** One time that work was given out, with everything that is needed to draw the same again. */
@Entity('allocation_run')
export class AllocationRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  kind: AllocationKind;

  @Column('text')
  seed: string;

  @Column('text')
  rule: AllocationRule;

  @Column('jsonb')
  inputs: AllocationProblem;

  /** SHA-256 of the inputs. */
  @Column('text')
  inputsDigest: string;

  @Column('jsonb')
  result: Allotment[];

  @Column('uuid', { nullable: true })
  byId: string | null;
}
