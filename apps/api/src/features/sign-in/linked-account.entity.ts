import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom an issuer's account is here: made by the first sign-in with it, and for good until it is forgotten. */
@Entity('identity_link')
export class LinkedAccount {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  issuer: string;

  @Column('text')
  subject: string;

  @Column('uuid')
  personId: string;

  @Column('timestamptz')
  linkedAt: Date;
}
