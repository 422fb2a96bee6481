import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the last requests of a client, without its contents. */
@Entity('scim_request')
export class ScimRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  clientId: string;

  @Column('uuid')
  tokenId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  method: string;

  /** With `:id` where an id stood. */
  @Column('text')
  path: string;

  @Column('int')
  status: number;

  @Column('text', { nullable: true })
  scimType: string | null;

  @Column('text', { nullable: true })
  detail: string | null;

  @Column('int')
  milliseconds: number;
}
