import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody of the organisation. What they do and for whom is in dated employments. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  displayName: string;

  @Column('text')
  email: string;

  @Column('boolean')
  active: boolean;

  @Column('timestamptz')
  createdAt: Date;

  /** First letters of the first and the last name. */
  get initials(): string {
    const words = this.displayName.trim().split(/\s+/);
    const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
    return letters.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('');
  }
}
