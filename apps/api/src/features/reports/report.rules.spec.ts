import { REPORT_SUBJECTS } from './report-subjects.rules.js';
import {
  type CountedGroup,
  problemsOf,
  type ReportDefinition,
  sorted,
  statementOf,
  tellableOf,
} from './report.rules.js';

const report = (change: Partial<ReportDefinition> = {}): ReportDefinition => ({
  ...{ subject: 'PEOPLE', columns: ['person', 'unit'], filters: [], groupBy: [], sort: null },
  ...change,
});
const said = (change: Partial<ReportDefinition>) =>
  problemsOf(report(change)).map(({ field, message }) => `${field}: ${message}`);

describe('a report', () => {
  it('documents every column, once', () => {
    for (const subject of REPORT_SUBJECTS) {
      expect(new Set(subject.columns.map(({ key }) => key)).size).toBe(subject.columns.length);
      for (const { description } of subject.columns) expect(description).toMatch(/.\.$/);
    }
  });

  it('names the place of what is wrong and what would be right', () => {
    expect(problemsOf(report())).toEqual([]);
    expect(said({ columns: [] })).toEqual(['columns: Choose at least one column.']);
    expect(said({ columns: ['person', 'salary'] })).toEqual(['columns.1: “salary” is no column of People.']);
    expect(said({ columns: ['unit', 'unit'] })).toEqual(['columns.1: “Unit” is chosen twice.']);
    expect(said({ sort: { column: 'manager', descending: true } })).toEqual(['sort: Sort by a column that is shown.']);
    expect(said({ filters: [{ column: 'since', operator: 'AT_LEAST', value: '2026-02-31' }] })).toEqual([
      'filters.0: “In this employment since” is compared with a day such as 2026-03-14.',
    ]);
    expect(said({ filters: [{ column: 'badges', operator: 'CONTAINS', value: '1' }] })).toEqual([
      'filters.0: “Badges that count” cannot be compared like that.',
    ]);
    expect(said({ filters: [{ column: 'since', operator: 'NEXT_DAYS', value: '9999' }] })).toHaveLength(1);
  });

  it('neither counts by people nor narrows a count to one of them', () => {
    expect(said({ groupBy: ['person'] })).toEqual([
      'groupBy.0: Rows are not counted by “Person”: it tells one person or row from another.',
    ]);
    expect(said({ groupBy: ['unit'], filters: [{ column: 'person', operator: 'IS', value: 'Ann' }] })).toEqual([
      'filters.0: Counted rows are not narrowed by “Person”: the count would tell of one person.',
    ]);
  });

  it('keeps what people wrote out of the statement', () => {
    const value = `'; DROP TABLE person; --`;
    for (const operator of ['IS', 'CONTAINS'] as const) {
      const { sql, values } = statementOf(report({ filters: [{ column: 'unit', operator, value }] }), 10, 0);
      expect(sql).not.toContain('DROP');
      expect(values.join()).toContain('DROP');
    }
  });

  const group = (name: string, people: number): CountedGroup => ({ cells: [name], rows: people, people });

  it('leaves out groups of fewer than five, and one more where the rest would tell of them', () => {
    expect(tellableOf([group('a', 20), group('b', 7), group('c', 3)])).toEqual({ shown: [group('a', 20)], leftOut: 2 });
    expect(tellableOf([group('a', 20), group('b', 3), group('c', 2)])).toEqual({ shown: [group('a', 20)], leftOut: 2 });
    expect(tellableOf([group('a', 4)])).toEqual({ shown: [], leftOut: 1 });
    expect(tellableOf([group('a', 5), group('b', 5)]).leftOut).toBe(0);
  });

  it('never leaves out one to four people', () => {
    for (let seed = 1; seed < 500; seed += 1) {
      const groups = Array.from({ length: 1 + (seed % 7) }, (_, at) =>
        group(`${at}`, 1 + ((seed * (at + 3) * 7919) % 23)),
      );
      const { shown } = tellableOf(groups);
      const sum = (of: readonly CountedGroup[]) => of.reduce((all, { people }) => all + people, 0);
      const rest = sum(groups) - sum(shown);
      expect(rest === 0 || rest >= 5 || shown.length === 0).toBe(true);
      expect(shown.every(({ people }) => people >= 5)).toBe(true);
    }
  });

  it('counts the largest first, or in the order asked for', () => {
    const groups = [group('b', 5), group('a', 5), group('c', 9)];
    const names = (definition: Partial<ReportDefinition>) =>
      sorted(groups, report({ groupBy: ['unit'], ...definition })).map(({ cells }) => cells[0]);
    expect(names({})).toEqual(['c', 'a', 'b']);
    expect(names({ sort: { column: 'unit', descending: true } })).toEqual(['c', 'b', 'a']);
    expect(names({ sort: { column: 'count', descending: false } })).toEqual(['a', 'b', 'c']);
  });
});
