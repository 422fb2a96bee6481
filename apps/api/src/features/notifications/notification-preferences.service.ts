import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { DigestTimeService } from './digest-time.service.js';
import { NotificationPreference } from './notification-preference.entity.js';
import { NotificationPreferenceType } from './notification-preference.type.js';
import { mailDueAt, type MailRhythm, TOPICS, type Topic, USUAL_RHYTHM } from './notification-topics.rules.js';

/** How each person wants to be told by mail. */
@Injectable()
export class NotificationPreferencesService {
  constructor(private readonly digests: DigestTimeService) {}

  /** The viewer's own, every topic once. */
  async mine(viewer: Viewer): Promise<NotificationPreferenceType[]> {
    const chosen = await viewer.tx.manager.findBy(NotificationPreference, { personId: viewer.personId ?? '' });
    return TOPICS.map((topic) => {
      const own = chosen.find((each) => each.topic === topic);
      return preference(topic, own?.rhythm ?? USUAL_RHYTHM[topic], own !== undefined);
    });
  }

  /** Holds for what is not sent yet, too. */
  async choose(viewer: Viewer, topic: Topic, rhythm: MailRhythm): Promise<NotificationPreferenceType> {
    const personId = viewer.personId ?? '';
    await viewer.tx.manager.upsert(NotificationPreference, { personId, topic, rhythm }, ['personId', 'topic']);
    await viewer.tx.query(
      `UPDATE notification SET mail_due_at = $3
       WHERE person_id = $1 AND topic = $2 AND mail_due_at IS NOT NULL AND mail_id IS NULL AND read_at IS NULL`,
      [personId, topic, mailDueAt(rhythm, viewer.now, await this.digests.current(viewer))],
    );
    return preference(topic, rhythm, true);
  }

  /** For listeners: the rhythm of each of these people for a topic. */
  async of(system: Viewer, personIds: readonly string[], topic: Topic): Promise<(personId: string) => MailRhythm> {
    const chosen = await system.tx.query<{ personId: string; rhythm: MailRhythm }>(
      `SELECT person_id AS "personId", rhythm FROM notification_preference WHERE person_id = ANY ($1::uuid[]) AND topic = $2`,
      [personIds, topic],
    );
    const own = new Map(chosen.map(({ personId, rhythm }) => [personId, rhythm]));
    return (personId) => own.get(personId) ?? USUAL_RHYTHM[topic];
  }
}

function preference(topic: Topic, rhythm: MailRhythm, isChosen: boolean): NotificationPreferenceType {
  return Object.assign(new NotificationPreferenceType(), { topic, rhythm, isChosen });
}
