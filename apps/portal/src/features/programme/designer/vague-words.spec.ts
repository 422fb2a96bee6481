import { vagueWords } from './vague-words.js';

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
