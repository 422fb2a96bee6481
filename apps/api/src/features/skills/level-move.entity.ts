import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where people go, when a version is published, who stand on a rung of an earlier one. */
@Entity('job_role_level_move')
export class LevelMoveChoice {
  @PrimaryColumn('uuid')
  frameworkId: string;

  @PrimaryColumn('uuid')
  fromLevelId: string;

  @Column('uuid')
  toLevelId: string;

  /** Null: the code said it. */
  @Column('uuid', { nullable: true })
  chosenBy: string | null;

  /** Null: not yet. */
  @Column('timestamptz', { nullable: true })
  movedAt: Date | null;

  @Column('int', { nullable: true })
  people: number | null;
}
