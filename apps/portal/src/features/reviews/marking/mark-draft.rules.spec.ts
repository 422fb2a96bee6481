import type { SnapshotCriterion } from '../review.types.js';
import {
  differences,
  draftOf,
  hints,
  merged,
  nextLetter,
  progress,
  withCriterion,
  withSeen,
} from './mark-draft.rules.js';

const criterion = (number: number, letters: string[], notEvidenced = false): SnapshotCriterion => ({
  number,
  claimedLevel: null,
  notEvidenced,
  carried: null,
  sameBecause: null,
  links: letters.map((letter) => ({ letter, reflection: '' })),
  criterion: {
    id: `c${number}`,
    title: `Criterion ${number}`,
    description: '',
    weight: 1,
    mustReach: null,
    levels: [],
  },
});
const criteria = [criterion(1, ['A']), criterion(2, ['B', 'A']), criterion(3, [])];
const empty = draftOf(criteria, null);

describe('a mark in work', () => {
  it('has a place for every criterion and nothing answered before the assessor answers', () => {
    expect(empty.criteria.map((each) => each.level)).toEqual([null, null, null]);
    expect(empty.rules).toEqual({ valid: null, authentic: null, sufficient: null, current: null });
    expect(progress(empty)).toEqual({ criteria: 0, rules: 0 });
  });

  it('counts what is answered and leaves the rest alone', () => {
    const draft = withCriterion(withCriterion(empty, 'c2', { level: 3 }), 'c2', { comment: 'Seen in B' });
    expect(draft.criteria[1]).toEqual({ criterionId: 'c2', level: 3, comment: 'Seen in B' });
    expect(progress({ ...draft, rules: { ...draft.rules, valid: 'NO' } })).toEqual({ criteria: 1, rules: 1 });
    expect(empty.criteria[1]?.level).toBeNull();
  });
});

describe('the next piece of evidence', () => {
  const items = ['A', 'B', 'C'].map((letter) => ({ letter }));
  it('is the next one nobody has looked at, then goes round', () => {
    expect(nextLetter(items, 'A', ['A', 'B'])).toBe('C');
    expect(nextLetter(items, 'C', ['A', 'C'])).toBe('B');
    expect(nextLetter(items, 'C', ['A', 'B', 'C'])).toBe('A');
    expect(nextLetter(items, null, [])).toBe('A');
    expect(nextLetter([], null, [])).toBeNull();
  });

  it('is ticked once', () => {
    const seen = withSeen(withSeen(withSeen(empty, 'B'), 'A'), 'B');
    expect(seen.seenLetters).toEqual(['A', 'B']);
  });
});

describe('two versions of one mark', () => {
  const mine = withCriterion(withCriterion(empty, 'c1', { level: 3 }), 'c2', { comment: 'mine' });
  const saved = { ...withSeen(withCriterion(empty, 'c2', { comment: 'theirs' }), 'B'), overall: 'PASS' as const };

  it('are shown where they differ and nowhere else', () => {
    expect(differences(mine, saved).map(({ key, mine: a, saved: b }) => [key, a, b])).toEqual([
      ['c1 level', 3, null],
      ['c2 comment', 'mine', 'theirs'],
      [' overall', null, 'PASS'],
    ]);
    expect(differences(mine, mine)).toEqual([]);
  });

  it('become one by choice, place by place, and what was seen stays seen', () => {
    const both = merged(withSeen(mine, 'A'), saved, new Set(['c2 comment', ' overall']));
    expect(both.criteria[0]?.level).toBe(3);
    expect(both.criteria[1]?.comment).toBe('theirs');
    expect(both.overall).toBe('PASS');
    expect(both.seenLetters).toEqual(['A', 'B']);
  });
});

describe('the machine beside the four questions', () => {
  const at = new Date('2026-11-18');
  const item = (letter: string, madeOn: string | null) => ({ letter, madeOn });
  const kinds = (rows: ReturnType<typeof hints>) => rows.map((row) => [row.rule, row.kind, row.list]);

  it('names criteria without evidence; a claim of "not evidenced" is an answer, but not evidence', () => {
    expect(kinds(hints([criterion(1, ['A']), criterion(2, [], true)], [item('A', '2026-01-01')], 24, at))).toEqual([
      ['valid', 'all-answered', ''],
      ['authentic', 'none-elsewhere', ''],
      ['sufficient', 'criteria-empty', '2'],
      ['current', 'in-date', ''],
    ]);
  });

  it('names what is too old or has no date, by the age the achievement asks for', () => {
    expect(hints(criteria, [item('A', '2024-11-17'), item('B', null)], 24, at)[3]).toMatchObject({
      kind: 'too-old',
      list: 'A',
    });
    expect(hints(criteria, [item('A', '2024-11-18'), item('B', null)], 24, at)[3]).toMatchObject({
      kind: 'no-date',
      list: 'B',
    });
    expect(hints(criteria, [item('A', '2001-01-01')], null, at)[3]).toMatchObject({ kind: 'nothing-checked' });
  });

  it('name a file that another person has, too, and evidence that stands for everything', () => {
    const all = [criterion(1, ['A']), criterion(2, ['A'])];
    expect(hints(all, [item('A', '2026-01-01')], 24, at, ['A'])).toMatchObject([
      { kind: 'all-answered' },
      { rule: 'authentic', tone: 'look', kind: 'elsewhere', list: 'A' },
      { rule: 'sufficient', tone: 'look', kind: 'one-for-all', list: 'A' },
      { kind: 'in-date' },
    ]);
    expect(hints([criterion(1, ['A']), criterion(2, ['B'])], [], 24, at)[2]).toMatchObject({ kind: 'all-answered' });
  });
});
