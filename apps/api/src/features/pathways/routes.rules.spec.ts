import { added, linksBetween } from './routes.rules.js';

const link = (from: string, to: string) => ({ from, to });

it('keeps the steps on some way there, also where the lattice comes round', () => {
  const links = [link('a', 'b'), link('b', 'c'), link('c', 'a'), link('a', 'd'), link('x', 'c')];
  expect(linksBetween('a', 'c', links)).toEqual([link('a', 'b'), link('b', 'c'), link('c', 'a')]);
  expect(linksBetween('d', 'c', links)).toEqual([]);
});

it('says what a rung adds to what is held and to the rung before', () => {
  const need = (skillId: string, levelOrdinal: number | null) => ({
    ...{ skillId, levelOrdinal, importance: 1, mustHave: false },
  });
  const holds = (skillId: string) => (skillId === 'held' ? 3 : 0);
  expect(added([need('held', 3), need('met', 3), need('new', null)], [need('met', 2)], holds)).toEqual([
    { skillId: 'met', from: 2, to: 3 },
    { skillId: 'new', from: 0, to: 1 },
  ]);
});
