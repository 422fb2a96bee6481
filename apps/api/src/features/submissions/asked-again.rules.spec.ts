import { bringsNew } from './asked-again.rules.js';

const item = (id: string, kind = 'TEXT') => ({ item: { id, kind } });
const now = (words: string) => (each: { kind: string }) => (each.kind === 'TEXT' ? words : null);

describe('what is brought for a criterion that was not met', () => {
  const before = [{ itemId: 'a', digest: 'as it was' }];

  it.each<[string, ReturnType<typeof item>[], string, boolean]>([
    ['the same item, unchanged', [item('a')], 'as it was', false],
    ['the same item with other words', [item('a')], 'rewritten', true],
    ['another item beside it', [item('a'), item('b')], 'as it was', true],
    ['a file, which never changes', [item('a', 'FILE')], 'rewritten', false],
    ['nothing at all', [], 'as it was', false],
  ])('%s', (_name, links, words, expected) => expect(bringsNew(links, before, now(words))).toBe(expected));

  it('is new where nothing was shown before', () => expect(bringsNew([item('a')], [], now('x'))).toBe(true));
});
