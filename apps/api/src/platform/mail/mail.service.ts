import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/viewer.js';
import { Config } from '../config/config.js';
import { newId } from '../database/id.js';
import { enqueue } from '../jobs/enqueue.js';
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
    if (!this.isSetUp) throw new Error(`A mail (${kind}) was written where none can be sent.`);
    const id = newId();
    await viewer.tx.query(
      `INSERT INTO mail (id, kind, to_address, to_person_id, state, created_at, attempts) VALUES ($1, $2, $3, $4, 'WAITING', $5, 0)`,
      [id, kind, to.address, to.personId ?? null, viewer.now],
    );
    await viewer.tx.query('INSERT INTO mail_letter (mail_id, subject, body_text, body_html) VALUES ($1, $2, $3, $4)', [
      id,
      letter.subject,
      asText(letter),
      asHtml(letter),
    ]);
    await enqueue(viewer.tx, { name: 'mail.send', id: `mail-${id}`, payload: { mailId: id } });
    return id;
  }
}
