import { type AskedEvidence, type CoveredCriterion, gapsOf, monthsBefore } from './gaps.rules.js';
import { byLetter, letterAt, nextLetter } from './letters.rules.js';

const covered = (changes: Partial<CoveredCriterion> = {}): CoveredCriterion => ({
  number: 1,
  criterion: { id: 'c1', title: 'Doing it' },
  claimedLevel: 2,
  notEvidenced: false,
  links: [{ letter: 'A', reflection: 'I wrote it.', item: { kind: 'TEXT', madeOn: '2026-01-10' } }],
  ...changes,
});
const kinds = (criterion: CoveredCriterion, months: number | null = 24) =>
  gapsOf([criterion], { maxAgeMonths: months, rules: [] }, '2026-11-22').map(
    (gap) => `${gap.kind}${gap.blocking ? '!' : ''}`,
  );
const link = (reflection: string, madeOn: string | null) => ({
  letter: 'A',
  reflection,
  item: { kind: 'TEXT', madeOn },
});

const witnessed = (said: 'WAITING' | 'TAKEN_BACK' | 'DECLINED' | 'CONFIRMED') =>
  covered({ links: [{ letter: 'A', reflection: 'x', item: { kind: 'WITNESS', madeOn: null, said } }] });

describe('gaps before handing in', () => {
  it.each<[string, CoveredCriterion, string[]]>([
    ['nothing is missing', covered(), []],
    ['no evidence', covered({ links: [] }), ['NO_EVIDENCE!']],
    ['nothing to show, and said so', covered({ links: [], notEvidenced: true, claimedLevel: null }), []],
    ['no word on how it shows it', covered({ links: [link(' ', '2026-01-10')] }), ['REFLECTION_MISSING!']],
    ['all of it too old', covered({ links: [link('x', '2024-11-21')] }), ['EVIDENCE_TOO_OLD!']],
    [
      'one too old beside a newer one',
      covered({ links: [link('x', '2024-11-21'), link('x', '2026-11-21')] }),
      ['EVIDENCE_TOO_OLD'],
    ],
    ['old, to the day', covered({ links: [link('x', '2024-11-22')] }), []],
    ['without a date', covered({ links: [link('x', null)] }), []],
    ['met in an attempt before', covered({ links: [], claimedLevel: null, carried: {} }), []],
    [
      'met before, and shown again without a word',
      covered({ links: [link('', null)], carried: {} }),
      ['REFLECTION_MISSING!'],
    ],
    ['not met before, and nothing new', covered({ askedAgain: { answered: false } }), ['NOTHING_NEW!']],
    ['not met before, and something new', covered({ askedAgain: { answered: true } }), []],
    [
      'not met before, and nothing to show for it now',
      covered({ links: [], notEvidenced: true, askedAgain: { answered: false } }),
      [],
    ],
    ['a witness who has not answered', witnessed('WAITING'), ['WITNESS_WAITING!']],
    ['a question that was taken back', witnessed('TAKEN_BACK'), ['WITNESS_WAITING!']],
    ['a witness who declined', witnessed('DECLINED'), ['WITNESS_DECLINED!']],
    ['a witness who confirmed', witnessed('CONFIRMED'), []],
    ['no level', covered({ claimedLevel: null }), ['LEVEL_MISSING']],
  ])('%s', (_name, criterion, expected) => expect(kinds(criterion)).toEqual(expected));

  it('sets no limit of age where the achievement sets none', () =>
    expect(kinds(covered({ links: [link('x', '1999-01-01')] }), null)).toEqual([]));
});

describe('rules about evidence', () => {
  const rule = (more: Partial<AskedEvidence['rules'][number]> = {}) =>
    ({ kind: 'FILE', atLeast: 1, scope: 'EACH_CRITERION', maxAgeMonths: null, ...more }) as const;
  const file = (letter: string, madeOn: string | null = null) => ({
    ...{ letter, reflection: 'x', item: { kind: 'FILE', madeOn } },
  });
  const said = (criteria: CoveredCriterion[], ...rules: AskedEvidence['rules'][number][]) =>
    gapsOf(criteria, { maxAgeMonths: 24, rules }, '2026-11-22').map(({ number, message }) => [number, message]);

  it('name the criterion, what is asked and what is there', () => {
    expect(said([covered()], rule())).toEqual([[1, 'Criterion 1 asks for at least 1 file; it has 0.']]);
    expect(said([covered({ links: [file('A')] })], rule())).toEqual([]);
    expect(said([covered({ number: 2, links: [file('A')] })], rule({ kind: 'ANY', atLeast: 2 }))).toEqual([
      [2, 'Criterion 2 asks for at least 2 pieces of evidence; it has 1.'],
    ]);
  });
  it('count only what is young enough', () =>
    expect(said([covered({ links: [file('A', '2025-10-01')] })], rule({ maxAgeMonths: 12 }))).toEqual([
      [1, 'Criterion 1 asks for at least 1 file, at most 12 months old; it has 0.'],
    ]));
  it('about everything count an item once, wherever it is linked', () => {
    const both = [covered({ links: [file('A')] }), covered({ number: 2, links: [file('A')] })];
    expect(said(both, rule({ scope: 'WHOLE', atLeast: 2 }))).toEqual([
      [null, 'All together, at least 2 files are asked; there is 1.'],
    ]);
    expect(said([covered({ links: [file('A'), file('B')] })], rule({ scope: 'WHOLE', atLeast: 2 }))).toEqual([]);
  });
  it('ask nothing of a criterion that was met before, or has nothing to show', () =>
    expect(said([covered({ links: [], carried: {} }), covered({ links: [], notEvidenced: true })], rule())).toEqual(
      [],
    ));
});

it.each([
  ['2026-11-22', 24, '2024-11-22'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-15', 2, '2025-11-15'],
])('%s less %i months is %s', (day, months, expected) => expect(monthsBefore(day, months)).toBe(expected));

it('letters go on after Z', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterAt)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  expect(nextLetter(['A', 'C'])).toBe('B');
  expect(
    ['AA', 'B', 'A', 'Z']
      .map((letter) => ({ letter }))
      .sort(byLetter)
      .map(({ letter }) => letter),
  ).toEqual(['A', 'B', 'Z', 'AA']);
});
