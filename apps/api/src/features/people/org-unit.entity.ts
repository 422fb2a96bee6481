import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of the organisation. Units form a tree. */
@Entity('org_unit')
export class OrgUnit {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('uuid', { nullable: true })
  parentId: string | null;
}
