import { Column, Entity, PrimaryColumn } from 'typeorm';

export const STEP_KINDS = [
  'ADD_SKILL',
  'REMOVE_SKILL',
  'MOVE_SKILL',
  'ADD_RELATION',
  'REMOVE_RELATION',
  'MERGE_SKILLS',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Tables whose rows a step may add and take out. */
export const STEP_TABLES = ['skill_revision', 'skill_relation', 'job_role_requirement'] as const;
export type StepTable = (typeof STEP_TABLES)[number];

export type RemovedRows = Partial<Record<StepTable, object[]>>;
export type AddedIds = Partial<Record<StepTable, string[]>>;

/** One change of a draft's structure, kept so that it can be taken back. Wordings are saved beside, field by field. */
@Entity('framework_step')
export class FrameworkStep {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  frameworkId: string;

  @Column('text')
  kind: StepKind;

  @Column('text')
  subject: string;

  @Column('jsonb')
  removed: RemovedRows;

  @Column('jsonb')
  added: AddedIds;

  @Column('uuid')
  madeBy: string;

  @Column('timestamptz')
  madeAt: Date;

  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null;
}
