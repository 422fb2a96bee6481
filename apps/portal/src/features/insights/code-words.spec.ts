import { codeIn } from './code-words.js';

describe('codes in cells of a report', () => {
  it('are known by their column, and only there', () => {
    expect(codeIn('status', 'ACTIVE')).toBe('ACTIVE');
    expect(codeIn('unit', 'ACTIVE')).toBeNull();
    expect(codeIn('status', 'toString')).toBeNull();
    expect(codeIn('constructor', 'ACTIVE')).toBeNull();
  });
});
