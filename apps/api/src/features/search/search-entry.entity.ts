import { Column, Entity, PrimaryColumn } from 'typeorm';

export type SearchKind = 'ACHIEVEMENT' | 'SKILL' | 'JOB_ROLE' | 'COURSE' | 'FRAMEWORK';

/** A published thing in the words that people look for. Written by what listens, never by a request. */
@Entity('search_entry')
export class SearchEntry {
  @PrimaryColumn('text')
  kind: SearchKind;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;

  /** Where it belongs: the framework, the family, the provider. */
  @Column('text')
  context: string;

  @Column('text', { nullable: true })
  code: string | null;

  @Column('text', { array: true })
  synonyms: string[];

  /** The version or catalogue that it came with. */
  @Column('uuid')
  sourceId: string;

  @Column('int')
  weight: number;
}
