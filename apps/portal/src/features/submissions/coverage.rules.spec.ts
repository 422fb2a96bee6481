import { achievementTitle, byWeight, coverage } from './coverage.rules.js';
import type { Gap, WorkCriterion, WorkItem } from './submission.types.js';

const item = (letter: string): WorkItem => ({ letter, criteria: [], item: { id: letter } }) as unknown as WorkItem;
const criterion = (number: number, letters: string[]): WorkCriterion =>
  ({
    number,
    criterion: { id: `c${number}` },
    links: letters.map((letter) => ({ letter, reflection: 'because' })),
  }) as unknown as WorkCriterion;
const gap = (number: number, kind: Gap['kind'], letter: string | null, blocking: boolean): Gap => ({
  criterionId: `c${number}`,
  number,
  kind,
  letter,
  blocking,
  message: `${kind} ${number}`,
});

describe('the coverage grid', () => {
  const gaps = [
    gap(3, 'LEVEL_MISSING', null, false),
    gap(2, 'EVIDENCE_TOO_OLD', 'A', false),
    gap(3, 'NO_EVIDENCE', null, true),
  ];
  const rows = coverage({
    items: [item('A'), item('B')],
    criteria: [criterion(1, ['A', 'B']), criterion(2, ['A']), criterion(3, [])],
    gaps,
  });

  it('shows what is linked, what has something to fix and what is missing', () => {
    expect(rows.map((row) => row.cells.map((cell) => cell.cell))).toEqual([
      ['linked', 'linked'],
      ['fix', 'none'],
      ['none', 'none'],
    ]);
  });

  it('names the gap that matters most in each row', () => {
    expect(rows.map((row) => row.gap?.kind ?? null)).toEqual([null, 'EVIDENCE_TOO_OLD', 'NO_EVIDENCE']);
  });

  it('lists what stops handing in before what is only a hint', () => {
    expect(byWeight(gaps).map((each) => each.message)).toEqual([
      'NO_EVIDENCE 3',
      'EVIDENCE_TOO_OLD 2',
      'LEVEL_MISSING 3',
    ]);
  });
});

describe('the title of an achievement', () => {
  it('names the level once', () => {
    expect(achievementTitle({ name: 'Systems integration', level: { label: 'Practitioner' } })).toBe(
      'Systems integration, Practitioner',
    );
    expect(achievementTitle({ name: 'Systems integration practitioner', level: { label: 'Practitioner' } })).toBe(
      'Systems integration practitioner',
    );
    expect(achievementTitle({ name: 'First aid', level: null })).toBe('First aid');
  });
});
