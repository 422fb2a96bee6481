/** What heads a column of a rubric sheet, besides a level. */
export type TableRole = 'NUMBER' | 'TITLE' | 'DESCRIPTION' | 'LEVEL' | 'WEIGHT' | 'MUST_REACH' | 'IGNORED';

const HEADS: [TableRole, RegExp][] = [
  ['NUMBER', /^(#|no\.?|nr\.?|number)$/i],
  ['WEIGHT', /^(weight(ing|age)?|w)\b.{0,12}$/i],
  [
    'MUST_REACH',
    /^(must([ -](reach|pass|meet|have))?|minimum( level)?|min\.?( level)?|required( level)?|pass(ing)? level)$/i,
  ],
  ['DESCRIPTION', /^(description|details?|about|what (is|it) .{0,30}|explanation|skill|learning outcome|notes?)$/i],
  ['IGNORED', /^(score|total|comments?|feedback|grade|mark|marks|result|max(imum)?( (points|score))?|evidence|sum)$/i],
  [
    'TITLE',
    /^(criteri(on|a)( and skill)?|criteri(on|a) ?\/.*|dimension|category|competenc(y|e|ies)|aspect|task|objective|standard|rubric|indicator|element|trait)s?$/i,
  ],
];

export function roleOfHead(text: string): TableRole | null {
  const words = text.trim();
  return HEADS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Names of levels as rubrics use them, each line from low to high; one step of a line is one rank. */
const LADDERS: string[][] = [
  ['not shown', 'not yet', 'not yet shown', 'not evident', 'no evidence', 'missing', 'absent', 'fail', 'failing'],
  ['unsatisfactory', 'poor', 'inadequate', 'below expectations', 'does not meet', 'not met', 'weak', 'insufficient'],
  ['beginner', 'beginning', 'novice', 'awareness', 'aware', 'entry', 'needs improvement', 'needs work', 'marginal'],
  ['emerging', 'foundation', 'foundational', 'basic', 'limited', 'fair', 'advanced beginner', 'partially meets'],
  ['developing', 'approaching', 'approaching expectations', 'working', 'intermediate', 'partial', 'progressing'],
  ['satisfactory', 'adequate', 'competent', 'meets', 'meets expectations', 'met', 'pass', 'acceptable', 'sufficient'],
  ['proficient', 'practitioner', 'good', 'accomplished', 'independent', 'merit', 'skilled', 'very good', 'strong'],
  ['advanced', 'exceeds', 'exceeds expectations', 'excellent', 'exemplary', 'distinguished', 'distinction'],
  ['expert', 'outstanding', 'mastery', 'master', 'leading', 'exceptional'],
];
const RANKS = new Map(LADDERS.flatMap((words, rank) => words.map((word) => [word, rank] as const)));

export interface LevelHead {
  label: string;
  /** A number that stands with it: its place or its points. */
  number: number | null;
  /** Whether the number is said to be points. */
  isPoints: boolean;
  /** "to pass" and the like. */
  isPassing: boolean;
  /** Where such a name usually stands; null for a name of one's own. */
  rank: number | null;
}

const POINTS = /[([\s–-]*\b(\d+(?:[.,]\d+)?)\s*(?:pts?|points?|marks?|p)\b\.?[)\]]?\s*$/i;
const PASSING = /(?:\s*[,;(–—-]\s*(?:to pass|pass|passing|competent)\)?|\s+to pass)\s*$/i;
const PLACE = /^(?:level|stage|step|grade|band)?\s*(\d+)\s*(?:[.:)=–—-]\s*|\s+|$)(.*)$/i;

/** Reads "3 Practitioner, to pass", "Level 2: Working", "Good (3 pts)" and "Excellent 4". */
export function readLevelHead(text: string): LevelHead {
  let words = text.replace(/\s+/g, ' ').trim();
  const isPassing = PASSING.test(words);
  if (isPassing) words = words.replace(PASSING, '').trim();
  const points = POINTS.exec(words);
  if (points) {
    const label = words.slice(0, points.index).trim();
    return head(PLACE.exec(label)?.[2]?.trim() || label || words, numberOf(points[1]), true, isPassing);
  }
  // A number alone is a place without a name.
  if (/^\d+$/.test(words)) return head('', numberOf(words), false, isPassing);
  const before = PLACE.exec(words);
  if (before) return head(before[2]?.trim() || words, numberOf(before[1]), false, isPassing);
  const after = /^(.*\S)\s*[([–—:-]?\s*(\d+)\s*[)\]]?$/.exec(words);
  if (after) return head(after[1]?.replace(/[\s([–—:-]+$/, '') || words, numberOf(after[2]), false, isPassing);
  return head(words, null, false, isPassing);
}

function head(label: string, number: number | null, isPoints: boolean, isPassing: boolean): LevelHead {
  return { label, number, isPoints, isPassing, rank: RANKS.get(label.toLowerCase()) ?? null };
}

/** Whether a text names a level rather than a criterion. */
export function looksLikeLevel(text: string, known: readonly string[]): boolean {
  const { label, number, rank } = readLevelHead(text);
  return rank !== null || number !== null || known.includes(label.toLowerCase());
}

/** "20 %", "1,5" and "2" are numbers. */
export function numberOf(text: string | undefined): number | null {
  const words = (text ?? '')
    .replace(/\s*%\s*$/, '')
    .replace(',', '.')
    .trim();
  const value = Number(words);
  return words !== '' && Number.isFinite(value) ? value : null;
}
