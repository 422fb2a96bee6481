import { vagueVerb, vagueWords } from './vague-words.js';

describe('words that two assessors may read differently', () => {
  it('finds them where they stand', () => {
    const text = 'Designs for failure and shows good results under load';
    const [found] = vagueWords(text);
    expect(found).toMatchObject({ word: 'good', asks: 'quality' });
    expect(text.slice(found?.start, found?.end)).toBe('good');
  });

  it('leaves words alone that only contain one', () => {
    expect(vagueWords('Weighs goodwill, fewer steps and someone else')).toEqual([]);
  });
});

describe('the verb of an outcome', () => {
  it.each([
    ['Understands how queues work', 'understands'],
    ['To know the policy', 'to know'],
    ['Is aware of risks', 'is aware'],
  ])('is something nobody can see in “%s”', (outcome, verb) => expect(vagueVerb(outcome)).toBe(verb));

  it.each(['Explains how queues work', 'Knowingly breaks nothing', 'Learnt lessons are written down', ''])(
    'can be seen in “%s”',
    (outcome) => expect(vagueVerb(outcome)).toBeNull(),
  );
});
