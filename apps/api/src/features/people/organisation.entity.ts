import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one organisation of this installation. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('boolean')
  isDemo: boolean;

  /** Shown on every page, e.g. that the people of a demo organisation are invented. */
  @Column('text', { nullable: true })
  notice: string | null;
}
