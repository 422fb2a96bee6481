import { plainPdf } from './plain-pdf.js';

describe('a plain PDF', () => {
  const text = plainPdf('Field sheet (copy)', ['01:30  none  9.4', 'Hobb’s Weir – dry']).toString('latin1');

  it('has a cross-reference table that points at every object', () => {
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n /gm)].map((match) => Number(match[1]));
    expect(offsets).toHaveLength(6);
    for (const [at, offset] of offsets.entries()) expect(text.slice(offset)).toMatch(new RegExp(`^${at + 1} 0 obj`));
  });

  it('says how long its text is, and escapes what the format gives a meaning', () => {
    const length = Number(/\/Length (\d+)/.exec(text)?.[1]);
    const stream = /stream\n([\s\S]*)\nendstream/.exec(text)?.[1] ?? '';
    expect(stream).toHaveLength(length);
    expect(stream).toContain('(Field sheet \\(copy\\)) Tj');
    expect(stream).toContain("(Hobb's Weir - dry) Tj");
  });
});
