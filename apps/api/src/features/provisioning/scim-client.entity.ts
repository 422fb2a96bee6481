import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A directory that provisions people here. */
@Entity('scim_client')
export class ScimClient {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Whether department and manager become dated employments, or are only kept. */
  @Column('boolean')
  managesEmployment: boolean;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  @Column('uuid', { nullable: true })
  removedBy: string | null;

  @Column('text', { nullable: true })
  removeReason: string | null;
}
