import { Column, Entity, PrimaryColumn } from 'typeorm';

export type MailState = 'WAITING' | 'SENT' | 'FAILED';

/** A mail that the product sends: to whom and how far it is. What it says stands apart, where no person reads it. */
@Entity('mail')
export class Mail {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: string;

  @Column('text')
  toAddress: string;

  @Column('uuid', { nullable: true })
  toPersonId: string | null;

  @Column('text')
  state: MailState;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  @Column('int')
  attempts: number;

  /** What the mail server said last. */
  @Column('text', { nullable: true })
  problem: string | null;
}
