import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/config.js';

/** A mail as it goes out. */
export interface OutgoingMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Where mail leaves: the operator's mail server; without one, outside production, a folder of files that mail programs open. */
@Injectable()
export class MailDoor implements OnApplicationShutdown {
  private server: Transporter | null = null;

  constructor(private readonly config: Config) {}

  async send({ id, to, ...what }: OutgoingMail): Promise<void> {
    const { mail, publicUrl } = this.config;
    if (!mail) throw new Error('No mail server is set up (SMTP_URL).');
    const message = {
      ...what,
      // An object: no word in an address is read as a second recipient.
      to: { name: '', address: to },
      from: mail.from,
      messageId: `<${id}@${new URL(publicUrl).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    if (mail.server === null) return this.keep(id, message, mail.folder);
    this.server ??= createTransport(inTime(mail.server));
    await this.server.sendMail(message);
  }

  /** What stands in the folder of files is a copy of what was said, and goes when its reader is erased. */
  async forget(ids: readonly string[]): Promise<void> {
    const { mail } = this.config;
    if (mail?.server !== null) return;
    for (const id of ids) await rm(join(mail.folder, `${id}.eml`), { force: true });
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server = null;
  }

  private async keep(id: string, message: object, folder: string): Promise<void> {
    const made = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${id}.eml`);
    await writeFile(`${file}.part`, made.message as Buffer, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }
}

/** A server that takes longer is away: the job tries again later. What the operator set in the address stands. */
function inTime(server: string): string {
  const url = new URL(server);
  for (const [name, ms] of Object.entries({
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  }))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  return url.href;
}
