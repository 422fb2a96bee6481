import fc from 'fast-check';
import { wayBack } from './prerequisites.rules.js';

const first = (achievementId: string, ...prerequisiteIds: string[]) => ({ achievementId, prerequisiteIds });

describe('what comes first', () => {
  it('names the shortest way back', () => {
    const edges = [first('b', 'c'), first('c', 'd', 'a'), first('d', 'a')];
    expect(wayBack(edges, 'b', 'a')).toEqual(['b', 'c', 'a']);
  });

  it('finds no way where none leads back, even round another circle', () => {
    expect(wayBack([first('b', 'c'), first('c', 'b')], 'b', 'a')).toBeNull();
    expect(wayBack([], 'b', 'a')).toBeNull();
  });

  it('only ever goes along prerequisites', () => {
    const node = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f');
    const edge = fc.record({ achievementId: node, prerequisiteIds: fc.array(node, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 12 }), node, node, (edges, from, to) => {
        const way = wayBack(edges, from, to);
        if (!way) return from !== to;
        const steps = way.slice(1).map((each, at) => [way[at], each]);
        return (
          way[0] === from &&
          way.at(-1) === to &&
          new Set(way).size === way.length &&
          steps.every(([before, after]) =>
            edges.some((it) => it.achievementId === before && it.prerequisiteIds.includes(after ?? '')),
          )
        );
      }),
    );
  });
});
