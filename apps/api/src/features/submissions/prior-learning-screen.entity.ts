import { Column, Entity, PrimaryColumn } from 'typeorm';

export type Stance = 'YES' | 'PARTLY' | 'NO';

/** Where somebody puts themselves against one outcome. */
export interface ScreenedOutcome {
  /** Its place among the outcomes of the version, from 0. */
  outcome: number;
  stance: Stance | null;
  /** Where they did it. */
  words: string;
}

/** Identification: somebody looks for themselves whether they could this before. Nobody else sees it. */
@Entity('prior_learning_screen')
export class PriorLearningScreen {
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('uuid')
  achievementVersionId: string;

  @Column('jsonb')
  answers: ScreenedOutcome[];

  @Column('int')
  revision: number;

  @Column('timestamptz')
  savedAt: Date;
}
