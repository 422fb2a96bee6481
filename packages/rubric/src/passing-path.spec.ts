import { decide } from './decide.js';
import { passingPath } from './passing-path.js';
import type { Rubric } from './rubric.js';

function rubric(change: Partial<Rubric['criteria'][number]> = {}, points = [0, 1, 2]): Rubric {
  return {
    criteria: ['a', 'b'].map((id) => ({
      id,
      title: id,
      description: '',
      weight: 1,
      mustReach: null,
      levels: points.map((each, index) => ({
        id: `${id}${index}`,
        ordinal: index + 1,
        label: `L${index + 1}`,
        points: each,
        descriptor: '',
        isCompetent: index > 0,
      })),
      ...change,
    })),
  };
}
const rules = { valid: 'YES', authentic: 'YES', sufficient: 'YES', current: 'YES' } as const;
const passes = (it: Rubric, cutScore: number, level: number) =>
  decide({
    rubric: it,
    cutScore,
    rules,
    authenticityQuery: false,
    marks: it.criteria.map(({ id }) => ({ criterionId: id, level })),
  }).outcome === 'PASS';

describe('the way through a rubric', () => {
  it('is open where the best work passes and the worst does not', () => {
    expect(passingPath(rubric(), 0.5)).toMatchObject({
      possible: true,
      everybodyPasses: false,
      lowest: 0,
      justMet: 0.5,
      metIsNotEnough: false,
    });
  });

  it('is closed where the cut is above everything, where nothing gives points, and where a must-reach has no level', () => {
    expect(passingPath(rubric(), 1.01).possible).toBe(false);
    expect(passingPath(rubric({}, [0, 0, 0]), 0.5)).toMatchObject({ possible: false, lowest: null });
    expect(passingPath(rubric({ mustReach: 4 }), 0.5)).toMatchObject({ possible: false, blockedBy: { id: 'a' } });
    expect(passingPath({ criteria: [] }, 0.5).possible).toBe(false);
  });

  it('lets everybody through where the lowest level reaches the cut', () => {
    expect(passingPath(rubric({}, [2, 2, 2]), 0.5).everybodyPasses).toBe(true);
    expect(passingPath(rubric({ mustReach: 2 }, [2, 2, 2]), 0.5).everybodyPasses).toBe(false);
  });

  it('says when meeting every criterion is not enough', () => {
    expect(passingPath(rubric(), 0.7)).toMatchObject({ possible: true, metIsNotEnough: true });
  });

  it('agrees with the decision on marks of every level', () => {
    for (const points of [
      [0, 1, 2],
      [2, 2, 2],
      [0, 0, 3],
      [0, 0, 0],
    ])
      for (const cut of [0.2, 0.5, 0.8, 1])
        for (const mustReach of [null, 2, 3]) {
          const it = rubric({ mustReach }, points);
          expect(passingPath(it, cut).possible).toBe(passes(it, cut, 3));
          expect(passingPath(it, cut).everybodyPasses).toBe(passes(it, cut, 1) && passes(it, cut, 3));
        }
  });
});
