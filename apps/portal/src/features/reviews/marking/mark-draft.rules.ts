import type { MarkState, SnapshotCriterion, SnapshotItem } from '../review.types.js';

export type RuleName = 'valid' | 'authentic' | 'sufficient' | 'current';
export const RULE_NAMES: readonly RuleName[] = ['valid', 'authentic', 'sufficient', 'current'];

/** What an assessor has said so far. A value: every change makes a new one. */
export type MarkDraft = Pick<MarkState, 'criteria' | 'rules' | 'overall' | 'seenLetters'>;

type Mark = Pick<MarkState, 'criteria' | 'rules' | 'overall' | 'seenLetters'> | null;

/** One entry per criterion of the frozen copy, in its order, whatever has been saved so far. */
export function draftOf(criteria: readonly SnapshotCriterion[], mark: Mark): MarkDraft {
  return {
    criteria: criteria.map(({ criterion, carried }) => {
      const saved = mark?.criteria.find((each) => each.criterionId === criterion.id);
      return {
        criterionId: criterion.id,
        level: carried?.level ?? saved?.level ?? null,
        comment: saved?.comment ?? '',
      };
    }),
    rules: {
      valid: mark?.rules.valid ?? null,
      authentic: mark?.rules.authentic ?? null,
      sufficient: mark?.rules.sufficient ?? null,
      current: mark?.rules.current ?? null,
    },
    overall: mark?.overall ?? null,
    seenLetters: [...(mark?.seenLetters ?? [])],
  };
}

export function withCriterion(
  draft: MarkDraft,
  criterionId: string,
  next: { level?: number; comment?: string },
): MarkDraft {
  return {
    ...draft,
    criteria: draft.criteria.map((each) => (each.criterionId === criterionId ? { ...each, ...next } : each)),
  };
}

export function withSeen(draft: MarkDraft, letter: string): MarkDraft {
  if (draft.seenLetters.includes(letter)) return draft;
  return { ...draft, seenLetters: [...draft.seenLetters, letter].toSorted() };
}

/** The next piece of evidence: first what has not been looked at, then simply the next one, round and round. */
export function nextLetter(
  items: readonly Pick<SnapshotItem, 'letter'>[],
  current: string | null,
  seen: readonly string[],
) {
  const at = items.findIndex((item) => item.letter === current);
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return (after.find((item) => !seen.includes(item.letter)) ?? after[0])?.letter ?? null;
}

export function progress(draft: MarkDraft) {
  return {
    criteria: draft.criteria.filter((each) => each.level !== null).length,
    rules: RULE_NAMES.filter((rule) => draft.rules[rule] !== null).length,
  };
}

/** One place where two versions of a mark say different things. */
export interface Difference {
  key: string;
  criterionId: string | null;
  field: 'level' | 'comment' | RuleName | 'overall';
  mine: string | number | null;
  saved: string | number | null;
}

export function differences(mine: MarkDraft, saved: MarkDraft): Difference[] {
  const found: Difference[] = [];
  const compare = (
    field: Difference['field'],
    a: Difference['mine'],
    b: Difference['saved'],
    criterionId: string | null = null,
  ) => {
    if (a !== b) found.push({ key: `${criterionId ?? ''} ${field}`, criterionId, field, mine: a, saved: b });
  };
  for (const own of mine.criteria) {
    const other = saved.criteria.find((each) => each.criterionId === own.criterionId);
    compare('level', own.level, other?.level ?? null, own.criterionId);
    compare('comment', own.comment, other?.comment ?? '', own.criterionId);
  }
  for (const rule of RULE_NAMES) compare(rule, mine.rules[rule], saved.rules[rule]);
  compare('overall', mine.overall, saved.overall);
  return found;
}

/** Mine, except where the saved version was chosen; seen stays seen. */
export function merged(mine: MarkDraft, saved: MarkDraft, chosen: ReadonlySet<string>): MarkDraft {
  const takes = (field: Difference['field'], criterionId: string | null = null) =>
    chosen.has(`${criterionId ?? ''} ${field}`);
  const rules = { ...mine.rules };
  for (const rule of RULE_NAMES) if (takes(rule)) rules[rule] = saved.rules[rule];
  return {
    criteria: mine.criteria.map((own) => {
      const other = saved.criteria.find((each) => each.criterionId === own.criterionId);
      return {
        criterionId: own.criterionId,
        level: takes('level', own.criterionId) ? (other?.level ?? null) : own.level,
        comment: takes('comment', own.criterionId) ? (other?.comment ?? '') : own.comment,
      };
    }),
    rules,
    overall: takes('overall') ? saved.overall : mine.overall,
    seenLetters: [...new Set([...mine.seenLetters, ...saved.seenLetters])].toSorted(),
  };
}

/** What a machine can see beside the four questions. It never answers them. */
export interface Hint {
  rule: RuleName;
  tone: 'fine' | 'look';
  kind:
    | 'one-for-all'
    | 'elsewhere'
    | 'none-elsewhere'
    | 'all-answered'
    | 'criteria-empty'
    | 'too-old'
    | 'no-date'
    | 'in-date'
    | 'nothing-checked';
  list: string;
}

export function hints(
  criteria: readonly SnapshotCriterion[],
  items: readonly Pick<SnapshotItem, 'letter' | 'madeOn'>[],
  maxAgeMonths: number | null,
  at: Date,
  lettersElsewhere: readonly string[] = [],
): Hint[] {
  const empty = criteria.filter((each) => each.links.length === 0);
  const open = empty.filter((each) => !each.notEvidenced);
  const list = (rows: readonly { number: number }[]) => rows.map((row) => row.number).join(', ');
  return [
    open.length === 0
      ? { rule: 'valid', tone: 'fine', kind: 'all-answered', list: '' }
      : { rule: 'valid', tone: 'look', kind: 'criteria-empty', list: list(open) },
    lettersElsewhere.length > 0
      ? { rule: 'authentic', tone: 'look', kind: 'elsewhere', list: lettersElsewhere.join(', ') }
      : { rule: 'authentic', tone: 'fine', kind: 'none-elsewhere', list: '' },
    standsForAll(criteria) ??
      (empty.length === 0
        ? { rule: 'sufficient', tone: 'fine', kind: 'all-answered', list: '' }
        : { rule: 'sufficient', tone: 'look', kind: 'criteria-empty', list: list(empty) }),
    ageHint(items, maxAgeMonths, at),
  ];
}

/** One piece of evidence alone is linked to everything: worth a look whether it can carry that much. */
function standsForAll(criteria: readonly SnapshotCriterion[]): Hint | null {
  const letters = new Set(criteria.flatMap(({ links }) => links.map(({ letter }) => letter)));
  const [only] = letters;
  const linked = criteria.filter(({ links }) => links.length > 0);
  if (letters.size !== 1 || only === undefined || linked.length < 2 || linked.length < criteria.length) return null;
  return { rule: 'sufficient', tone: 'look', kind: 'one-for-all', list: only };
}

function ageHint(
  items: readonly Pick<SnapshotItem, 'letter' | 'madeOn'>[],
  maxAgeMonths: number | null,
  at: Date,
): Hint {
  const letters = (rows: readonly { letter: string }[]) => rows.map((row) => row.letter).join(', ');
  if (maxAgeMonths === null) return { rule: 'current', tone: 'look', kind: 'nothing-checked', list: '' };
  const oldest = new Date(at);
  oldest.setMonth(oldest.getMonth() - maxAgeMonths);
  const tooOld = items.filter((item) => item.madeOn !== null && new Date(item.madeOn) < oldest);
  if (tooOld.length > 0) return { rule: 'current', tone: 'look', kind: 'too-old', list: letters(tooOld) };
  const undated = items.filter((item) => item.madeOn === null);
  if (undated.length > 0) return { rule: 'current', tone: 'look', kind: 'no-date', list: letters(undated) };
  return { rule: 'current', tone: 'fine', kind: 'in-date', list: '' };
}
