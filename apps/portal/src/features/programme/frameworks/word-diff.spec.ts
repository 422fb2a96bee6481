import { wordDiff } from './word-diff.js';

const side = (before: string, after: string, kind: 'before' | 'after') =>
  wordDiff(before, after)
    .filter((run) => run.kind === 'same' || run.kind === kind)
    .map((run) => run.text)
    .join('');

describe('which words differ', () => {
  it('marks what came and what went, and nothing else', () => {
    expect(wordDiff('load a deck oven safely', 'load any oven safely')).toEqual([
      { kind: 'same', text: 'load ' },
      { kind: 'before', text: 'a deck' },
      { kind: 'after', text: 'any' },
      { kind: 'same', text: ' oven safely' },
    ]);
    expect(wordDiff('say a b c now', 'say x y z now')).toEqual([
      { kind: 'same', text: 'say ' },
      { kind: 'before', text: 'a b c' },
      { kind: 'after', text: 'x y z' },
      { kind: 'same', text: ' now' },
    ]);
    expect(wordDiff('same words', 'same words')).toEqual([{ kind: 'same', text: 'same words' }]);
    expect(wordDiff('', 'new')).toEqual([{ kind: 'after', text: 'new' }]);
    expect(wordDiff('old', '')).toEqual([{ kind: 'before', text: 'old' }]);
  });

  it('gives both texts back, whatever they are', () => {
    const texts = ['Ünïcode wörds, and — dashes.', 'a a a b a', 'b a b', ' spaces  here ', '数 学 と 言葉', ''];
    for (const before of texts)
      for (const after of texts) {
        expect(side(before, after, 'before')).toBe(before);
        expect(side(before, after, 'after')).toBe(after);
      }
  });

  it('stays quick for texts that have nothing in common', () => {
    const long = (word: string) => Array.from({ length: 5_000 }, (_, at) => `${word}${at}`).join(' ');
    const started = performance.now();
    expect(side(long('a'), long('b'), 'after')).toBe(long('b'));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
