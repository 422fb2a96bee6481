import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../access/policy.js';
import type { Viewer } from '../access/viewer.js';
import { PreviewsService } from '../previews/previews.service.js';
import { Logger } from '../telemetry/logger.js';
import { isPlayed } from './bare-media.js';
import { BareMediaService } from './bare-media.service.js';
import { FileDriver } from './file-driver.js';
import { contradiction, type FilePurpose } from './file-kinds.js';
import { StoredFile } from './stored-file.entity.js';
import { VOUCHED } from './stored-file.policy.js';

type MayRead = (viewer: Viewer, file: StoredFile) => Promise<boolean>;
type WhenOpened = (viewer: Viewer, file: StoredFile) => Promise<void>;

/** Stored files: taken in whole, read by those who may, let go when nobody refers to them. */
@Injectable()
export class FilesService {
  private readonly readers: MayRead[] = [];
  private readonly openers: WhenOpened[] = [];
  private readonly hiders: MayRead[] = [];

  constructor(
    private readonly driver: FileDriver,
    private readonly previews: PreviewsService,
    private readonly media: BareMediaService,
    private readonly log: Logger,
  ) {}

  /** A feature that shows a file to others than its owner says to whom. */
  alsoReadableWhen(mayRead: MayRead): void {
    this.readers.push(mayRead);
  }

  /** A feature in which somebody must not learn whose a file is says for whom that is so. */
  namelessWhen(hides: MayRead): void {
    this.hiders.push(hides);
  }

  /** Whether this viewer may read the file and must not learn from it who made it. */
  async isNameless(viewer: Viewer, file: StoredFile): Promise<boolean> {
    if (viewer.isSelf(file.ownerId)) return false;
    for (const hides of this.hiders) if (await hides(viewer, file)) return true;
    return false;
  }

  /** Whether the original is kept from this viewer: it may name its maker, and nobody can take that out of it. */
  async isWithheld(viewer: Viewer, file: StoredFile): Promise<boolean> {
    if (file.mediaType !== 'application/pdf' && !isPlayed(file.mediaType)) return false;
    if (!(await this.isNameless(viewer, file))) return false;
    return file.mediaType === 'application/pdf' || (await this.media.patchesOf(file)) === null;
  }

  /** Acts in the transaction in which a file, or a preview of it, is about to be given out. */
  whenOpened(act: WhenOpened): void {
    this.openers.push(act);
  }

  /** Whoever gives a file out says so first: its owner may ask who looked. */
  async tellOpened(viewer: Viewer, file: StoredFile): Promise<void> {
    for (const act of this.openers) await act(viewer, file);
  }

  /** Takes a complete local file in. The reason comes back instead when content and name disagree; the file is gone then. */
  async takeIn(
    viewer: Viewer,
    upload: { id: string; path: string; name: string; mediaType: string; bytes: number; purpose: FilePurpose },
  ): Promise<StoredFile | { refused: string }> {
    const refused = await contradiction(upload.path, upload.mediaType, upload.bytes);
    if (refused) {
      await rm(upload.path, { force: true });
      return { refused };
    }
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(upload.path)) hash.update(chunk as Buffer);
    const file = viewer.tx.manager.create(StoredFile, {
      id: upload.id,
      ownerId: viewer.personId ?? '',
      purpose: upload.purpose,
      name: upload.name,
      mediaType: upload.mediaType,
      bytes: upload.bytes,
      sha256: hash.digest('hex'),
      createdAt: viewer.now,
      takenAt: null,
    });
    await this.driver.take(file.storageKey, upload.path);
    await viewer.tx.manager.insert(StoredFile, file);
    await this.previews.order(viewer, file);
    return file;
  }

  /** The viewer's own finished upload that nothing refers to yet; null for anything else. Of two who would take it one waits here. */
  async untaken(viewer: Viewer, id: string, purpose: FilePurpose): Promise<StoredFile | null> {
    const file = await viewer.tx.manager.findOne(StoredFile, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return file && viewer.isSelf(file.ownerId) && file.purpose === purpose && !file.takenAt ? file : null;
  }

  /** From now on something refers to it and the sweep leaves it alone. */
  async markTaken(viewer: Viewer, file: StoredFile): Promise<void> {
    file.takenAt = viewer.now;
    await viewer.tx.manager.update(StoredFile, { id: file.id }, { takenAt: viewer.now });
  }

  byId(viewer: Viewer, id: string): Promise<StoredFile | null> {
    return viewer.load('stored-file', id, async (ids) => {
      const files = await viewer.tx.manager.findBy(StoredFile, { id: In([...ids]) });
      return new Map(files.map((file) => [file.id, file]));
    });
  }

  /** The file when this viewer may read it: its owner, or whoever a feature vouches for. */
  async readable(viewer: Viewer, id: string): Promise<StoredFile | null> {
    const file = await this.byId(viewer, id);
    if (!file) return null;
    if (!viewer.isSelf(file.ownerId)) await viewer.load(VOUCHED, id, (ids) => this.vouchedFor(viewer, ids));
    return can(viewer, 'read', file) ? file : null;
  }

  private async vouchedFor(viewer: Viewer, ids: readonly string[]): Promise<Map<string, boolean>> {
    const answers = await Promise.all(
      ids.map(async (id): Promise<[string, boolean]> => {
        const file = await this.byId(viewer, id);
        const says = file ? await Promise.all(this.readers.map((mayRead) => mayRead(viewer, file))) : [];
        return [id, says.includes(true)];
      }),
    );
    return new Map(answers);
  }

  /** Names of files often tell whose they are: only the owner reads the own one, others its kind. */
  nameFor(viewer: Viewer, file: Pick<StoredFile, 'name' | 'ownerId'>): string {
    return viewer.isSelf(file.ownerId) ? file.name : `evidence${extname(file.name)}`;
  }

  open(file: StoredFile, range?: { start: number; end: number }): Promise<Readable> {
    return this.driver.read(file.storageKey, range);
  }

  /** As this viewer may have it: a video or a sound without its makers where they are not to be known. */
  async openFor(viewer: Viewer, file: StoredFile, range?: { start: number; end: number }): Promise<Readable> {
    if (!isPlayed(file.mediaType) || !(await this.isNameless(viewer, file))) return this.open(file, range);
    const patches = await this.media.patchesOf(file);
    if (!patches) throw new Error('what says whose it is was not withheld');
    return this.media.open(file, patches, range);
  }

  async bytesOf(file: StoredFile): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.open(file)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  /** Where its bytes are, and those of its pictures. */
  async keysOf(viewer: Viewer, file: StoredFile): Promise<string[]> {
    return [file.storageKey, ...(await this.previews.picturesOf(viewer, file))];
  }

  /** Row first, bytes after: a crash in between leaves bytes without a row, never a row without bytes. */
  async letGo(viewer: Viewer, file: StoredFile): Promise<void> {
    const keys = await this.keysOf(viewer, file);
    await viewer.tx.manager.delete(StoredFile, { id: file.id });
    viewer.tx.afterCommit(() => {
      for (const key of keys)
        this.driver.remove(key).catch((error: Error) => {
          this.log.warn({ file: file.id, error: error.message }, 'bytes of a removed file stayed behind');
        });
    });
  }

  /** How much somebody keeps already. */
  async bytesKeptBy(viewer: Viewer, ownerId: string): Promise<number> {
    const [row] = await viewer.tx.query<{ bytes: string }>(
      'SELECT coalesce(sum(bytes), 0) AS bytes FROM stored_file WHERE owner_id = $1',
      [ownerId],
    );
    return Number(row?.bytes ?? 0);
  }

  async sweepUntaken(system: Viewer, before: Date): Promise<number> {
    const stale = await system.tx.manager
      .createQueryBuilder(StoredFile, 'file')
      .where('file.takenAt IS NULL AND file.createdAt < :before', { before })
      .limit(500)
      .getMany();
    for (const file of stale) await this.letGo(system, file);
    return stale.length;
  }
}
