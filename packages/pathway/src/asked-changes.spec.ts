import { type AskedSkill, askedChanges, followsAt } from './asked-changes.js';

const asked = (skillId: string, level: number, mustHave?: boolean): AskedSkill => ({
  ...{ skillId, level, name: skillId.toUpperCase() },
  ...(mustHave !== undefined && { mustHave }),
});

describe('what a rung asks otherwise than before', () => {
  it('names what is asked anew, more, less and no more, in the order of today', () => {
    expect(
      askedChanges(
        [asked('a', 2), asked('b', 3), asked('c', 1), asked('d', 4)],
        [asked('e', 1), asked('b', 2), asked('a', 3), asked('d', 4)],
      ),
    ).toEqual([
      { kind: 'ASKS_NEW', name: 'E', from: null, to: 1 },
      { kind: 'ASKS_LESS', name: 'B', from: 3, to: 2 },
      { kind: 'ASKS_MORE', name: 'A', from: 2, to: 3 },
      { kind: 'ASKS_NO_MORE', name: 'C', from: 1, to: null },
    ]);
  });

  it('names what became a must-have, or is none any more; nothing where that was not kept', () => {
    expect(
      askedChanges([asked('a', 2, false), asked('b', 2, true)], [asked('a', 2, true), asked('b', 1, false)]),
    ).toEqual([
      { kind: 'MUST_HAVE', name: 'A', from: null, to: null },
      { kind: 'ASKS_LESS', name: 'B', from: 2, to: 1 },
      { kind: 'MUST_HAVE_NO_MORE', name: 'B', from: null, to: null },
    ]);
    expect(askedChanges([asked('a', 2)], [asked('a', 2, true)])).toEqual([]);
  });
});

describe('when a goal follows a newer version', () => {
  const some = askedChanges([], [asked('a', 2)]);
  it.each([
    ['the same is asked', [], null, 'NOW'],
    ['other things are asked and nobody named a day', some, null, 'LATER'],
    ['the day is still to come', some, '2026-12-31', 'LATER'],
    ['it is the last day', some, '2026-11-23', 'LATER'],
    ['the day is over', some, '2026-11-22', 'NOW'],
  ])('when %s', (_when, changes, keptUntil, follows) => {
    expect(followsAt(changes, keptUntil, '2026-11-23')).toBe(follows);
  });
});
