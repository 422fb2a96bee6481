import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MailRhythm, Topic } from './notification-topics.rules.js';

/** What somebody chose; where they chose nothing, the usual rhythm of the topic holds. */
@Entity('notification_preference')
export class NotificationPreference {
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('text')
  topic: Topic;

  @Column('text')
  rhythm: MailRhythm;
}
