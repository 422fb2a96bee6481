import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { EvidenceService } from '../features/submissions/evidence.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { newId } from '../platform/database/id.js';
import { FilesService } from '../platform/storage/files.service.js';
import { done } from './done.js';
import type { InventedEvidence } from './invented-achievement.js';
import { plainPdf } from './plain-pdf.js';

/** Puts evidence into the viewer's library, as the portal would. Ids in the order given. */
export async function keepEvidence(
  app: INestApplicationContext,
  viewer: Viewer,
  evidence: readonly InventedEvidence[],
): Promise<string[]> {
  const library = app.get(EvidenceService);
  const madeOn = viewer.now.toISOString().slice(0, 10);
  const ids: string[] = [];
  for (const { kind, title, content, note } of evidence) {
    const about = { title, note, madeOn };
    const kept =
      kind === 'TEXT'
        ? await library.addText(viewer, { ...about, text: content })
        : kind === 'LINK'
          ? await library.addLink(viewer, { ...about, url: content })
          : await library.addFile(viewer, { ...about, uploadId: await upload(app, viewer, title, content) });
    ids.push(done(kept).id);
  }
  return ids;
}

/** A typewritten page, taken in like any finished upload. */
async function upload(app: INestApplicationContext, viewer: Viewer, title: string, content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-demo-'));
  try {
    const id = newId();
    const path = join(folder, id);
    const pdf = plainPdf(title, content.split('\n'));
    await writeFile(path, pdf);
    const name = `${title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}.pdf`;
    const file = await app.get(FilesService).takeIn(viewer, {
      id,
      path,
      name,
      mediaType: 'application/pdf',
      bytes: pdf.length,
      purpose: 'evidence',
    });
    if ('refused' in file) throw new Error(`An invented file was refused: ${file.refused}`);
    return file.id;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
