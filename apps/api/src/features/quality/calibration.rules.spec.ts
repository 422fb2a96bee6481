import { biasOf, compared, isWithin, withoutNames } from './calibration.rules.js';

const definitive = [
  { criterionId: 'a', level: 3, reason: 'Checks twice' },
  { criterionId: 'b', level: 2, reason: 'No record' },
  { criterionId: 'c', level: null, reason: 'Does not apply' },
];

describe('judging an exemplar', () => {
  it('is within tolerance when no criterion is further off', () => {
    const given = [
      { criterionId: 'a', level: 4 },
      { criterionId: 'b', level: 2 },
      { criterionId: 'c', level: null },
    ];
    expect(isWithin(compared(given, definitive, 1))).toBe(true);
    expect(isWithin(compared(given, definitive, 0))).toBe(false);
    expect(biasOf(compared(given, definitive, 0))).toEqual({ bias: 0.5, apart: 0.5, exact: 0.5 });
  });

  it('counts a criterion as off that one judged and the other called not applicable', () => {
    const given = definitive.map(({ criterionId }) => ({ criterionId, level: 2 }));
    expect(compared(given, definitive, 3).map(({ within }) => within)).toEqual([true, true, false]);
  });

  it('tells leniency from mere distance', () => {
    const given = [
      { criterionId: 'a', level: 2 },
      { criterionId: 'b', level: 3 },
    ];
    expect(biasOf(compared(given, definitive, 1))).toEqual({ bias: 0, apart: 1, exact: 0 });
    expect(biasOf([])).toEqual({ bias: null, apart: null, exact: null });
  });
});

describe('work without a name', () => {
  it('names nobody, in whole or in part, and leaves other words alone', () => {
    const names = ['Cleo Okafor', 'cleo.okafor@example.org'];
    expect(withoutNames('Cleo wrote to CLEO.OKAFOR@example.org; Okafor’s log. Cleopatra stays.', names)).toBe(
      'the candidate wrote to the candidate; the candidate’s log. Cleopatra stays.',
    );
  });

  it('takes names as they are, not as patterns', () => {
    expect(withoutNames('a+b (Al) said', ['Al)('])).toBe('a+b (Al) said');
  });
});
