import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Lettering, LetterStyle, SetLine } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import { create, type Font } from 'fontkit';
import { type FontChoice, filesFor, USUAL_FONTS } from './fonts.rules.js';
import { visualRuns } from './text-runs.js';

/** Folders in which libraries stand, nearest first. Not every font package lets its files be named as modules. */
const LIBRARIES = createRequire(import.meta.url).resolve.paths('fontkit') ?? [];
const ARABIC = /\p{Script=Arabic}/u;

/** One glyph at its place on the line, in units of the artboard, baseline at 0. */
interface Placed {
  readonly font: Font;
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Sets words in the fonts that come with the product and draws them as outlines: the picture then looks the same on
 * every machine and for ever, whatever fonts are there, and a letter that no font has is known before it is missed.
 */
@Injectable()
export class LetteringService {
  private readonly fonts = new Map<string, Font>();
  private readonly outlines = new WeakMap<Font, Map<number, readonly Command[]>>();

  /** Letters by a choice of fonts. */
  by(choice: FontChoice = USUAL_FONTS): Lettering {
    return (words, style) => this.set(words, style, choice);
  }

  /** Every file of every font, so that what is missing shows at once. */
  font(file: string): Font {
    const known = this.fonts.get(file);
    if (known) return known;
    const font = create(readFileSync(pathOfFont(file)));
    if (!('layout' in font)) throw new Error(`${file} holds several fonts.`);
    this.fonts.set(file, font);
    return font;
  }

  private set(words: string, style: LetterStyle, choice: FontChoice): SetLine {
    const files = filesFor(choice, style.type, style.weight, style.italic ?? false);
    const missing: string[] = [];
    const placed: Placed[] = [];
    let pen = 0;
    for (const { text, font, rightToLeft } of visualRuns(words, (cluster) => this.fontFor(cluster, files))) {
      if (!font) {
        missing.push(...Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment));
        continue;
      }
      const scale = style.size / font.unitsPerEm;
      // Letters that join must not be drawn apart.
      const spacing = ARABIC.test(text) ? 0 : (style.spacing ?? 0);
      const run = font.layout(text, undefined, undefined, undefined, rightToLeft ? 'rtl' : 'ltr');
      run.glyphs.forEach((glyph, nth) => {
        const at = run.positions[nth];
        if (!at) return;
        placed.push({ font, id: glyph.id, x: pen + at.xOffset * scale, y: at.yOffset * scale });
        pen += at.xAdvance * scale + (at.xAdvance > 0 ? spacing : 0);
      });
    }
    const width = Math.max(0, pen - (style.spacing ?? 0));
    return { width, missing, draw: (x, y, fill) => this.draw(placed, x - width / 2, y, style.size, fill) };
  }

  private fontFor(cluster: string, files: readonly string[]): Font | null {
    // Joiners and other signs without a form of their own come with the letters around them.
    const needed = Array.from(cluster).filter((character) => !/\p{Default_Ignorable_Code_Point}/u.test(character));
    for (const file of files) {
      const font = this.font(file);
      if (needed.every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))) return font;
    }
    return null;
  }

  private draw(placed: readonly Placed[], x: number, y: number, size: number, fill: string): string {
    let path = '';
    for (const glyph of placed) {
      const scale = size / glyph.font.unitsPerEm;
      for (const { sign, at } of this.outlineOf(glyph.font, glyph.id)) {
        const numbers = at.map((value, nth) =>
          nth % 2 === 0 ? short(x + glyph.x + value * scale) : short(y - glyph.y - value * scale),
        );
        path += sign + numbers.join(' ');
      }
    }
    return path && `<path d="${path}" fill="${fill}"/>`;
  }

  private outlineOf(font: Font, id: number): readonly Command[] {
    const known = this.outlines.get(font) ?? new Map<number, readonly Command[]>();
    this.outlines.set(font, known);
    const outline =
      known.get(id) ??
      font.getGlyph(id).path.commands.map(({ command, args }) => ({ sign: SIGNS[command] ?? '', at: args }));
    known.set(id, outline);
    return outline;
  }
}

/** Where a font of the product lies on this machine. */
export function pathOfFont(file: string): string {
  const path = LIBRARIES.map((folder) => join(folder, file)).find((each) => existsSync(each));
  if (!path) throw new Error(`The font ${file} is not installed.`);
  return path;
}

interface Command {
  readonly sign: string;
  readonly at: readonly number[];
}

const SIGNS: Record<string, string> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** Two decimals are a hundredth of a pixel on the largest badge that is shown. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
