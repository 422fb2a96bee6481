import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which rule stood against whom when a place was to be filled. */
@Entity('slot_exclusion')
export class SlotExclusion {
  @PrimaryColumn('uuid')
  slotId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('text')
  rule: string;

  @Column('timestamptz')
  at: Date;
}
