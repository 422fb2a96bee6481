import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import { DigestTimeService } from './digest-time.service.js';
import { Notification } from './notification.entity.js';
import './notification.policy.js';
import { mailDueAt, type NotificationKind, topicOf } from './notification-topics.rules.js';
import { NotificationPreferencesService } from './notification-preferences.service.js';

/** What somebody is told. */
export type Told = Pick<Notification, 'personId' | 'kind' | 'title' | 'body' | 'subjects' | 'path'>;

/** Tells people, and shows each person what they were told; nobody sees another's. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly digests: DigestTimeService,
    private readonly preferences: NotificationPreferencesService,
  ) {}

  /** For listeners only: the API's database role cannot write a notification. */
  tell(system: Viewer, what: Told): Promise<void> {
    return this.tellAll(system, what.kind, [what]);
  }

  /** As `tell`, for what many are told of one kind: as many statements as for one. */
  async tellAll(system: Viewer, kind: NotificationKind, whats: readonly Omit<Told, 'kind'>[]): Promise<void> {
    if (whats.length === 0) return;
    const topic = topicOf(kind);
    const rhythms = await this.preferences.of(
      system,
      whats.map(({ personId }) => personId),
      topic,
    );
    const digest = await this.digests.current(system);
    await system.tx.manager.insert(
      Notification,
      whats.map((what) => ({
        ...what,
        ...{ id: newId(), kind, topic, createdAt: system.now, readAt: null, mailId: null },
        mailDueAt: mailDueAt(rhythms(what.personId), system.now, digest),
      })),
    );
  }

  /** The viewer's own, newest first. */
  async mine(viewer: Viewer, input: PageInput): Promise<Page<Notification>> {
    const own = viewer.tx.manager
      .createQueryBuilder(Notification, 'notification')
      .where('notification.personId = :me', { me: viewer.personId });
    const total = await own.getCount();
    const from = readTimeCursor(input.after);
    if (from) own.andWhere('(notification.createdAt, notification.id) < (:at::timestamptz, :id::uuid)', from);
    const rows = await own
      .orderBy('notification.createdAt', 'DESC')
      .addOrderBy('notification.id', 'DESC')
      .limit(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (each) => [each.createdAt.toISOString(), each.id]);
  }

  unread(viewer: Viewer): Promise<number> {
    return viewer.tx.manager.countBy(Notification, { personId: viewer.personId ?? '', readAt: IsNull() });
  }

  /** Marks the viewer's own as read, all of them when none is named. Returns how many stay unread. */
  async markRead(viewer: Viewer, ids: string[] | null): Promise<number> {
    const which = ids ? { id: In(ids.filter(isId)) } : {};
    const own = { personId: viewer.personId ?? '', readAt: IsNull() };
    await viewer.tx.manager.update(Notification, { ...own, ...which }, { readAt: viewer.now });
    return this.unread(viewer);
  }
}
