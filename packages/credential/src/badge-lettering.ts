import type { BadgeType } from './badge-face.js';

/** How a line of words is set. Sizes are in units of the artboard. */
export interface LetterStyle {
  readonly type: BadgeType;
  readonly weight: 400 | 500 | 600 | 700;
  readonly italic?: boolean;
  readonly size: number;
  /** Space added after every letter. */
  readonly spacing?: number;
}

/** Words that have been set: how wide they came out, and how to draw them. */
export interface SetLine {
  readonly width: number;
  /** Characters for which no font has a form. */
  readonly missing: readonly string[];
  /** SVG of the line, centred on `x` with its baseline at `y`. */
  draw(x: number, y: number, fill: string): string;
}

/** Turns words into shapes. Who has the fonts hands it in: the same letters then look the same everywhere. */
export type Lettering = (words: string, style: LetterStyle) => SetLine;

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A piece of a name that stays together, and whether a space stands before it. */
export interface Piece {
  readonly text: string;
  readonly spaced: boolean;
}

/** Where a name may be broken: at its spaces, and between words in scripts that write none. */
export function piecesOf(words: string): Piece[] {
  return words
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      if (!WITHOUT_SPACES.test(word)) return [{ text: word, spaced: true }];
      const parts = Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(word));
      const pieces: Piece[] = [];
      for (const { segment, isWordLike } of parts) {
        const last = pieces.at(-1);
        // Punctuation stays with the word before it.
        if (last && !isWordLike) pieces[pieces.length - 1] = { ...last, text: last.text + segment };
        else pieces.push({ text: segment, spaced: pieces.length === 0 });
      }
      return pieces;
    });
}

export function joined(line: readonly Piece[]): string {
  return line.map(({ text, spaced }, nth) => (spaced && nth > 0 ? ` ${text}` : text)).join('');
}
