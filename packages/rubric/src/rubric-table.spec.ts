import fc from 'fast-check';
import {
  readRubricTable,
  type Rubric,
  rubricOfTable,
  type RubricTable,
  tableOfRubric,
  type TableWishes,
} from './index.js';

const empty: Rubric = { criteria: [] };
let made = 0;
const newId = () => `new-${++made}`;
const read = (text: string, wishes?: TableWishes, current = empty): RubricTable =>
  readRubricTable(
    text.split('\n').map((line) => line.split('|').map((cell) => cell.trim())),
    current,
    wishes,
  );
const levels = (table: RubricTable) => table.levels.map(({ label }) => label);
const titles = (table: RubricTable) => table.criteria.map(({ title }) => title);

describe('a rubric as people keep it in a spreadsheet', () => {
  it('is criteria down and levels across, with weights and must-reach', () => {
    const table = read(`Criterion | 1 Awareness | 2 Working | 3 Practitioner, to pass | 4 Expert | Weight | Must reach
      Define the build | Explains | Builds | Defines | Sets the standard | 2 | 3
      Co-ordinate | Describes | Keeps | Runs | Manages | 1 | –
      Plan tests | Says why | Runs given | Plans | Sets how | 2 | Practitioner`);
    expect(table).toMatchObject({ hasHead: true, isTurned: false, bestFirst: false, passesAt: 3, notes: [] });
    expect(levels(table)).toEqual(['Awareness', 'Working', 'Practitioner', 'Expert']);
    expect(table.criteria[0]).toEqual({
      title: 'Define the build',
      description: '',
      weight: 2,
      mustReach: 3,
      descriptors: ['Explains', 'Builds', 'Defines', 'Sets the standard'],
    });
    expect(table.criteria.map(({ mustReach }) => mustReach)).toEqual([3, null, 3]);
  });

  it('may begin with an empty corner and number its rows', () => {
    const table = read(` | | Beginning | Developing | Accomplished
      1 | Speaks clearly | mumbles | is heard | is followed
      2 | Listens | waits | answers | asks`);
    expect(table.columns.map(({ role }) => role)).toEqual(['NUMBER', 'TITLE', 'LEVEL', 'LEVEL', 'LEVEL']);
    expect(titles(table)).toEqual(['Speaks clearly', 'Listens']);
  });

  it('may put the best level first', () => {
    const table = read(`Criteria | Excellent (4 pts) | Good (3 pts) | Fair (2 pts) | Poor (1 pt)
      Argument | convinces | holds | limps | is none`);
    expect(table.bestFirst).toBe(true);
    expect(table.levels).toEqual([
      { label: 'Poor', points: 1 },
      { label: 'Fair', points: 2 },
      { label: 'Good', points: 3 },
      { label: 'Excellent', points: 4 },
    ]);
    expect(table.criteria[0]?.descriptors).toEqual(['is none', 'limps', 'holds', 'convinces']);
    expect(levels(read('Task | Outstanding | Satisfactory | Poor\nA | x | y | z'))).toEqual([
      'Poor',
      'Satisfactory',
      'Outstanding',
    ]);
  });

  it('may say the points in a row of their own', () => {
    const table = read(`Criterion | Novice | Competent | Expert
      Points | 0 | 5 | 10
      Drills | slips | drills | teaches`);
    expect(table.levels.map(({ points }) => points)).toEqual([0, 5, 10]);
    expect(titles(table)).toEqual(['Drills']);
  });

  it('may lie on its side', () => {
    const table = read(` | Define | Run | Explain
      Weight | 2 | 1 | 1
      1 Awareness | names | watches | repeats
      2 Working | drafts | runs | tells
      3 Practitioner | defines | leads | teaches`);
    expect(table.isTurned).toBe(true);
    expect(titles(table)).toEqual(['Define', 'Run', 'Explain']);
    expect(table.criteria.map(({ weight }) => weight)).toEqual([2, 1, 1]);
    expect(table.criteria[1]?.descriptors).toEqual(['watches', 'runs', 'leads']);
  });

  it('may have no names at all: then levels keep theirs', () => {
    const current = rubricOfTable(read('Criterion | Not yet | Competent | Strong\nOld | a | b | c'), empty, newId);
    const table = read(
      'Plans the work of the week ahead | forgets | plans | plans ahead\nTidies | leaves | tidies | shows others',
      undefined,
      current,
    );
    expect(table.hasHead).toBe(false);
    expect(levels(table)).toEqual(['Not yet', 'Competent', 'Strong']);
    expect(levels(read('Plans | forgets it | plans it\nTidies | leaves it | tidies it', { hasHead: false }))).toEqual([
      'Level 1',
      'Level 2',
    ]);
  });

  it('leaves sums, scores and comments out', () => {
    const table = read(`Criterion | Basic | Proficient | Advanced | Score | Comments
      Reads | slowly | well | between the lines | 2 | fine
      Total | | | | 2 | `);
    expect(levels(table)).toEqual(['Basic', 'Proficient', 'Advanced']);
    expect(titles(table)).toEqual(['Reads']);
    expect(table.notes).toEqual([{ row: 3, column: 1, message: expect.stringContaining('sums the others up') }]);
  });

  it('says where something could not be read, and drops nothing silently', () => {
    const table = read(`Criterion | Basic | Advanced | Weight | Must reach
      Reads | slowly | well | lots | Marvellous
      Writes | short | long | 20 % | yes`);
    expect(table.notes).toEqual([
      { row: 2, column: 4, message: '“lots” is no weight above 0; it counts 1.' },
      { row: 2, column: 5, message: '“Marvellous” is none of the levels; nothing must be reached here.' },
    ]);
    expect(table.criteria.map(({ weight, mustReach }) => [weight, mustReach])).toEqual([
      [null, null],
      [20, 2],
    ]);
  });

  it('may stand below its name, or have one cell above all levels', () => {
    for (const above of ['Our rubric for the whole year', 'Criterion | Levels']) {
      const table = read(`${above}
        Criterion | Basic | Proficient
        Reads | slowly | well`);
      expect(levels(table)).toEqual(['Basic', 'Proficient']);
      expect(titles(table)).toEqual(['Reads']);
      expect(table.notes).toEqual([{ row: 1, column: 1, message: expect.stringContaining('above the names') }]);
    }
  });

  it('does as it is told where it guessed wrong', () => {
    const text = 'a | b | c\nd | e | f';
    expect(read(text, { hasHead: true })).toMatchObject({
      levels: [{ label: 'b' }, { label: 'c' }],
      criteria: [{ title: 'd' }],
    });
    expect(titles(read(text, { hasHead: false, isTurned: true }))).toEqual(['a', 'b', 'c']);
    expect(levels(read(text, { hasHead: true, bestFirst: true }))).toEqual(['c', 'b']);
    expect(read(text, { hasHead: true, roles: ['TITLE', 'DESCRIPTION', 'LEVEL'] }).criteria[0]).toMatchObject({
      title: 'd',
      description: 'e',
      descriptors: ['f'],
    });
  });

  it.each([[''], ['\n\n'], ['one cell']])('makes no rubric of %j, and does not fail', (text) =>
    expect(read(text).criteria.length).toBeLessThanOrEqual(1),
  );
});

describe('a table that takes the place of a rubric', () => {
  it('keeps the identity of criteria and levels that are still there', () => {
    const before = rubricOfTable(
      read('Criterion | Basic | Good, to pass\nReads | a | b\nWrites | c | d'),
      empty,
      newId,
    );
    const after = rubricOfTable(
      read('Criterion | Basic | Fine | Good, to pass\nwrites | c | d | e\nCounts | f | g | h'),
      before,
      newId,
    );
    expect(after.criteria[0]?.id).toBe(before.criteria[1]?.id);
    expect(after.criteria[0]?.levels.map(({ id }) => id)).toEqual([
      before.criteria[1]?.levels[0]?.id,
      expect.stringMatching(/^new-/),
      before.criteria[1]?.levels[1]?.id,
    ]);
    expect(after.criteria[1]?.levels.map(({ isCompetent }) => isCompetent)).toEqual([false, false, true]);
  });

  it('passes from the level that passed before where the table does not say', () => {
    const before = rubricOfTable(
      read('Criterion | Awareness | Working, to pass | Expert\nReads | a | b | c'),
      empty,
      newId,
    );
    const after = rubricOfTable(read('Criterion | Awareness | Working | Expert\nReads | a | b | c'), before, newId);
    expect(after.criteria[0]?.levels.map(({ isCompetent }) => isCompetent)).toEqual([false, true, true]);
  });
});

describe('there and back', () => {
  const words = fc.stringMatching(/^[A-Za-z][a-z ,"'éü=+-]{0,30}[a-z]$/).map((text) => text.replace(/\s+/g, ' '));
  const rubric = fc
    .record({
      labels: fc.uniqueArray(
        fc.constantFrom('Awareness', 'Working', 'Practitioner', 'Expert', 'Low pass', 'Quite own name'),
        { minLength: 2, maxLength: 5 },
      ),
      passesAt: fc.nat(4),
      points: fc.constantFrom('places', 'tens'),
      titles: fc.uniqueArray(words, { minLength: 1, maxLength: 6 }),
      text: fc.array(fc.oneof(words, fc.constant('two\nlines'), fc.constant('')), { minLength: 40, maxLength: 40 }),
    })
    .map(({ labels, passesAt, points, titles: names, text }): Rubric => {
      const from = 1 + (passesAt % (labels.length - 1));
      return {
        criteria: names.map((title, row) => ({
          id: `c${row}`,
          title: `The ${title}`,
          description: text[row] ?? '',
          weight: row + 1,
          mustReach: row % 2 ? from : null,
          levels: labels.map((label, index) => ({
            id: `l${row}${index}`,
            ordinal: index + 1,
            label,
            points: points === 'places' ? index : index * 10 + 1,
            descriptor: `What ${text[(row * labels.length + index) % 40]} is`,
            isCompetent: index >= from,
          })),
        })),
      };
    });

  it('a rubric is the same rubric again', () => {
    fc.assert(
      fc.property(rubric, (given) => {
        const table = readRubricTable(tableOfRubric(given), given);
        expect(table.notes).toEqual([]);
        expect(rubricOfTable(table, given, newId)).toEqual(given);
      }),
    );
  });
});
