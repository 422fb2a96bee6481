import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When people are reminded that a credential ends. One row, or none as long as nothing differs. */
@Entity('reminder_setting')
export class ReminderSetting {
  @PrimaryColumn('boolean')
  onlyOne: boolean;

  /** Days before the end, the earliest first. */
  @Column('int', { array: true })
  days: number[];

  @Column('boolean')
  tellsManager: boolean;

  @Column('int')
  revision: number;

  @Column('uuid', { nullable: true })
  changedBy: string | null;

  @Column('timestamptz', { nullable: true })
  changedAt: Date | null;
}
