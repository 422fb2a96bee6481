import { likelyTable, type TableKind } from './table-kinds.rules.js';

const kind = (word: string, fields: readonly string[], needed: readonly string[]): TableKind => ({
  ...{ word, what: `a table of ${word}`, path: `/${word}` },
  fit: (headers) => ({
    known: headers.filter((header) => fields.includes(header)).length,
    isWhole: needed.every((field) => headers.includes(field)),
  }),
});
const KINDS = [
  kind('people', ['email', 'name', 'unit', 'manager'], ['email']),
  kind('courses', ['code', 'title', 'hours', 'provider'], ['code']),
  kind('completions', ['code', 'email', 'day', 'grade'], ['code', 'email', 'day']),
];
const likely = (own: string, ...headers: string[]) => likelyTable(KINDS, own, headers)?.word ?? null;

describe('which table this is', () => {
  it('names the import that knows the columns, where one’s own does not', () => {
    expect(likely('courses', 'email', 'name', 'unit')).toBe('people');
    expect(likely('people', 'code', 'title', 'hours')).toBe('courses');
    expect(likelyTable(KINDS, 'courses', ['email', 'name', 'pet', ''])).toMatchObject({ known: 2, of: 3 });
  });

  it('names it also where one’s own could be read, and would leave most of it unread', () => {
    expect(likely('courses', 'code', 'email', 'day', 'grade')).toBe('completions');
  });

  it('is silent where the table is where it belongs, or belongs nowhere', () => {
    expect(likely('courses', 'code', 'title', 'hours')).toBeNull();
    expect(likely('courses', 'code', 'email')).toBeNull();
    expect(likely('people', 'alpha', 'beta')).toBeNull();
    expect(likely('people', 'code', 'alpha', 'beta', 'gamma')).toBeNull();
    expect(likely('people')).toBeNull();
  });
});
