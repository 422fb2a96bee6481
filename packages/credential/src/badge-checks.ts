import { inksOf, smallSign } from './badge-art.js';
import { contrast } from './badge-contrast.js';
import { BADGE_ICONS } from './badge-icons.js';
import type { BadgeFace } from './badge-face.js';
import { initialsStyle, layOut, NUMERAL } from './badge-layout.js';
import type { Lettering } from './badge-lettering.js';

/** What was found about a badge before it is struck. */
export interface BadgeFinding {
  readonly check: 'FIT' | 'LETTERS' | 'CONTRAST' | 'SMALL' | 'EDGE';
  /** `REFUSED` cannot be published; `WARNING` can; `GOOD` says what was measured. */
  readonly verdict: 'REFUSED' | 'WARNING' | 'GOOD';
  readonly message: string;
}

/** Below this a person with ordinary sight reads no text; WCAG 2 for large text. */
const LEAST = 3;
/** WCAG 2 AA for text. */
const AA = 4.5;
/** On a picture of 24 pixels: letters lower than this and strokes thinner than that run together. */
const LEAST_LETTER = 5.5;
const LEAST_STROKE = 1;
const TINY = 24;
const LIGHT_PAGE = '#FFFFFF';
const DARK_PAGE = '#161E1C';

/** Everything that can be said of a badge without looking at it. */
export function checkBadge(face: BadgeFace, letters: Lettering): BadgeFinding[] {
  return [
    ...layOut(face, letters).problems.map(
      ({ message }): BadgeFinding => ({ check: 'FIT', verdict: 'REFUSED', message }),
    ),
    ...letterFindings(face, letters),
    ...contrastFindings(face),
    ...smallFindings(face, letters),
    ...edgeFindings(face),
  ];
}

function letterFindings(face: BadgeFace, letters: Lettering): BadgeFinding[] {
  const slots: [string, string, Parameters<Lettering>[1]][] = [
    ['the name', face.name, { type: face.type, weight: 600, size: 20 }],
    ['the organisation’s name', face.issuerName, { type: 'LABELS', weight: 500, size: 9 }],
    ['the name of the level', face.levelLabel ?? '', { type: 'LABELS', weight: 500, size: 9 }],
    ['the initials', face.initials, initialsStyle(face.initials)],
  ];
  return slots.flatMap(([where, words, style]): BadgeFinding[] => {
    const missing = [...new Set(letters(words, style).missing)];
    if (missing.length === 0) return [];
    const shown = missing.slice(0, 8).join(' ');
    const more = missing.length > 8 ? ` and ${missing.length - 8} more` : '';
    return [
      {
        check: 'LETTERS',
        verdict: 'REFUSED',
        message: `No font of the brand kit has these characters of ${where}: ${shown}${more}${scriptWords(missing)}. Choose a font for that script in the kit, or write it otherwise.`,
      },
    ];
  });
}

const SCRIPTS: readonly [string, RegExp][] = [
  ['Arabic', /\p{Script=Arabic}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Chinese or Japanese', /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Khmer', /\p{Script=Khmer}/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Thai', /\p{Script=Thai}/u],
];

function scriptWords(characters: readonly string[]): string {
  const names = SCRIPTS.filter(([, script]) => characters.some((each) => script.test(each))).map(([name]) => name);
  return names.length ? ` (${names.join(', ')})` : '';
}

function contrastFindings(face: BadgeFace): BadgeFinding[] {
  const { ground, text, gilt } = face.inks;
  const pairs: [string, number][] = [
    ['The words', contrast(text, ground)],
    ['The organisation’s name in the gilt colour', contrast(gilt, ground)],
  ];
  const paper = inksOf(face.inks, 'PAPER');
  const findings = pairs.map(([what, ratio]): BadgeFinding => {
    const said = `${what} on the ground: contrast ${ratioWords(ratio)}`;
    if (ratio < LEAST)
      return {
        check: 'CONTRAST',
        verdict: 'REFUSED',
        message: `${said}. Nobody can rely on reading that; at least 3 to 1.`,
      };
    if (ratio < AA)
      return { check: 'CONTRAST', verdict: 'WARNING', message: `${said}. Text this small should have 4.5 to 1.` };
    return { check: 'CONTRAST', verdict: 'GOOD', message: `${said}.` };
  });
  const onPaper = contrast(paper.gilt, paper.ground);
  if (onPaper < LEAST)
    findings.push({
      check: 'CONTRAST',
      verdict: 'WARNING',
      message: `The gilt colour in the paper cut: contrast ${ratioWords(onPaper)}. In print it will look pale.`,
    });
  return findings;
}

function smallFindings(face: BadgeFace, letters: Lettering): BadgeFinding[] {
  const ratio = contrast(face.inks.text, face.inks.ground);
  const { what, size, least } = smallSize(face, letters);
  const measured = `${what}, contrast ${ratioWords(ratio)}`;
  if (size < least || ratio < AA)
    return [{ check: 'SMALL', verdict: 'WARNING', message: `Hard to read at 24 pixels: ${measured}.` }];
  return [{ check: 'SMALL', verdict: 'GOOD', message: `Readable at 24 pixels: ${measured}.` }];
}

function smallSize(face: BadgeFace, letters: Lettering): { what: string; size: number; least: number } {
  const pixels = (units: number) => Math.round((units / 320) * TINY * 10) / 10;
  if (face.centre === 'ICON' && face.icon !== null && BADGE_ICONS[face.icon]) {
    const stroke = pixels((150 / 24) * 2.6);
    return { what: `the icon’s lines are ${stroke} pixels wide`, size: stroke, least: LEAST_STROKE };
  }
  if (face.centre === 'LOGO' && face.logo) {
    const by = Math.min(150 / face.logo.width, 120 / face.logo.height);
    const height = pixels(face.logo.height * by);
    return { what: `the logo is ${height} pixels high`, size: height, least: LEAST_LETTER };
  }
  const sign = smallSign(face);
  const size = sign.length > 1 ? 110 : 150;
  // Room between the gilt line's inner edges; capitals and figures are about two thirds of the size.
  const width = letters(sign, { ...NUMERAL, size }).width;
  const height = pixels(size * 0.67 * Math.min(1, 190 / Math.max(1, width)));
  return { what: `the ${sign || 'sign'} is ${height} pixels high`, size: sign ? height : 0, least: LEAST_LETTER };
}

/** A badge must end somewhere: its edge or its ground must stand off the page, light and dark. */
function edgeFindings({ inks }: BadgeFace): BadgeFinding[] {
  return [
    ['light', LIGHT_PAGE],
    ['dark', DARK_PAGE],
  ].flatMap(([name = '', page = '']): BadgeFinding[] => {
    const ratio = Math.max(contrast(inks.ground, page), contrast(inks.line, page));
    if (ratio >= LEAST) return [];
    return [
      {
        check: 'EDGE',
        verdict: 'WARNING',
        message: `On a ${name} page its outline is hard to see: neither ground nor line reach 3 to 1 (${ratioWords(ratio)}).`,
      },
    ];
  });
}

function ratioWords(ratio: number): string {
  return `${ratio >= 10 ? Math.floor(ratio) : Math.floor(ratio * 10) / 10} to 1`;
}
