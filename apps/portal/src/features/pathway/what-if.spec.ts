import type { Aim } from './pathway.documents.js';
import { mostMoney, withBudget } from './what-if.js';

const row = (id: string, level: number) =>
  ({
    verified: null,
    requirement: {
      id,
      importance: 1,
      mustHave: false,
      level: { id: `${id} ${level}`, ordinal: level },
      skill: { id, name: id },
    },
  }) as unknown as Aim['rows'][number];
const offer = (id: string, hours: number, price: number | null, requires: string[] = []) =>
  ({
    achievementId: `A ${id}`,
    hours,
    price,
    requires,
    earned: false,
    gives: [{ skillId: id, to: 2 }],
  }) as unknown as Aim['plan']['offers'][number];
const aim = (offers: Aim['plan']['offers']) =>
  ({ verified: 0, rows: [row('a', 2), row('b', 2)], plan: { offers, outOfReach: [] } }) as unknown as Aim;

describe('the best use of a budget', () => {
  it('weighs by hours or by money, and names what comes second and next', () => {
    const both = aim([offer('a', 10, 400), offer('b', 20, 100)]);
    expect(withBudget(both, 'HOURS', 10)).toMatchObject({
      achievementIds: ['A a'],
      readiness: 0.5,
      next: { id: 'A b', costsMore: 20 },
    });
    expect(withBudget(both, 'MONEY', 100)).toMatchObject({
      achievementIds: ['A b'],
      cost: 100,
      next: { id: 'A a', costsMore: 400 },
    });
    expect(withBudget(both, 'MONEY', 400)).toMatchObject({
      achievementIds: ['A b'],
      runnerUp: { achievementIds: ['A a'], readiness: 0.5 },
    });
  });

  it('leaves out of money what has no price, and what asks for it first', () => {
    const some = aim([offer('a', 10, null), offer('b', 20, 100, ['A a'])]);
    expect(withBudget(some, 'MONEY', 1_000)).toMatchObject({ achievementIds: [], readiness: 0 });
    expect(withBudget(some, 'HOURS', 30).readiness).toBe(1);
    expect(mostMoney(some)).toBe(100);
  });
});
