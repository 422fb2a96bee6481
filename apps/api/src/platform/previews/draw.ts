import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { namelessOffice } from '../storage/nameless-office.js';
import { hasMacros } from '../storage/office-archive.js';
import { BARE, type Drawing, type NoPicture, PAGES_AT_ONCE, pictureName } from './drawing.js';
import { hasActiveContent } from './pdf-content.js';

/** A page of A4 at 150 dots per inch; enough to read the small print of a contract. */
const PAGE = { width: 1_240, height: 3_508 };
const IMAGE = { width: 2_400, height: 2_400 };
/** 50 million points take 200 MB when they are laid out. */
const MOST_PIXELS = 50_000_000;

/** `draw.js TYPE FILE FOLDER FIRST`: pictures from that page on into the folder, what came of it to standard output. */
export async function drawAndTell([mediaType = '', file = '', folder = '', first = '1']: string[]): Promise<void> {
  sharp.cache(false);
  sharp.concurrency(1);
  process.stdout.write(`${JSON.stringify(await drawn(mediaType, file, folder, Number(first)))}\n`);
}

function drawn(mediaType: string, file: string, folder: string, first: number): Promise<Drawing> {
  if (mediaType.startsWith('image/')) return drawImage(file, folder);
  if (mediaType === 'application/pdf') return drawPdf(file, folder, first);
  return lookAtOffice(file, folder);
}

const without = (reason: NoPicture, activeContent = false): Drawing => ({
  pages: [],
  pageCount: 0,
  activeContent,
  reason,
});

/** The points of the picture and nothing else: where it was taken, with what and when stays behind. */
async function drawImage(file: string, folder: string): Promise<Drawing> {
  try {
    const { width, height } = await sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ ...IMAGE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 85, effort: 3 })
      .toFile(join(folder, pictureName(1)));
    return { pages: [{ width, height }], pageCount: 1, activeContent: false, reason: null };
  } catch (error) {
    return without(/pixel limit|too large/i.test(String(error)) ? 'TOO_LARGE' : 'DAMAGED');
  }
}

async function drawPdf(file: string, folder: string, first: number): Promise<Drawing> {
  const bytes = await readFile(file);
  const activeContent = hasActiveContent(bytes);
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const pageCount = document.getPageCount();
    const pages: Drawing['pages'] = [];
    for (let number = first; number <= Math.min(pageCount, first + PAGES_AT_ONCE - 1); number += 1)
      pages.push(await drawPage(document.getPage(number - 1), join(folder, pictureName(number))));
    return pages.length > 0 ? { pages, pageCount, activeContent, reason: null } : without('DAMAGED', activeContent);
  } catch (error) {
    return without(/password|security/i.test(String(error)) ? 'PROTECTED' : 'DAMAGED', activeContent);
  }
}

interface Page {
  getOriginalSize(): { originalWidth: number; originalHeight: number };
  render(options: { scale: number }): Promise<{ data: Uint8Array; width: number; height: number }>;
}

async function drawPage(page: Page, to: string): Promise<{ width: number; height: number }> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(PAGE.width / Math.max(1, originalWidth), PAGE.height / Math.max(1, originalHeight), 4);
  const { data, width, height } = await page.render({ scale });
  await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .webp({ quality: 82, effort: 2 })
    .toFile(to);
  return { width, height };
}

/** Leaves a copy without its makers beside it: what is drawn of it must not name them where a field of the text would. */
async function lookAtOffice(file: string, folder: string): Promise<Drawing> {
  const bare = await namelessOffice(await readFile(file)).catch(() => null);
  if (bare) await writeFile(join(folder, BARE), bare);
  return without('NOT_DRAWN', await hasMacros(file));
}
