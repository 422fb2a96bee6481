import { ranked, waysOfEarning } from './gap-steps.rules.js';

const step = (kind: Parameters<typeof ranked>[0][number]['kind'], remains: number, hours: number | null = null) => ({
  ...{ kind, remains, hours },
});

it('puts first what leaves least, then what is under way, then what takes less time', () => {
  const order = ranked([
    step('MENTOR', 2),
    step('COURSE', 2, 20),
    step('COURSE', 2, 5),
    step('EARN', 1, 4),
    step('EARN', 0, 12),
    step('GO_ON', 0, 30),
    step('PRIOR_LEARNING', 0),
  ]);
  expect(order.map(({ kind, remains, hours }) => [kind, remains, hours])).toEqual([
    ['GO_ON', 0, 30],
    ['PRIOR_LEARNING', 0, null],
    ['EARN', 0, 12],
    ['EARN', 1, 4],
    ['COURSE', 2, 5],
    ['COURSE', 2, 20],
    ['MENTOR', 2, null],
  ]);
});

it('goes on with a draft, renews what lapsed, and shows what is there already before it begins anew', () => {
  const nothing = { begun: false, lapsed: false, evidence: 0, own: true };
  expect(waysOfEarning({ ...nothing, begun: true, lapsed: true, evidence: 2 })).toEqual(['GO_ON']);
  expect(waysOfEarning({ ...nothing, lapsed: true, evidence: 2 })).toEqual(['RENEW']);
  expect(waysOfEarning({ ...nothing, evidence: 2 })).toEqual(['PRIOR_LEARNING', 'EARN']);
  expect(waysOfEarning(nothing)).toEqual(['EARN']);
  expect(waysOfEarning({ ...nothing, evidence: 2, own: false })).toEqual(['EARN']);
});
