import { Column, Entity, PrimaryColumn } from 'typeorm';

export type SignInMethod = 'DEMO' | 'OPENID_CONNECT' | 'SETUP_LINK' | 'CLAIM_LINK';
export type SessionEnd =
  | 'SIGNED_OUT'
  | 'ENDED_BY_PERSON'
  | 'ENDED_BY_ADMINISTRATOR'
  | 'ENDED_BY_PROVIDER'
  | 'REPLACED'
  | 'LEFT';

/** One sign-in of a person in one browser, from its beginning to its end. */
@Entity('sign_in_session')
export class SignInSession {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  method: SignInMethod;

  @Column('text', { nullable: true })
  providerName: string | null;

  @Column('text', { nullable: true })
  issuer: string | null;

  @Column('text', { nullable: true })
  subject: string | null;

  @Column('text', { nullable: true })
  providerSid: string | null;

  @Column('text')
  device: string;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz')
  seenAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  endedBecause: SessionEnd | null;
}
