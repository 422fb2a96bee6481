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
}
