import type { Lettering, LetterStyle } from '@assay/credential';
import { CARD_SIZE } from '@assay/proof';

/** What the picture says that other sites show of a proof page. */
export interface CardFacts {
  readonly holder: string;
  readonly achievement: string;
  readonly issuer: string;
  /** Where to check it, as people read an address. */
  readonly host: string;
}

const LEFT = 480;
const WIDTH = CARD_SIZE.width - LEFT - 72;
const INK = '#16211F';
const INK_2 = '#414D4A';
const INK_3 = '#5F6A67';

const NAME: LetterStyle = { type: 'NAMES', weight: 600, size: 60 };
const EARNED: LetterStyle = { type: 'NAMES', weight: 400, size: 38 };
const HINT: LetterStyle = { type: 'LABELS', weight: 400, size: 24 };

/** The words of the card, as outlines: whoever shows it has none of our fonts. The badge goes to its left. */
export function cardSvg(facts: CardFacts, letters: Lettering): string {
  const lines = [
    ...broken(facts.holder, NAME, letters, 2).map((words) => ({ words, style: NAME, fill: INK, step: 70 })),
    ...broken(facts.achievement, EARNED, letters, 3).map((words) => ({ words, style: EARNED, fill: INK_2, step: 50 })),
    { words: facts.issuer, style: HINT, fill: INK_2, step: 56 },
    { words: `Check it at ${facts.host}`, style: HINT, fill: INK_3, step: 36 },
  ];
  const height = lines.reduce((sum, { step }) => sum + step, 0);
  let y = (CARD_SIZE.height - height) / 2;
  const drawn = lines.map(({ words, style, fill, step }) => {
    y += step;
    const [fitting = ''] = broken(words, style, letters, 1);
    const set = letters(fitting, style);
    return set.draw(LEFT + set.width / 2, y, fill);
  });
  const { width, height: tall } = CARD_SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${tall}" viewBox="0 0 ${width} ${tall}"><path d="M0 0h${width}v${tall}H0z" fill="#F7F6F2"/><path d="M24 24h${width - 48}v${tall - 48}H24z" fill="#FFFFFF" stroke="#E2E0D9"/>${drawn.join('')}</svg>`;
}

/** At most so many lines; what does not fit ends in dots. */
function broken(words: string, style: LetterStyle, letters: Lettering, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && letters(longer, style).width > WIDTH) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  const shown = lines.slice(0, most);
  const cut = lines.length > most ? `${shown.at(-1)}…` : (shown.at(-1) ?? '');
  return [...shown.slice(0, -1), shortened(cut, style, letters)];
}

function shortened(line: string, style: LetterStyle, letters: Lettering): string {
  let kept = Array.from(line);
  while (kept.length > 1 && letters(kept.join(''), style).width > WIDTH) kept = [...kept.slice(0, -2), '…'];
  return kept.join('');
}
