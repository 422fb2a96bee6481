import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotificationKind, Topic } from './notification-topics.rules.js';

/** Something that one person is told. */
@Entity('notification')
export class Notification {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  kind: NotificationKind;

  /** Null: from before there were topics. */
  @Column('text', { nullable: true })
  topic: Topic | null;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  /** Ids of what it is about, by their kind. */
  @Column('jsonb')
  subjects: Record<string, string>;

  /** The portal page where one goes on. */
  @Column('text', { nullable: true })
  path: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;

  /** When a mail about it is due; null: none comes. */
  @Column('timestamptz', { nullable: true })
  mailDueAt: Date | null;

  /** The mail that told of it. */
  @Column('uuid', { nullable: true })
  mailId: string | null;
}
