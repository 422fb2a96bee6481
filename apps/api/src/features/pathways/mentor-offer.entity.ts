import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody offers help with a skill that they hold verified. Until it ends others see their level of that skill. */
@Entity('mentor_offer')
export class MentorOffer {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  skillId: string;

  @Column('timestamptz')
  offeredAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
