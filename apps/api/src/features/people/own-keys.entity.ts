import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody made of the keys of the portal. */
@Entity('own_keys')
export class OwnKeys {
  @PrimaryColumn('uuid')
  personId: string;

  /** False: no single key acts. */
  @Column('boolean')
  single: boolean;

  /** The key that stands for a printed one. */
  @Column('jsonb')
  own: Record<string, string>;
}
