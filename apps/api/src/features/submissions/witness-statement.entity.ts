import { Column, Entity, PrimaryColumn } from 'typeorm';

export type WitnessAnswer = 'CONFIRMED' | 'DECLINED';
/** Through the link that was sent to them, or signed in as a colleague. */
export type AnsweredBy = 'LINK' | 'SIGNED_IN';

/**
 * What somebody else says of a piece of evidence: asked by its owner, written by the witness, and never changed once written.
 * The words stand here and not in the item, so that nobody can write them for the witness.
 */
@Entity('witness_statement')
export class WitnessStatement {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  ownerId: string;

  @Column('uuid')
  itemId: string;

  /** A colleague is known as such. Null: somebody from outside. */
  @Column('uuid', { nullable: true })
  witnessPersonId: string | null;

  @Column('text')
  witnessEmail: string;

  @Column('text')
  witnessName: string;

  @Column('text')
  about: string;

  @Column('text')
  question: string;

  /** Where an attested item is kept. */
  @Column('text', { nullable: true })
  keptAt: string | null;

  @Column('date', { nullable: true })
  madeOn: string | null;

  @Column('timestamptz')
  askedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  /** SHA-256 of what stands in the link. */
  @Column('text', { nullable: true })
  tokenHash: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('text', { nullable: true })
  answer: WitnessAnswer | null;

  @Column('text', { nullable: true })
  answeredBy: AnsweredBy | null;

  @Column('text', { nullable: true })
  capacity: string | null;

  @Column('date', { nullable: true })
  sawOn: string | null;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { nullable: true })
  digest: string | null;
}
