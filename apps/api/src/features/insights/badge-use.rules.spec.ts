import { type HeldGroup, stepOf, stepsIn, toldSteps, toldUses, toldWhole } from './badge-use.rules.js';

const group = (id: string, people: number, views: [people: number, times: number], parentId = ''): HeldGroup => ({
  ...{ id, parentId, people },
  used: { VIEW: { people: views[0], times: views[1] } },
});
const whole: HeldGroup = { id: '', parentId: null, people: 0, used: {} };
const viewsOf = (groups: HeldGroup[]) =>
  Object.fromEntries([...toldUses(groups)].map(([id, { figures }]) => [id, figures[0]?.times ?? figures[0]?.band]));

describe('uses of badges by group', () => {
  it('are told where enough people hold a badge and enough of theirs were used', () => {
    expect(viewsOf([whole, group('a', 40, [12, 90]), group('b', 30, [8, 41])])).toEqual({ '': 131, a: 90, b: 41 });
  });

  it('are not told where few hold one, nor where the number would follow from the others', () => {
    const told = viewsOf([whole, group('a', 40, [12, 90]), group('few', 3, [3, 7]), group('b', 30, [8, 41])]);
    expect(told.few).toBe('HIDDEN');
    // Three people less than all: the smaller neighbour goes with them.
    expect([told.b, told['']]).toEqual(['HIDDEN', 138]);
    expect(told.a).toBe(90);
  });

  it('are not told where the badges of few people were used', () => {
    const told = viewsOf([whole, group('a', 40, [12, 90]), group('b', 30, [2, 200])]);
    expect(told.b).toBe('FEW');
    expect(told['']).toBe(290);
    expect(told.a).not.toBe(90);
  });

  it('are told where nobody’s was used', () => {
    expect(viewsOf([whole, group('a', 40, [12, 90]), group('b', 30, [0, 0])])).toEqual({ '': 90, a: 90, b: 0 });
  });

  it('count everybody further down', () => {
    const told = viewsOf([whole, group('a', 10, [5, 9]), group('a1', 20, [10, 30], 'a'), group('b', 30, [8, 41])]);
    expect(told).toEqual({ '': 80, a: 39, a1: 30, b: 41 });
  });
});

describe('uses of badges by step of time', () => {
  const day = (people: number, times: number, on: string) => ({ day: on, used: { VIEW: { people, times } } });

  it('leave out steps with few people, and one more where a single one could be worked out', () => {
    const all = toldWhole(60, { VIEW: { people: 30, times: 100 } });
    const steps = toldSteps(all, [day(9, 40, '1'), day(7, 30, '2'), day(2, 5, '3'), day(0, 0, '4'), day(6, 25, '5')]);
    expect(steps.map(({ figures }) => figures[0]?.times ?? figures[0]?.band)).toEqual([40, 30, 'FEW', 0, 'HIDDEN']);
  });

  it('take few people of several steps for the same ones', () => {
    const all = toldWhole(60, { VIEW: { people: 30, times: 100 } });
    const few = ['3', '4', '5', '6', '7'].map((at) => day(1, 4, at));
    const steps = toldSteps(all, [day(9, 40, '1'), day(7, 40, '2'), ...few]);
    expect(steps.map(({ figures }) => figures[0]?.times ?? figures[0]?.band)).toEqual([
      ...[40, 'HIDDEN'],
      ...few.map(() => 'FEW'),
    ]);
  });

  it('tell nothing where the whole cannot be told', () => {
    const all = toldWhole(60, { VIEW: { people: 3, times: 100 } });
    expect(toldSteps(all, [day(3, 100, '1'), day(0, 0, '2')]).map(({ figures }) => figures[0]?.band)).toEqual([
      'HIDDEN',
      'HIDDEN',
    ]);
  });

  it('are days of two months, weeks of a year and months of more', () => {
    expect(stepOf({ from: '2026-10-01', until: '2026-11-23' })).toBe('DAY');
    expect(stepOf({ from: '2025-12-01', until: '2026-11-23' })).toBe('WEEK');
    expect(stepOf({ from: '2024-01-01', until: '2026-11-23' })).toBe('MONTH');
    expect(stepsIn({ from: '2026-10-01', until: '2026-10-19' }, 'WEEK')).toEqual([
      '2026-09-28',
      '2026-10-05',
      '2026-10-12',
      '2026-10-19',
    ]);
    expect(stepsIn({ from: '2025-11-01', until: '2026-02-28' }, 'MONTH')).toHaveLength(4);
    expect(stepsIn({ from: '2026-11-01', until: '2026-11-23' }, 'DAY')).toHaveLength(23);
  });
});
