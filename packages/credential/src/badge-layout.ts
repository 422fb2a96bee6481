// Where the words of a badge stand. Every line is measured against the outline at its own height.
import type { BadgeFace, BadgeShape } from './badge-face.js';
import { type Lettering, type LetterStyle, joined, type Piece, piecesOf } from './badge-lettering.js';
import { inset, type Outline, outlineOf, reachAt } from './badge-outline.js';

/** A line of words and where it stands. */
export interface PlacedLine {
  readonly words: string;
  readonly style: LetterStyle;
  readonly y: number;
  readonly colour: 'text' | 'gilt';
}

/** Something that the chosen look cannot show. */
export interface LayoutProblem {
  readonly slot: 'issuer' | 'name' | 'level' | 'initials';
  readonly message: string;
}

export interface BadgeLayout {
  readonly lines: readonly PlacedLine[];
  /** Where the thing in the middle stands: its middle and how high it may be. */
  readonly centre: { readonly y: number; readonly height: number } | null;
  readonly ruleY: number;
  readonly marksY: number;
  readonly problems: readonly LayoutProblem[];
}

interface Frame {
  readonly issuer: number;
  readonly numeral: number;
  readonly rule: number;
  readonly marks: number;
}

/** Distance of the panel from the edge of the badge. */
export const PANEL = 33;
/** Words keep this far from the panel's edge. */
const PADDING = 7;
const MOST_LINES = 3;
const NAME_SIZES = [24, 22, 20, 19, 18, 17, 16, 15, 14, 13, 12];
/** The last ones are set closer, too: an organisation cannot choose a shorter name for a badge. */
const ISSUER_SIZES = [9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5];
const LEVEL_SIZES = [9, 8.5, 8, 7.5, 7];

const FRAMES: Record<BadgeShape, Frame> = {
  OVAL: { issuer: 76, numeral: 138, rule: 149, marks: 215 },
  CIRCLE: { issuer: 76, numeral: 141, rule: 152, marks: 224 },
  OCTAGON: { issuer: 74, numeral: 141, rule: 152, marks: 231 },
  CARTOUCHE: { issuer: 74, numeral: 141, rule: 152, marks: 239 },
  GABLE: { issuer: 81, numeral: 143, rule: 154, marks: 241 },
  TABLET: { issuer: 74, numeral: 141, rule: 152, marks: 241 },
};

export const NUMERAL: LetterStyle = { type: 'NAMES', weight: 400, size: 80 };

/** Lays a face out. What does not fit stands in `problems`, and is left out of the picture rather than cut. */
export function layOut(face: BadgeFace, letters: Lettering): BadgeLayout {
  const panel = inset(outlineOf(face.shape), PANEL);
  const frame = FRAMES[face.shape];
  const problems: LayoutProblem[] = [];
  const lines: PlacedLine[] = [];
  const place = (fit: PlacedLine | LayoutProblem) => {
    if ('message' in fit) problems.push(fit);
    else lines.push(fit);
  };
  const centred = face.centre !== 'NONE';
  const issuerY = centred ? frame.issuer : frame.issuer + 14;
  const issuer = labelAt('issuer', face.issuerName, issuerY, ISSUER_SIZES, 1.6, panel, letters);
  // Of a name that no line holds the initials stand there, as in the shield; the words are in the picture's title.
  place('message' in issuer ? labelAt('issuer', face.initials, issuerY, ISSUER_SIZES, 1.6, panel, letters) : issuer);
  if (face.centre === 'LEVEL') lines.push(numeralOf(face, frame));

  const area = centred
    ? { top: frame.rule + 6, bottom: frame.marks - 6 }
    : { top: issuerY + 12, bottom: frame.marks - 20 };
  const names = nameLines(face, area, panel, letters);
  if ('message' in names) problems.push(names);
  else {
    lines.push(...names.lines);
    if (face.levelLabel)
      place(labelAt('level', face.levelLabel, names.below, LEVEL_SIZES, 1.8, panel, letters, 'text'));
  }
  problems.push(...initialsProblems(face, letters));
  return {
    lines,
    centre: centred ? { y: (issuerY + 8 + frame.rule - 8) / 2, height: frame.rule - 14 - issuerY - 8 } : null,
    ruleY: centred ? frame.rule : frame.marks - 12,
    marksY: frame.marks,
    problems,
  };
}

function numeralOf({ level }: BadgeFace, frame: Frame): PlacedLine {
  return { words: String(level), style: NUMERAL, y: frame.numeral, colour: 'text' };
}

/** One line of spaced capitals, at the largest size that fits. Scripts without capitals stay as they are. */
function labelAt(
  slot: 'issuer' | 'level',
  words: string,
  y: number,
  sizes: readonly number[],
  spacing: number,
  panel: Outline,
  letters: Lettering,
  colour: PlacedLine['colour'] = 'gilt',
): PlacedLine | LayoutProblem {
  const capitals = words.trim().toLocaleUpperCase('en');
  for (const size of sizes) {
    const style: LetterStyle = { type: 'LABELS', weight: 500, size, spacing: size < 7 ? 0.6 : spacing * (size / 9) };
    if (letters(capitals, style).width <= roomAt(panel, y - size * 0.75, y))
      return { words: capitals, style, y, colour };
  }
  const what = slot === 'issuer' ? 'The organisation’s name' : 'The name of the level';
  return {
    slot,
    message: `${what}, “${words}”, is too long for its line even at the smallest size. A wider shape has more room.`,
  };
}

function nameLines(
  face: BadgeFace,
  area: { top: number; bottom: number },
  panel: Outline,
  letters: Lettering,
): { lines: PlacedLine[]; below: number } | LayoutProblem {
  const pieces = piecesOf(face.name);
  const label = face.levelLabel ? 13 : 0;
  const most = face.centre === 'NONE' ? 24 : 20;
  for (const size of NAME_SIZES.filter((each) => each <= most)) {
    for (let count = 1; count <= Math.min(MOST_LINES, Math.max(1, pieces.length)); count++) {
      const height = count * (size + 3) + label;
      if (height > area.bottom - area.top) break;
      const first = area.top + (area.bottom - area.top - height) / 2 + size * 0.86;
      const style: LetterStyle = { type: face.type, weight: 600, size };
      const filled = fill(
        pieces,
        count,
        (nth) => roomAt(panel, first + nth * (size + 3) - size * 0.7, first + nth * (size + 3)),
        (words) => letters(words, style).width,
      );
      if (!filled) continue;
      const lines = filled.map(
        (words, nth): PlacedLine => ({ words, style, y: first + nth * (size + 3), colour: 'text' }),
      );
      return { lines, below: first + filled.length * (size + 3) - (size - 12) * 0.4 };
    }
  }
  return {
    slot: 'name',
    message: `“${face.name}” does not fit on this badge, not even in ${MOST_LINES} lines at the smallest size. Give the badge a shorter name, or choose a wider shape.`,
  };
}

/** Lines narrower than they might be, as long as no line more is needed: so they come out even. */
const NARROWER = [0.6, 0.7, 0.8, 0.9, 1];

/** Words in at most this many lines, none wider than its room; null: impossible. */
function fill(
  pieces: readonly Piece[],
  count: number,
  room: (line: number) => number,
  widthOf: (words: string) => number,
): string[] | null {
  for (const share of NARROWER) {
    const lines = filled(pieces, count, (line) => room(line) * share, widthOf);
    if (lines) return lines;
  }
  return null;
}

function filled(
  pieces: readonly Piece[],
  count: number,
  room: (line: number) => number,
  widthOf: (words: string) => number,
): string[] | null {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? [];
    const longer = [...line, piece];
    if (widthOf(joined(longer)) <= room(lines.length - 1)) lines[lines.length - 1] = longer;
    else if (line.length > 0 && lines.length < count && widthOf(piece.text) <= room(lines.length)) lines.push([piece]);
    else return null;
  }
  return lines.map(joined);
}

function roomAt(panel: Outline, top: number, bottom: number): number {
  return 2 * (Math.min(reachAt(panel, top), reachAt(panel, bottom)) - PADDING);
}

function initialsProblems(face: BadgeFace, letters: Lettering): LayoutProblem[] {
  const { initials } = face;
  const count = Array.from(initials).length;
  if (count === 0 || !face.marks.includes('ISSUER')) return [];
  const fits = count <= 3 && letters(initials, initialsStyle(initials)).width <= 24;
  return fits
    ? []
    : [{ slot: 'initials', message: `The initials “${initials}” do not fit in the shield. Use up to three letters.` }];
}

/** The letters in the shield. */
export function initialsStyle(initials: string): LetterStyle {
  return { type: 'NAMES', weight: 700, size: Array.from(initials).length > 2 ? 9 : 12 };
}
