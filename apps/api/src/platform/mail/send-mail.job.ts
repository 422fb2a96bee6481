import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../access/viewer.js';
import { Job } from '../jobs/job.js';
import { MailDoor } from './mail-door.js';

const payload = z.object({ mailId: z.uuid() });

interface Waiting {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/**
 * Hands one mail to the mail server, and forgets what it said once that is done: links in letters let people in. Sent and
 * then struck down before that was recorded, it goes again under the same message id, by which mail programs show it once.
 */
@Injectable()
export class SendMailJob extends Job<z.infer<typeof payload>> {
  readonly name = 'mail.send';
  readonly payload = payload;
  override readonly rules = { attempts: 10, backoffMs: 5_000 };

  constructor(private readonly door: MailDoor) {
    super();
  }

  async run(system: Viewer, { mailId }: { mailId: string }): Promise<void> {
    const [mail] = await system.tx.query<Waiting>(
      `SELECT to_address AS "to", subject, body_text AS "text", body_html AS html
       FROM mail JOIN mail_letter ON mail_id = mail.id WHERE mail.id = $1 AND state <> 'SENT' FOR UPDATE OF mail`,
      [mailId],
    );
    if (!mail) return;
    await this.door.send({ id: mailId, ...mail });
    await system.tx.query(
      `UPDATE mail SET state = 'SENT', sent_at = now(), attempts = attempts + 1, problem = NULL WHERE id = $1`,
      [mailId],
    );
    await system.tx.query('DELETE FROM mail_letter WHERE mail_id = $1', [mailId]);
  }

  override async failed(system: Viewer, { mailId }: { mailId: string }, error: Error): Promise<void> {
    await system.tx.query(
      `UPDATE mail SET attempts = attempts + 1, problem = $2,
         state = CASE WHEN attempts + 1 >= $3 THEN 'FAILED' ELSE state END WHERE id = $1 AND state <> 'SENT'`,
      [mailId, error.message.slice(0, 500), this.rules.attempts],
    );
  }
}
