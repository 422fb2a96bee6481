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

  /** What the organisation calls this person in its other systems. */
  @Column('text', { nullable: true })
  personNumber: string | null;

  /** False: shut out at once, whatever the dates say. Whether somebody is with us is asked of `isWithUs`. */
  @Column('boolean')
  active: boolean;

  /** The last day with us; null while nobody has said that it ends. */
  @Column('date', { nullable: true })
  lastDay: string | null;

  /** Why it ends, or why somebody was deactivated, as it was recorded. */
  @Column('text', { nullable: true })
  leavingReason: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** When everything that named them was erased; whoever was cannot come back as who they were. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;

  isWithUs(day: string): boolean {
    return this.active && (this.lastDay === null || this.lastDay >= day);
  }

  /** First letters of the first and the last name. */
  get initials(): string {
    const words = this.displayName.trim().split(/\s+/);
    const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
    return letters.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('');
  }
}
