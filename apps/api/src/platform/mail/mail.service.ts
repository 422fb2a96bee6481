import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/viewer.js';
import { Config } from '../config/config.js';
import { newId } from '../database/id.js';
import { enqueue, enqueueAll } from '../jobs/enqueue.js';
import { asHtml, asText, type Letter } from './letter.rules.js';

/** Somebody who gets a mail: one of our people, or only an address. */
export interface Recipient {
  address: string;
  personId?: string;
}

/**
 * Mail that people get. It is written in the transaction of the change that causes it and sent by a job afterwards, so
 * nothing is sent of what was taken back, and a mail server that is away delays a mail and loses none.
 */
@Injectable()
export class MailService {
  constructor(private readonly config: Config) {}

  /** Whether mail can leave at all. Whoever cannot do without it refuses where it cannot. */
  get isSetUp(): boolean {
    return this.config.mail !== null;
  }

  /** An address in the product, for a link in a letter. */
  addressOf(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }

  /** `kind` says in a word which mail it is, e.g. WITNESS_ASKED; it is all that people who look after mail see of it. */
  async send(viewer: Viewer, kind: string, to: Recipient, letter: Letter): Promise<string> {
    const [id = ''] = await this.sendAll(viewer, kind, [{ to, letter }]);
    return id;
  }

  /** As `send`, to many of one kind, in as many statements as for one. Gives their ids in the same order. */
  async sendAll(viewer: Viewer, kind: string, mails: readonly { to: Recipient; letter: Letter }[]): Promise<string[]> {
    if (!this.isSetUp) throw new Error(`A mail (${kind}) was written where none can be sent.`);
    if (mails.length === 0) return [];
    const ids = mails.map(() => newId());
    await viewer.tx.query(
      `INSERT INTO mail (id, kind, to_address, to_person_id, state, created_at, attempts)
       SELECT id, $1, address, person_id, 'WAITING', $2, 0 FROM unnest($3::uuid[], $4::text[], $5::uuid[]) AS it (id, address, person_id)`,
      [kind, viewer.now, ids, mails.map(({ to }) => to.address), mails.map(({ to }) => to.personId ?? null)],
    );
    await viewer.tx.query(
      `INSERT INTO mail_letter (mail_id, subject, body_text, body_html)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[])`,
      [
        ids,
        mails.map(({ letter }) => letter.subject),
        mails.map(({ letter }) => asText(letter)),
        mails.map(({ letter }) => asHtml(letter)),
      ],
    );
    const jobs = ids.map((id) => ({ id: `mail-${id}`, payload: { mailId: id } }));
    await enqueueAll(viewer.tx, { name: 'mail.send' }, jobs);
    return ids;
  }

  /** Orders a mail anew that failed after so many tries: a job of the same id is known as failed. */
  async tryAgain(viewer: Viewer, mailId: string, attempts: number): Promise<void> {
    await enqueue(viewer.tx, { name: 'mail.send', id: `mail-${mailId}-${attempts}`, payload: { mailId } });
  }
}
