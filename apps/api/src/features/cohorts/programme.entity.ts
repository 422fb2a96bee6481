import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A set of achievements that somebody runs. */
@Entity('programme')
export class Programme {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  summary: string;

  /** Who runs it, and whom people ask about it. */
  @Column('uuid')
  leadId: string;

  /** In the order in which they are shown. */
  @Column('uuid', { array: true })
  achievementIds: string[];

  @Column({ type: 'uuid', update: false })
  createdBy: string;

  @Column({ type: 'timestamptz', update: false })
  createdAt: Date;

  /** From then on no cohort begins. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
