import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One piece of evidence of an exemplar: words, or an address. */
export interface ExemplarItem {
  letter: string;
  title: string;
  text: string;
  url: string | null;
}

/** What a criterion of an exemplar is worth, and why. */
export interface DefinitiveLevel {
  criterionId: string;
  level: number | null;
  reason: string;
}

/** Work whose worth is known, without the name of whoever did it. */
@Entity('exemplar')
export class Exemplar {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  achievementId: string;

  @Column('uuid')
  achievementVersionId: string;

  @Column('text')
  title: string;

  /** What it was made of; null: somebody wrote it. */
  @Column('uuid', { nullable: true })
  submissionId: string | null;

  @Column('jsonb')
  items: ExemplarItem[];

  @Column('int')
  revision: number;

  @Column('timestamptz')
  madeAt: Date;

  @Column('uuid')
  madeBy: string;

  @Column('timestamptz')
  savedAt: Date;

  /** Since when two people agree on its worth; from then on it does not change. */
  @Column('timestamptz', { nullable: true })
  agreedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;

  @Column('text', { nullable: true })
  retiredReason: string | null;
}

/** What an exemplar is worth. One person says so, another agrees. */
@Entity('definitive_mark')
export class DefinitiveMark {
  @PrimaryColumn('uuid')
  exemplarId: string;

  @Column('uuid')
  achievementId: string;

  @Column('jsonb')
  criteria: DefinitiveLevel[];

  @Column('timestamptz')
  proposedAt: Date;

  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz', { nullable: true })
  agreedAt: Date | null;

  @Column('uuid', { nullable: true })
  agreedBy: string | null;
}
