import { named } from './named-statements.js';

const often = (text: string, times = 10) => Array.from({ length: times }, () => named(text)).at(-1);

describe('statements that are asked again', () => {
  it('get a name the tenth time, and keep it', () => {
    expect(often('SELECT 1 FROM seldom', 9)).toBe('SELECT 1 FROM seldom');
    const known = often('SELECT 1 FROM person WHERE id = $1');
    expect(known).toEqual({ name: expect.any(String), text: 'SELECT 1 FROM person WHERE id = $1' });
    expect(named('SELECT 1 FROM person WHERE id = $1')).toEqual(known);
  });

  it('never share one', () => {
    const names = Array.from({ length: 50 }, (_, n) => often(`SELECT ${n} FROM person`));
    expect(new Set(names.map((it) => JSON.stringify(it))).size).toBe(50);
  });

  it('are only so many, however many are asked', () => {
    const kept = Array.from({ length: 1_000 }, (_, n) => often(`SELECT ${n} FROM award`));
    expect(kept.filter((it) => typeof it === 'object').length).toBeLessThan(150);
    expect(often('SELECT the last one FROM award')).toBe('SELECT the last one FROM award');
  });
});
