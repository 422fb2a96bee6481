import { readMarkdown, readSpans } from './markdown.js';

describe('notes in Markdown', () => {
  it('are read into headings, lists, quotes, code and paragraphs', () => {
    const source = '# Run sheet\n\nFirst line\ngoes on.\n- one\n- two\n\n1. first\n> said\n```\nlet a = 1;\n```\nEnd';
    expect(readMarkdown(source)).toEqual([
      { kind: 'heading', level: 1, text: 'Run sheet' },
      { kind: 'paragraph', text: 'First line goes on.' },
      { kind: 'list', ordered: false, items: ['one', 'two'] },
      { kind: 'list', ordered: true, items: ['first'] },
      { kind: 'quote', text: 'said' },
      { kind: 'code', text: 'let a = 1;' },
      { kind: 'paragraph', text: 'End' },
    ]);
  });

  it.each(['#', '####### x', '```', '-', '>', '1.', '*', '#hash', '\n\n'])('ends for every odd line: %j', (source) => {
    expect(readMarkdown(`a\n${source}\nb`).length).toBeGreaterThan(0);
  });

  it('has links to the web only; another address stays text', () => {
    expect(readSpans('see [plan](https://example.org) and **bold**')).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'link', text: 'plan', url: 'https://example.org' },
      { kind: 'text', text: ' and ' },
      { kind: 'strong', text: 'bold' },
    ]);
    expect(readSpans('[x](javascript:alert(1))')[0]).toEqual({ kind: 'text', text: '[x](javascript:alert(1)' });
  });
});
