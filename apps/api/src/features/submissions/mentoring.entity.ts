import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody is asked to help with prior learning, and says yes or no. */
@Entity('mentor_request')
export class MentorRequest {
  @PrimaryColumn('uuid')
  submissionId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('timestamptz')
  askedAt: Date;

  @Column('text')
  message: string;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('boolean', { nullable: true })
  accepted: boolean | null;
}

/** Whoever helps, or ever helped, with a submission. They never assess its candidate. */
@Entity('prior_learning_mentor')
export class PriorLearningMentor {
  @PrimaryColumn('uuid')
  submissionId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('timestamptz')
  since: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

/** What mentor and candidate write to each other beside a draft. It is no part of what is handed in. */
@Entity('mentor_note')
export class MentorNote {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  submissionId: string;

  @Column('uuid')
  authorId: string;

  /** Null: about all of it. */
  @Column('text', { nullable: true })
  criterionId: string | null;

  @Column('text')
  words: string;

  @Column('timestamptz')
  at: Date;
}
