import type { BadgeSlots } from '@assay/credential';
import type { EarlierLook } from './earlier-looks.rules.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A look that several badges share. Drafts follow it; what is published was struck and does not. */
@Entity('badge_template')
export class BadgeTemplate {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('int')
  revision: number;

  @Column('jsonb')
  slots: BadgeSlots;

  /** As it was before, the last one first. */
  @Column('jsonb')
  earlier: EarlierLook[];

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  changedAt: Date;

  @Column('uuid', { nullable: true })
  changedBy: string | null;
}
