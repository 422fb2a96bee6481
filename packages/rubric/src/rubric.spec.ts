import fc from 'fast-check';
import {
  type CriterionMark,
  decide,
  type Outcome,
  type Rubric,
  type RubricCriterion,
  rubricProblems,
  type RulesOfEvidence,
  score,
} from './index.js';

const criterion = (id: string, weight: number, mustReach: number | null = null): RubricCriterion => ({
  id,
  title: `Criterion ${id}`,
  description: '',
  weight,
  mustReach,
  levels: ['Not shown', 'Developing', 'Competent', 'Strong'].map((label, index) => ({
    id: `${id}${index}`,
    ordinal: index + 1,
    label,
    points: index,
    descriptor: `What ${label} looks like`,
    isCompetent: index >= 2,
  })),
});
const rubric: Rubric = { criteria: [criterion('a', 2, 3), criterion('b', 1), criterion('c', 1)] };
const marked = (a: number | null, b: number | null, c: number | null): CriterionMark[] => [
  { criterionId: 'a', level: a },
  { criterionId: 'b', level: b },
  { criterionId: 'c', level: c },
];
const fine: RulesOfEvidence = { valid: 'YES', authentic: 'YES', sufficient: 'YES', current: 'YES' };

describe('score', () => {
  it.each([
    [marked(4, 4, 4), 1],
    [marked(1, 1, 1), 0],
    [marked(3, 3, 3), 2 / 3],
    [marked(4, 1, 1), 0.5],
    [marked(null, 4, 1), 0.5],
    [marked(4, null, null), 1],
    [marked(null, null, null), null],
    [[], null],
  ])('%# weighs the points of each criterion', (marks, expected) => {
    if (expected === null) expect(score(rubric, marks)).toBeNull();
    else expect(score(rubric, marks)).toBeCloseTo(expected, 12);
  });

  const anyMarks = fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 3, maxLength: 3 });
  it('stays between 0 and 1, and never falls when a level rises', () => {
    fc.assert(
      fc.property(anyMarks, fc.integer({ min: 0, max: 2 }), (levels, raised) => {
        const [a = null, b = null, c = null] = levels;
        const before = score(rubric, marked(a, b, c));
        if (before === null) return;
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(1);
        const level = levels[raised] ?? null;
        if (level === null || level === 4) return;
        const [x = null, y = null, z = null] = levels.map((each, index) => (index === raised ? level + 1 : each));
        expect(score(rubric, marked(x, y, z))).toBeGreaterThan(before);
      }),
    );
  });

  it('does not change when every weight is scaled alike', () => {
    fc.assert(
      fc.property(anyMarks, fc.double({ min: 0.01, max: 100, noNaN: true }), ([a = null, b = null, c = null], by) => {
        const scaled = { criteria: rubric.criteria.map((each) => ({ ...each, weight: each.weight * by })) };
        const one = score(rubric, marked(a, b, c));
        const other = score(scaled, marked(a, b, c));
        if (one === null) expect(other).toBeNull();
        else expect(other).toBeCloseTo(one, 9);
      }),
    );
  });
});

describe('decide', () => {
  const cases: [string, CriterionMark[], Partial<RulesOfEvidence>, number, boolean, Outcome, string[]][] = [
    ['all good', marked(3, 3, 3), {}, 0.6, false, 'PASS', []],
    ['the score just reaches the cut', marked(3, 3, 3), {}, 2 / 3, false, 'PASS', []],
    ['below the cut', marked(3, 2, 1), {}, 0.6, false, 'NOT_YET', ['b', 'c']],
    ['must-pass missed, however high the score', marked(2, 4, 4), {}, 0.6, false, 'NOT_YET', ['a']],
    ['a criterion that may be outweighed', marked(4, 4, 2), {}, 0.6, false, 'PASS', ['c']],
    ['must-pass cannot be not applicable', marked(null, 4, 4), {}, 0.6, false, 'NOT_YET', ['a']],
    ['not applicable drops out', marked(4, 4, null), {}, 0.9, false, 'PASS', []],
    ['all competent but the cut is higher', marked(3, 3, 3), {}, 0.9, false, 'NOT_YET', ['a', 'b', 'c']],
    ['too little evidence', marked(4, 4, 4), { sufficient: 'NO' }, 0.6, false, 'INSUFFICIENT_EVIDENCE', []],
    ['old evidence', marked(4, 4, 4), { current: 'NO' }, 0.6, false, 'INSUFFICIENT_EVIDENCE', []],
    ['a question about the evidence', marked(4, 4, 4), { valid: 'QUERY' }, 0.6, false, 'REFERRED', []],
    ['not their own work?', marked(4, 4, 4), { authentic: 'QUERY' }, 0.6, false, 'REFERRED', []],
    ['an open query of authenticity', marked(4, 4, 4), {}, 0.6, true, 'REFERRED', []],
    [
      'authenticity before sufficiency',
      marked(1, 1, 1),
      { authentic: 'NO', sufficient: 'NO' },
      0.6,
      false,
      'REFERRED',
      ['a', 'b', 'c'],
    ],
  ];
  it.each(cases)('%s', (_name, marks, rules, cutScore, authenticityQuery, outcome, unmet) => {
    const verdict = decide({ rubric, marks, cutScore, rules: { ...fine, ...rules }, authenticityQuery });
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.unmet.map((each) => each.criterion.id)).toEqual(unmet);
  });

  it('says what would meet an unmet criterion', () => {
    const { unmet, reasons } = decide({
      rubric,
      marks: marked(2, 4, 4),
      cutScore: 0.5,
      rules: fine,
      authenticityQuery: false,
    });
    expect(unmet[0]?.needs).toEqual({ ordinal: 3, label: 'Competent', descriptor: 'What Competent looks like' });
    expect(reasons).toEqual(['Criterion a: Competent is needed (What Competent looks like).']);
  });

  it('three tenths reach one', () => {
    const tenths: Rubric = { criteria: ['a', 'b', 'c'].map((id) => criterion(id, 0.1)) };
    expect(
      decide({ rubric: tenths, marks: marked(4, 4, 4), cutScore: 1, rules: fine, authenticityQuery: false }).outcome,
    ).toBe('PASS');
  });

  it('never passes below the cut, and never without every must-pass level', () => {
    const level = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(level, level, level, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, c, cutScore) => {
        const verdict = decide({ rubric, marks: marked(a, b, c), cutScore, rules: fine, authenticityQuery: false });
        expect(verdict.outcome === 'PASS').toBe(verdict.score >= cutScore - 1e-9 && a >= 3);
      }),
    );
  });
});

describe('rubricProblems', () => {
  const changed = (change: (first: RubricCriterion) => void): Rubric => {
    const copy = structuredClone(rubric);
    if (copy.criteria[0]) change(copy.criteria[0]);
    return copy;
  };

  it('finds nothing in a finished rubric', () => expect(rubricProblems(rubric)).toEqual([]));

  it.each<[string, Rubric, string, string]>([
    ['no criteria', { criteria: [] }, 'criteria', 'OPEN'],
    ['no title', changed((it) => (it.title = ' ')), 'criteria.0.title', 'OPEN'],
    ['the same id twice', { criteria: [criterion('a', 1), criterion('a', 1)] }, 'criteria', 'WRONG'],
    ['a negative weight', changed((it) => (it.weight = -1)), 'criteria.0.weight', 'WRONG'],
    ['no weight', changed((it) => (it.weight = 0)), 'criteria.0.weight', 'OPEN'],
    ['a weight beyond counting', changed((it) => (it.weight = 1e308)), 'criteria.0.weight', 'WRONG'],
    ['a title like a book', changed((it) => (it.title = 'x'.repeat(201))), 'criteria.0.title', 'WRONG'],
    ['an id like a book', changed((it) => (it.id = 'x'.repeat(101))), 'criteria', 'WRONG'],
    [
      'more criteria than anybody can mark',
      { criteria: Array.from({ length: 51 }, (_each, index) => criterion(`c${index}`, 1)) },
      'criteria',
      'WRONG',
    ],
    [
      'more levels than anybody can tell apart',
      changed((it) => (it.levels = ['p', 'q', 'r'].flatMap((id) => criterion(id, 1).levels))),
      'criteria.0.levels',
      'WRONG',
    ],
    ['must reach what is not there', changed((it) => (it.mustReach = 7)), 'criteria.0.mustReach', 'WRONG'],
    [
      'one level',
      changed((it) => ((it.levels = it.levels.slice(2, 3)), (it.mustReach = null))),
      'criteria.0.levels',
      'WRONG',
    ],
    [
      'nothing is good enough',
      changed((it) => it.levels.forEach((l) => (l.isCompetent = false))),
      'criteria.0.levels',
      'OPEN',
    ],
    [
      'points fall',
      changed((it) => it.levels.forEach((l) => (l.points = 9 - l.points))),
      'criteria.0.levels.1.points',
      'OPEN',
    ],
    [
      'no descriptor',
      changed((it) => it.levels.forEach((l) => (l.descriptor = ''))),
      'criteria.0.levels.0.descriptor',
      'OPEN',
    ],
  ])('%s', (_name, broken, path, kind) => {
    expect(rubricProblems(broken)).toContainEqual(expect.objectContaining({ path, kind }));
  });
});
