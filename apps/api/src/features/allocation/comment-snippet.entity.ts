import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Words that an assessor writes again and again. */
@Entity('comment_snippet')
export class CommentSnippet {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  words: string;

  @Column('timestamptz')
  savedAt: Date;
}
