import type { BadgeFace, BadgeInks, BadgeLogo, BadgeMark, BadgeShape } from './badge-face.js';
import { BADGE_ICONS } from './badge-icons.js';
import { readableOn } from './badge-contrast.js';
import { initialsStyle, layOut, NUMERAL, PANEL } from './badge-layout.js';
import type { Lettering } from './badge-lettering.js';
import { inset, num, type Outline, outlineOf, pathOf, reeding } from './badge-outline.js';

/** `INK` as struck; `PAPER` for print in colour and for an issuer we cannot vouch for; `ONE_INK` for a stamp. */
export const BADGE_CUTS = ['INK', 'PAPER', 'ONE_INK'] as const;
export type BadgeCut = (typeof BADGE_CUTS)[number];

/** Small pictures lose their detail, not their outline: all of it, line and sign, sign alone. */
export const BADGE_SCALES = ['FULL', 'SMALL', 'TINY'] as const;
export type BadgeScale = (typeof BADGE_SCALES)[number];

/** The scale for a width in pixels. */
export function scaleFor(pixels: number | undefined): BadgeScale {
  if (pixels === undefined || pixels >= 72) return 'FULL';
  return pixels >= 40 ? 'SMALL' : 'TINY';
}

const BLACK = '#14221F';
/** The first year that was ever marked; its letter is a. */
const FIRST_YEAR = 2025;

/** The badge as a complete SVG document. Deterministic, and without anything that loads or runs. */
export function renderBadgeSvg(
  face: BadgeFace,
  letters: Lettering,
  { cut = 'INK', scale = 'FULL' }: { cut?: BadgeCut; scale?: BadgeScale } = {},
): string {
  const inks = inksOf(face.inks, cut);
  const outline = outlineOf(face.shape);
  const edge = `<path d="${pathOf(outline)}" fill="${inks.ground}" stroke="${inks.line}" stroke-width="2.5" paint-order="stroke"/>`;
  const body =
    scale === 'FULL' ? fullFace(face, outline, inks, letters) : smallFace(face, outline, inks, letters, scale);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320" role="img"><title>${escapeXml(titleOf(face))}</title>${edge}${body}</svg>`;
}

/** What a screen reader says of the picture. */
export function titleOf({ name, level, levelLabel, issuerName }: BadgeFace): string {
  const standing = levelLabel && level !== undefined ? `level ${level}, ${levelLabel}` : undefined;
  return [name, standing, issuerName].filter(Boolean).join(', ');
}

/** The inks of a cut. On paper the dark one is the ground or the text, whichever can be read. */
export function inksOf(inks: BadgeInks, cut: BadgeCut): BadgeInks {
  if (cut === 'INK') return inks;
  if (cut === 'ONE_INK') return { ground: '#FFFFFF', gilt: BLACK, line: BLACK, text: BLACK };
  const ground = '#FBFAF6';
  const text = readableOn(ground, 7, inks.ground, inks.text, BLACK);
  return { ground, text, gilt: readableOn(ground, 2.4, inks.gilt, text), line: '#9AA5A1' };
}

function smallFace(face: BadgeFace, outline: Outline, inks: BadgeInks, letters: Lettering, scale: BadgeScale): string {
  const line =
    scale === 'TINY' || face.ring === 'NONE'
      ? ''
      : `<path d="${pathOf(inset(outline, 22))}" fill="none" stroke="${inks.gilt}" stroke-width="9"/>`;
  return line + signOf(face, inks, letters);
}

/** The one thing that is left when a badge is small. */
function signOf(face: BadgeFace, inks: BadgeInks, letters: Lettering): string {
  if (face.centre === 'ICON') return icon(face.icon, 160, 160, 150, inks.text, 2.6);
  if (face.centre === 'LOGO' && face.logo) return logo(face.logo, 160, 160, 150, 120);
  const sign = smallSign(face);
  return letters(sign, { ...NUMERAL, size: sign.length > 1 ? 110 : 150 }).draw(
    160,
    sign.length > 1 ? 198 : 212,
    inks.text,
  );
}

/** The letters of a small badge: its level, or whose it is. */
export function smallSign({ centre, level, initials }: BadgeFace): string {
  return centre === 'LEVEL' && level !== undefined
    ? String(level)
    : Array.from(initials).slice(0, 2).join('').toLocaleUpperCase('en');
}

function fullFace(face: BadgeFace, outline: Outline, inks: BadgeInks, letters: Lettering): string {
  const panel = inset(outline, PANEL);
  const layout = layOut(face, letters);
  const words = layout.lines.map(({ words: each, style, y, colour }) =>
    letters(each, style).draw(160, y, colour === 'gilt' ? inks.gilt : inks.text),
  );
  return [
    background(face, panel, inks),
    ring(face, outline, inks),
    engraving(face, outline, panel, inks),
    ...words,
    middle(face, layout.centre, inks),
    ruleWithLozenge(layout.ruleY, inks),
    struckMarks(face, layout.marksY, inks, letters),
  ].join('');
}

function middle(face: BadgeFace, place: { y: number; height: number } | null, inks: BadgeInks): string {
  if (!place) return '';
  if (face.centre === 'ICON') return icon(face.icon, 160, place.y, place.height, inks.text, 1.5);
  if (face.centre === 'LOGO' && face.logo) return logo(face.logo, 160, place.y, 110, place.height);
  return '';
}

function ring({ ring: kind }: BadgeFace, outline: Outline, inks: BadgeInks): string {
  const line = (by: number, width: number) =>
    `<path d="${pathOf(inset(outline, by))}" fill="none" stroke="${inks.gilt}" stroke-width="${width}"/>`;
  switch (kind) {
    case 'NONE':
      return '';
    case 'PLAIN':
      return line(17, 1.2);
    case 'DOUBLE':
      return line(8, 3) + line(17, 1.2);
    case 'REEDED':
      return `<path d="${reeding(inset(outline, 4), 9, 4, 5)}" fill="none" stroke="${inks.gilt}" stroke-width="1.3"/>${line(17, 1.2)}`;
  }
}

/** The band between the gilt line and the panel; its lines name the profession. */
function engraving({ band: kind, shape }: BadgeFace, outline: Outline, panel: Outline, inks: BadgeInks): string {
  if (kind === 'NONE') return '';
  const band = `${pathOf(inset(outline, 21))}${pathOf(panel)}`;
  const frame = `<path d="${band}" fill="none" stroke="${inks.line}" stroke-width=".7"/>`;
  if (kind === 'PLAIN') return frame;
  const lines: string[] = [];
  for (let at = 0; at <= 640; at += 5) {
    if (at <= 320 && (kind === 'HORIZONTAL' || kind === 'DOTS')) lines.push(`M0 ${at}H320`);
    if (at <= 320 && kind === 'VERTICAL') lines.push(`M${at} 0V320`);
    if (kind === 'DIAGONAL') lines.push(`M0 ${at}L${at} 0`);
  }
  const dots =
    kind === 'DOTS' ? ' stroke-width="1.6" stroke-linecap="round" stroke-dasharray="0 5"' : ' stroke-width=".8"';
  // The clip's inner path is a hole, so nothing is drawn behind the words. Its name holds the shape: several badges
  // stand in one page.
  const clip = `band-${shape.toLowerCase()}`;
  return `<clipPath id="${clip}"><path clip-rule="evenodd" d="${band}"/></clipPath><path clip-path="url(#${clip})" d="${lines.join('')}" fill="none" stroke="${inks.line}"${dots}/>${frame}`;
}

/** What is engraved behind everything, faint enough to be read over. */
function background({ ground, shape }: BadgeFace, panel: Outline, inks: BadgeInks): string {
  if (ground === 'PLAIN') return '';
  const parts: string[] = [];
  for (let nth = 0; nth < 48; nth++) {
    const angle = (nth / 48) * 2 * Math.PI;
    if (ground === 'RAYS')
      parts.push(`M160 160L${num(160 + 220 * Math.cos(angle))} ${num(160 + 220 * Math.sin(angle))}`);
    if (ground === 'GRID') parts.push(`M${nth * 8} 0V320M0 ${nth * 8}H320`);
    if (ground === 'RINGS' && nth > 0 && nth < 24)
      parts.push(
        `M${160 - nth * 7} 160a${nth * 7} ${nth * 7} 0 1 0 ${nth * 14} 0a${nth * 7} ${nth * 7} 0 1 0 ${-nth * 14} 0`,
      );
  }
  const clip = `panel-${shape.toLowerCase()}`;
  return `<clipPath id="${clip}"><path d="${pathOf(panel)}"/></clipPath><path clip-path="url(#${clip})" d="${parts.join('')}" fill="none" stroke="${inks.line}" stroke-width=".6" opacity=".22"/>`;
}

function ruleWithLozenge(y: number, inks: BadgeInks): string {
  return `<path d="M120 ${num(y)}H200" stroke="${inks.gilt}" stroke-width="1.2"/><path d="M160 ${num(y - 4)}l4 4l-4 4l-4-4Z" fill="${inks.gilt}"/>`;
}

/** Who issued it, which level, how it was marked, when. */
function struckMarks(face: BadgeFace, y: number, inks: BadgeInks, letters: Lettering): string {
  const drawn: Record<BadgeMark, () => string> = {
    ISSUER: () => shield(face, inks, letters),
    LEVEL: () => (face.level === undefined ? '' : levelMark(face.level, face.shape, inks, letters)),
    MARKING: () => rings(face.doubleMarked, inks),
    YEAR: () => (face.year === undefined ? '' : yearMark(face.year, inks, letters)),
  };
  const marks = face.marks.map((mark) => drawn[mark]()).filter((mark) => mark !== '');
  const start = 160 - (marks.length * 32 - 4) / 2;
  return marks.map((mark, nth) => `<g transform="translate(${num(start + nth * 32)} ${y})">${mark}</g>`).join('');
}

function shield({ initials }: BadgeFace, inks: BadgeInks, letters: Lettering): string {
  const words = initials.toLocaleUpperCase('en');
  const set = letters(words, initialsStyle(words));
  return `<path d="M1 1H27V17Q27 23 14 28Q1 23 1 17Z" fill="${inks.text}"/>${set.width <= 24 ? set.draw(14, 18, inks.ground) : ''}`;
}

const LEVEL_FORMS: Record<BadgeShape, string> = {
  OVAL: '<circle cx="14" cy="14" r="13"/>',
  CIRCLE: '<circle cx="14" cy="14" r="13"/>',
  OCTAGON: '<path d="M8 1H20L27 8V20L20 27H8L1 20V8Z"/>',
  CARTOUCHE: '<path d="M5 1H23L27 5V23L23 27H5L1 23V5Z"/>',
  GABLE: '<path d="M14 0L27 7V27H1V7Z"/>',
  TABLET: '<path d="M1 1H27V27H1Z"/>',
};

function levelMark(level: number, shape: BadgeShape, inks: BadgeInks, letters: Lettering): string {
  const number = letters(String(level), { type: 'NAMES', weight: 700, size: 16 });
  return `<g fill="${inks.text}">${LEVEL_FORMS[shape]}</g>${number.draw(14, 20, inks.ground)}`;
}

function rings(two: boolean, inks: BadgeInks): string {
  const circles = two
    ? '<circle cx="10.5" cy="14" r="6.5"/><circle cx="17.5" cy="14" r="6.5"/>'
    : '<circle cx="14" cy="14" r="7"/>';
  return `<rect x="1" y="1" width="26" height="26" rx="2" fill="${inks.text}"/><g fill="none" stroke="${inks.ground}" stroke-width="1.8">${circles}</g>`;
}

function yearMark(year: number, inks: BadgeInks, letters: Lettering): string {
  const letter = String.fromCharCode(97 + ((((year - FIRST_YEAR) % 26) + 26) % 26));
  const set = letters(letter, { type: 'NAMES', weight: 700, italic: true, size: 16 });
  return `<path d="M7 1H21L27 7V21L21 27H7L1 21V7Z" fill="${inks.text}"/>${set.draw(14, 19.5, inks.ground)}`;
}

function icon(name: string | null, x: number, y: number, size: number, stroke: string, width: number): string {
  const path = name === null ? undefined : BADGE_ICONS[name];
  if (!path) return '';
  const by = size / 24;
  return `<path transform="translate(${num(x - 12 * by)} ${num(y - 12 * by)}) scale(${num(by)})" d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function logo(image: BadgeLogo, x: number, y: number, mostWidth: number, mostHeight: number): string {
  const by = Math.min(mostWidth / image.width, mostHeight / image.height);
  const [width, height] = [image.width * by, image.height * by];
  const place = `x="${num(x - width / 2)}" y="${num(y - height / 2)}" width="${num(width)}" height="${num(height)}"`;
  if (image.points) return `<image ${place} href="${image.points}"/>`;
  return `<svg ${place} viewBox="${image.viewBox ?? ''}">${image.drawing ?? ''}</svg>`;
}

export function escapeXml(content: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  // Control characters are not allowed in XML at all.
  return content.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
