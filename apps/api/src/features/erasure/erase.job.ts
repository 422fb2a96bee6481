import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { MailDoor } from '../../platform/mail/mail-door.js';
import { StoredFile } from '../../platform/storage/stored-file.entity.js';
import { FileDriver } from '../../platform/storage/file-driver.js';
import { Logger } from '../../platform/telemetry/logger.js';

const payload = z.object({ erasureId: z.uuid() });

/** Erases one person: every row in one transaction, and the bytes on disk once that stands. */
@Injectable()
export class EraseJob extends Job<z.infer<typeof payload>> {
  readonly name = 'erasure.erase';
  readonly payload = payload;

  constructor(
    private readonly files: FilesService,
    private readonly driver: FileDriver,
    private readonly mail: MailDoor,
    private readonly log: Logger,
  ) {
    super();
  }

  async run(system: Viewer, { erasureId }: { erasureId: string }): Promise<void> {
    const { tx } = system;
    const [found] = await tx.query<{ personId: string }>(
      `SELECT person_id AS "personId" FROM erasure WHERE id = $1 AND state = 'DECIDED'`,
      [erasureId],
    );
    if (!found) return;
    await tx.aloneIn('people');
    const certificates = await tx.query<{ key: string }>(
      `SELECT storage_key AS key FROM certificate_file JOIN credential ON credential.id = credential_id WHERE person_id = $1`,
      [found.personId],
    );
    const keys = await this.keysOf(system, found.personId);
    const mails = await tx.query<{ id: string }>('SELECT id FROM mail WHERE to_person_id = $1', [found.personId]);
    await tx.query('SELECT app_erase($1)', [erasureId]);
    tx.afterCommit(() => {
      const warn = (error: Error) =>
        this.log.warn({ erasure: erasureId, error: error.message }, 'bytes of an erased person stayed behind');
      this.mail.forget(mails.map(({ id }) => id)).catch(warn);
      for (const key of [...keys, ...certificates.map((each) => each.key)]) this.driver.remove(key).catch(warn);
    });
  }

  override async failed(system: Viewer, { erasureId }: { erasureId: string }, error: Error): Promise<void> {
    // What a database says may name somebody.
    const problem = error.message.startsWith('This person')
      ? error.message
      : 'It could not be done. The log of the worker says why.';
    await system.tx.query(`UPDATE erasure SET problem = $2 WHERE id = $1 AND state = 'DECIDED'`, [erasureId, problem]);
  }

  private async keysOf(system: Viewer, personId: string): Promise<string[]> {
    const owned = await system.tx.manager.findBy(StoredFile, { ownerId: personId });
    const keys = await Promise.all(owned.map((file) => this.files.keysOf(system, file)));
    return keys.flat();
  }
}
