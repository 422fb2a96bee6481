import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody says that a submission is void, and another confirms it or does not. */
@Entity('malpractice_case')
export class MalpracticeCase {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  submissionId: string;

  @Column('text')
  reason: string;

  @Column('text')
  state: 'PROPOSED' | 'CONFIRMED' | 'DROPPED';

  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz')
  proposedAt: Date;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
