import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type AngoffEstimate, borderlineRegression, modifiedAngoff } from './index.js';

const VECTORS = join(__dirname, '../../../../shared/data/vectors/pathway.json');
interface Published {
  angoff: {
    judgeByItem: number[][];
    perJudgeCut: number[];
    cut: number;
    cutPercent: number;
    sdBetweenJudges: number;
    standardErrorOfMean: number;
  };
  borderlineRegression: {
    globalRating: number[];
    score: number[];
    slope: number;
    intercept: number;
    cutAtBorderline: number;
    r2: number;
  };
  borderlineGroup: { cut: number };
}
const published = existsSync(VECTORS)
  ? (JSON.parse(readFileSync(VECTORS, 'utf8')) as { vectors: { standardSetting: Published } }).vectors.standardSetting
  : null;
if (!published) console.warn(`The published vectors of standard setting are not at ${VECTORS}: not run.`);
const withVectors = published ? describe : describe.skip;

const estimatesOf = (rows: readonly (readonly (number | null)[])[]): AngoffEstimate[] =>
  rows.flatMap((row, judge) =>
    row.flatMap((share, index) => (share === null ? [] : [{ judgeId: `j${judge}`, criterionId: `c${index}`, share }])),
  );
const judgesOf = (rows: readonly unknown[]) => rows.map((_row, judge) => `j${judge}`);
const criteria = (...weights: number[]) => weights.map((weight, index) => ({ id: `c${index}`, weight }));

withVectors('the published vectors', () => {
  it('of the modified Angoff method', () => {
    const { judgeByItem, perJudgeCut, ...expected } = (published as Published).angoff;
    const items = judgeByItem[0]?.length ?? 0;
    const found = modifiedAngoff(
      criteria(...Array<number>(items).fill(1)),
      judgesOf(judgeByItem),
      estimatesOf(judgeByItem),
    );
    // Theirs are sums of points, one a criterion; ours are shares of all points.
    found.judges.forEach(({ cut }, index) => expect(cut * items).toBeCloseTo(perJudgeCut[index] ?? 0, 9));
    expect((found.cut ?? 0) * items).toBeCloseTo(expected.cut, 9);
    expect((found.cut ?? 0) * 100).toBeCloseTo(expected.cutPercent, 9);
    expect((found.standardDeviation ?? 0) * items).toBeCloseTo(expected.sdBetweenJudges, 6);
    expect((found.standardError ?? 0) * items).toBeCloseTo(expected.standardErrorOfMean, 9);
  });

  it('of borderline regression', () => {
    const { globalRating, score, ...expected } = (published as Published).borderlineRegression;
    const found = borderlineRegression(globalRating.map((view, index) => ({ view, score: (score[index] ?? 0) / 100 })));
    if ('lacks' in found) throw new Error(found.lacks);
    expect(found.slope * 100).toBeCloseTo(expected.slope, 9);
    expect(found.intercept * 100).toBeCloseTo(expected.intercept, 9);
    expect(found.cut * 100).toBeCloseTo(expected.cutAtBorderline, 9);
    expect(found.r2).toBeCloseTo(expected.r2, 9);
    expect((found.borderlineMean ?? 0) * 100).toBeCloseTo((published as Published).borderlineGroup.cut, 9);
  });
});

describe('a panel', () => {
  it('weighs criteria as the score does', () => {
    const rows = [[0.5, 1]];
    expect(modifiedAngoff(criteria(3, 1), judgesOf(rows), estimatesOf(rows)).cut).toBeCloseTo(0.625, 12);
  });

  it('counts a judge once every criterion is answered, and names the others', () => {
    const rows = [
      [0.6, 0.8],
      [0.4, null],
    ];
    const found = modifiedAngoff(criteria(1, 1), judgesOf(rows), estimatesOf(rows));
    expect(found.cut).toBeCloseTo(0.7, 12);
    expect(found).toMatchObject({ incomplete: ['j1'], standardDeviation: null, standardError: null });
    expect(found.criteria[0]).toEqual({ criterionId: 'c0', mean: 0.5, lowest: 0.4, highest: 0.6 });
  });

  it('gives nothing while nobody has answered', () => {
    expect(modifiedAngoff(criteria(1), ['j0'], []).cut).toBeNull();
    expect(modifiedAngoff([], ['j0'], []).cut).toBeNull();
  });

  it('lies between its strictest and its mildest judge', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(share, share, share), { minLength: 1, maxLength: 8 }),
        fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 1, max: 9 }))),
        (rows, weights) => {
          const { cut, judges } = modifiedAngoff(criteria(...weights), judgesOf(rows), estimatesOf(rows));
          const cuts = judges.map((judge) => judge.cut);
          expect(cut).toBeGreaterThanOrEqual(Math.min(...cuts) - 1e-12);
          expect(cut).toBeLessThanOrEqual(Math.max(...cuts) + 1e-12);
        },
      ),
    );
  });
});

describe('borderline regression', () => {
  const judged = (n: number, view: (index: number) => number, score: (index: number) => number) =>
    Array.from({ length: n }, (_each, index) => ({ view: view(index), score: score(index) }));

  it.each([
    [
      'too few marks',
      judged(
        9,
        (i) => i % 4,
        (i) => i / 10,
      ),
      'MARKS',
    ],
    [
      'one view of everything',
      judged(
        12,
        () => 2,
        (i) => i / 12,
      ),
      'VIEWS',
    ],
    [
      'better views of worse scores',
      judged(
        12,
        (i) => i % 4,
        (i) => 0.9 - (i % 4) / 10,
      ),
      'DIRECTION',
    ],
  ])('has no answer for %s', (_name, judgements, lacks) =>
    expect(borderlineRegression(judgements)).toEqual({ n: judgements.length, lacks }),
  );

  it('finds a line that was laid, and is sure of it', () => {
    const found = borderlineRegression(
      judged(
        20,
        (i) => i % 4,
        (i) => 0.3 + 0.2 * (i % 4),
      ),
    );
    if ('lacks' in found) throw new Error(found.lacks);
    expect(found.cut).toBeCloseTo(0.5, 12);
    expect(found.r2).toBeCloseTo(1, 12);
    expect(found.standardError).toBeCloseTo(0, 6);
  });

  it('stays a share of the points', () => {
    const found = borderlineRegression(
      judged(
        12,
        (i) => 2 + (i % 2),
        (i) => (i % 2 ? 1 : 0.2),
      ),
    );
    expect(found).toMatchObject({ cut: 0 });
  });
});
