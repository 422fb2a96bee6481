import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { chanceCorrected } from './chance-corrected.js';
import { fCdf, fQuantile, normalCdf } from './distributions.js';
import { intraclass } from './intraclass.js';
import { krippendorffAlpha } from './krippendorff.js';
import { raterSeverity } from './severity.js';
import { isKappaParadox, twoRaters } from './two-raters.js';
import { checkVector, type Vector } from '../vectors.js';

const FILE = join(__dirname, '../../../../../shared/data/vectors/agreement.json');

/** Worked by hand: (20 + 15) of 50 agree; 25·30 + 25·20 of 2500 would by chance. */
const SMALL: Vector = {
  id: 'worked by hand',
  data: {
    table: [
      [20, 5],
      [10, 15],
    ],
  },
  params: { weights: ['identity'] },
  expected: {
    identity: { pa: 0.7, cohen: { pe: 0.5, coef: 0.4 }, brennanPrediger: { coef: 0.4 } },
    PABAK: 0.4,
    percentExact: 0.7,
  },
};

describe('agreement', () => {
  it('is what one gets by hand', () => expect(checkVector(SMALL)).toMatchObject({ off: [], compared: 6 }));

  it('is off when it should be', () => {
    const wrong = { ...SMALL, expected: { identity: { pa: 0.71 } } };
    expect(checkVector(wrong).off).toEqual(['identity.pa: 0.7, expected 0.71']);
    expect(checkVector({ ...SMALL, expected: { unheardOf: 1 } }).off).toHaveLength(1);
  });

  const published = existsSync(FILE)
    ? (JSON.parse(readFileSync(FILE, 'utf8')) as { vectors: Vector[]; edgeCases: Vector[] })
    : null;
  if (published)
    it.each([...published.vectors, ...published.edgeCases])('agrees with $id', (vector) => {
      const { off, compared } = checkVector(vector);
      expect(off).toEqual([]);
      expect(compared).toBeGreaterThan(0);
    });
  else it.todo('agrees with the published numbers; shared/data/vectors is not here');

  it('does not depend on the order of raters or units', () => {
    const rating = fc.option(fc.integer({ min: 1, max: 4 }), { freq: 4 });
    const designs = fc.array(fc.tuple(rating, rating, rating), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(designs, (ratings) => {
        const turned = ratings.map(([a, b, c]) => [c, a, b]).reverse();
        for (const weights of ['identity', 'quadratic'] as const) {
          const [one, other] = [ratings, turned].map((each) => chanceCorrected(each, weights, [1, 2, 3, 4]));
          for (const name of ['fleiss', 'gwetAC', 'brennanPrediger', 'conger'] as const)
            expect(one?.[name].coef ?? null).toBeCloseToOrNull(other?.[name].coef ?? null);
        }
      }),
    );
  });

  it('is 1 where all agree and something varies', () => {
    const ratings = [
      [1, 1, 1],
      [2, 2, null],
      [3, 3, 3],
      [1, null, 1],
    ];
    const { fleiss, gwetAC, conger, brennanPrediger } = chanceCorrected(ratings, 'linear', [1, 2, 3]);
    for (const each of [fleiss, gwetAC, conger, brennanPrediger]) expect(each.coef).toBeCloseTo(1, 10);
    expect(krippendorffAlpha(ratings, 'ordinal')).toEqual({ value: 1 });
  });

  it('says why there is no figure', () => {
    expect(
      krippendorffAlpha([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual({ value: null, why: 'no variation' });
    expect(
      chanceCorrected([
        [1, null],
        [null, 2],
      ]).fleiss,
    ).toEqual({ coef: null, why: 'no unit was rated twice' });
    expect(
      intraclass([
        [1, null],
        [2, 3],
      ]),
    ).toEqual({ value: null, why: 'ratings are missing' });
    expect(
      raterSeverity([
        [1, 2, null, null],
        [null, null, 1, 3],
        [2, 2, null, null],
        [null, null, 2, 3],
      ]),
    ).toEqual({
      value: null,
      why: 'the design falls apart',
    });
  });

  it('knows where kappa misleads', () => {
    expect(
      isKappaParadox([
        [118, 5],
        [2, 0],
      ]),
    ).toBe(true);
    expect(
      isKappaParadox([
        [40, 9],
        [6, 45],
      ]),
    ).toBe(false);
    expect(
      twoRaters([
        [10, 0],
        [0, 0],
      ]).cohen,
    ).toEqual({ coef: null, why: 'no variation' });
  });

  it('finds the severity that was put in', () => {
    const effects = [0.5, -0.25, -0.25];
    const ratings = [1, 2, 4, 3, 5].map((unit, at) =>
      effects.map((effect, rater) => (rater === at % 3 ? null : unit + effect + (at % 2) * 1e-9)),
    );
    const found = raterSeverity(ratings);
    if (!('raterEffect' in found)) throw new Error(found.why);
    for (const [rater, effect] of effects.entries()) expect(found.raterEffect[rater]).toBeCloseTo(effect, 6);
  });

  it('has the distributions of the printed tables', () => {
    expect(normalCdf(1.959963985)).toBeCloseTo(0.975, 9);
    expect(normalCdf(-3)).toBeCloseTo(0.0013498980316, 12);
    expect(fQuantile(0.95, 5, 10)).toBeCloseTo(3.32583453, 8);
    expect(fQuantile(0.975, 1, 120)).toBeCloseTo(5.152, 3);
    expect(fCdf(fQuantile(0.3, 2.5, 7.5), 2.5, 7.5)).toBeCloseTo(0.3, 12);
  });
});

expect.extend({
  toBeCloseToOrNull(received: number | null, expected: number | null) {
    const pass = received === null || expected === null ? received === expected : Math.abs(received - expected) < 1e-9;
    return { pass, message: () => `${received} is not ${expected}` };
  },
});
declare global {
  namespace jest {
    interface Matchers<R> {
      toBeCloseToOrNull(expected: number | null): R;
    }
  }
}
