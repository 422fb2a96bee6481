// Words that carry grammar and no content. Negations and numbers are never among them.
const GRAMMAR = new Set([
  'a',
  'an',
  'the',
  'of',
  'to',
  'in',
  'on',
  'at',
  'for',
  'with',
  'by',
  'and',
  'that',
  'which',
  'is',
  'are',
  'be',
  'it',
]);
/** Below this, one letter makes another word: affect, effect. */
const LONG = 7;

/**
 * Whether two texts differ in nothing but capitals, punctuation, small words and slips of one letter. A suggestion
 * to a person: what it takes for a change of meaning may still be none.
 */
export function meansTheSame(before: string, after: string): boolean {
  const [was, is] = [words(before), words(after)];
  return was.length === is.length && was.every((word, at) => isSameWord(word, is[at] ?? ''));
}

function words(text: string): string[] {
  const all =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return all.filter((word) => !GRAMMAR.has(word));
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (/\p{N}/u.test(one + other) || Math.min(one.length, other.length) < LONG) return false;
  return isOneSlipAway(one, other);
}

/** One letter added, left out, changed, or two neighbours in each other's place. */
function isOneSlipAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
