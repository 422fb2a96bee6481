import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A conflict that could not be avoided: allowed for one place, by name and with the reason. It forces a second mark. */
@Entity('slot_waiver')
export class SlotWaiver {
  @PrimaryColumn('uuid')
  slotId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('text')
  rule: string;

  @Column('text')
  reason: string;

  @Column('uuid')
  byId: string;

  @Column('timestamptz')
  at: Date;
}
