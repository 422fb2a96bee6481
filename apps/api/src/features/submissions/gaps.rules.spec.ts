import { type CoveredCriterion, gapsOf, monthsBefore } from './gaps.rules.js';
import { byLetter, letterAt, nextLetter } from './letters.rules.js';

const covered = (changes: Partial<CoveredCriterion> = {}): CoveredCriterion => ({
  number: 1,
  criterion: { id: 'c1', title: 'Doing it' },
  claimedLevel: 2,
  notEvidenced: false,
  links: [{ letter: 'A', reflection: 'I wrote it.', item: { madeOn: '2026-01-10' } }],
  ...changes,
});
const kinds = (criterion: CoveredCriterion, months: number | null = 24) =>
  gapsOf([criterion], months, '2026-11-22').map((gap) => `${gap.kind}${gap.blocking ? '!' : ''}`);
const link = (reflection: string, madeOn: string | null) => ({ letter: 'A', reflection, item: { madeOn } });

describe('gaps before handing in', () => {
  it.each<[string, CoveredCriterion, string[]]>([
    ['nothing is missing', covered(), []],
    ['no evidence', covered({ links: [] }), ['NO_EVIDENCE!']],
    ['nothing to show, and said so', covered({ links: [], notEvidenced: true, claimedLevel: null }), []],
    ['no word on how it shows it', covered({ links: [link(' ', '2026-01-10')] }), ['REFLECTION_MISSING!']],
    ['too old', covered({ links: [link('x', '2024-11-21')] }), ['EVIDENCE_TOO_OLD']],
    ['old, to the day', covered({ links: [link('x', '2024-11-22')] }), []],
    ['without a date', covered({ links: [link('x', null)] }), []],
    ['no level', covered({ claimedLevel: null }), ['LEVEL_MISSING']],
  ])('%s', (_name, criterion, expected) => expect(kinds(criterion)).toEqual(expected));

  it('sets no limit of age where the achievement sets none', () =>
    expect(kinds(covered({ links: [link('x', '1999-01-01')] }), null)).toEqual([]));
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
