import { FEWEST, type Group, tellable, tellableGroups, toldPart, toldParts } from './suppression.rules.js';

/** The same numbers on every run. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * (most + 1));
  };
}

interface Drawn {
  id: string;
  parentId: string | null;
  of: number;
  part: number;
}

function drawTree(roll: (most: number) => number): Drawn[] {
  return Array.from({ length: 2 + roll(10) }, (_, place) => {
    const of = roll(1) === 0 ? roll(6) : roll(30);
    return { id: `${place}`, parentId: place === 0 ? null : `${roll(place - 1)}`, of, part: roll(of) };
  });
}

const within = (tree: readonly Drawn[], id: string): Set<string> => {
  const inside = new Set([id]);
  for (const each of tree) if (each.parentId !== null && inside.has(each.parentId)) inside.add(each.id);
  return inside;
};

describe('what can be told of groups', () => {
  it('tells nothing of a group of four, and all of one of five that agrees', () => {
    expect(toldPart(2, 4)).toEqual({ of: null, part: null, band: 'HIDDEN' });
    expect(toldPart(5, 5)).toEqual({ of: 5, part: 5, band: null });
    expect(toldPart(0, 9)).toEqual({ of: 9, part: 0, band: null });
  });

  it('says fewer than five instead of a part that small, from either side', () => {
    expect(toldPart(3, 20)).toEqual({ of: 20, part: null, band: 'FEW' });
    expect(toldPart(18, 20)).toEqual({ of: 20, part: null, band: 'ALL_BUT_FEW' });
    expect(toldPart(8, 20)).toEqual({ of: 20, part: 8, band: null });
  });

  it('hides a second unit where the total would tell of the small one', () => {
    const units: Group[] = [
      { id: 'all', parentId: null, counts: [0] },
      { id: 'large', parentId: 'all', counts: [30] },
      { id: 'middle', parentId: 'all', counts: [12] },
      { id: 'small', parentId: 'all', counts: [3] },
    ];
    expect([...tellableGroups(units)].sort()).toEqual(['all', 'large']);
  });

  it('hides what is below a hidden unit', () => {
    const units: Group[] = [
      { id: 'all', parentId: null, counts: [10] },
      { id: 'few', parentId: 'all', counts: [0] },
      { id: 'six', parentId: 'few', counts: [6] },
      { id: 'two', parentId: 'few', counts: [2] },
    ];
    expect([...tellableGroups(units)].sort()).toEqual(['all', 'few']);
  });

  it.each(Array.from({ length: 400 }, (_, seed) => seed))(
    'lets nobody work out a group of one to four by adding and taking away, tree %i',
    (seed) => {
      const roll = dice(seed + 1);
      const tree = drawTree(roll);
      const told = toldParts(tree);
      // Every shown figure as the set of people it counts: a unit's people of both kinds, of the first, of the second.
      const kinds = ['part', 'rest'] as const;
      const figures = tree.flatMap(({ id }) => {
        const shown = told.get(id);
        if (!shown || shown.of === null) return [];
        const inside = [...within(tree, id)];
        const cells = (wanted: readonly string[]) =>
          new Set(inside.flatMap((each) => wanted.map((kind) => `${each} ${kind}`)));
        return [
          { cells: cells(kinds), value: shown.of },
          ...(shown.part === null
            ? []
            : [
                { cells: cells(['part']), value: shown.part },
                { cells: cells(['rest']), value: shown.of - shown.part },
              ]),
        ];
      });
      const small = (value: number) => value > 0 && value < FEWEST;
      for (const one of figures) {
        expect(small(one.value)).toBe(false);
        const inside = figures.filter(
          (other) => other !== one && [...other.cells].every((cell) => one.cells.has(cell)),
        );
        for (const other of inside) expect(small(one.value - other.value)).toBe(false);
        // All sets of figures inside it that exclude each other, up to three of them, taken away together.
        for (const first of inside)
          for (const second of inside) {
            if ([...first.cells].some((cell) => second.cells.has(cell))) continue;
            expect(small(one.value - first.value - second.value)).toBe(false);
            for (const third of inside)
              if (![...third.cells].some((cell) => first.cells.has(cell) || second.cells.has(cell)))
                expect(small(one.value - first.value - second.value - third.value)).toBe(false);
          }
      }
    },
  );

  it('shows what is safe: where every unit is large and evenly met, nothing is hidden', () => {
    const roll = dice(7);
    const units = Array.from({ length: 12 }, (_, place) => ({
      id: `${place}`,
      parentId: place === 0 ? null : '0',
      of: 20,
      part: 5 + roll(10),
    }));
    expect([...toldParts(units).values()].every(({ band }) => band === null)).toBe(true);
    expect(tellable(0) && !tellable(4)).toBe(true);
  });
});
