import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { MailService } from '../../platform/mail/mail.service.js';
import type { Letter } from '../../platform/mail/letter.rules.js';

const payload = z.object({});

/** So many people in one go; the others half a minute later. */
const MOST_PEOPLE = 200;
/** A letter names so many; of the rest it says that they are there. */
const MOST_ENTRIES = 30;

interface Due {
  personId: string;
  displayName: string;
  email: string | null;
  isWithUs: boolean;
  told: { id: string; title: string; body: string; path: string | null }[];
}

/** Sends what is due: one letter to a person, however much there is, and none about what they have read meanwhile. */
@Injectable()
export class MailNotificationsJob extends Job<z.infer<typeof payload>> {
  readonly name = 'notifications.mail';
  readonly payload = payload;
  override readonly everySeconds = 30;

  constructor(private readonly mail: MailService) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    await system.tx.query(
      'UPDATE notification SET mail_due_at = NULL WHERE mail_due_at <= now() AND mail_id IS NULL AND read_at IS NOT NULL',
    );
    if (!this.mail.isSetUp) return;
    const due = await this.due(system);
    const reached = due.flatMap((each) => (each.email && each.isWithUs ? [{ ...each, email: each.email }] : []));
    const silent = due.filter(({ personId }) => !reached.some((each) => each.personId === personId));
    if (silent.length > 0)
      await system.tx.query('UPDATE notification SET mail_due_at = NULL WHERE id = ANY ($1::uuid[])', [
        silent.flatMap(({ told }) => told.map(({ id }) => id)),
      ]);
    await this.tell(system, reached);
  }

  private due(system: Viewer): Promise<Due[]> {
    return system.tx.query<Due>(
      `SELECT person.id AS "personId", display_name AS "displayName", email,
         app_is_with_us(person.active, person.last_day) AS "isWithUs",
         json_agg(json_build_object('id', it.id, 'title', it.title, 'body', it.body, 'path', it.path) ORDER BY it.created_at, it.id) AS told
       FROM notification it JOIN person ON person.id = it.person_id
       WHERE it.mail_due_at <= now() AND it.mail_id IS NULL
       GROUP BY person.id ORDER BY min(it.mail_due_at), person.id LIMIT $1`,
      [MOST_PEOPLE],
    );
  }

  private async tell(system: Viewer, people: readonly (Due & { email: string })[]): Promise<void> {
    const mails = people.map(({ personId, displayName, email, told }) => ({
      to: { address: email, personId },
      letter: this.letter(displayName, told),
    }));
    const mailIds = await this.mail.sendAll(system, 'NOTIFICATIONS', mails);
    const sent = people.flatMap(({ told }, nth) => told.map(({ id }) => ({ id, mailId: mailIds[nth] })));
    if (sent.length > 0)
      await system.tx.query(
        `UPDATE notification SET mail_id = sent.mail_id
         FROM unnest($1::uuid[], $2::uuid[]) AS sent (id, mail_id) WHERE notification.id = sent.id`,
        [sent.map(({ id }) => id), sent.map(({ mailId }) => mailId)],
      );
  }

  private letter(greets: string, told: Due['told']): Letter {
    const [first] = told;
    const closing = `You choose what you are told by mail, and how often: ${this.mail.addressOf('/inbox/mail')}`;
    if (told.length === 1 && first)
      return {
        subject: first.title,
        greets,
        paragraphs: [first.body],
        ...(first.path ? { act: { label: 'Open it', url: this.mail.addressOf(first.path) } } : {}),
        closing,
      };
    const more = told.length - MOST_ENTRIES;
    return {
      subject: `${told.length} things happened`,
      greets,
      paragraphs: ['This happened since the last letter.'],
      entries: told.slice(0, MOST_ENTRIES).map(({ title, body, path }) => ({
        title,
        body,
        url: path ? this.mail.addressOf(path) : null,
      })),
      act: {
        label: more > 0 ? `See these and ${more} more` : 'Open your inbox',
        url: this.mail.addressOf('/inbox'),
      },
      closing,
    };
  }
}
