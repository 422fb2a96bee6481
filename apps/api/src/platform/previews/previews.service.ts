import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../access/viewer.js';
import { Config } from '../config/config.js';
import { enqueue } from '../jobs/enqueue.js';
import { FileDriver } from '../storage/file-driver.js';
import { isOffice } from '../storage/office-archive.js';
import { type StoredFile, storageKeyOf } from '../storage/stored-file.entity.js';
import { DRAWN, type Drawing, MOST_PAGES, pictureName } from './drawing.js';
import { drawApart } from './drawing-process.js';
import { officeAsPdf } from './office-pages.js';
import { FilePreview } from './file-preview.entity.js';
import { type FilePreviewType, PreviewState } from './file-preview.type.js';

type Pictured = Pick<StoredFile, 'id' | 'mediaType' | 'purpose' | 'storageKey'>;

export const MAKE_PREVIEW = 'previews.make';
export const MAKE_MORE = 'previews.make-more';
/** So many files are drawn at the same time; each may take 700 MB. */
const AT_ONCE = 2;

/** Pictures of what people handed in. Everybody but its owner sees these; the owner sees the same to know what others see. */
@Injectable()
export class PreviewsService {
  private readonly waiting: (() => void)[] = [];
  private drawing = 0;

  constructor(
    private readonly driver: FileDriver,
    private readonly config: Config,
  ) {}

  isDrawn(file: Pick<StoredFile, 'mediaType' | 'purpose'>): boolean {
    return file.purpose === 'evidence' && DRAWN.has(file.mediaType);
  }

  /** In the transaction in which the file comes in; later anew, once in each round. */
  async order(viewer: Viewer, file: Pictured, round = ''): Promise<void> {
    if (!this.isDrawn(file)) return;
    const rules = { attempts: 5, backoffMs: 1_000 };
    await enqueue(viewer.tx, {
      name: MAKE_PREVIEW,
      id: `preview-${file.id}${round}`,
      payload: { fileId: file.id },
      rules,
    });
  }

  of(viewer: Viewer, fileId: string): Promise<FilePreview | null> {
    return viewer.load('file-preview', fileId, async (ids) => {
      const found = await viewer.tx.manager.findBy(FilePreview, { fileId: In([...ids]) });
      return new Map(found.map((each) => [each.fileId, each]));
    });
  }

  /** As it is shown. */
  async shown(viewer: Viewer, file: Pictured): Promise<FilePreviewType> {
    const none = { reason: null, pages: [], pageCount: 0, activeContent: false };
    if (!this.isDrawn(file)) return { state: PreviewState.NONE, ...none };
    const preview = await this.of(viewer, file.id);
    if (!preview) return { state: PreviewState.BEING_MADE, ...none };
    const { state, reason, pages, pageCount, activeContent } = preview;
    return {
      state: PreviewState[state],
      reason,
      pageCount,
      activeContent,
      pages: pages.map((size, index) => ({ ...size, url: `/files/${file.id}/preview/${index + 1}` })),
    };
  }

  /** For whoever may know of the pictures and not of the file. */
  openById(fileId: string, page: number): Promise<Readable> {
    return this.driver.read(`${storageKeyOf(fileId)}-${page}`);
  }

  open(file: Pictured, page: number): Promise<Readable> {
    return this.driver.read(pictureKey(file, page));
  }

  /** The next pages of a long file, when somebody asks for one of them: drawn once, whoever else asks meanwhile. */
  async orderMore(viewer: Viewer, file: Pictured, page: number): Promise<boolean> {
    const preview = await this.of(viewer, file.id);
    const there = preview?.pages.length ?? 0;
    if (!preview || there === 0 || page <= there || page > Math.min(preview.pageCount, MOST_PAGES)) return false;
    const payload = { fileId: file.id, first: there + 1 };
    await enqueue(viewer.tx, { name: MAKE_MORE, id: `preview-${file.id}-from-${payload.first}`, payload });
    return true;
  }

  async makeMore(system: Viewer, file: Pictured, first: number): Promise<void> {
    const drawn = await this.drawn(file, first);
    if (drawn.pages.length === 0) throw new Error(`The pages of ${file.id} from ${first} on were not drawn.`);
    await system.tx.query(
      'UPDATE file_preview SET pages = pages || $3::jsonb WHERE file_id = $1 AND jsonb_array_length(pages) = $2',
      [file.id, first - 1, JSON.stringify(drawn.pages)],
    );
  }

  /** Draws, keeps the pictures and writes down what came of it. The row comes last: who sees it finds the pictures. */
  async make(system: Viewer, file: Pictured): Promise<void> {
    await this.write(system, file.id, await this.drawn(file, 1));
  }

  private async drawn(file: Pictured, first: number): Promise<Drawing> {
    const folder = await mkdtemp(join(tmpdir(), 'assay-preview-'));
    try {
      const drawn = await this.draw(file, folder, first);
      for (const page of drawn.pages.keys())
        await this.driver.take(pictureKey(file, first + page), join(folder, pictureName(first + page)));
      return drawn;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async write(system: Viewer, fileId: string, drawn: Drawing | 'FAILED'): Promise<void> {
    const { reason, ...rest } =
      drawn === 'FAILED' ? { reason: drawn, pages: [], pageCount: 0, activeContent: false } : drawn;
    const row = { fileId, state: reason ? 'IMPOSSIBLE' : 'READY', reason, ...rest, madeAt: system.now } as const;
    await system.tx.manager.createQueryBuilder().insert().into(FilePreview).values(row).orIgnore().execute();
  }

  /** The pictures of a file that goes; their row goes with the file's own. */
  async picturesOf(viewer: Viewer, file: Pictured): Promise<string[]> {
    const preview = await this.of(viewer, file.id);
    return (preview?.pages ?? []).map((_, index) => pictureKey(file, index + 1));
  }

  private async draw(file: Pictured, folder: string, first: number): Promise<Drawing> {
    const original = join(folder, 'original');
    await this.turn();
    try {
      await pipeline(await this.driver.read(file.storageKey), createWriteStream(original));
      const drawn = await drawApart(this.config.previewProgram, file.mediaType, original, folder, first);
      return isOffice(file.mediaType) ? await this.drawOffice(file, folder, drawn, first) : drawn;
    } finally {
      this.drawing -= 1;
      this.waiting.shift()?.();
    }
  }

  /** By way of a PDF, where there is a program that makes one. */
  private async drawOffice({ mediaType }: Pictured, folder: string, looked: Drawing, first: number): Promise<Drawing> {
    const { previewProgram, officeProgram } = this.config;
    if (!officeProgram || looked.reason !== 'NOT_DRAWN') return looked;
    const pdf = await officeAsPdf(officeProgram, mediaType, folder);
    if ('reason' in pdf) return { ...looked, reason: pdf.reason };
    const drawn = await drawApart(previewProgram, 'application/pdf', pdf.path, folder, first);
    return { ...drawn, activeContent: looked.activeContent };
  }

  private async turn(): Promise<void> {
    if (this.drawing >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    this.drawing += 1;
  }
}

const pictureKey = (file: Pictured, page: number) => `${file.storageKey}-${page}`;
