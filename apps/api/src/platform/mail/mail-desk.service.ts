import { Injectable } from '@nestjs/common';
import { can } from '../access/policy.js';
import type { Viewer } from '../access/viewer.js';
import { Config } from '../config/config.js';
import { isId } from '../database/id.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../graphql/refusal.js';
import { Mail, type MailState } from './mail.entity.js';
import './mail.policy.js';
import { MailService } from './mail.service.js';
import type { MailDelivery } from './mail.type.js';

/** What administrators see of mail, and what they do when it does not leave. */
@Injectable()
export class MailDeskService {
  constructor(
    private readonly config: Config,
    private readonly mail: MailService,
  ) {}

  async delivery(viewer: Viewer): Promise<MailDelivery> {
    const [counts] = await viewer.tx.query<{ waiting: number; failed: number }>(
      `SELECT count(*) FILTER (WHERE state = 'WAITING')::int AS waiting, count(*) FILTER (WHERE state = 'FAILED')::int AS failed
       FROM mail WHERE state <> 'SENT'`,
    );
    const { mail } = this.config;
    return {
      isSetUp: mail !== null,
      keptAsFiles: mail !== null && mail.server === null,
      from: mail?.from ?? null,
      waiting: counts?.waiting ?? 0,
      failed: counts?.failed ?? 0,
    };
  }

  /** Newest first. */
  async page(viewer: Viewer, input: PageInput & { state: MailState | null }): Promise<Page<Mail>> {
    const wanted = viewer.tx.manager.createQueryBuilder(Mail, 'mail').where('true');
    if (input.state) wanted.andWhere('mail.state = :state', { state: input.state });
    const total = await wanted.getCount();
    const from = readTimeCursor(input.after);
    if (from) wanted.andWhere('(mail.createdAt, mail.id) < (:at::timestamptz, :id::uuid)', from);
    const rows = await wanted
      .orderBy('mail.createdAt', 'DESC')
      .addOrderBy('mail.id', 'DESC')
      .limit(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (each) => [each.createdAt.toISOString(), each.id]);
  }

  /** To whoever asks, so that nobody else is bothered. */
  async test(viewer: Viewer): Promise<Mail | InvalidInput | NotAllowed> {
    if (!viewer.may('access.configure')) return new NotAllowed('Only administrators look after mail.');
    const [self] = await viewer.tx.query<{ email: string | null; name: string }>(
      'SELECT email, display_name AS name FROM person WHERE id = $1',
      [viewer.personId],
    );
    if (!this.mail.isSetUp) return InvalidInput.of('mail', 'No mail server is set up: set SMTP_URL and MAIL_FROM.');
    if (!self?.email) return InvalidInput.of('mail', 'We know no mail address of yours.');
    const id = await this.mail.send(
      viewer,
      'TEST',
      { address: self.email, personId: viewer.personId ?? undefined },
      {
        subject: 'Mail from Assay arrives',
        greets: self.name,
        paragraphs: ['You asked for this mail to see whether mail leaves. It does.'],
        closing: this.mail.addressOf('/admin/mail'),
      },
    );
    return viewer.tx.manager.findOneByOrFail(Mail, { id });
  }

  async again(viewer: Viewer, id: string): Promise<Mail | NotFound> {
    const mail = isId(id)
      ? await viewer.tx.manager.findOne(Mail, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!mail || !can(viewer, 'again', mail)) return new NotFound('A mail that failed');
    await viewer.tx.manager.update(Mail, { id }, { state: 'WAITING' });
    await this.mail.tryAgain(viewer, id, mail.attempts);
    return Object.assign(mail, { state: 'WAITING' });
  }
}
