import { linesOf, planEnrolment } from './enrolment.rules.js';

const ana = { id: 'a', email: 'Ana@example.org', personNumber: 'C-1', withUs: true, enrolled: false };
const bo = { id: 'b', email: 'bo@example.org', personNumber: null, withUs: true, enrolled: true };
const cy = { id: 'c', email: 'cy@example.org', personNumber: 'C-3', withUs: false, enrolled: false };
const planned = (text: string) => {
  const read = linesOf(text);
  if ('problem' in read) throw new Error(read.problem);
  return planEnrolment(read.lines, [ana, bo, cy]);
};
const problemOf = (text: string) => {
  const read = linesOf(text);
  return 'problem' in read ? read.problem : null;
};

describe('enrolling people from a file', () => {
  it('finds them by mail address or number, in capitals or not, and counts rows as spreadsheets do', () => {
    expect(planned('\uFEFFName;E-mail;Person number\nAna;ana@EXAMPLE.org;\n;;c-1\n')).toMatchObject([
      { row: 2, personId: 'a', outcome: 'ENROL' },
      { row: 3, outcome: 'ERROR', problem: 'The same person stands in row 2 already.' },
    ]);
    expect(planned('email\nana@example.org\n\nbo@example.org')).toMatchObject([
      { row: 2, outcome: 'ENROL' },
      { row: expect.any(Number), outcome: 'ALREADY', problem: null },
    ]);
  });

  it('says of each line what is wrong with it', () => {
    const rows = planned(
      'email,person number\nno@example.org,\n,C-9\nbo@example.org,C-1\ncy@example.org,\n"a ""b""",\n x ,',
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'ERROR'));
    expect(rows.map(({ problem }) => problem)).toEqual([
      'There is nobody with the mail address “no@example.org”.',
      'There is nobody with the number “C-9”.',
      'The mail address and the number C-1 are those of two people.',
      'This person is not with us any more.',
      'There is nobody with the mail address “a "b"”.',
      'There is nobody with the mail address “x”.',
    ]);
  });

  it('refuses what is no table, names nobody, or too many', () => {
    expect(problemOf('email\n"ana@example.org')).toMatch(/cannot be read as a table/);
    expect(problemOf('name\nAna')).toMatch(/first line must name a column/);
    expect(problemOf('')).toMatch(/first line must name a column/);
    expect(problemOf('email\n\n')).toBe('The file names nobody.');
    expect(problemOf(`email\n${'ana@example.org\n'.repeat(501)}`)).toMatch(/501 people/);
  });
});
