import type { BadgeLogo } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { InputProblem, InvalidInput, type NotAllowed } from '../../platform/graphql/refusal.js';
import { BrandImage } from './brand-image.entity.js';
import { limited, mayDesign } from './studio-versions.service.js';
import { MOST_LETTERS, readSvgLogo } from './svg-logo.rules.js';

/** Of the file as it comes in. */
const MOST_BYTES = 256 * 1024;
const MOST_POINTS = 600;
const MOST_PIXELS = 20_000_000;

/** Logos: made safe as they come in, and never changed. */
@Injectable()
export class BrandImagesService {
  async byId(viewer: Viewer, id: string | null): Promise<BrandImage | null> {
    if (!id || !isId(id)) return null;
    return viewer.load('brand-image', id, async (ids) => {
      const found = await viewer.tx.manager.findBy(BrandImage, { id: In([...ids]) });
      return new Map(found.map((each) => [each.id, each]));
    });
  }

  async add(viewer: Viewer, name: string, base64: string): Promise<BrandImage | InvalidInput | NotAllowed> {
    if (!mayDesign(viewer)) return limited();
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return InvalidInput.of('content', 'The file did not arrive whole.');
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length > MOST_BYTES) return InvalidInput.of('content', 'A logo has at most 256 KB.');
    const read = looksLikeXml(bytes) ? readDrawing(bytes) : await readPicture(bytes);
    if (read instanceof InvalidInput) return read;
    const id = newId();
    const created = { createdAt: viewer.now, createdBy: viewer.personId };
    await viewer.tx.manager.insert(BrandImage, { id, name: name.trim().slice(0, 200) || 'Logo', ...read, ...created });
    return viewer.tx.manager.findOneByOrFail(BrandImage, { id });
  }
}

export function logoOf(image: BrandImage | null): BadgeLogo | null {
  if (!image) return null;
  const { width, height } = image;
  return image.kind === 'PNG'
    ? { width, height, points: `data:image/png;base64,${image.content}` }
    : { width, height, drawing: image.content, viewBox: image.viewBox ?? '' };
}

type Read = Pick<BrandImage, 'kind' | 'width' | 'height' | 'content' | 'viewBox'>;

function looksLikeXml(bytes: Buffer): boolean {
  return bytes
    .subarray(0, 200)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('<');
}

function readDrawing(bytes: Buffer): Read | InvalidInput {
  const source = new TextDecoder('utf-8', { fatal: false }).decode(bytes).slice(0, MOST_LETTERS + 1);
  const read = readSvgLogo(source);
  if (!Array.isArray(read))
    return { kind: 'SVG', content: read.drawing, viewBox: read.viewBox, width: read.width, height: read.height };
  return new InvalidInput(
    read.map(({ line, column, message }) => new InputProblem('content', `Line ${line}, column ${column}: ${message}`)),
  );
}

/** The points and nothing else: drawn anew, so that nothing hides beside them. */
async function readPicture(bytes: Buffer): Promise<Read | InvalidInput> {
  try {
    const { default: sharp } = await import('sharp');
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const { format } = await picture.metadata();
    if (format !== 'png' && format !== 'jpeg' && format !== 'webp')
      return InvalidInput.of('content', 'A logo is an SVG drawing, or a picture as PNG, JPEG or WebP.');
    const { data, info } = await picture
      .rotate()
      .resize({ width: MOST_POINTS, height: MOST_POINTS, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer({ resolveWithObject: true });
    return { kind: 'PNG', content: data.toString('base64'), viewBox: null, width: info.width, height: info.height };
  } catch {
    return InvalidInput.of(
      'content',
      'This is no picture that can be read. Use an SVG drawing, or a PNG, JPEG or WebP.',
    );
  }
}
