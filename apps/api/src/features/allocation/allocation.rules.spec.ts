import fc from 'fast-check';
import { allocate, type AllocationProblem, type Allotment, costOf } from './allocation.rules.js';

const fair = { skillMatch: 1, sharedHistory: 0, sameUnit: false };

/** Some places, some people, and who may have what. */
function problem(
  seed: string,
  room: readonly (readonly [load: number, capacity: number])[],
  may: readonly (readonly number[])[],
  submissionOf: (place: number) => number = (place) => place,
): AllocationProblem {
  return {
    seed,
    places: may.map((_who, place) => ({ id: `p${place}`, submissionId: `s${submissionOf(place)}` })),
    takers: room.map(([load, capacity], taker) => ({ id: `t${taker}`, load, capacity })),
    options: may.flatMap((who, place) => who.map((taker) => ({ placeId: `p${place}`, takerId: `t${taker}`, ...fair }))),
  };
}

/** Which places are filled, the most urgent first: more and more urgent ones come later in the alphabet. */
const filled = (answer: readonly Allotment[]) => answer.map(({ takerId }) => (takerId === null ? '0' : '1')).join('');

/** Every answer there is, and the best of them: what is urgent is filled first, then the cheapest. */
function bestOf(given: AllocationProblem): { filled: string; cost: number } {
  let best = { filled: '', cost: Infinity };
  const go = (index: number, sofar: Allotment[]): void => {
    const place = given.places[index];
    if (!place) {
      const [has, { cost }] = [filled(sofar), costOf(given, sofar)];
      if (has > best.filled || (has === best.filled && cost < best.cost)) best = { filled: has, cost };
      return;
    }
    go(index + 1, [...sofar, { placeId: place.id, takerId: null }]);
    for (const { takerId } of given.options.filter((each) => each.placeId === place.id))
      if (lawful(given, [...sofar, { placeId: place.id, takerId }]))
        go(index + 1, [...sofar, { placeId: place.id, takerId }]);
  };
  go(0, []);
  return best;
}

/** Nobody over their room, nobody without being allowed, nobody twice in one submission. */
function lawful(given: AllocationProblem, answer: readonly Allotment[]): boolean {
  const submission = new Map(given.places.map((place) => [place.id, place.submissionId]));
  const seen = new Set<string>();
  const load = new Map(given.takers.map((taker) => [taker.id, taker.load]));
  return answer.every(({ placeId, takerId }) => {
    if (takerId === null) return true;
    const twice = `${takerId} ${submission.get(placeId)}`;
    const now = (load.get(takerId) ?? 0) + 1;
    load.set(takerId, now);
    const ok =
      given.options.some((each) => each.placeId === placeId && each.takerId === takerId) &&
      now <= (given.takers.find(({ id }) => id === takerId)?.capacity ?? 0) &&
      !seen.has(twice);
    seen.add(twice);
    return ok;
  });
}

const share = fc.integer({ min: 0, max: 4 }).map((n) => n / 4);
const someProblem = (places: number, takers: number, perSubmission: number) =>
  fc
    .record({
      seed: fc.string({ maxLength: 4 }),
      room: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 })), {
        minLength: 1,
        maxLength: takers,
      }),
      may: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: takers - 1 })), { minLength: 1, maxLength: places }),
      soft: fc.array(fc.tuple(share, share, fc.boolean()), { minLength: 60, maxLength: 60 }),
    })
    .map(({ seed, room, may, soft }): AllocationProblem => {
      const submissionOf = (place: number) => Math.floor(place / perSubmission);
      // What one place of a submission allows, its others allow, too.
      const shared = may.map((_who, place) => may[submissionOf(place) * perSubmission] ?? []);
      const all = problem(seed, room, shared, submissionOf);
      const options = all.options
        .filter(({ takerId }) => all.takers.some(({ id }) => id === takerId))
        .map((option) => {
          const place = Number(option.placeId.slice(1));
          const [skillMatch, sharedHistory, sameUnit] = soft[
            (submissionOf(place) * takers + Number(option.takerId.slice(1))) % soft.length
          ] ?? [1, 0, false];
          return { ...option, skillMatch, sharedHistory, sameUnit };
        });
      return { ...all, options };
    });

describe('who gets which place', () => {
  it('goes to whoever has most room', () => {
    const given = problem(
      'a',
      [
        [3, 6],
        [1, 6],
        [2, 6],
      ],
      [[0, 1, 2]],
    );
    for (const rule of ['LEAST_LOADED', 'FAIREST'] as const)
      expect(allocate(given, rule)).toEqual([{ placeId: 'p0', takerId: 't1' }]);
  });

  it('keeps a specialist free for what only they may judge', () => {
    const given = problem(
      'a',
      [
        [0, 1],
        [1, 2],
      ],
      [[0, 1], [0]],
    );
    expect(allocate(given, 'LEAST_LOADED').map(({ takerId }) => takerId)).toEqual(['t0', null]);
    expect(allocate(given).map(({ takerId }) => takerId)).toEqual(['t1', 't0']);
  });

  it('gives two places of one submission to two people, or leaves one open', () => {
    const given = problem(
      'a',
      [
        [0, 6],
        [0, 6],
      ],
      [[0, 1], [0, 1], [0]],
      () => 0,
    );
    const taken = allocate(given).map(({ takerId }) => takerId);
    expect(new Set(taken.filter((each) => each !== null)).size).toBe(2);
    expect(taken.filter((each) => each === null)).toHaveLength(1);
  });

  it('gives the same answer to the same seed, and shares out otherwise to another', () => {
    const room = Array.from({ length: 6 }, () => [0, 6] as const);
    const all = room.map((_each, index) => index);
    const answers = ['a', 'a', 'b', 'c', 'd'].map((seed) => allocate(problem(seed, room, [all, all, all])));
    expect(answers[0]).toEqual(answers[1]);
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBeGreaterThan(1);
  });

  it('does not depend on the order in which people and options are told', () => {
    fc.assert(
      fc.property(someProblem(5, 4, 1), (given) => {
        const turned = { ...given, takers: [...given.takers].reverse(), options: [...given.options].reverse() };
        expect(costOf(turned, allocate(turned)).cost).toBeCloseTo(costOf(given, allocate(given)).cost, 9);
      }),
      { numRuns: 100 },
    );
  });

  it.each([1, 2])('is the best of all answers there are, with %i places to a submission', (perSubmission) => {
    fc.assert(
      fc.property(someProblem(5, 4, perSubmission), (given) => {
        const answer = allocate(given);
        const best = bestOf(given);
        expect(lawful(given, answer)).toBe(true);
        expect(filled(answer)).toBe(best.filled);
        expect(costOf(given, answer).cost).toBeCloseTo(best.cost, 9);
      }),
      { numRuns: 300 },
    );
  });

  it('never fills less than the plain rule, is cheaper where both fill as much, and leaves fewer open on the whole', () => {
    let [plainOpen, fairOpen, cheaper, n] = [0, 0, 0, 0];
    fc.assert(
      fc.property(someProblem(12, 6, 2), (given) => {
        const answers = [allocate(given, 'LEAST_LOADED'), allocate(given)] as const;
        const [plain, fairest] = [costOf(given, answers[0]), costOf(given, answers[1])];
        expect(lawful(given, answers[0])).toBe(true);
        expect(fairest.unfilled).toBeLessThanOrEqual(plain.unfilled);
        if (filled(answers[0]) === filled(answers[1])) {
          expect(fairest.cost).toBeLessThanOrEqual(plain.cost + 1e-9);
          if (fairest.cost < plain.cost - 0.01) cheaper += 1;
        }
        plainOpen += plain.unfilled;
        fairOpen += fairest.unfilled;
        n += 1;
      }),
      { numRuns: 500, seed: 37 },
    );
    // Otherwise the longer rule has to go.
    expect({ n, better: fairOpen < plainOpen && cheaper > 0 }).toEqual({ n: 500, better: true });
  });
});
