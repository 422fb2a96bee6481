import { inset, num, type Outline, outlineOf, pathOf, reeding } from './badge-outline.js';

/** The crafts an engraving can name. */
export type Profession = 'software' | 'data' | 'architecture' | 'design';

/** What a badge's picture says. Nothing on it is the proof: the signature is. */
export interface BadgeDesign {
  readonly issuerName: string;
  /** Up to three letters in the shield. */
  readonly initials: string;
  /** Ordinal on the proficiency scale; absent for an achievement without a level. */
  readonly level?: number;
  readonly levelLabel?: string;
  readonly skillName: string;
  /** What the engraving names; absent where the framework tells no profession. */
  readonly profession?: Profession;
  readonly doubleMarked: boolean;
  /** Year of the award; absent while nobody has earned it yet. */
  readonly year?: number;
  /** `ink` as struck; `paper` for an issuer we cannot vouch for; `one-ink` for print. */
  readonly cut?: 'ink' | 'paper' | 'one-ink';
  /** Width in pixels it will be shown at. Small pictures lose their detail, not their outline. */
  readonly size?: number;
}

interface Inks {
  readonly ground: string;
  readonly gilt: string;
  readonly line: string;
  readonly text: string;
}

const CUTS: Record<NonNullable<BadgeDesign['cut']>, Inks> = {
  ink: { ground: '#14221F', gilt: '#C9A24A', line: '#8C9893', text: '#F4F1E8' },
  paper: { ground: '#FBFAF6', gilt: '#B8954A', line: '#9AA5A1', text: '#14221F' },
  'one-ink': { ground: '#FFFFFF', gilt: '#14221F', line: '#14221F', text: '#14221F' },
};

const SERIF = "'Source Serif 4','Source Serif 4 Variable',Georgia,serif";
const SANS = "'IBM Plex Sans',system-ui,sans-serif";
/** The first year that was ever marked; its letter is a. */
const FIRST_YEAR = 2025;

/** The badge as a complete SVG document. Deterministic, and without anything that loads or runs. */
export function renderBadgeSvg(design: BadgeDesign): string {
  const inks = CUTS[design.cut ?? 'ink'];
  const outline = outlineOf(design.level);
  const size = design.size ?? 320;
  const edge = `<path d="${pathOf(outline)}" fill="${inks.ground}" stroke="${inks.line}" stroke-width="2.5" paint-order="stroke"/>`;
  const body = size < 72 ? smallFace(design, outline, inks, size) : fullFace(design, outline, inks);
  const title = [
    design.skillName,
    design.levelLabel && `level ${design.level}, ${design.levelLabel}`,
    design.issuerName,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320" role="img"><title>${escapeXml(title.filter(Boolean).join(', '))}</title>${edge}${body}</svg>`;
}

function smallFace(design: BadgeDesign, outline: Outline, inks: Inks, size: number): string {
  const numeral = design.level === undefined ? design.initials.slice(0, 2) : String(design.level);
  const line =
    size < 40 ? '' : `<path d="${pathOf(inset(outline, 22))}" fill="none" stroke="${inks.gilt}" stroke-width="9"/>`;
  return line + text(numeral, 160, 212, 150, SERIF, inks.text);
}

function fullFace(design: BadgeDesign, outline: Outline, inks: Inks): string {
  const panel = inset(outline, 33);
  const gilt = `<path d="${reeding(inset(outline, 4), 9, 4, 5)}" fill="none" stroke="${inks.gilt}" stroke-width="1.3"/><path d="${pathOf(inset(outline, 17))}" fill="none" stroke="${inks.gilt}" stroke-width="1.2"/>`;
  return gilt + engraving(design.profession, outline, panel, inks) + wording(design, inks) + struckMarks(design, inks);
}

/** The band between the gilt line and the panel; its lines name the profession. */
function engraving(profession: Profession | undefined, outline: Outline, panel: Outline, inks: Inks): string {
  const band = `${pathOf(inset(outline, 21))}${pathOf(panel)}`;
  const frame = `<path d="${pathOf(inset(outline, 21))}${pathOf(panel)}" fill="none" stroke="${inks.line}" stroke-width=".7"/>`;
  if (!profession) return frame;
  const lines: string[] = [];
  for (let at = 0; at <= 640; at += 5) {
    if (profession === 'software') lines.push(`M0 ${at}H320`);
    if (profession === 'data') lines.push(`M${at} 0V320`);
    if (profession === 'architecture') lines.push(`M0 ${at}L${at} 0`);
    if (profession === 'design' && at <= 320) lines.push(`M0 ${at}H320`);
  }
  const dots =
    profession === 'design'
      ? ' stroke-width="1.6" stroke-linecap="round" stroke-dasharray="0 5"'
      : ' stroke-width=".8"';
  // The clip's inner path is a hole, so nothing is drawn behind the words.
  return `<clipPath id="band"><path clip-rule="evenodd" d="${band}"/></clipPath><path clip-path="url(#band)" d="${lines.join('')}" fill="none" stroke="${inks.line}"${dots}/>${frame}`;
}

function wording(design: BadgeDesign, inks: Inks): string {
  const issuer = fit(design.issuerName.toUpperCase(), 22);
  const lines = wrap(design.skillName, 15);
  const fontSize = lines.length > 2 ? 14 : lines.some((line) => line.length > 13) ? 17 : 20;
  const hasLevel = design.level !== undefined;
  const top = hasLevel ? (lines.length > 2 ? 170 : 177) : 128;
  const parts = [
    text(
      issuer,
      160,
      hasLevel ? (design.level === 4 ? 81 : 74) : 92,
      issuer.length > 16 ? 7.5 : 9,
      SANS,
      inks.gilt,
      'letter-spacing="1.6" font-weight="500"',
    ),
  ];
  if (hasLevel) parts.push(text(String(design.level), 160, 141, 80, SERIF, inks.text));
  if (hasLevel) parts.push(ruleWithLozenge(152, inks));
  lines.forEach((line, nth) =>
    parts.push(text(line, 160, top + nth * (fontSize + 3), fontSize, SERIF, inks.text, 'font-weight="600"')),
  );
  const below = top + lines.length * (fontSize + 3);
  if (design.levelLabel)
    parts.push(
      text(
        fit(design.levelLabel.toUpperCase(), 20),
        160,
        below,
        9,
        SANS,
        inks.text,
        'letter-spacing="1.8" font-weight="500"',
      ),
    );
  if (!hasLevel) parts.push(ruleWithLozenge(below + 4, inks));
  return parts.join('');
}

function ruleWithLozenge(y: number, inks: Inks): string {
  return `<path d="M120 ${num(y)}H200" stroke="${inks.gilt}" stroke-width="1.2"/><path d="M160 ${num(y - 4)}l4 4l-4 4l-4-4Z" fill="${inks.gilt}"/>`;
}

/** Who issued it, which level, how it was marked, when. */
function struckMarks(design: BadgeDesign, inks: Inks): string {
  const marks = [shield(design.initials, inks)];
  if (design.level !== undefined) marks.push(levelMark(design.level, inks));
  marks.push(rings(design.doubleMarked, inks));
  if (design.year !== undefined) marks.push(yearMark(design.year, inks));
  // The oval is narrow where the marks would otherwise stand.
  const y = design.level === 2 ? 216 : design.level === undefined ? 222 : 231;
  const start = 160 - (marks.length * 32 - 4) / 2;
  return marks.map((mark, nth) => `<g transform="translate(${num(start + nth * 32)} ${y})">${mark}</g>`).join('');
}

function shield(initials: string, inks: Inks): string {
  const letters = fit(initials.toUpperCase(), 3);
  return `<path d="M1 1H27V17Q27 23 14 28Q1 23 1 17Z" fill="${inks.text}"/>${text(letters, 14, 18, letters.length > 2 ? 9 : 12, SERIF, inks.ground, 'font-weight="700"')}`;
}

function levelMark(level: number, inks: Inks): string {
  const forms: Record<number, string> = {
    2: '<circle cx="14" cy="14" r="13"/>',
    3: '<path d="M8 1H20L27 8V20L20 27H8L1 20V8Z"/>',
    4: '<path d="M14 0L27 7V27H1V7Z"/>',
  };
  const form = forms[level] ?? '<path d="M1 1H27V27H1Z"/>';
  return `<g fill="${inks.text}">${form}</g>${text(String(level), 14, 20, 16, SERIF, inks.ground, 'font-weight="700"')}`;
}

function rings(two: boolean, inks: Inks): string {
  const circles = two
    ? '<circle cx="10.5" cy="14" r="6.5"/><circle cx="17.5" cy="14" r="6.5"/>'
    : '<circle cx="14" cy="14" r="7"/>';
  return `<rect x="1" y="1" width="26" height="26" rx="2" fill="${inks.text}"/><g fill="none" stroke="${inks.ground}" stroke-width="1.8">${circles}</g>`;
}

function yearMark(year: number, inks: Inks): string {
  const letter = String.fromCharCode(97 + ((((year - FIRST_YEAR) % 26) + 26) % 26));
  return `<path d="M7 1H21L27 7V21L21 27H7L1 21V7Z" fill="${inks.text}"/>${text(letter, 14, 19.5, 16, SERIF, inks.ground, 'font-weight="700" font-style="italic"')}`;
}

function text(content: string, x: number, y: number, size: number, family: string, fill: string, more = ''): string {
  return `<text x="${num(x)}" y="${num(y)}" font-family="${family}" font-size="${num(size)}" fill="${fill}" text-anchor="middle" ${more}>${escapeXml(content)}</text>`;
}

/** Words in lines of about this many letters; at most three lines, the last cut with an ellipsis. */
function wrap(words: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, 3).map((line) => fit(line, 20));
  return lines.length > 3 ? [...shown.slice(0, 2), fit(`${shown[2]} …`, 20)] : shown;
}

function fit(words: string, most: number): string {
  const letters = Array.from(words);
  return letters.length <= most ? words : `${letters.slice(0, most - 1).join('')}…`;
}

function escapeXml(content: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  // Control characters are not allowed in XML at all.
  return content.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
