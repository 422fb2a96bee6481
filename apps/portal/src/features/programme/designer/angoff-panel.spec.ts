import { estimated, nextRound, resultOf, shareOf, withJudge, withoutJudge, type AngoffPanel } from './angoff-panel.js';

const rubric = ['a', 'b'].map((id) => ({ id, title: id, description: '', weight: 1, mustReach: null, levels: [] }));
const panel = (): AngoffPanel => {
  let made: AngoffPanel = withJudge(withJudge(null, 'ada'), 'ben');
  for (const [judgeId, a, b] of [
    ['ada', 0.6, 0.8],
    ['ben', 0.4, 0.6],
  ] as const) {
    made = estimated(made, 0, { judgeId, criterionId: 'a' }, a);
    made = estimated(made, 0, { judgeId, criterionId: 'b' }, b);
  }
  return made;
};

describe('a panel of judges', () => {
  it('gives the mean of its judges', () => expect(resultOf(panel(), 0, rubric).cut).toBeCloseTo(0.6, 12));

  it('begins a round with what was said before, and keeps the rounds apart', () => {
    const second = estimated(nextRound(panel()), 1, { judgeId: 'ben', criterionId: 'a' }, 0.6);
    expect(shareOf(second, 0, 'ben', 'a')).toBe(0.4);
    expect(shareOf(second, 1, 'ben', 'a')).toBe(0.6);
    expect(resultOf(second, 1, rubric).cut).toBeCloseTo(0.65, 12);
  });

  it('takes a judge away with all estimates, and itself with the last judge', () => {
    const left = withoutJudge(panel(), 'ada');
    expect(left?.rounds[0]?.estimates.every(({ judgeId }) => judgeId === 'ben')).toBe(true);
    expect(left && withoutJudge(left, 'ben')).toBeNull();
  });

  it('takes an estimate back', () => {
    const emptied = estimated(panel(), 0, { judgeId: 'ben', criterionId: 'a' }, null);
    expect(shareOf(emptied, 0, 'ben', 'a')).toBeNull();
    expect(resultOf(emptied, 0, rubric).incomplete).toEqual(['ben']);
  });
});
