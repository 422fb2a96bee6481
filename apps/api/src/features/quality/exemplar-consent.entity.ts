import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether the author of an exemplar lets it stand in for live work. */
@Entity('exemplar_consent')
export class ExemplarConsent {
  @PrimaryColumn('uuid')
  exemplarId: string;

  @Column('uuid')
  achievementId: string;

  /** The author. */
  @Column('uuid')
  personId: string;

  @Column('timestamptz')
  askedAt: Date;

  /** Null: not answered yet, which is no. */
  @Column('boolean', { nullable: true })
  answer: boolean | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}
