import { withLines, withMovedLine } from './lines.js';

describe('lists of lines', () => {
  it('takes a pasted list apart and leaves its bullets behind', () => {
    expect(withLines(['First', '', 'Last'], 1, '- Plan a test\r\n2) Run it\n\n• Say what it shows\n')).toEqual({
      lines: ['First', 'Plan a test', 'Run it', 'Say what it shows', 'Last'],
      last: 3,
    });
  });

  it('puts what is pasted below a line that has words', () => {
    expect(withLines(['Kept'], 0, 'One\nTwo').lines).toEqual(['Kept', 'One', 'Two']);
  });

  it('reorders and stops at the edge', () => {
    expect(withMovedLine(['a', 'b'], 0, 1)).toEqual(['b', 'a']);
    expect(withMovedLine(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});
