import type { InventedAchievement, InventedEvidence } from './invented-achievement.js';
import { PLACES } from './invented-attempts.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A number that belongs to a word: what differs between people differs the same way in every demonstration. */
export function numberOf(word: string): number {
  let sum = 7;
  for (const letter of word) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}

/** Puts one person's place and month into a text. */
function fillerFor(achievement: InventedAchievement, person: string, at: Date): (text: string) => string {
  const place = PLACES[numberOf(`${person} ${achievement.key}`) % PLACES.length] ?? PLACES[0];
  const when = MONTHS[at.getUTCMonth()] ?? '';
  return (text) => text.replaceAll('{place}', place).replaceAll('{when}', when);
}

/** The evidence of an achievement in the words of one person: their place, their month. */
export function evidenceOf(achievement: InventedAchievement, person: string, at: Date): InventedEvidence[] {
  const filled = fillerFor(achievement, person, at);
  return achievement.evidence.map((each) => ({
    kind: each.kind,
    title: filled(each.title),
    content: filled(each.content),
    note: filled(each.note),
  }));
}

/** What shows a criterion: index of the evidence, and how the person says so. */
export function linksFor(
  achievement: InventedAchievement,
  criterion: string,
  person: string,
  at: Date,
): { item: number; reflection: string }[] {
  const [first, second] = achievement.shownBy[criterion] ?? [0, 0];
  const filled = fillerFor(achievement, person, at);
  const [one = '', other = ''] = achievement.reflections[criterion]?.map(filled) ?? [];
  const variant = numberOf(`${person} ${criterion}`) % 3;
  if (first === second) return [{ item: first, reflection: variant === 0 ? other : one }];
  if (variant === 0) return [{ item: first, reflection: one }];
  return [
    { item: first, reflection: one },
    { item: second, reflection: other },
  ];
}
