import { Column, Entity, PrimaryColumn } from 'typeorm';

export type StudioKind = 'KIT' | 'CERTIFICATE';
export type StudioState = 'DRAFT' | 'IN_USE' | 'REPLACED';

/** The brand kit or the certificate in one version. At most one is a draft, and one is in use. */
@Entity('studio_version')
export class StudioVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: StudioKind;

  @Column('int')
  number: number;

  @Column('text')
  state: StudioState;

  @Column('int')
  revision: number;

  @Column('jsonb')
  content: object;

  @Column('timestamptz')
  changedAt: Date;

  @Column('uuid', { nullable: true })
  changedBy: string | null;

  @Column('timestamptz', { nullable: true })
  inUseSince: Date | null;
}
