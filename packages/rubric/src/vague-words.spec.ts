import { seenWording, vagueVerb, vagueWords } from './vague-words.js';

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

describe('what could be seen instead', () => {
  it.each([
    ['Understands contracts between services', 'Explains contracts between services'],
    ['Understand the plan', 'Explain the plan'],
    ['to know the rules', 'to explain the rules'],
    ['Knows how to carry out a risk assessment', 'Carries out a risk assessment'],
    ['Is aware of risks on site', 'Points out risks on site'],
    ['Be familiar with the tools', 'Use the tools'],
    ['Has an understanding of pumps', 'Explains pumps'],
    ['Appreciates other views', 'Gives reasons for other views'],
  ])('“%s” becomes “%s”', (outcome, seen) => {
    expect(seenWording(outcome)).toBe(seen);
    expect(vagueVerb(seen)).toBeNull();
  });

  it.each(['Explains the plan', 'Understands', '', 'Versteht Verträge'])('nothing is offered for “%s”', (outcome) =>
    expect(seenWording(outcome)).toBeNull(),
  );
});
