import { Column, Entity, PrimaryColumn } from 'typeorm';

export type EvidenceKind = 'FILE' | 'LINK' | 'TEXT' | 'WITNESS' | 'ATTESTED';

/** Something that supports a claim, in a person's private library. It can serve many submissions. */
@Entity('evidence_item')
export class EvidenceItem {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  kind: EvidenceKind;

  @Column('text')
  title: string;

  @Column('text')
  note: string;

  /** Never fetched: whoever looks at the evidence opens it themselves. */
  @Column('text', { nullable: true })
  url: string | null;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('uuid', { nullable: true })
  fileId: string | null;

  /** The completion of a course that the organisation recorded; such words are not the owner's to change. */
  @Column('uuid', { nullable: true })
  courseCompletionId: string | null;

  /** The badge from elsewhere that it is; such words are not the owner's to change. */
  @Column('uuid', { nullable: true })
  externalCredentialId: string | null;

  /** Where an attested item is kept; it never leaves that place. */
  @Column('text', { nullable: true })
  keptAt: string | null;

  /** In the owner's own words, to find it again. */
  @Column('text', { array: true })
  tags: string[];

  /** Skills that the owner says it is about. */
  @Column('uuid', { array: true })
  skillIds: string[];

  @Column('date', { nullable: true })
  madeOn: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('int')
  revision: number;
}
