/** A word that two assessors may read differently, where it stands, and which question it leaves open. */
export interface VagueWord {
  word: string;
  start: number;
  end: number;
  asks: 'quality' | 'amount' | 'knowing' | 'frequency';
}

// Words that name a judgement instead of what would be seen. Kept short on purpose: a hint that fires on every second
// cell is read by nobody.
const WORDS: Record<VagueWord['asks'], readonly string[]> = {
  quality: [
    'good',
    'bad',
    'excellent',
    'poor',
    'appropriate',
    'appropriately',
    'adequate',
    'adequately',
    'effective',
    'effectively',
    'efficient',
    'efficiently',
    'suitable',
    'proper',
    'properly',
    'relevant',
    'reasonable',
  ],
  amount: ['some', 'several', 'various', 'many', 'enough', 'sufficient', 'basic', 'advanced'],
  knowing: ['understands', 'understand', 'understanding', 'knows', 'appreciates', 'familiar', 'aware', 'awareness'],
  frequency: ['often', 'usually', 'regularly', 'sometimes', 'occasionally', 'consistently', 'generally'],
};

const asksOf = new Map(
  Object.entries(WORDS).flatMap(([asks, words]) => words.map((word) => [word, asks as VagueWord['asks']] as const)),
);

/** English only: a descriptor in another language gets no hint rather than a wrong one. */
export function vagueWords(text: string): VagueWord[] {
  return [...text.matchAll(/[a-z]+/gi)].flatMap((match) => {
    const asks = asksOf.get(match[0].toLowerCase());
    return asks ? [{ word: match[0], start: match.index, end: match.index + match[0].length, asks }] : [];
  });
}

// What goes on inside a head cannot be seen, so nobody could say whether it was reached.
const INWARD =
  /^(?:to )?(?:understands?|knows?|learns?|appreciates?|is (?:aware|familiar)|be (?:aware|familiar)|becomes? familiar|has (?:an? )?(?:understanding|knowledge|awareness)|grasps?|realises?|realizes?)\b/i;

/** The verb with which an outcome begins when nobody can see whether somebody does it; English only. */
export function vagueVerb(outcome: string): string | null {
  return INWARD.exec(outcome.trim())?.[0].toLowerCase() ?? null;
}
