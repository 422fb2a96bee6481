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

/** What can be seen instead, by the beginning of what goes on inside a head. */
const OUTWARD: readonly (readonly [begins: RegExp, seen: string])[] = [
  [/^(?:understands?|grasps?|realises?|realizes?)$/, 'explain'],
  [/^(?:is|be) aware(?: of)?$|^has (?:an? )?awareness(?: of)?$/, 'point out'],
  [/^(?:knows?|learns?)$/, 'explain'],
  [/^appreciates?$/, 'give reasons for'],
  [/^(?:is|be) familiar(?: with)?$|^becomes? familiar(?: with)?$/, 'use'],
  [/^has (?:an? )?(?:understanding|knowledge)(?: of)?$/, 'explain'],
];
const HOW = /^how to (\w+)\b/i;

/**
 * The outcome with a verb that somebody could watch, in the same form; null where its verb is fine already, or where no
 * plain exchange would read well. Knowing how to do something becomes doing it.
 */
export function seenWording(outcome: string): string | null {
  const text = outcome.trim();
  const [begins] = INWARD.exec(text) ?? [];
  if (begins === undefined) return null;
  const bare = begins.replace(/^to /i, '').toLowerCase();
  const joined = /^ (?:of|with)\b/i.exec(text.slice(begins.length))?.[0] ?? '';
  const seen = OUTWARD.find(([begin]) => begin.test(bare + joined.toLowerCase()))?.[1];
  const rest = text.slice(begins.length + joined.length).trim();
  if (seen === undefined || rest === '') return null;
  const said = /s$|^(?:is|has) /.test(bare);
  const does = /^(?:to |be )/i.test(begins) ? 'plain' : said ? 'third' : 'plain';
  const how = HOW.exec(rest)?.[1];
  const [verb, after] = how ? [how.toLowerCase(), rest.replace(HOW, '').trim()] : [seen, rest];
  const words = `${/^to /i.test(begins) ? 'to ' : ''}${does === 'third' ? thirdPerson(verb) : verb} ${after}`.trim();
  return /^[A-Z]/.test(text) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** “point out” becomes “points out”, “carry” “carries”. */
function thirdPerson(words: string): string {
  const [verb = '', ...rest] = words.split(' ');
  const ends = /(?:s|sh|ch|x|z|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  return [ends, ...rest].join(' ');
}
