import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ConflictKind = 'FAMILY' | 'FRIENDSHIP' | 'SHARED_WORK' | 'BUSINESS' | 'OTHER';

/** Somebody says that they are too near to another to judge fairly. It counts both ways until it is ended. */
@Entity('conflict_declaration')
export class ConflictDeclaration {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  otherPersonId: string;

  @Column('text')
  kind: ConflictKind;

  @Column('text')
  note: string;

  @Column('timestamptz')
  since: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
