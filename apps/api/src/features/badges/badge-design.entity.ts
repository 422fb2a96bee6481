import type { BadgeFace, BadgeSlots } from '@assay/credential';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FontChoice } from '../../platform/lettering/fonts.rules.js';

/** How the badge of one achievement version looks: its template, and what it does otherwise. */
@Entity('badge_design')
export class BadgeDesign {
  @PrimaryColumn('uuid')
  achievementVersionId: string;

  /** Null: the hallmark. */
  @Column('uuid', { nullable: true })
  templateId: string | null;

  @Column('jsonb')
  own: Partial<BadgeSlots>;

  @Column('int')
  revision: number;

  @Column('timestamptz')
  changedAt: Date;

  @Column('uuid', { nullable: true })
  changedBy: string | null;
}

/** The badge of a published version, as it was when it was struck. Written once. */
@Entity('struck_badge')
export class StruckBadge {
  @PrimaryColumn('uuid')
  achievementVersionId: string;

  @Column('jsonb')
  face: BadgeFace;

  @Column('jsonb')
  fonts: FontChoice;

  /** Version of the brand kit; null: there was none. */
  @Column('int', { nullable: true })
  kitNumber: number | null;

  @Column('timestamptz')
  struckAt: Date;
}
