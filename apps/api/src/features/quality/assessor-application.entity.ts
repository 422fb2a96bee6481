import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ApplicationKind = 'APPLIED' | 'INVITED';
export type ApplicationAnswer = 'ACCEPTED' | 'DECLINED' | 'TAKEN_BACK';

/** Somebody who holds the skill asks to assess it, or is asked to. */
@Entity('assessor_application')
export class AssessorApplication {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  achievementId: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  kind: ApplicationKind;

  @Column('text')
  message: string;

  @Column('timestamptz')
  askedAt: Date;

  @Column('uuid')
  askedBy: string;

  @Column('text', { nullable: true })
  answer: ApplicationAnswer | null;

  @Column('text', { default: '' })
  answerReason: string;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { nullable: true })
  answeredBy: string | null;
}
